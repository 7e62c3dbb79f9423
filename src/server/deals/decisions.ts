import { sql } from 'kysely';
import type { dealOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { invalid } from '../service-error.js';
import { linkAccount } from './queries.js';
import { addDays, reviewSteps } from './rules.js';
import { takeStep } from './transition.js';

type Decisions = Pick<Handlers<typeof dealOperations>, 'startReview' | 'requestAction' | 'approve' | 'reject' | 'confirmWin'>;

const now = sql<Date>`now()`;

/** What the vendor decides on a deal. Its partner reads the words, and not whose they are. */
export const decisions: Decisions = {
  startReview: (call) => takeStep(call, 'startReview', 'review_started', () => ({ set: { review: reviewSteps.startReview.to } })),

  requestAction: (call) => takeStep(call, 'requestAction', 'action_requested', () => ({
    set: { review: reviewSteps.requestAction.to, decision_note: call.body.note, review_due_on: null }, reason: call.body.note,
  })),

  approve: (call) => takeStep(call, 'approve', 'approved', async ({ tx, row, programme }) => {
    const { accountId, note, protectionDays = programme.settings.protection.days } = call.body;
    if (accountId) {
      const account = await tx.selectFrom('accounts').select('id').where('programme_id', '=', programme.id).where('id', '=', accountId).executeTakeFirst();
      if (!account) throw invalid('/accountId', 'unknown', 'There is no such account.');
      await linkAccount(tx, programme.id, row.id, accountId);
    }
    return {
      set: {
        review: reviewSteps.approve.to, decided_at: now, decided_by: call.caller.memberId, decision_note: note || null, decision_reason: null, review_due_on: null,
        protection_state: 'active', protection_starts_on: programme.today, protection_ends_on: addDays(programme.today, protectionDays),
      },
      reason: note || undefined,
    };
  }),

  reject: (call) => takeStep(call, 'reject', 'rejected', ({ programme }) => {
    const { reason, note } = call.body;
    if (!programme.settings.reasons.dealReject.some(({ code }) => code === reason)) throw invalid('/reason', 'unknown', 'This is not one of the programme\'s reasons.');
    return {
      set: { review: reviewSteps.reject.to, decided_at: now, decided_by: call.caller.memberId, decision_reason: reason, decision_note: note || null, review_due_on: null },
      reason,
    };
  }),

  confirmWin: (call) => takeStep(call, 'confirmWin', 'win_confirmed', () => ({ set: { win_confirmed_at: now } })),
};
