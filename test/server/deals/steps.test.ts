import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays, addWorkingDays } from '../../../src/server/deals/rules.js';
import { expectStatus } from '../service.js';
import { problemsOf, startWorld, type DealWorld } from './world.js';

const allowed = (deal: any): string[] => deal.actions.filter((action: any) => action.allowed).map((action: any) => action.name).filter((name: string) => !['clone', 'sendMessage', 'coSell'].includes(name));

describe('the steps of a deal', () => {
  let world: DealWorld;
  before(async () => { world = await startWorld(); });
  after(() => world?.test.close());

  it('goes from draft to an answer, and tells each side what it may do', async () => {
    const draft = await world.addDraft(world.seller);
    assert.deepEqual(allowed(draft), ['change', 'submit', 'withdraw', 'moveStage']);
    const submitted = expectStatus(200, await world.as(world.seller).post(`/v1/deals/${draft.id}/submit`));
    assert.equal(submitted.review, 'submitted');
    assert.equal(submitted.reviewDueOn, addWorkingDays(world.today, 5, []));
    assert.deepEqual(allowed(submitted), ['withdraw', 'moveStage']);
    const reviewing = expectStatus(200, await world.as(world.manager).post(`/v1/deals/${draft.id}/start-review`));
    assert.deepEqual(allowed(reviewing), ['requestAction', 'approve', 'reject', 'handOver', 'linkAccount']);
    const asked = expectStatus(200, await world.as(world.manager).post(`/v1/deals/${draft.id}/request-action`, { note: 'Which line?' }));
    assert.equal(asked.review, 'action_required');
    const seen = expectStatus(200, await world.as(world.seller).get(`/v1/deals/${draft.id}`));
    assert.equal(seen.decisionNote, 'Which line?');
    assert.deepEqual(allowed(seen), ['change', 'submit', 'withdraw', 'moveStage']);
    const again = expectStatus(200, await world.as(world.seller).post(`/v1/deals/${draft.id}/submit`));
    assert.equal(again.decisionNote, null);
  });

  it('protects an approved deal from today, for the programme\'s days or those that are given', async () => {
    const { protection, actions, account } = await world.addApproved(world.seller);
    assert.deepEqual(protection, { state: 'active', startsOn: world.today, endsOn: addDays(world.today, 90), daysLeft: 90 });
    assert.equal(account.name, 'Brückner Gruppe', 'the account that its customer is');
    assert.ok(actions.length);
    const short = await world.addApproved(world.seller, { protectionDays: 10, accountId: world.accountId, note: 'Well done' });
    assert.deepEqual(short.protection, { state: 'expiring', startsOn: world.today, endsOn: addDays(world.today, 10), daysLeft: 10 });
    assert.equal(short.account.name, 'Brückner Gruppe');
    const seen = expectStatus(200, await world.as(world.seller).get(`/v1/deals/${short.id}`));
    assert.equal(seen.decisionNote, 'Well done');
    assert.equal('account' in seen, false);
    assert.doesNotMatch(JSON.stringify(seen), /Mara|Gruppe/);
  });

  it('refuses an account that is not there', async () => {
    const { id } = await world.addDraft(world.seller);
    expectStatus(200, await world.as(world.seller).post(`/v1/deals/${id}/submit`));
    assert.deepEqual(problemsOf(await world.as(world.manager).post(`/v1/deals/${id}/approve`, { accountId: `acc_${'0'.repeat(32)}` })), { '/accountId': 'unknown' });
  });

  it('rejects with a reason from the programme\'s list, which the partner reads', async () => {
    const { id } = await world.addDraft(world.seller);
    expectStatus(200, await world.as(world.seller).post(`/v1/deals/${id}/submit`));
    assert.deepEqual(problemsOf(await world.as(world.manager).post(`/v1/deals/${id}/reject`, { reason: 'mood' })), { '/reason': 'unknown' });
    expectStatus(200, await world.as(world.manager).post(`/v1/deals/${id}/reject`, { reason: 'insufficient', note: 'Name the site' }));
    const seen = expectStatus(200, await world.as(world.seller).get(`/v1/deals/${id}`));
    assert.deepEqual([seen.review, seen.decisionReason, seen.decisionNote, seen.reviewDueOn], ['rejected', 'insufficient', 'Name the site', null]);
    const late = await world.as(world.manager).post(`/v1/deals/${id}/approve`, {});
    assert.deepEqual([late.status, late.body.code, late.body.detail], [409, 'action_not_allowed', 'Not possible now: review_rejected.']);
  });

  it('withdraws what is not decided', async () => {
    const { id } = await world.addDraft(world.seller);
    assert.equal(expectStatus(200, await world.as(world.admin).post(`/v1/deals/${id}/withdraw`)).review, 'withdrawn');
  });

  it('answers two partners\' claims on one company alike', async () => {
    const first = await world.addDraft(world.seller);
    expectStatus(200, await world.as(world.seller).post(`/v1/deals/${first.id}/submit`));
    expectStatus(200, await world.as(world.manager).post(`/v1/deals/${first.id}/approve`, { accountId: world.accountId }));
    const second = await world.addDraft(world.rival);
    const submitted = expectStatus(200, await world.as(world.rival).post(`/v1/deals/${second.id}/submit`));
    assert.equal(submitted.review, 'submitted');
    assert.doesNotMatch(JSON.stringify(submitted), new RegExp(`${first.id}|${world.seller.partnerId}|Nordwind`));
  });

  const refusedMoves: [string, Record<string, unknown>, Record<string, string>][] = [
    ['a loss without a reason', { stage: 'closed_lost' }, { '/reason': 'required' }],
    ['a loss with a reason of its own', { stage: 'closed_lost', reason: 'mood' }, { '/reason': 'unknown' }],
    ['a reason for going on', { stage: 'qualified', reason: 'price' }, { '/reason': 'unexpected' }],
    ['a day for going on', { stage: 'qualified', closedOn: '2026-01-01' }, { '/closedOn': 'unexpected' }],
    ['a win on a day yet to come', { stage: 'closed_won', closedOn: '2999-01-01' }, { '/closedOn': 'future' }],
  ];
  it('moves the stage, wins, is confirmed and stays so', async () => {
    const { id } = await world.addApproved(world.seller);
    const move = (body: unknown) => world.as(world.seller).post(`/v1/deals/${id}/stage`, body);
    for (const [title, body, problems] of refusedMoves) assert.deepEqual(problemsOf(await move(body)), problems, title);
    assert.equal(expectStatus(200, await move({ stage: 'committed' })).stage, 'committed');
    const lost = expectStatus(200, await move({ stage: 'closed_lost', reason: 'price' }));
    assert.deepEqual([lost.stageReason, lost.closedOn], ['price', world.today]);
    const reopened = expectStatus(200, await move({ stage: 'committed' }));
    assert.deepEqual([reopened.stageReason, reopened.closedOn], [null, null]);
    const won = expectStatus(200, await move({ stage: 'closed_won', closedOn: addDays(world.today, -3) }));
    assert.equal(won.closedOn, addDays(world.today, -3));
    assert.ok(expectStatus(200, await world.as(world.manager).post(`/v1/deals/${id}/confirm-win`)).winConfirmedAt);
    assert.equal((await move({ stage: 'committed' })).body.detail, 'Not possible now: win_confirmed.');
  });

  it('claims no win before the vendor approved', async () => {
    const { id } = await world.addDraft(world.seller);
    assert.equal((await world.as(world.seller).post(`/v1/deals/${id}/stage`, { stage: 'closed_won' })).body.code, 'action_not_allowed');
  });

  it('takes a step once, however often the same request is sent', async () => {
    const { id } = await world.addDraft(world.seller);
    const send = () => world.as(world.seller).post(`/v1/deals/${id}/submit`, undefined, { 'idempotency-key': `submit-${id}` });
    const [first, second] = [await send(), await send()];
    assert.deepEqual([second.status, second.body], [200, first.body]);
    assert.equal(second.headers.get('idempotency-replayed'), 'true');
  });
});
