import { sql } from 'kysely';
import type { Deal, dealOperations, Money } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { findOwner } from '../customers/queries.js';
import { asService } from '../database/tenant.js';
import { undoWaiting } from '../reviews/queries.js';
import { invalid, ServiceError } from '../service-error.js';
import { checkComplete, filledIn } from './form.js';
import { readPartnerKind } from './queries.js';
import { addWorkingDays, endsProtection, refuseStage, reviewSteps } from './rules.js';
import { stateOf } from './present.js';
import { takeStep } from './transition.js';

type Steps = Pick<Handlers<typeof dealOperations>, 'submit' | 'withdraw' | 'moveStage' | 'reassign'>;

/** What the partner does with its deal. */
export const steps: Steps = {
  // Nothing here looks at other partners' claims: whoever registers what is complete gets the same answer in the same time.
  submit: (call) => takeStep(call, 'submit', 'submitted', async ({ tx, row, deal, programme }) => {
    const kind = await readPartnerKind(tx, programme.id, row.partner_id);
    const problems = checkComplete(programme.settings.dealForm, kind, filledIn(row, deal), programme.currency);
    if (problems.length) throw new ServiceError('validation_failed', { fields: problems });
    const { reviewDays, holidays } = programme.settings;
    return {
      set: {
        review: reviewSteps.submit.to, submitted_at: sql<Date>`now()`, review_due_on: addWorkingDays(programme.today, reviewDays, holidays),
        // The form may ask for no name: then the deal goes by its customer's.
        ...(row.name === '' && { name: row.customer_name ?? '' }), decision_note: null, decision_reason: null, asked_fields: [],
      },
    };
  }),

  withdraw: (call) => takeStep(call, 'withdraw', 'withdrawn', async ({ tx, row, programme }) => {
    // A decision that waits goes with the deal; the partner's own rights do not reach it.
    await asService(tx, () => undoWaiting(tx, programme.id, row.id, 'withdrawn'));
    return { set: { review: reviewSteps.withdraw.to, review_due_on: null } };
  }),

  moveStage: (call) => takeStep(call, 'moveStage', 'stage_moved', ({ row, deal, programme }) => {
    const { stage, reason, closedOn, value } = call.body;
    const state = stateOf(row, call.caller, programme);
    const refusal = refuseStage(state, stage);
    if (refusal) throw new ServiceError('action_not_allowed', { detail: `Not possible now: ${refusal}.` });
    const closes = stage === 'closed_won' || stage === 'closed_lost';
    if (closedOn && !closes) throw invalid('/closedOn', 'unexpected', 'Only a stage that closes the deal has a day.');
    if (closedOn && closedOn > programme.today) throw invalid('/closedOn', 'future', 'This day is yet to come.');
    if (stage === 'closed_lost') requireReason(programme.settings.reasons.dealLost, reason);
    else if (reason) throw invalid('/reason', 'unexpected', 'Only a lost deal has a reason.');
    if (stage === 'closed_won') requireValue(deal, value, programme.currency);
    else if (value) throw invalid('/value', 'unexpected', 'Only a won deal has the value that it was won at.');
    return {
      verb: stage === 'closed_won' ? 'win_claimed' : 'stage_moved', reason,
      set: {
        stage, stage_reason: reason ?? null, closed_on: closes ? closedOn ?? programme.today : null, ...(value && { value_minor: value.amount }),
        ...(endsProtection(state, stage) && { protection_state: 'expired', protection_ends_on: programme.today }),
      },
    };
  }),

  reassign: (call) => takeStep(call, 'reassign', 'reassigned', async ({ tx, row, deal, programme }) => {
    const { memberId } = call.body;
    if (memberId === row.member_id) throw invalid('/memberId', 'unchanged', 'The deal is this member\'s already.');
    if (!(await findOwner(tx, programme.id, row.partner_id, memberId))) throw invalid('/memberId', 'unknown', 'There is no such active member in your company.');
    // A seller reads what is its own: so whoever had the deal is told apart from whoever has it now.
    return { set: { member_id: memberId }, entries: [{ ownerMemberId: memberId }, ...(deal.member ? [{ action: 'handed_on', ownerMemberId: deal.member.id }] : [])] };
  }),
};

function requireReason(reasons: readonly { code: string }[], reason: string | undefined): void {
  if (!reason) throw invalid('/reason', 'required', 'Say why the deal was lost.');
  if (!reasons.some(({ code }) => code === reason)) throw invalid('/reason', 'unknown', 'This is not one of the programme\'s reasons.');
}

/** Lines say what was sold; without any, the deal is worth what was claimed or entered before. */
function requireValue(deal: Deal, value: Money | undefined, currency: string): void {
  if (value && deal.lines.length) throw invalid('/value', 'sum_of_lines', 'The value of this deal is the sum of its lines. Leave it out.');
  if (value && value.currency !== currency) throw invalid('/value/currency', 'currency', `Amounts are in ${currency} here.`);
  if (!value && !deal.value) throw invalid('/value', 'required', 'Say what the deal was won at.');
}
