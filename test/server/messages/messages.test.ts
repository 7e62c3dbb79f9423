import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Person } from '../service.js';
import { expectStatus } from '../service.js';
import { problemsOf, startWorld, type DealWorld } from '../deals/world.js';

describe('the conversation on a deal', () => {
  let world: DealWorld;
  let dealId: string;
  before(async () => { world = await startWorld(); ({ id: dealId } = await world.addDraft(world.seller)); });
  after(() => world?.test.close());
  const send = (person: Person, text: string, about = dealId) => world.as(person).post('/v1/messages', { dealId: about, text });
  const read = async (person: Person, query = '') => expectStatus(200, await world.as(person).get(`/v1/messages?dealId=${dealId}${query}`));

  it('is between the partner and the vendor, newest first; the vendor speaks with one name', async () => {
    expectStatus(201, await send(world.seller, 'Is hall 3 <b>yours</b>?\nOr theirs?'));
    const answer = expectStatus(201, await send(world.manager, '=theirs'));
    assert.deepEqual([answer.side, answer.by, answer.own], ['vendor', 'Mara Manager', true]);
    const seen = (person: Person) => read(person).then(({ data }) => data.map(({ side, by, own, text }: any) => [side, by, own, text]));
    assert.deepEqual(await seen(world.seller), [['vendor', 'Vendor', false, '=theirs'], ['partner', 'Sven Seller', true, 'Is hall 3 <b>yours</b>?\nOr theirs?']]);
    assert.deepEqual((await seen(world.admin)).map(([, by, own]: any) => [by, own]), [['Vendor', false], ['Sven Seller', false]]);
    assert.deepEqual((await seen(world.manager)).map(([, by]: any) => by), ['Mara Manager', 'Sven Seller']);
    const first = await read(world.seller, '&limit=1');
    assert.deepEqual([(await read(world.seller, `&limit=1&cursor=${first.nextCursor}`)).data[0].side, first.hasMore], ['partner', true]);
  });

  it('from the vendor\'s own back end bears the vendor\'s name', async () => {
    const sent = expectStatus(201, await world.test.request('POST', '/v1/messages', { token: world.programme.secretKey, body: { dealId, text: 'Automatic' } }));
    assert.deepEqual([sent.side, sent.by, sent.own], ['vendor', 'Vendor', false]);
  });

  it('is told to the other side, and to nobody else', async () => {
    const told = async (person: Person, since: string) =>
      expectStatus(200, await world.as(person).get(`/v1/changes?since=${since}`)).data.filter(({ resource }: any) => resource === 'messages');
    const { now: since } = expectStatus(200, await world.as(world.manager).get('/v1/changes'));
    const message = expectStatus(201, await send(world.seller, 'Hello?'));
    for (const person of [world.manager, world.admin, world.seller]) assert.deepEqual((await told(person, since)).find(({ id }: any) => id === message.id), { id: message.id, resource: 'messages', recordId: dealId });
    for (const person of [world.rival, world.colleague]) assert.deepEqual(await told(person, since), []);
    const [event] = await world.test.database.db.selectFrom('outbox').select(['event', 'payload']).where('event', '=', 'deal.message_sent').orderBy('id', 'desc').limit(1).execute();
    assert.deepEqual(event!.payload, { recordId: dealId, messageId: message.id });
    assert.equal((await world.test.database.db.selectFrom('history').select('id').where('record_id', '=', dealId).where('action', 'like', '%message%').execute()).length, 0);
  });

  it('is not for a rival, a colleague or a co-seller', async () => {
    for (const person of [world.rival, world.colleague]) {
      assert.equal((await send(person, 'Hi')).status, 404);
      assert.equal((await world.as(person).get(`/v1/messages?dealId=${dealId}`)).status, 404);
    }
    await world.test.database.db.insertInto('deal_partners').values({ programme_id: world.programme.id, deal_id: dealId, partner_id: world.rival.partnerId!, role: 'co_seller', share: 30 }).execute();
    assert.deepEqual((await read(world.rival)).data, []);
    assert.equal((await send(world.rival, 'Hi')).body.detail, 'Not possible now: not_leading.');
    const { now } = expectStatus(200, await world.as(world.rival).get('/v1/changes'));
    expectStatus(201, await send(world.seller, 'Between us'));
    assert.equal(expectStatus(200, await world.as(world.rival).get(`/v1/changes?since=${now}`)).data.filter(({ resource }: any) => resource === 'messages').length, 0);
  });

  it('takes text that says something, of a length that somebody reads', async () => {
    assert.deepEqual(problemsOf(await send(world.seller, '  ')), { '/text': 'too_small' });
    assert.deepEqual(problemsOf(await send(world.seller, 'x'.repeat(4_001))), { '/text': 'too_big' });
    assert.equal((await send(world.seller, 'Hi', `deal_${'0'.repeat(32)}`)).status, 404);
  });
});
