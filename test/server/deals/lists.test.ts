import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Person } from '../service.js';
import { expectStatus } from '../service.js';
import { startWorld, type DealWorld } from './world.js';

describe('lists of deals', () => {
  let world: DealWorld;
  const ids: Record<string, string> = {};
  const listed = async (person: Person, query = ''): Promise<any> => expectStatus(200, await world.as(person).get(`/v1/deals${query}`));
  const names = async (person: Person, query = ''): Promise<string[]> => (await listed(person, query)).data.map((deal: any) => deal.name);
  before(async () => {
    world = await startWorld();
    for (const [person, name] of [[world.seller, 'Alpha'], [world.colleague, 'Beta'], [world.rival, 'Gamma']] as const) ids[name] = (await world.addDraft(person, { name })).id;
  });
  after(() => world?.test.close());

  it('shows a seller the own, an admin the company\'s, the vendor all, last changed first', async () => {
    assert.deepEqual(await names(world.seller), ['Alpha']);
    assert.deepEqual(await names(world.admin), ['Beta', 'Alpha']);
    assert.deepEqual(await names(world.rival), ['Gamma']);
    assert.deepEqual(await names(world.manager), ['Gamma', 'Beta', 'Alpha']);
    assert.deepEqual(await names(world.manager, '?sort=updatedAt'), ['Alpha', 'Beta', 'Gamma']);
  });

  it('hides a colleague\'s and a rival\'s deal as if it were not there', async () => {
    for (const name of ['Beta', 'Gamma']) {
      assert.equal((await world.as(world.seller).get(`/v1/deals/${ids[name]}`)).status, 404);
      assert.equal((await world.as(world.seller).post(`/v1/deals/${ids[name]}/submit`)).status, 404);
    }
  });

  it('finds by the beginnings of words of deal and customer, within the own view', async () => {
    assert.deepEqual(await names(world.admin, '?search=bruck%20alp'), ['Alpha']);
    assert.deepEqual(await names(world.admin, '?search=gam'), []);
    assert.deepEqual(await names(world.manager, '?search=masch'), ['Gamma', 'Beta', 'Alpha']);
  });

  it('pages through with a cursor, a total and nothing twice', async () => {
    const first = await listed(world.admin, '?limit=1&include=total');
    assert.deepEqual([first.data[0].name, first.hasMore, first.total], ['Beta', true, 2]);
    const second = await listed(world.admin, `?limit=1&cursor=${first.nextCursor}`);
    assert.deepEqual([second.data[0].name, second.hasMore], ['Alpha', false]);
  });

  it('filters by review, stage, protection, partner and customer', async () => {
    const approved = await world.addApproved(world.seller);
    assert.deepEqual((await listed(world.manager, '?review=approved,rejected')).data.map((deal: any) => deal.id), [approved.id]);
    assert.deepEqual((await listed(world.seller, '?protection=active')).data.map((deal: any) => deal.id), [approved.id]);
    assert.deepEqual((await listed(world.seller, `?customerId=${approved.customer.id}&stage=prospect`)).data.map((deal: any) => deal.id), [approved.id]);
    assert.deepEqual(await names(world.manager, `?partnerId=${world.rival.partnerId}`), ['Gamma']);
    assert.deepEqual(await names(world.seller, `?partnerId=${world.rival.partnerId}`), []);
  });

  it('sorts by name without case and accents, by value and by expected close, with what is missing at the end, page by page', async () => {
    const own = await startWorld({}, world.test);
    const deals: [string, number | null, string | null][] = [['Zebra', 300, '2031-01-01'], ['ärmel', null, '2030-01-01'], ['Arbor', 900, null], ['öse', 300, '2030-01-01'], ['Nabe', null, null], ['oxid', 0, '2029-01-01']];
    for (const [name, amount, closeOn] of deals) await own.addDraft(own.seller, { name, value: amount === null ? null : { amount, currency: 'EUR' }, closeOn });
    const sorted = async (person: Person, sort: string): Promise<any[]> => {
      const rows: any[] = [];
      for (let cursor = ''; rows.length < 10;) {
        const page: any = expectStatus(200, await own.as(person).get(`/v1/deals?sort=${sort}&limit=2${cursor}`));
        rows.push(...page.data);
        if (!page.hasMore) break;
        cursor = `&cursor=${page.nextCursor}`;
      }
      return rows;
    };
    for (const person of [own.seller, own.manager]) {
      assert.deepEqual((await sorted(person, 'name')).map(({ name }) => name), ['Arbor', 'ärmel', 'Nabe', 'öse', 'oxid', 'Zebra']);
      assert.deepEqual((await sorted(person, '-value')).map(({ value }) => value?.amount ?? null), [900, 300, 300, 0, null, null]);
      assert.deepEqual((await sorted(person, 'closeOn')).map(({ closeOn }) => closeOn), ['2029-01-01', '2030-01-01', '2030-01-01', '2031-01-01', null, null]);
    }
    const { body: { nextCursor } } = await own.as(own.seller).get('/v1/deals?sort=name&limit=2');
    assert.equal((await own.as(own.seller).get(`/v1/deals?sort=-value&cursor=${nextCursor}`)).status, 422);
  });

  it('names what may be done with each row', async () => {
    const [row] = (await listed(world.rival)).data;
    assert.deepEqual(row.actions, ['change', 'submit', 'withdraw', 'moveStage', 'reassign', 'clone', 'sendMessage']);
    assert.deepEqual(row.nextStep, { code: 'submit', dueOn: null });
  });

  it('lets a co-seller read a deal and change nothing', async () => {
    await world.test.database.db.insertInto('deal_partners')
      .values({ programme_id: world.programme.id, deal_id: ids.Alpha!, partner_id: world.rival.partnerId!, role: 'co_seller', share: 30 }).execute();
    const seen = expectStatus(200, await world.as(world.rival).get(`/v1/deals/${ids.Alpha}`));
    assert.equal(seen.actions.some((action: any) => action.allowed), false);
    const refused = await world.as(world.rival).post(`/v1/deals/${ids.Alpha}/withdraw`);
    assert.deepEqual([refused.status, refused.body.detail], [409, 'Not possible now: not_leading.']);
  });
});
