import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startWorld, type DealWorld } from '../deals/world.js';
import { expectStatus, type Person } from '../service.js';

describe('history and changes', () => {
  let world: DealWorld;
  const historyOf = async (person: Person, recordId: string, query = ''): Promise<any> => expectStatus(200, await world.as(person).get(`/v1/history?recordId=${recordId}${query}`));
  const changes = async (person: Person, since?: string): Promise<any> => expectStatus(200, await world.as(person).get(`/v1/changes${since ? `?since=${encodeURIComponent(since)}` : ''}`));
  before(async () => { world = await startWorld(); });
  after(() => world?.test.close());

  it('tells who did what when, the newest first, and names to a partner the vendor and not its people', async () => {
    const deal = await world.addApproved(world.seller, { accountId: world.accountId, note: 'Fine' });
    const [approved, submitted, created] = (await historyOf(world.seller, deal.id)).data;
    assert.deepEqual([created.action, submitted.action, approved.action], ['created', 'submitted', 'approved']);
    assert.deepEqual([created.by, approved.by, approved.reason], ['Sven Seller', 'Vendor', 'Fine']);
    assert.deepEqual(approved.changes.review, { from: 'submitted', to: 'approved' });
    assert.equal(approved.changes.protection.to.state, 'active');
    assert.equal('account' in approved.changes, false);
    const taken = (await historyOf(world.manager, deal.id)).data.find(({ action }: any) => action === 'decision_taken');
    assert.deepEqual([taken.by, taken.changes.account.to.name, taken.rule], ['Mara Manager', 'Brückner Gruppe', 'rules.1']);
  });

  it('is read in pages', async () => {
    const deal = await world.addApproved(world.seller);
    const first = await historyOf(world.seller, deal.id, '&limit=2');
    assert.deepEqual([first.data.length, first.hasMore], [2, true]);
    assert.deepEqual((await historyOf(world.seller, deal.id, `&limit=2&cursor=${first.nextCursor}`)).data.map((entry: any) => entry.action), ['created']);
  });

  it('is as hidden as its record', async () => {
    const deal = await world.addDraft(world.seller);
    const hidden: [Person, string][] = [
      [world.rival, deal.id], [world.colleague, deal.id], [world.rival, deal.customer.id], [world.seller, world.accountId],
      [world.seller, world.rival.partnerId!], [world.seller, world.rival.memberId], [world.seller, `deal_${'0'.repeat(32)}`], [world.seller, `his_${'0'.repeat(32)}`],
    ];
    for (const [person, recordId] of hidden) assert.equal((await world.as(person).get(`/v1/history?recordId=${recordId}`)).status, 404, recordId);
    for (const recordId of [world.productId, world.territoryId, world.programme.id, world.seller.partnerId!, world.seller.memberId]) await historyOf(world.seller, recordId);
    await historyOf(world.manager, world.accountId);
  });

  it('tells each caller what changed in its own view since a moment', async () => {
    const { now: start, data } = await changes(world.seller);
    assert.deepEqual(data, []);
    const deal = await world.addDraft(world.seller);
    const seenBy = async (person: Person) => (await changes(person, start)).data.some((change: any) => change.resource === 'deals' && change.recordId === deal.id);
    assert.deepEqual([await seenBy(world.seller), await seenBy(world.admin), await seenBy(world.manager)], [true, true, true]);
    assert.deepEqual([await seenBy(world.colleague), await seenBy(world.rival)], [false, false]);
    const later = new Date(Date.parse(start) + 3_600_000).toISOString();
    assert.deepEqual((await changes(world.seller, later)).data, []);
  });

  it('says when more changed than it lists', async () => {
    const { now } = await changes(world.manager);
    await world.test.database.db.insertInto('history').values(Array.from({ length: 501 }, () => (
      { programme_id: world.programme.id, record_type: 'territory', record_id: world.territoryId, actor_role: 'secret_key', action: 'changed', audience: 'vendor' }))).execute();
    const answer = await changes(world.manager, now);
    assert.deepEqual([answer.truncated, answer.data.length, answer.data[0].resource], [true, 500, 'territories']);
    assert.equal((await changes(world.seller, now)).truncated, false);
  });
});
