import { sql } from 'kysely';
import type { Deal } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Tx } from '../call.js';
import { fieldsFor } from '../deals/form.js';
import { presentDeal } from '../deals/present.js';
import { findDeal, linkAccount, lockDeal, readAccount, readPartnerKind } from '../deals/queries.js';
import { changesBetween, remember } from '../history/entries.js';
import { readProgramme, type ProgrammeRow } from '../programme/queries.js';
import { readRules, type RulesRow } from '../rules/queries.js';
import { found, invalid, requireVersion, ServiceError } from '../service-error.js';
import type { DealStep } from '../deals/transition.js';
import { applyDecision } from './apply.js';
import { assess, holdAssessments } from './assess.js';
import { holdAccount, readClaims, standsInTheWay } from './claims.js';
import { findWaiting, readReviewState, undoWaiting, type Waiting } from './queries.js';
import { approvalRuleFor } from './rules.js';

/** What somebody of the vendor decides on a registration. */
export type Decision =
  | { kind: 'approve'; note?: string | undefined; protectionDays?: number | undefined; accountId?: string | undefined }
  | { kind: 'reject'; reason: string; note?: string | undefined }
  | { kind: 'request_action'; note: string; fields?: readonly string[] | undefined };

const actionOf = { approve: 'approve', reject: 'reject', request_action: 'requestAction' } as const;

/**
 * Decides on a registration. The decision waits until its time to undo is over, and for those who must agree; only then is anybody told, by
 * the job that applies it. Without a time to undo it is applied here.
 */
export async function decide(call: DealStep, decision: Decision): Promise<Deal> {
  const { tx, caller, params: { dealId } } = call;
  const programme = await readProgramme(tx, caller.programmeId);
  const rules = await readRules(tx, programme.id);
  const row = found(await lockDeal(call, dealId));
  const deal = await presentDeal(call, programme, row);
  await requireVersion(row, call.ifMatch, async () => deal);
  requireAction(deal.actions, actionOf[decision.kind]);
  await refuseDecision(tx, programme, rules, row.partner_id, decision);

  const waiting = await findWaiting(tx, programme.id, dealId);
  if (waiting && decision.kind === 'approve' && waiting.decision.by_role !== 'service') {
    await agree(tx, programme.id, waiting, caller.memberId!, rules.rules.undoSeconds);
  } else {
    const accountId = decision.kind === 'approve' ? await clearAccount(call, row.submitted_at, decision.accountId) : null;
    // A rule's own, if only since the assessment just now, or one that others did not agree to yet.
    await undoWaiting(tx, programme.id, dealId, 'replaced');
    await storeDecision(call, deal, decision, accountId, rules);
  }
  await remember(call, {
    recordType: 'deal', recordId: dealId, action: 'decision_taken', partnerId: row.partner_id, ownerMemberId: row.member_id, audience: 'vendor', rule: `rules.${rules.version}`,
    changes: changesBetween({ account: deal.account }, { account: (await readAccount(tx, programme.id, dealId)) ?? null }),
  });
  if (rules.rules.undoSeconds === 0) await applyDecision(tx, programme, dealId, call);
  return presentDeal(call, programme, found(await findDeal(call, dealId)));
}

/** What a schema cannot say of a decision. */
async function refuseDecision(tx: Tx, { id: programmeId, settings }: ProgrammeRow, { rules }: RulesRow, partnerId: string, decision: Decision): Promise<void> {
  if (decision.kind === 'reject' && !settings.reasons.dealReject.some(({ code }) => code === decision.reason)) {
    throw invalid('/reason', 'unknown', 'This is not one of the programme\'s reasons.');
  }
  if (decision.kind === 'request_action' && decision.fields?.length) {
    const asked = new Set(fieldsFor(settings.dealForm, await readPartnerKind(tx, programmeId, partnerId)).map(({ key }) => key));
    const index = decision.fields.findIndex((field) => !asked.has(field));
    if (index >= 0) throw invalid(`/fields/${index}`, 'unknown', 'This partner\'s form has no such field.');
  }
  if (decision.kind === 'approve' && decision.protectionDays !== undefined) {
    const { least, most } = rules.protectionDays;
    if (decision.protectionDays < least || decision.protectionDays > most) throw invalid('/protectionDays', 'range', `The programme allows ${least} to ${most} days.`);
  }
}

/** The account that an approval protects, held and free of what stands in the way. */
async function clearAccount(call: DealStep, submittedAt: Date | null, given: string | undefined): Promise<string | null> {
  const { tx, caller: { programmeId }, params: { dealId } } = call;
  if (given && !(await tx.selectFrom('accounts').select('id').where('programme_id', '=', programmeId).where('id', '=', given).executeTakeFirst())) {
    throw invalid('/accountId', 'unknown', 'There is no such account.');
  }
  const state = await readReviewState(tx, programmeId, dealId);
  await holdAssessments(tx, programmeId);
  if (given) await linkAccount(tx, programmeId, dealId, given);
  if (given || !state?.assessedAt || (submittedAt && state.assessedAt < submittedAt)) await assess(tx, programmeId, dealId);
  const accountId = (await readAccount(tx, programmeId, dealId))?.id ?? null;
  if (!accountId) return null;
  await holdAccount(tx, programmeId, accountId);
  const claims = await readClaims(tx, programmeId, dealId, [accountId]);
  if (claims.some(standsInTheWay)) throw new ServiceError('account_protected');
  return accountId;
}

async function storeDecision({ tx, caller }: DealStep, deal: Deal, decision: Decision, accountId: string | null, { version, rules }: RulesRow): Promise<void> {
  const needed = decision.kind === 'approve' ? approvalRuleFor(deal.value?.amount ?? null, rules) : undefined;
  const agreements = (needed?.memberIds ?? []).map((memberId, index) => ({ member_id: memberId, position: needed!.order === 'sequential' ? index : 0 }));
  const first = agreements.find(({ member_id, position }) => member_id === caller.memberId && position === 0);
  const open = agreements.filter((one) => one !== first);
  const { id } = await tx.insertInto('deal_decisions').values({
    programme_id: caller.programmeId, deal_id: deal.id, kind: decision.kind, by_member_id: caller.memberId, by_role: caller.role, rules_version: version, account_id: accountId,
    applies_at: open.length ? null : appliesIn(rules.undoSeconds), note: decision.note || null,
    ...(decision.kind === 'approve' && { protection_days: decision.protectionDays ?? null }),
    ...(decision.kind === 'reject' && { reason: decision.reason }),
    ...(decision.kind === 'request_action' && { fields: [...decision.fields ?? []] }),
  }).returning('id').executeTakeFirstOrThrow();
  if (!agreements.length) return;
  await tx.insertInto('deal_approvals').values(agreements.map((one) => ({
    programme_id: caller.programmeId, decision_id: id, ...one, approved_at: one === first ? sql<Date>`now()` : null,
  }))).execute();
}

/** One more agrees; the last sets the clock. */
async function agree(tx: Tx, programmeId: string, { decision, agreements }: Waiting, memberId: string, undoSeconds: number): Promise<void> {
  await tx.updateTable('deal_approvals').set({ approved_at: sql<Date>`now()` })
    .where('programme_id', '=', programmeId).where('decision_id', '=', decision.id).where('member_id', '=', memberId).execute();
  if (agreements.some((one) => one.memberId !== memberId && !one.agreed)) return;
  await tx.updateTable('deal_decisions').set({ applies_at: appliesIn(undoSeconds) }).where('programme_id', '=', programmeId).where('id', '=', decision.id).execute();
}

const appliesIn = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds}::int)`;
