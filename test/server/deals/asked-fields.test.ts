import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { expectStatus } from '../service.js';
import { problemsOf, startWorld, type DealWorld } from './world.js';

describe('what the vendor asks for before it decides', () => {
  let world: DealWorld;
  before(async () => { world = await startWorld(); });
  after(() => world?.test.close());

  async function addAsked(fields: string[], values: object = {}) {
    const { id } = await world.addDraft(world.seller, values as Record<string, unknown>);
    expectStatus(200, await world.as(world.seller).post(`/v1/deals/${id}/submit`));
    expectStatus(200, await world.as(world.manager).post(`/v1/deals/${id}/request-action`, { note: 'When?', fields }));
    const deal = expectStatus(200, await world.as(world.seller).get(`/v1/deals/${id}`));
    return { deal, change: (body: object) => world.as(world.seller).patch(`/v1/deals/${id}`, body, deal.version) };
  }

  it('can be changed, and nothing else, until it is submitted again', async () => {
    const { deal, change } = await addAsked(['closeOn', 'note']);
    assert.deepEqual([deal.askedFields, deal.nextStep], [['closeOn', 'note'], { code: 'answer', dueOn: null }]);
    assert.deepEqual(problemsOf(await change({ name: 'Another', value: { amount: 1, currency: 'EUR' }, closeOn: '2031-01-01', customerId: null, memberId: world.seller.memberId })), { '/name': 'read_only', '/value': 'read_only', '/customerId': 'read_only' });
    const changed = expectStatus(200, await change({ name: deal.name, customerId: deal.customer.id, value: deal.value, lines: [], closeOn: '2031-01-01', note: 'In January' }));
    assert.deepEqual([changed.closeOn, changed.note, changed.askedFields], ['2031-01-01', 'In January', ['closeOn', 'note']]);
    const again = expectStatus(200, await world.as(world.seller).post(`/v1/deals/${deal.id}/submit`));
    assert.deepEqual([again.askedFields, again.review], [[], 'submitted']);
  });

  it('may be the lines, whose sum the value follows', async () => {
    const { deal, change } = await addAsked(['lines'], { lines: [{ productId: world.productId, quantity: '1', unitPrice: '10' }] });
    assert.deepEqual(problemsOf(await change({ lines: [{ productId: world.productId, quantity: '1.0', unitPrice: '10.00' }], note: 'x' })), { '/note': 'read_only' });
    assert.equal(expectStatus(200, await change({ lines: [{ productId: world.productId, quantity: '3', unitPrice: '10' }], value: deal.value })).value.amount, 3_000);
  });

  it('is everything where no field is named', async () => {
    const { deal, change } = await addAsked([]);
    assert.deepEqual([deal.askedFields, expectStatus(200, await change({ name: 'Another' })).name], [[], 'Another']);
  });
});
