import { sql } from 'kysely';
import type { dealOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { invalid, ServiceError } from '../service-error.js';
import { checkComplete } from './form.js';
import { readPartnerKind } from './queries.js';
import { addWorkingDays, refuseStage, reviewSteps, type DealState } from './rules.js';
import { stateOf } from './present.js';
import { takeStep } from './transition.js';

type Steps = Pick<Handlers<typeof dealOperations>, 'submit' | 'withdraw' | 'moveStage'>;

/** What the partner does with its deal. */
export const steps: Steps = {
  // Nothing here looks at other partners' claims: whoever registers what is complete gets the same answer in the same time.
  submit: (call) => takeStep(call, 'submit', 'submitted', async ({ tx, row, deal, programme }) => {
    const kind = await readPartnerKind(tx, programme.id, row.partner_id);
    const problems = checkComplete(programme.settings.dealForm, kind, { ...deal, customerId: row.customer_id }, programme.currency);
    if (problems.length) throw new ServiceError('validation_failed', { fields: problems });
    const { reviewDays, holidays } = programme.settings;
    return {
      set: {
        review: reviewSteps.submit.to, submitted_at: sql<Date>`now()`, review_due_on: addWorkingDays(programme.today, reviewDays, holidays),
        // The form may ask for no name: then the deal goes by its customer's.
        ...(row.name === '' && { name: row.customer_name ?? '' }), decision_note: null, decision_reason: null,
      },
    };
  }),

  withdraw: (call) => takeStep(call, 'withdraw', 'withdrawn', () => ({ set: { review: reviewSteps.withdraw.to, review_due_on: null } })),

  moveStage: (call) => takeStep(call, 'moveStage', 'stage_moved', ({ row, programme }) => {
    const { stage, reason, closedOn } = call.body;
    const refusal = refuseStage(stateOf(row, call.caller) satisfies DealState, stage);
    if (refusal) throw new ServiceError('action_not_allowed', { detail: `Not possible now: ${refusal}.` });
    const closes = stage === 'closed_won' || stage === 'closed_lost';
    if (closedOn && !closes) throw invalid('/closedOn', 'unexpected', 'Only a stage that closes the deal has a day.');
    if (closedOn && closedOn > programme.today) throw invalid('/closedOn', 'future', 'This day is yet to come.');
    if (stage === 'closed_lost') requireReason(programme.settings.reasons.dealLost, reason);
    else if (reason) throw invalid('/reason', 'unexpected', 'Only a lost deal has a reason.');
    return { set: { stage, stage_reason: reason ?? null, closed_on: closes ? closedOn ?? programme.today : null }, reason };
  }),
};

function requireReason(reasons: readonly { code: string }[], reason: string | undefined): void {
  if (!reason) throw invalid('/reason', 'required', 'Say why the deal was lost.');
  if (!reasons.some(({ code }) => code === reason)) throw invalid('/reason', 'unknown', 'This is not one of the programme\'s reasons.');
}
