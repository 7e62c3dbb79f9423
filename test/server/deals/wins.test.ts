import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../../src/server/deals/rules.js';
import { expectStatus } from '../service.js';
import { problemsOf, startWorld, type DealWorld } from './world.js';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

describe('a win', () => {
  let world: DealWorld;
  before(async () => { world = await startWorld(); });
  after(() => world?.test.close());
  const move = (id: string, body: object) => world.as(world.seller).post(`/v1/deals/${id}/stage`, body);
  const historyOf = async (id: string) => expectStatus(200, await world.as(world.manager).get(`/v1/history?recordId=${id}`)).data as any[];

  it('is claimed with its day and value, and confirmed', async () => {
    const { id } = await world.addApproved(world.seller);
    const won = expectStatus(200, await move(id, { stage: 'closed_won', closedOn: addDays(world.today, -2), value: euros(990_000) }));
    assert.deepEqual([won.value, won.closedOn, won.nextStep], [euros(990_000), addDays(world.today, -2), null]);
    const [claimed] = await historyOf(id);
    assert.deepEqual([claimed.action, claimed.changes.stage, claimed.changes.value], ['win_claimed', { from: 'prospect', to: 'closed_won' }, { from: euros(1_250_000), to: euros(990_000) }]);
    assert.equal(expectStatus(200, await world.as(world.manager).get(`/v1/deals/${id}`)).nextStep.code, 'confirm_win');
    expectStatus(200, await world.as(world.manager).post(`/v1/deals/${id}/confirm-win`));
    assert.equal((await world.as(world.manager).post(`/v1/deals/${id}/refuse-win`, { note: 'No' })).body.detail, 'Not possible now: win_confirmed.');
    assert.equal((await world.as(world.admin).post(`/v1/deals/${id}/reassign`, { memberId: world.colleague.memberId })).body.detail, 'Not possible now: win_confirmed.');
  });

  it('that the vendor refuses goes back to the stage before, with a note that the partner reads', async () => {
    const { id } = await world.addApproved(world.seller);
    for (const stage of ['qualified', 'technical_validation']) {
      expectStatus(200, await move(id, { stage }));
      expectStatus(200, await move(id, { stage: 'closed_won' }));
      const back = expectStatus(200, await world.as(world.manager).post(`/v1/deals/${id}/refuse-win`, { note: 'There is no order yet' }));
      assert.deepEqual([back.stage, back.closedOn], [stage, null]);
    }
    const seen = expectStatus(200, await world.as(world.seller).get(`/v1/deals/${id}`));
    assert.equal(seen.decisionNote, 'There is no order yet');
    assert.deepEqual([(await historyOf(id))[0].action, (await historyOf(id))[0].reason], ['win_refused', 'There is no order yet']);
    assert.equal((await world.as(world.manager).post(`/v1/deals/${id}/refuse-win`, { note: 'No' })).body.detail, 'Not possible now: no_win_claimed.');
    assert.equal((await world.as(world.seller).post(`/v1/deals/${id}/refuse-win`, { note: 'No' })).body.code, 'role_forbidden');
  });

  it('that came here as one goes back to the last open stage', async () => {
    const { id } = await world.addApproved(world.seller);
    await world.test.database.db.updateTable('deals').set({ stage: 'closed_won' }).where('id', '=', id).execute();
    assert.equal(expectStatus(200, await world.as(world.manager).post(`/v1/deals/${id}/refuse-win`, { note: 'No order' })).stage, 'committed');
  });

  it('has the value of its lines, or one in the programme\'s currency, or none that was not entered', async () => {
    const lined = await world.addDraft(world.seller, { lines: [{ productId: world.productId, quantity: '2', unitPrice: '10' }] });
    const empty = await world.addApproved(world.seller);
    await world.test.database.db.updateTable('deals').set({ review: 'approved' }).where('id', '=', lined.id).execute();
    await world.test.database.db.updateTable('deals').set({ value_minor: null }).where('id', '=', empty.id).execute();
    assert.deepEqual(problemsOf(await move(lined.id, { stage: 'closed_won', value: euros(1) })), { '/value': 'sum_of_lines' });
    assert.deepEqual(problemsOf(await move(empty.id, { stage: 'closed_won' })), { '/value': 'required' });
    assert.deepEqual(problemsOf(await move(empty.id, { stage: 'closed_won', value: { amount: 1, currency: 'USD' } })), { '/value/currency': 'currency' });
    assert.deepEqual(problemsOf(await move(empty.id, { stage: 'qualified', value: euros(1) })), { '/value': 'unexpected' });
    assert.equal(expectStatus(200, await move(lined.id, { stage: 'closed_won' })).value.amount, 2_000);
  });

  it('that is none ends the protection for good, so that opening the deal again tells nothing', async () => {
    // An account of its own: the world's other deals stand at the customer's.
    const { id: accountId } = expectStatus(201, await world.test.request('POST', '/v1/accounts', { token: world.programme.secretKey, body: { name: 'Achterberg AG' } }));
    const { id } = await world.addApproved(world.seller, { accountId });
    const lost = expectStatus(200, await move(id, { stage: 'closed_lost', reason: 'price' }));
    assert.deepEqual([lost.protection.state, lost.protection.endsOn], ['expired', world.today]);
    expectStatus(200, await world.as(world.manager).get(`/v1/deals/${(await world.addApproved(world.rival, { accountId })).id}`));
    const opened = expectStatus(200, await move(id, { stage: 'qualified' }));
    assert.deepEqual([opened.stage, opened.protection.state], ['qualified', 'expired']);
    await world.test.service.runDueJobs();
    assert.equal(expectStatus(200, await world.as(world.seller).get(`/v1/deals/${id}`)).protection.state, 'expired');
  });
});
