import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { reviews, stages, type Role } from '../../../src/contract/index.js';
import { allowedNames } from '../../../src/server/actions.js';
import { addDays, dealAvailability, endsProtection, protectionOf, refuseStage, reviewSteps, type DealState } from '../../../src/server/deals/rules.js';
import { changesBetween } from '../../../src/server/history/entries.js';
import { leadAvailability, leadSteps, type LeadFacts } from '../../../src/server/leads/rules.js';
import { leadActionOf, leadAllowed, leadAttempt, leadModelActions, newLead, type ModelLead } from '../leads/lead-model.js';
import { actionOf, allowedByModel, applied, attempt, illegal, modelActions, newDeal, partners, protectionDays, protectionOfModel, vendors, type Attempt, type ModelDeal } from './deal-model.js';

/** Random sequences, and how long each may be. */
const numRuns = 5_000;
const longest = 30;
const everybody: readonly Role[] = [...partners, ...vendors];
const taken = new Map<string, number>();
let refused = 0;

/** A deal that lives by the rules alone: what the tables and functions say becomes of it. */
interface RuledDeal { state: DealState; endsOn: string | null; today: string; stageBeforeWin: string }

const begin = (): RuledDeal => ({
  state: { review: 'draft', stage: 'prospect', protection: 'none', winConfirmed: false, extensionRequested: false, extensionsLeft: 2, leads: true, pending: 'none' }, endsOn: null, today: '2026-03-02', stageBeforeWin: 'prospect',
});

function takeByRules(deal: RuledDeal, action: string, { stage, days }: Attempt, asked: number | null): RuledDeal {
  const { state, today } = deal;
  const protectedTo = (endsOn: string) => ({ endsOn, protection: protectionOf(endsOn, today, 14) });
  const to = action in reviewSteps ? reviewSteps[action as keyof typeof reviewSteps].to : undefined;
  const next: RuledDeal = { ...deal, state: { ...state, ...(to && { review: to }) } };
  switch (action) {
    case 'approve':
    case 'reject':
    case 'requestAction':
      return { ...deal, state: { ...state, pending: 'waiting' } };
    case 'undoDecision':
      return { ...deal, state: { ...state, pending: 'none' } };
    case 'withdraw':
      return { ...next, state: { ...next.state, pending: 'none' } };
    case 'moveStage':
      return {
        ...next, stageBeforeWin: stage === 'closed_won' ? state.stage : deal.stageBeforeWin,
        ...(endsProtection(state, stage) ? { endsOn: today, state: { ...state, stage, protection: 'expired' } } : { state: { ...state, stage } }),
      };
    case 'requestExtension':
      return { ...next, state: { ...state, extensionRequested: true } };
    case 'refuseExtension':
      return { ...next, state: { ...state, extensionRequested: false } };
    case 'grantExtension': {
      const { endsOn, protection } = protectedTo(addDays(deal.endsOn!, asked ?? days));
      return { ...next, endsOn, state: { ...state, protection, extensionRequested: false, extensionsLeft: state.extensionsLeft - 1 } };
    }
    case 'confirmWin':
      return { ...next, state: { ...state, winConfirmed: true } };
    case 'refuseWin':
      return { ...next, state: { ...state, stage: deal.stageBeforeWin as DealState['stage'] } };
    default:
      return next;
  }
}

/** The time to undo is over: what was decided is so now. */
function applyByRules({ state, today, ...deal }: RuledDeal, decision: 'approve' | 'reject' | 'requestAction'): RuledDeal {
  const decided: DealState = { ...state, pending: 'none', review: reviewSteps[decision].to };
  if (decision !== 'approve') return { ...deal, today, state: decided };
  const endsOn = addDays(today, protectionDays);
  return { ...deal, today, endsOn, state: { ...decided, protection: protectionOf(endsOn, today, 14) } };
}

const factsOf = (deal: ModelDeal) => ({ review: deal.review, stage: deal.stage, winConfirmed: deal.winConfirmed, protection: protectionOfModel(deal), extensionRequested: deal.asked !== null, extensionsLeft: 2 - deal.granted, pending: deal.waiting ? 'waiting' : 'none' });

