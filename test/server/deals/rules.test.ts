import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Review, Role, Stage } from '../../../src/contract/index.js';
import { allowedNames } from '../../../src/server/actions.js';
import { addDays, addWorkingDays, daysBetween, dealAvailability, endsProtection, protectionOf, refuseStage, type DealAction, type DealState } from '../../../src/server/deals/rules.js';

const deal = (values: Partial<DealState> = {}): DealState => ({ review: 'draft', stage: 'prospect', protection: 'none', winConfirmed: false, extensionRequested: false, extensionsLeft: 2, leads: true, pending: 'none', ...values });

/** What either side may always do with a deal that it leads or decides on. */
const always = ['clone', 'sendMessage'];

describe('what may be done with a deal', () => {
  const byReview: [Review, string[], string[]][] = [
    ['draft', ['change', 'submit', 'withdraw', 'moveStage'], []],
    ['submitted', ['withdraw', 'moveStage'], ['startReview', 'requestAction', 'approve', 'reject', 'handOver', 'linkAccount', 'coSell']],
    ['in_review', ['withdraw', 'moveStage'], ['requestAction', 'approve', 'reject', 'handOver', 'linkAccount', 'coSell']],
    ['action_required', ['change', 'submit', 'withdraw', 'moveStage'], ['handOver', 'linkAccount', 'coSell']],
    ['approved', ['moveStage'], ['coSell']],
    ['rejected', [], []],
    ['withdrawn', [], []],
  ];
  const steps = (review: Review, role: Role) => allowedNames(dealAvailability(deal({ review }), role)).filter((name) => !always.includes(name));
  for (const [review, partner, vendor] of byReview) {
    it(`while ${review}: the partner ${partner.join(', ') || 'nothing'}; the vendor ${vendor.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(steps(review, 'partner_seller'), partner);
      assert.deepEqual(steps(review, 'channel_manager'), vendor);
    });
  }

  it('nothing for a co-seller, and every reason says so', () => {
    assert.deepEqual([...new Set(dealAvailability(deal({ leads: false }), 'partner_admin').map((action) => action.reason))], ['not_leading']);
  });

  const approved = { review: 'approved', protection: 'active' } as const;
  const refusals: [string, DealAction, Role, Partial<DealState>, string | undefined][] = [
    ['a registration with a decision that waits', 'approve', 'channel_manager', { review: 'submitted', pending: 'waiting' }, 'decision_pending'],
    ['one that others must agree to', 'reject', 'channel_manager', { review: 'in_review', pending: 'others' }, 'awaits_others'],
    ['one that waits for this one\'s word', 'approve', 'channel_manager', { review: 'in_review', pending: 'agreement' }, undefined],
    ['one that a rule would approve', 'reject', 'channel_manager', { review: 'submitted', pending: 'automatic' }, undefined],
    ['a decision that waits', 'undoDecision', 'channel_manager', { review: 'submitted', pending: 'waiting' }, undefined],
    ['no decision', 'undoDecision', 'channel_manager', { review: 'submitted' }, 'nothing_pending'],
    ['an account under a decision', 'linkAccount', 'channel_manager', { review: 'submitted', pending: 'waiting' }, 'decision_pending'],
    ['a claimed win of an approved deal', 'confirmWin', 'channel_manager', { review: 'approved', stage: 'closed_won' }, undefined],
    ['a win that is confirmed', 'confirmWin', 'channel_manager', { review: 'approved', stage: 'closed_won', winConfirmed: true }, 'win_confirmed'],
    ['a deal that is still open', 'confirmWin', 'channel_manager', { review: 'approved', stage: 'committed' }, 'no_win_claimed'],
    ['a claimed win', 'refuseWin', 'secret_key', { review: 'approved', stage: 'closed_won' }, undefined],
    ['a win that is confirmed', 'refuseWin', 'secret_key', { review: 'approved', stage: 'closed_won', winConfirmed: true }, 'win_confirmed'],
    ['a protected deal', 'requestExtension', 'partner_seller', approved, undefined],
    ['a deal that is about to lose protection', 'requestExtension', 'partner_admin', { ...approved, protection: 'expiring' }, undefined],
    ['a deal whose protection is over', 'requestExtension', 'partner_admin', { ...approved, protection: 'expired' }, 'protection_expired'],
    ['a deal without protection', 'requestExtension', 'partner_admin', { review: 'approved' }, 'protection_none'],
    ['a deal that is not approved', 'requestExtension', 'partner_admin', { review: 'submitted' }, 'review_submitted'],
    ['a deal that is won', 'requestExtension', 'partner_admin', { ...approved, stage: 'closed_won' }, 'stage_closed_won'],
    ['a deal with an open request', 'requestExtension', 'partner_admin', { ...approved, extensionRequested: true }, 'extension_requested'],
    ['a deal that was extended as often as may be', 'requestExtension', 'partner_admin', { ...approved, extensionsLeft: 0 }, 'no_extensions_left'],
    ['a request', 'grantExtension', 'channel_manager', { ...approved, extensionRequested: true }, undefined],
    ['a request made in time, after the end', 'grantExtension', 'channel_manager', { ...approved, protection: 'expired', extensionRequested: true }, undefined],
    ['a request for a deal that was lost since', 'grantExtension', 'channel_manager', { ...approved, stage: 'closed_lost', extensionRequested: true }, 'stage_closed_lost'],
    ['what was not asked for', 'grantExtension', 'channel_manager', approved, 'no_extension_requested'],
    ['a request for a deal that was lost since', 'refuseExtension', 'channel_manager', { ...approved, stage: 'closed_lost', extensionRequested: true }, undefined],
    ['what was not asked for', 'refuseExtension', 'channel_manager', approved, 'no_extension_requested'],
    ['a draft', 'reassign', 'partner_admin', {}, undefined],
    ['a confirmed win', 'reassign', 'partner_admin', { review: 'approved', stage: 'closed_won', winConfirmed: true }, 'win_confirmed'],
    ['a draft', 'coSell', 'programme_admin', {}, 'review_draft'],
    ['a rejected deal', 'clone', 'partner_seller', { review: 'rejected' }, undefined],
  ];
  for (const [title, action, role, values, reason] of refusals) {
    it(`${action} of ${title} by a ${role}: ${reason ?? 'yes'}`, () => {
      const known = dealAvailability(deal(values), role).find(({ name }) => name === action);
      assert.deepEqual(known, reason === undefined ? { name: action, allowed: true } : { name: action, allowed: false, reason });
    });
  }

  it('reassigning is an admin\'s alone', () => {
    assert.equal(dealAvailability(deal(), 'partner_seller').some(({ name }) => name === 'reassign'), false);
  });

  it('losing a deal, and opening one that was lost, ends what protection there is', () => {
    const ends = (stage: Stage, to: Stage, protection: DealState['protection']) => endsProtection(deal({ stage, protection }), to);
    assert.deepEqual([ends('committed', 'closed_lost', 'active'), ends('committed', 'closed_lost', 'none'), ends('closed_lost', 'qualified', 'expiring'), ends('committed', 'closed_won', 'active')], [true, false, true, false]);
  });
});

describe('moving the stage', () => {
  const moves: [Stage, Stage, Review, string | undefined][] = [
    ['prospect', 'committed', 'draft', undefined],
    ['committed', 'qualified', 'approved', undefined],
    ['prospect', 'prospect', 'draft', 'same_stage'],
    ['committed', 'closed_won', 'submitted', 'win_needs_approval'],
    ['committed', 'closed_won', 'approved', undefined],
    ['prospect', 'closed_lost', 'draft', undefined],
    ['closed_lost', 'closed_won', 'approved', 'already_closed'],
    ['closed_won', 'committed', 'approved', undefined],
  ];
  for (const [from, to, review, refusal] of moves) {
    it(`from ${from} to ${to} while ${review}: ${refusal ?? 'yes'}`, () => assert.equal(refuseStage(deal({ stage: from, review }), to), refusal));
  }
});

describe('days', () => {
  const protections: [string, string, string][] = [
    ['2026-04-30', '2026-03-01', 'active'], ['2026-03-15', '2026-03-01', 'expiring'], ['2026-03-16', '2026-03-01', 'active'],
    ['2026-03-01', '2026-03-01', 'expiring'], ['2026-02-28', '2026-03-01', 'expired'],
  ];
  for (const [endsOn, today, state] of protections) it(`protection to ${endsOn} is ${state} on ${today}`, () => assert.equal(protectionOf(endsOn, today, 14), state));

  const working: [string, number, string[], string][] = [
    ['2026-03-02', 5, [], '2026-03-09'], ['2026-03-06', 1, [], '2026-03-09'], ['2026-03-07', 1, [], '2026-03-09'],
    ['2026-04-02', 1, ['2026-04-03', '2026-04-06'], '2026-04-07'], ['2026-12-31', 1, ['2027-01-01'], '2027-01-04'],
  ];
  for (const [from, days, holidays, to] of working) it(`${days} working days after ${from} is ${to}`, () => assert.equal(addWorkingDays(from, days, holidays), to));

  it('are counted alike across daylight changes and leap days', () => {
    assert.equal(addDays('2026-03-28', 2), '2026-03-30');
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  });
});
