import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextSteps } from '../../../src/contract/index.js';
import { allowedNames } from '../../../src/server/actions.js';
import { nextStepOf, type NextStepFacts } from '../../../src/server/deals/next-step.js';
import { dealAvailability, type DealState } from '../../../src/server/deals/rules.js';

const open: DealState = { review: 'draft', stage: 'prospect', protection: 'none', winConfirmed: false, extensionRequested: false, extensionsLeft: 2, leads: true, pending: 'none' };
const days = { protectionEndsOn: '2026-04-30', closeOn: '2026-06-30', reviewDueOn: '2026-03-09', today: '2026-03-02' };
const step = (side: 'partner' | 'vendor', deal: Partial<DealState>, more: Partial<NextStepFacts> = {}) => {
  const state = { ...open, ...deal };
  const allowed = allowedNames(dealAvailability(state, side === 'vendor' ? 'channel_manager' : 'partner_seller'));
  const next = nextStepOf({ allowed, review: state.review, stage: state.stage, protection: state.protection, ...days, ...more });
  return next && `${next.code}${next.dueOn ? ` by ${next.dueOn}` : ''}`;
};

describe('the next best step', () => {
  const approved = { review: 'approved', protection: 'active' } as const;
  const cases: [string, 'partner' | 'vendor', Partial<DealState>, Partial<NextStepFacts>, string | null][] = [
    ['of a draft', 'partner', {}, {}, 'submit'],
    ['of a draft', 'vendor', {}, {}, null],
    ['of a draft that should have been closed by now', 'partner', {}, { closeOn: '2026-03-01' }, 'update_close by 2026-03-01'],
    ['of a draft that should close today', 'partner', {}, { closeOn: '2026-03-02' }, 'submit'],
    ['of what is handed in', 'partner', { review: 'submitted' }, {}, null],
    ['of what is handed in', 'vendor', { review: 'submitted' }, {}, 'decide by 2026-03-09'],
    ['of what is in review', 'vendor', { review: 'in_review' }, {}, 'decide by 2026-03-09'],
    ['of what the vendor asked about', 'partner', { review: 'action_required' }, { closeOn: '2026-03-01' }, 'answer'],
    ['of what the vendor asked about', 'vendor', { review: 'action_required' }, {}, null],
    ['of an approved deal', 'partner', approved, {}, 'move_stage by 2026-06-30'],
    ['of an approved deal without an expected day', 'partner', approved, { closeOn: null }, 'move_stage'],
    ['of an approved deal', 'vendor', approved, {}, null],
    ['of a committed deal', 'partner', { ...approved, stage: 'committed' }, {}, 'claim_win by 2026-06-30'],
    ['of a deal that soon loses protection', 'partner', { ...approved, protection: 'expiring' }, {}, 'ask_extension by 2026-04-30'],
    ['of one for which that was asked', 'partner', { ...approved, protection: 'expiring', extensionRequested: true }, {}, 'move_stage by 2026-06-30'],
    ['of one for which that was asked', 'vendor', { ...approved, protection: 'expiring', extensionRequested: true }, {}, 'decide_extension by 2026-04-30'],
    ['of one that was extended as often as may be', 'partner', { ...approved, protection: 'expiring', extensionsLeft: 0 }, {}, 'move_stage by 2026-06-30'],
    ['of a claimed win', 'partner', { ...approved, stage: 'closed_won' }, {}, null],
    ['of a claimed win', 'vendor', { ...approved, stage: 'closed_won' }, {}, 'confirm_win'],
    ['of a confirmed win', 'vendor', { ...approved, stage: 'closed_won', winConfirmed: true }, {}, null],
    ['of a lost deal', 'partner', { ...approved, stage: 'closed_lost' }, {}, null],
    ['of a rejected deal', 'partner', { review: 'rejected' }, {}, null],
    ['of a co-seller', 'partner', { ...approved, leads: false }, {}, null],
  ];
  for (const [title, side, deal, facts, expected] of cases) {
    it(`${title} for the ${side}: ${expected ?? 'none'}`, () => assert.equal(step(side, deal, facts), expected));
  }

  it('can be every one that the contract names', () => {
    assert.deepEqual(new Set(cases.flatMap(([, , , , expected]) => expected?.split(' ')[0] ?? [])), new Set(nextSteps));
  });
});
