import type { Deal, DealRow, ProtectionState, Review, Stage } from '../../contract/index.js';
import { allowedNames } from '../actions.js';
import type { Call } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import type { ProgrammeRow } from '../programme/queries.js';
import { readAttachments } from '../files/attachments.js';
import { findWaiting, presentWaiting, readReviewState } from '../reviews/queries.js';
import { mayAgree } from '../reviews/rules.js';
import { nextStepOf } from './next-step.js';
import { readAccount, readExtensions, readLines, readPartners, type Row, type WaitingRow, type WholeRow } from './queries.js';
import { daysBetween, dealAvailability, protectionOf, type DealState, type Pending } from './rules.js';

/** Where the clock of a deal stands today, whether or not the job has written it down yet. */
function protectionToday(row: Row, { today, settings }: ProgrammeRow): Deal['protection'] {
  const { protection_state: state, protection_starts_on: startsOn, protection_ends_on: endsOn } = row;
  if (state === 'none' || !endsOn) return { state, startsOn, endsOn, daysLeft: null };
  // What ended before its time does not begin again.
  if (state === 'expired') return { state, startsOn, endsOn, daysLeft: 0 };
  return { state: protectionOf(endsOn, today, settings.protection.expiringDays), startsOn, endsOn, daysLeft: Math.max(0, daysBetween(today, endsOn)) };
}

/** What waits, for those who may know that anything does. */
function pendingOf(waiting: WaitingRow | null, caller: Caller): Pending {
  if (!waiting || !isVendor(caller)) return 'none';
  if (waiting.byRule) return 'automatic';
  if (waiting.appliesAt) return 'waiting';
  return mayAgree(waiting.agreements, caller.memberId) ? 'agreement' : 'others';
}

/** A deal as the rules look at it. */
export const stateOf = (row: Row, caller: Caller, programme: ProgrammeRow): DealState => ({
  review: row.review as Review, stage: row.stage as Stage, protection: protectionToday(row, programme).state as ProtectionState,
  winConfirmed: row.win_confirmed_at !== null, leads: isVendor(caller) || row.partner_id === caller.partnerId,
  extensionRequested: row.extension_states.includes('requested'),
  extensionsLeft: programme.settings.protection.maxExtensions - row.extension_states.filter((state) => state === 'granted').length,
  pending: pendingOf(row.waiting, caller),
});

/** What the caller may do with it now, and what of that would be best. */
function actionsOf(row: Row, caller: Caller, programme: ProgrammeRow) {
  const actions = dealAvailability(stateOf(row, caller, programme), caller.role);
  const { state, endsOn } = protectionToday(row, programme);
  const nextStep = nextStepOf({
    allowed: allowedNames(actions), review: row.review as Review, stage: row.stage as Stage, protection: state as ProtectionState,
    protectionEndsOn: endsOn, closeOn: row.close_on, reviewDueOn: row.review_due_on, today: programme.today,
  });
  return { actions, nextStep };
}

const base = (row: Row, programme: ProgrammeRow) => ({
  id: row.id, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), name: row.name,
  customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null,
  partner: { id: row.partner_id, name: row.partner_name ?? '' },
  member: row.member_id ? { id: row.member_id, name: row.member_name ?? '' } : null,
  review: row.review, stage: row.stage, protection: protectionToday(row, programme),
  value: row.value_minor === null ? null : { amount: row.value_minor, currency: row.currency },
  closeOn: row.close_on, closedOn: row.closed_on, winConfirmedAt: row.win_confirmed_at?.toISOString() ?? null,
  submittedAt: row.submitted_at?.toISOString() ?? null, reviewDueOn: row.review_due_on,
});

export const presentRow = (caller: Caller, programme: ProgrammeRow) => (row: Row): DealRow => {
  const { actions, nextStep } = actionsOf(row, caller, programme);
  return { ...base(row, programme), nextStep, actions: allowedNames(actions) };
};

/** The whole deal. What only the vendor knows of it is read for nobody else. */
export async function presentDeal({ tx, caller, reach }: Pick<Call, 'tx' | 'caller' | 'reach'>, programme: ProgrammeRow, row: WholeRow): Promise<Deal> {
  const attachments = await readAttachments(tx, { caller, reach }, row.id);
  const lines = await readLines(tx, caller.programmeId, row.id);
  const partners = await readPartners(tx, caller.programmeId, row.id);
  const extensions = await readExtensions(tx, caller.programmeId, row.id);
  const deal: Deal = {
    ...base(row, programme),
    partners: partners.map(({ id, name, role, share }) => ({ partner: { id, name }, role, share })),
    lines: lines.map((line) => ({
      product: line.product_id ? { id: line.product_id, name: line.product_name ?? '' } : null,
      description: line.description, quantity: line.quantity, unitPrice: line.unit_price, amount: line.amount,
    })),
    territoryId: row.territory_id, project: row.project, custom: row.custom, note: row.note, attachments, askedFields: row.asked_fields, stageReason: row.stage_reason, leadId: row.lead_id,
    decidedAt: row.decided_at?.toISOString() ?? null, decisionNote: row.decision_note, decisionReason: row.decision_reason,
    extensions: extensions.map(({ granted_days: grantedDays, requested_at: requestedAt, decided_at: decidedAt, ...same }) =>
      ({ ...same, grantedDays, requestedAt: requestedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null })),
    ...actionsOf(row, caller, programme),
  };
  if (!isVendor(caller)) return deal;
  const waiting = row.waiting ? await findWaiting(tx, caller.programmeId, row.id) : undefined;
  return {
    ...deal, account: (await readAccount(tx, caller.programmeId, row.id)) ?? null, externalKey: row.external_key,
    reviewer: (await readReviewState(tx, caller.programmeId, row.id))?.reviewer ?? null, pendingDecision: waiting ? presentWaiting(waiting) : null,
  };
}
