import type { Lead, LeadRow, LeadState } from '../../contract/index.js';
import { allowedNames } from '../actions.js';
import type { Call } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import { readOffers, type Row, type WholeRow } from './queries.js';
import { leadAvailability } from './rules.js';

const reference = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null);

const actionsOf = (row: Row, caller: Caller) => leadAvailability({ state: row.state as LeadState, dueNow: row.due_now }, caller.role);

const base = (row: Row) => ({
  id: row.id, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  company: row.company, city: row.city, country: row.country, state: row.state,
  value: row.value_minor === null ? null : { amount: row.value_minor, currency: row.currency! },
  source: row.source, subject: row.subject, partner: reference(row.partner_id, row.partner_name), member: reference(row.member_id, row.member_name),
  offeredAt: row.offered_at?.toISOString() ?? null, answerDueAt: row.answer_due_at?.toISOString() ?? null,
});

export const presentRow = (caller: Caller) => (row: Row): LeadRow => ({ ...base(row), actions: allowedNames(actionsOf(row, caller)) });

/** The whole lead. Whom else it was offered to is read for the vendor alone. */
export async function presentLead({ tx, caller }: Pick<Call, 'tx' | 'caller'>, row: WholeRow): Promise<Lead> {
  const lead: Lead = {
    ...base(row), contact: { name: row.contact_name, email: row.contact_email, phone: row.contact_phone }, message: row.message,
    territoryId: row.territory_id, productIds: row.product_ids, reason: row.reason, reasonNote: row.reason_note, dealId: row.deal_id, actions: actionsOf(row, caller),
  };
  if (!isVendor(caller)) return lead;
  const offers = await readOffers(tx, caller.programmeId, row.id);
  return {
    ...lead,
    offers: offers.map((offer) => ({
      partner: { id: offer.partner_id, name: offer.partner_name }, member: reference(offer.member_id, offer.member_name),
      offeredAt: offer.offered_at.toISOString(), answerDueAt: offer.answer_due_at.toISOString(),
      outcome: offer.outcome, outcomeAt: offer.outcome_at?.toISOString() ?? null, reason: offer.reason, note: offer.note,
    })),
    externalKey: row.external_key,
  };
}
