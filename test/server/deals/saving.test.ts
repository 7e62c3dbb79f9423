import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expectStatus, startService, type TestService } from '../service.js';
import { problemsOf, startWorld, type DealWorld } from './world.js';

const custom = [
  { key: 'budget', type: 'money', label: { en: 'Budget' }, required: true },
  { key: 'urgency', type: 'choice', label: { en: 'Urgency' }, required: false, options: [{ value: 'now', label: { en: 'Now' } }, { value: 'later', label: { en: 'Later' } }] },
  { key: 'fleet', type: 'number', label: { en: 'Fleet' }, required: true, partnerKinds: ['distributor'] },
];
const dealForm = { sections: [{ key: 'all', label: { en: 'All' }, fields: [
  { key: 'customerId', type: 'standard', label: { en: 'Customer' }, required: true },
  { key: 'name', type: 'standard', label: { en: 'Name' }, required: true },
  { key: 'value', type: 'standard', label: { en: 'Value' }, required: true },
  ...custom,
] }] };

describe('saving a deal', () => {
  let test: TestService;
  let world: DealWorld;
  before(async () => {
    test = await startService();
    world = await startWorld({}, test);
  });
  after(() => test?.close());

  it('keeps a draft that is as empty as it can be', async () => {
    const deal = expectStatus(201, await world.as(world.seller).post('/v1/deals', {}));
    assert.equal(deal.name, '');
    assert.equal(deal.review, 'draft');
    assert.deepEqual(deal.member.id, world.seller.memberId);
    assert.equal(deal.value, null);
    assert.equal('account' in deal, false);
  });

  it('says each thing that is wrong with what was sent, and where', async () => {
    const answer = await world.as(world.seller).post('/v1/deals', {
      customerId: `cus_${'0'.repeat(32)}`, territoryId: `ter_${'0'.repeat(32)}`, value: { amount: 1, currency: 'USD' }, custom: { budget: 'much', 'a/b': 1 },
      lines: [{ productId: world.productId, quantity: '1', unitPrice: '2' }, { productId: `prd_${'0'.repeat(32)}`, quantity: '1', unitPrice: '2' }],
    });
    assert.equal(answer.status, 422);
    assert.deepEqual(problemsOf(answer), {
      '/customerId': 'unknown', '/territoryId': 'unknown', '/value/currency': 'currency', '/custom/budget': 'unknown', '/custom/a~1b': 'unknown', '/lines/1/productId': 'unknown',
    });
  });

  it('takes the value from the lines, summed to four places and rounded once', async () => {
    const lines = [{ productId: world.productId, quantity: '3', unitPrice: '2024.9940' }, { description: 'Fitting', quantity: '0.5', unitPrice: '0.0333' }];
    const deal = await world.addDraft(world.seller, { lines, value: { amount: 5, currency: 'EUR' } });
    assert.deepEqual(deal.lines.map((line: any) => line.amount), ['6074.9820', '0.0167']);
    assert.deepEqual(deal.value, { amount: 607_500, currency: 'EUR' });
    const beside = expectStatus(200, await world.as(world.seller).patch(`/v1/deals/${deal.id}`, { value: { amount: 1, currency: 'EUR' } }, deal.version));
    assert.equal(beside.value.amount, 607_500);
    const without = expectStatus(200, await world.as(world.seller).patch(`/v1/deals/${deal.id}`, { lines: [] }, beside.version));
    assert.equal(without.value, null);
  });

  it('changes what is sent and leaves the rest', async () => {
    const deal = await world.addDraft(world.seller);
    const changed = expectStatus(200, await world.as(world.seller).patch(`/v1/deals/${deal.id}`, { note: 'Call first', territoryId: world.territoryId }, deal.version));
    assert.equal(changed.note, 'Call first');
    assert.equal(changed.territoryId, world.territoryId);
    assert.equal(changed.name, deal.name);
    assert.equal(changed.version, deal.version + 1);
  });

  it('refuses a stale version and shows the deal as it is', async () => {
    const deal = await world.addDraft(world.seller);
    expectStatus(200, await world.as(world.seller).patch(`/v1/deals/${deal.id}`, { note: 'one' }, deal.version));
    const stale = await world.as(world.seller).patch(`/v1/deals/${deal.id}`, { note: 'two' }, deal.version);
    assert.equal(stale.status, 412);
    assert.equal(stale.body.current.note, 'one');
  });

  it('lets an admin name any active member of the company, and a seller nobody but itself', async () => {
    const handed = await world.addDraft(world.admin, { memberId: world.colleague.memberId });
    assert.equal(handed.member.name, 'Cara Colleague');
    const refused = [
      await world.as(world.seller).post('/v1/deals', { memberId: world.colleague.memberId }),
      await world.as(world.seller).post('/v1/deals', { memberId: `mem_${'0'.repeat(32)}` }),
      await world.as(world.admin).post('/v1/deals', { memberId: world.rival.memberId }),
    ];
    for (const answer of refused) assert.deepEqual(problemsOf(answer), { '/memberId': 'unknown' });
    assert.deepEqual(refused[0]!.body.errors, refused[1]!.body.errors);
  });

  it('knows no customer of a colleague or a rival', async () => {
    for (const owner of [world.colleague, world.rival]) {
      const customerId = await world.addCustomer(owner);
      assert.deepEqual(problemsOf(await world.as(world.seller).post('/v1/deals', { customerId })), { '/customerId': 'unknown' });
    }
  });

  it('holds the programme\'s own fields against its form, and asks each kind of partner its own', async () => {
    const own = await startWorld({ settings: { dealForm } }, test);
    const wrong = await own.as(own.seller).post('/v1/deals', { custom: { budget: { amount: 1, currency: 'USD' }, urgency: 'someday', fleet: 3 } });
    assert.deepEqual(problemsOf(wrong), { '/custom/budget/currency': 'currency', '/custom/urgency': 'unknown', '/custom/fleet': 'unknown' });
    const draft = expectStatus(201, await own.as(own.seller).post('/v1/deals', { name: 'Half', custom: { urgency: 'now', budget: null } }));
    assert.deepEqual(draft.custom, { urgency: 'now' });
    const early = await own.as(own.seller).post(`/v1/deals/${draft.id}/submit`);
    assert.deepEqual(problemsOf(early), { '/customerId': 'required', '/value': 'required', '/custom/budget': 'required' });
    const complete = { customerId: await own.addCustomer(own.seller), value: { amount: 1, currency: 'EUR' }, custom: { budget: { amount: 900, currency: 'EUR' } } };
    expectStatus(200, await own.as(own.seller).patch(`/v1/deals/${draft.id}`, complete, draft.version));
    assert.equal(expectStatus(200, await own.as(own.seller).post(`/v1/deals/${draft.id}/submit`)).review, 'submitted');
  });
});
