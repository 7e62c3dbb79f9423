import { sql, type UpdateObject } from 'kysely';
import type { Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { addDays, reviewSteps } from '../deals/rules.js';
import { changesBetween, rememberAs } from '../history/entries.js';
import type { ProgrammeRow } from '../programme/queries.js';
import { holdAccount, readClaims } from './claims.js';
import { findWaiting, undoWaiting, type DecisionRow } from './queries.js';

const now = sql<Date>`now()`;
const stepOf = { approve: 'approve', reject: 'reject', request_action: 'requestAction' } as const;
/** What history calls it. */
export const verbOf = { approve: 'approved', reject: 'rejected', request_action: 'action_requested' } as const;

/** Applies the decision that waits on a deal, if its time has come: from here on the partner knows. Tells whether it did. */
export async function applyDecision(tx: Tx, programme: ProgrammeRow, dealId: string, request: { requestId?: string } = {}): Promise<boolean> {
  const deal = await tx.selectFrom('deals').select(['id', 'partner_id', 'member_id', 'review', 'protection_state', 'protection_ends_on'])
    .where('programme_id', '=', programme.id).where('id', '=', dealId).forUpdate().executeTakeFirst();
  const waiting = await findWaiting(tx, programme.id, dealId);
  if (!deal || !waiting?.decision.applies_at || waiting.decision.applies_at > programme.now) return false;
  const { decision } = waiting;
  const step = reviewSteps[stepOf[decision.kind]];
  if (!(step.from as readonly string[]).includes(deal.review)) return !(await undoWaiting(tx, programme.id, dealId, 'decided_otherwise'));
  if (decision.kind === 'approve' && await isTaken(tx, programme.id, dealId, decision.account_id)) {
    await failDecision(tx, programme.id, dealId, decision);
    return false;
  }
  const set = effectOf(decision, programme);
  await tx.updateTable('deals').set(set).where('programme_id', '=', programme.id).where('id', '=', dealId).execute();
  await tx.updateTable('deal_decisions').set({ applied_at: now }).where('programme_id', '=', programme.id).where('id', '=', decision.id).execute();
  const protection = { state: deal.protection_state, endsOn: deal.protection_ends_on };
  const approved = decision.kind === 'approve' && { protection: { state: 'active', startsOn: programme.today, endsOn: set.protection_ends_on } };
  await rememberAs(tx, { programmeId: programme.id, memberId: decision.by_member_id, role: decision.by_role, ...request }, {
    recordType: 'deal', recordId: dealId, action: verbOf[decision.kind], partnerId: deal.partner_id, ownerMemberId: deal.member_id, audience: 'partner',
    reason: decision.reason ?? decision.note ?? undefined,
    changes: changesBetween({ review: deal.review, protection, decisionNote: null, decisionReason: null }, { review: step.to, ...approved, decisionNote: decision.note, decisionReason: decision.reason }),
  });
  return true;
}

/** The other claim was there first: nothing is applied, and whoever decided is told to decide again. */
export async function failDecision(tx: Tx, programmeId: string, dealId: string, { by_member_id: memberId, by_role: role, rule }: Pick<DecisionRow, 'by_member_id' | 'by_role' | 'rule'>): Promise<void> {
  await undoWaiting(tx, programmeId, dealId, 'account_protected');
  await rememberAs(tx, { programmeId, memberId, role }, { recordType: 'deal', recordId: dealId, action: 'decision_conflicted', audience: 'vendor', reason: 'account_protected', rule: rule ?? undefined });
}

/** Whether another deal became protected at the account since the decision was taken. */
async function isTaken(tx: Tx, programmeId: string, dealId: string, accountId: string | null): Promise<boolean> {
  if (!accountId) return false;
  await holdAccount(tx, programmeId, accountId);
  return (await readClaims(tx, programmeId, dealId, [accountId])).some(({ protected: held, overlaps }) => held && overlaps);
}

function effectOf(decision: DecisionRow, { today, settings }: ProgrammeRow): UpdateObject<Database, 'deals'> {
  const { to: review } = reviewSteps[stepOf[decision.kind]];
  if (decision.kind === 'request_action') return { review, decision_note: decision.note, review_due_on: null, asked_fields: decision.fields };
  const decided = { review, decided_at: now, decided_by: decision.by_member_id, decision_note: decision.note, decision_reason: decision.reason, review_due_on: null };
  if (decision.kind === 'reject') return decided;
  return { ...decided, protection_state: 'active', protection_starts_on: today, protection_ends_on: addDays(today, decision.protection_days ?? settings.protection.days) };
}
