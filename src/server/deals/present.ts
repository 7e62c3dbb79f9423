import type { Deal, DealRow, ProtectionState, Review, Stage } from '../../contract/index.js';
import { allowedNames } from '../actions.js';
import type { Call } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import type { ProgrammeRow } from '../programme/queries.js';
import { readAccount, readLines, readPartners, type Row, type WholeRow } from './queries.js';
import { daysBetween, dealAvailability, protectionOf, type DealState } from './rules.js';

/** Where the clock of a deal stands today, whether or not the job has written it down yet. */
function protectionToday(row: Row, { today, settings }: ProgrammeRow): Deal['protection'] {
  const { protection_state: state, protection_starts_on: startsOn, protection_ends_on: endsOn } = row;
  if (state === 'none' || !endsOn) return { state, startsOn, endsOn, daysLeft: null };
  return { state: protectionOf(endsOn, today, settings.protection.expiringDays), startsOn, endsOn, daysLeft: Math.max(0, daysBetween(today, endsOn)) };
}

/** A deal as the rules look at it. */
export const stateOf = (row: Row, caller: Caller): DealState => ({
  review: row.review as Review, stage: row.stage as Stage, protection: row.protection_state as ProtectionState,
  winConfirmed: row.win_confirmed_at !== null, leads: isVendor(caller) || row.partner_id === caller.partnerId,
});

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

export const presentRow = (caller: Caller, programme: ProgrammeRow) => (row: Row): DealRow =>
  ({ ...base(row, programme), actions: allowedNames(dealAvailability(stateOf(row, caller), caller.role)) });

/** The whole deal. What only the vendor knows of it is read for nobody else. */
export async function presentDeal({ tx, caller }: Pick<Call, 'tx' | 'caller'>, programme: ProgrammeRow, row: WholeRow): Promise<Deal> {
  const lines = await readLines(tx, caller.programmeId, row.id);
  const partners = await readPartners(tx, caller.programmeId, row.id);
  const deal: Deal = {
    ...base(row, programme),
    partners: partners.map(({ id, name, role, share }) => ({ partner: { id, name }, role, share })),
    lines: lines.map((line) => ({
      product: line.product_id ? { id: line.product_id, name: line.product_name ?? '' } : null,
      description: line.description, quantity: line.quantity, unitPrice: line.unit_price, amount: line.amount,
    })),
    territoryId: row.territory_id, custom: row.custom, note: row.note, stageReason: row.stage_reason, leadId: row.lead_id,
    decidedAt: row.decided_at?.toISOString() ?? null, decisionNote: row.decision_note, decisionReason: row.decision_reason,
    actions: dealAvailability(stateOf(row, caller), caller.role),
  };
  if (!isVendor(caller)) return deal;
  return { ...deal, account: (await readAccount(tx, caller.programmeId, row.id)) ?? null, externalKey: row.external_key };
}
