import type { dealOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { decide } from '../reviews/decide.js';
import { assess, holdAssessments } from '../reviews/assess.js';
import { findReviewer, storeReviewState, undoWaiting } from '../reviews/queries.js';
import { invalid } from '../service-error.js';
import { linkAccount } from './queries.js';
import { reviewSteps } from './rules.js';
import { takeStep, takeStepUnseen } from './transition.js';

type Decisions = Pick<Handlers<typeof dealOperations>, 'startReview' | 'requestAction' | 'approve' | 'reject' | 'undoDecision' | 'handOver' | 'linkAccount'>;

/** What the vendor does with a registration. Its partner reads the words of a decision, and not whose they are. */
export const decisions: Decisions = {
  startReview: (call) => takeStep(call, 'startReview', 'review_started', () => ({ set: { review: reviewSteps.startReview.to } })),

  requestAction: (call) => decide(call, { kind: 'request_action', ...call.body }),
  approve: (call) => decide(call, { kind: 'approve', ...call.body }),
  reject: (call) => decide(call, { kind: 'reject', ...call.body }),

  undoDecision: (call) => takeStepUnseen(call, 'undoDecision', 'decision_undone', async ({ tx, row, programme }) => {
    await undoWaiting(tx, programme.id, row.id, 'undone');
  }),

  handOver: (call) => takeStepUnseen(call, 'handOver', 'handed_over', async ({ tx, row, programme }) => {
    if (!(await findReviewer(tx, programme.id, call.body.memberId))) throw invalid('/memberId', 'unknown', 'There is no such active member of the vendor.');
    await storeReviewState(tx, programme.id, row.id, { reviewer_id: call.body.memberId });
  }),

  linkAccount: (call) => takeStepUnseen(call, 'linkAccount', 'account_linked', async ({ tx, row, programme }) => {
    const { accountId } = call.body;
    const account = await tx.selectFrom('accounts').select('id').where('programme_id', '=', programme.id).where('id', '=', accountId).executeTakeFirst();
    if (!account) throw invalid('/accountId', 'unknown', 'There is no such account.');
    await holdAssessments(tx, programme.id);
    await linkAccount(tx, programme.id, row.id, accountId);
    await assess(tx, programme.id, row.id);
  }),
};
