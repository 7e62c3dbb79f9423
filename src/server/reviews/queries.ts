import { sql } from 'kysely';
import type { PendingDecision } from '../../contract/index.js';
import type { Tx } from '../call.js';
import type { Agreement } from './rules.js';

/** A decision that waits, as a row. */
export interface DecisionRow {
  id: string;
  deal_id: string;
  kind: 'approve' | 'reject' | 'request_action';
  by_member_id: string | null;
  by_role: string;
  by_name: string | null;
  rule: string | null;
  rules_version: number;
  decided_at: Date;
  applies_at: Date | null;
  protection_days: number | null;
  account_id: string | null;
  reason: string | null;
  note: string | null;
  fields: string[];
}

export interface Waiting {
  decision: DecisionRow;
  agreements: (Agreement & { name: string; approvedAt: Date | null })[];
}

const waits = sql<boolean>`x.applied_at is null and x.undone_at is null`;

/** The decision on a deal that is not applied yet. No partner's transaction finds one. */
export async function findWaiting(tx: Tx, programmeId: string, dealId: string): Promise<Waiting | undefined> {
  const decision = await tx.selectFrom('deal_decisions as x')
    .leftJoin('members as m', (join) => join.onRef('m.programme_id', '=', 'x.programme_id').onRef('m.id', '=', 'x.by_member_id'))
    .select(['x.id', 'x.deal_id', 'x.kind', 'x.by_member_id', 'x.by_role', 'm.name as by_name', 'x.rule', 'x.rules_version', 'x.decided_at', 'x.applies_at',
      'x.protection_days', 'x.account_id', 'x.reason', 'x.note', 'x.fields'])
    .where('x.programme_id', '=', programmeId).where('x.deal_id', '=', dealId).where(waits).executeTakeFirst() as DecisionRow | undefined;
  return decision && { decision, agreements: await readAgreements(tx, programmeId, decision.id) };
}

async function readAgreements(tx: Tx, programmeId: string, decisionId: string): Promise<Waiting['agreements']> {
  const rows = await tx.selectFrom('deal_approvals as a')
    .innerJoin('members as m', (join) => join.onRef('m.programme_id', '=', 'a.programme_id').onRef('m.id', '=', 'a.member_id'))
    .select(['a.member_id', 'a.position', 'a.approved_at', 'm.name'])
    .where('a.programme_id', '=', programmeId).where('a.decision_id', '=', decisionId).orderBy('a.position').orderBy('m.name_sort').execute();
  return rows.map((row) => ({ memberId: row.member_id, position: row.position, agreed: row.approved_at !== null, name: row.name, approvedAt: row.approved_at }));
}

export const presentWaiting = ({ decision, agreements }: Waiting): PendingDecision => ({
  id: decision.id, kind: decision.kind, by: decision.by_name, rule: decision.rule, decidedAt: decision.decided_at.toISOString(),
  appliesAt: decision.applies_at?.toISOString() ?? null, protectionDays: decision.protection_days, reason: decision.reason, note: decision.note,
  approvals: agreements.map(({ memberId, name, position, approvedAt }) => ({ member: { id: memberId, name }, order: position, approvedAt: approvedAt?.toISOString() ?? null })),
});

/** Takes back the decision that waits on a deal, if any, and tells whether there was one. */
export async function undoWaiting(tx: Tx, programmeId: string, dealId: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('deal_decisions').set({ undone_at: sql<Date>`now()`, undone_reason: reason })
    .where('programme_id', '=', programmeId).where('deal_id', '=', dealId).where('applied_at', 'is', null).where('undone_at', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface ReviewState { reviewer: { id: string; name: string } | null; assessedAt: Date | null; findings: string[]; conflicts: number; rulesVersion: number }

/** What the vendor keeps about a registration; nothing yet for one that nobody looked at. */
export async function readReviewState(tx: Tx, programmeId: string, dealId: string): Promise<ReviewState | undefined> {
  const row = await tx.selectFrom('deal_reviews as r')
    .leftJoin('members as m', (join) => join.onRef('m.programme_id', '=', 'r.programme_id').onRef('m.id', '=', 'r.reviewer_id'))
    .select(['m.id', 'm.name', 'r.assessed_at', 'r.findings', 'r.conflicts', 'r.rules_version'])
    .where('r.programme_id', '=', programmeId).where('r.deal_id', '=', dealId).executeTakeFirst();
  return row && {
    reviewer: row.id ? { id: row.id, name: row.name ?? '' } : null, assessedAt: row.assessed_at, findings: row.findings, conflicts: row.conflicts, rulesVersion: row.rules_version,
  };
}

/** Writes some of it, and makes the row where there is none. */
export const storeReviewState = (tx: Tx, programmeId: string, dealId: string, values: { reviewer_id?: string; assessed_at?: Date | ReturnType<typeof sql<Date>>; findings?: string[]; conflicts?: number; rules_version?: number; automatic_rule?: string | null }) =>
  tx.insertInto('deal_reviews').values({ programme_id: programmeId, deal_id: dealId, ...values })
    .onConflict((conflict) => conflict.columns(['programme_id', 'deal_id']).doUpdateSet(values)).execute();

/** An active person of the vendor. */
export const findReviewer = (tx: Tx, programmeId: string, memberId: string): Promise<{ id: string; name: string } | undefined> =>
  tx.selectFrom('members').select(['id', 'name']).where('programme_id', '=', programmeId).where('id', '=', memberId)
    .where('partner_id', 'is', null).where('status', '=', 'active').executeTakeFirst();