describe('the life of a deal by its rules', () => {
  it(`is never illegal, says what is allowed, and can be told again, in ${numRuns} random lives`, () => {
    fc.assert(fc.property(fc.array(fc.tuple(attempt, fc.integer({ min: 0, max: 40 })), { maxLength: longest, size: 'max' }), (attempts) => {
      let model = newDeal;
      let ruled = begin();
      const history: ReturnType<typeof changesBetween>[] = [];
      const lived: object[] = [factsOf(model)];
      for (const [given, passed] of attempts) {
        // Now and then some days pass, and the clock is looked at anew.
        if (passed > 30 && model.daysLeft !== null) {
          model = { ...model, daysLeft: model.daysLeft - passed };
          const today = addDays(ruled.today, passed);
          ruled = { ...ruled, today, state: { ...ruled.state, protection: ruled.state.protection === 'expired' ? 'expired' : protectionOf(ruled.endsOn!, today, 14) } };
        }
        if (model.waiting && passed > 10) {
          ruled = applyByRules(ruled, model.waiting);
          model = applied(model);
          history.push(changesBetween(lived.at(-1) as Record<string, unknown>, factsOf(model)));
          lived.push(factsOf(model));
        }
        for (const role of everybody) assert.deepEqual(new Set(allowedNames(dealAvailability(ruled.state, role))), new Set(allowedByModel(model, role)), `what ${role} may do`);
        const { action, by } = actionOf(model, given);
        const { roles, may, reaches, take } = modelActions[action]!;
        const known = dealAvailability(ruled.state, by).find(({ name }) => name === action);
        assert.equal(known !== undefined, roles.includes(by));
        const allowed = known?.allowed === true && (action !== 'moveStage' || refuseStage(ruled.state, given.stage) === undefined);
        assert.equal(allowed, roles.includes(by) && may(model) && (reaches?.(model, given) ?? true), `${action} by ${by}`);
        if (!allowed) {
          refused += 1;
          continue;
        }
        taken.set(action, (taken.get(action) ?? 0) + 1);
        ruled = takeByRules(ruled, action, given, model.asked);
        model = { ...model, ...take(model, given) };
        const { leads: _leads, ...facts } = ruled.state;
        assert.deepEqual(facts, factsOf(model), `after ${action}`);
        assert.equal(illegal(ruled.state), undefined);
        history.push(changesBetween(lived.at(-1) as Record<string, unknown>, facts));
        lived.push(facts);
      }
      let told: Record<string, unknown> = lived[0] as Record<string, unknown>;
      history.forEach((changes, index) => {
        told = { ...told, ...Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to])) };
        assert.deepEqual(told, lived[index + 1]);
      });
    }), { numRuns });
  });

  it('reaches every action, every review state and every stage, so that nothing was left out', () => {
    for (const action of Object.keys(modelActions)) assert.ok((taken.get(action) ?? 0) > 100, `${action} was taken ${taken.get(action) ?? 0} times`);
    const seen = new Set<string>();
    fc.assert(fc.property(fc.array(attempt, { maxLength: longest, size: 'max' }), (attempts) => {
      let model = newDeal;
      for (const given of attempts) {
        const { may, reaches, take } = modelActions[actionOf(model, given).action]!;
        if (may(model) && (reaches?.(model, given) ?? true)) model = { ...model, ...take(model, given) };
        if (model.waiting && given.days > 10) model = applied(model);
        seen.add(model.review).add(model.stage);
      }
    }), { numRuns: 500 });
    assert.deepEqual([...reviews, ...stages].filter((state) => !seen.has(state)), []);
  });
});

describe('the life of a lead by its rules', () => {
  it(`is never illegal and says what is allowed, in ${numRuns} random lives`, () => {
    fc.assert(fc.property(fc.array(fc.tuple(leadAttempt, fc.nat(9)), { maxLength: longest, size: 'max' }), (attempts) => {
      let model: ModelLead = newLead;
      let facts: LeadFacts = { state: 'new', dueNow: false };
      for (const [given, chance] of attempts) {
        if (chance === 0 && model.state === 'offered') {
          // The answer's time is over; the job says so only on the second time.
          model = model.overdue ? { ...model, state: 'expired', overdue: false } : { ...model, overdue: true };
          facts = facts.dueNow ? { state: 'expired', dueNow: false } : { ...facts, dueNow: true };
        }
        for (const role of everybody) assert.deepEqual(new Set(allowedNames(leadAvailability(facts, role))), new Set(leadAllowed(model, role)), `what ${role} may do`);
        const { action, by } = leadActionOf(model, given);
        const allowed = leadAvailability(facts, by).some(({ name, allowed: may }) => name === action && may);
        if (!allowed) {
          refused += 1;
          continue;
        }
        model = { ...model, ...leadModelActions[action]!.take(model, given) };
        const to = leadSteps[action as keyof typeof leadSteps].to;
        facts = { state: to ?? facts.state, dueNow: to ? false : facts.dueNow };
        assert.equal(facts.state, model.state, `after ${action}`);
      }
    }), { numRuns });
  });
});

after(() => console.log(`# model: ${numRuns} lives of deals and ${numRuns} of leads, ${[...taken.values()].reduce((sum, count) => sum + count, 0)} steps of deals taken, ${refused} refused`));
