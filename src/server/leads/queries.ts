import { sql, type SelectQueryBuilder } from 'kysely';
import type { Call, Tx } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import { endOfDayIn } from '../database/days.js';
import type { Database } from '../database/schema.js';
import type { Order } from '../keyset.js';

export type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;
type Filtered = SelectQueryBuilder<{ l: Database['leads'] }, 'l', object>;

/** What a partner declined or let expire is no longer its business; nor are the people who asked. */
const partnerStates = ['offered', 'accepted', 'converted', 'closed'];

/** The leads the caller may see: a seller's own, and those given to the company without naming anybody. */
export function visibleLeads({ tx, caller, reach }: Seen): Filtered {
  const { partnerId, memberId } = reach;
  let rows = tx.selectFrom('leads as l').where('l.programme_id', '=', caller.programmeId) as unknown as Filtered;
  if (!isVendor(caller)) rows = rows.where('l.state', 'in', partnerStates);
  if (partnerId) rows = rows.where('l.partner_id', '=', partnerId);
  if (memberId) rows = rows.where((is) => is.or([is('l.member_id', 'is', null), is('l.member_id', '=', memberId)]));
  return rows;
}

export const newestFirst: Order = { name: 'newest', descending: true, columns: [{ sql: sql.ref('l.created_at'), cast: 'timestamptz' }, { sql: sql.ref('l.id'), cast: 'text' }] };

/** Names come by sub-select: they are looked up for the rows of the page alone. */
export const selectRow = (query: Filtered) => query.select([
  'l.id', 'l.version', 'l.created_at', 'l.updated_at', 'l.company', 'l.city', 'l.country', 'l.state', 'l.value_minor', 'l.currency', 'l.source', 'l.subject',
  'l.partner_id', 'l.member_id', 'l.offered_at', 'l.answer_due_at',
  sql<boolean>`l.state = 'offered' and l.answer_due_at <= now()`.as('due_now'),
  sql<string | null>`(select p.name from partners p where p.programme_id = l.programme_id and p.id = l.partner_id)`.as('partner_name'),
  sql<string | null>`(select m.name from members m where m.programme_id = l.programme_id and m.id = l.member_id)`.as('member_name'),
]);

const selectWhole = (query: Filtered) => selectRow(query).select([
  'l.contact_name', 'l.contact_email', 'l.contact_phone', 'l.message', 'l.territory_id', 'l.product_ids', 'l.reason', 'l.reason_note', 'l.deal_id', 'l.external_key',
]);

export type Row = Awaited<ReturnType<ReturnType<typeof selectRow>['executeTakeFirstOrThrow']>>;
export type WholeRow = Awaited<ReturnType<ReturnType<typeof selectWhole>['executeTakeFirstOrThrow']>>;

export const findLead = (call: Seen, leadId: string): Promise<WholeRow | undefined> =>
  selectWhole(visibleLeads(call).where('l.id', '=', leadId)).executeTakeFirst();

/** The same, held until the transaction ends. */
export const lockLead = (call: Seen, leadId: string): Promise<WholeRow | undefined> =>
  selectWhole(visibleLeads(call).where('l.id', '=', leadId)).forUpdate('l').executeTakeFirst();

/** Every time the lead was offered, the first one first. For the vendor. */
export const readOffers = (tx: Tx, programmeId: string, leadId: string) =>
  tx.selectFrom('lead_offers as o')
    .innerJoin('partners as p', (join) => join.onRef('p.programme_id', '=', 'o.programme_id').onRef('p.id', '=', 'o.partner_id'))
    .leftJoin('members as m', (join) => join.onRef('m.programme_id', '=', 'o.programme_id').onRef('m.id', '=', 'o.member_id'))
    .select(['p.id as partner_id', 'p.name as partner_name', 'm.id as member_id', 'm.name as member_name', 'o.offered_at', 'o.answer_due_at', 'o.outcome', 'o.outcome_at', 'o.reason', 'o.note'])
    .where('o.programme_id', '=', programmeId).where('o.lead_id', '=', leadId).orderBy('o.offered_at').orderBy('o.id').execute();

/** When a day is over in the programme's zone: the answer is due before the next one begins. */
export const endOfDay = (day: string, timeZone: string) => endOfDayIn(sql`${timeZone}::text`, sql`${day}::date`);

export interface OfferValues { leadId: string; partnerId: string; memberId: string | null; answerDueAt: ReturnType<typeof endOfDay> }

export async function addOffer(tx: Tx, programmeId: string, { leadId, partnerId, memberId, answerDueAt }: OfferValues): Promise<void> {
  await tx.insertInto('lead_offers').values({ programme_id: programmeId, lead_id: leadId, partner_id: partnerId, member_id: memberId, answer_due_at: answerDueAt }).execute();
}

interface Outcome { outcome: 'accepted' | 'declined' | 'taken_back'; reason?: string | undefined; note?: string | undefined }

/** Writes how the lead's running offer ended: the one without an answer, or the accepted one that is taken back. */
export async function endOffer(tx: Tx, { programmeId }: Pick<Caller, 'programmeId'>, leadId: string, { outcome, reason, note }: Outcome): Promise<void> {
  await tx.updateTable('lead_offers').set({ outcome, outcome_at: sql<Date>`now()`, reason: reason ?? null, note: note || null })
    .where('programme_id', '=', programmeId).where('lead_id', '=', leadId)
    .where((is) => (outcome === 'taken_back' ? is.or([is('outcome', 'is', null), is('outcome', '=', 'accepted')]) : is('outcome', 'is', null))).execute();
}

export const findPartner = (tx: Tx, programmeId: string, partnerId: string): Promise<{ id: string; status: string } | undefined> =>
  tx.selectFrom('partners').select(['id', 'status']).where('programme_id', '=', programmeId).where('id', '=', partnerId).executeTakeFirst();
