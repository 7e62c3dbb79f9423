import { sql } from 'kysely';
import { wordsOf } from '../database/words.js';
import { insertMany, newIds } from './bulk.js';
import { findOrCreateCustomers } from './deal-customers.js';
import { amountsOf, axesOf, checkDeal, clockOf, valueOf } from './deal-rules.js';
import type { ImportContext, Imported, Importer } from './importer.js';

/** Deals come with their lines, and with their customers where these are not there yet. */
export const deals: Importer<'deals'> = {
  table: 'deals',
  references: (row) => [
    { field: 'partnerKey', table: 'partners', key: row.partnerKey },
    { field: 'memberKey', table: 'members', key: row.memberKey },
    { field: 'customerKey', table: 'customers', key: row.customerKey },
    { field: 'territoryKey', table: 'territories', key: row.territoryKey },
    ...(row.lines ?? []).map((line, index) => ({ field: `lines.${index}.productKey`, table: 'products' as const, key: line.productKey })),
  ],

  check(candidates, { keys, programme }) {
    for (const { row, problems } of candidates) {
      problems.push(...checkDeal(row, programme));
      const partner = keys.get('partners', row.partnerKey);
      for (const [field, named] of [['memberKey', keys.get('members', row.memberKey)], ['customerKey', keys.get('customers', row.customerKey)]] as const) {
        if (partner && named && named.partnerId !== partner.id) problems.push({ field, code: 'other_partner', message: 'This belongs to another partner.' });
      }
    }
  },

  async write(rows, context) {
    const { tx, keys, programme } = context;
    const { customers, imported } = await findOrCreateCustomers(rows, context);
    const instants = await startsOfDays(context, rows.flatMap((row) => clockOf(row, programme).submittedOn ?? []));
    const ids = await newIds(tx, 'deal', rows.length);
    const { rows: [clock] } = await sql<{ now: Date }>`select now() as now`.execute(tx);
    const records: Imported[] = rows.map((row, index) => ({
      recordType: 'deal', recordId: ids[index]!, partnerId: keys.must('partners', row.partnerKey).id, ownerMemberId: keys.get('members', row.memberKey)?.id ?? null, audience: 'partner',
    }));

    await insertMany(tx, 'deals', rows.map((row, index) => {
      const { review, stage } = axesOf(row);
      const days = clockOf(row, programme);
      const customer = customers[index]!;
      const name = row.name ?? row.key;
      return {
        programme_id: programme.id, id: ids[index]!, external_key: row.key, name, words: wordsOf(name, customer.name),
        partner_id: records[index]!.partnerId!, member_id: records[index]!.ownerMemberId ?? null, customer_id: customer.id, customer_name: customer.name,
        territory_id: keys.get('territories', row.territoryKey)?.id ?? null, review, stage, stage_reason: row.stageReason ?? null,
        value_minor: valueOf(row, programme.currency), currency: programme.currency, close_on: row.closeOn ?? null, closed_on: row.closedOn ?? null, note: row.note ?? null,
        win_confirmed_at: stage === 'closed_won' ? clock!.now : null,
        submitted_at: days.submittedOn && instants.get(days.submittedOn)!, decided_at: days.decidedOn && instants.get(days.decidedOn)!, review_due_on: days.reviewDueOn,
        protection_state: days.protection, protection_starts_on: days.protectionStartsOn, protection_ends_on: days.protectionEndsOn,
      };
    }));
    await insertMany(tx, 'deal_lines', rows.flatMap((row, index) => {
      const amounts = amountsOf(row);
      return (row.lines ?? []).map((line, position) => ({
        programme_id: programme.id, deal_id: ids[index]!, position, product_id: keys.get('products', line.productKey)?.id ?? null, description: line.description ?? null,
        quantity: line.quantity, unit_price: line.unitPrice, amount: amounts[position]!,
      }));
    }));
    return [...imported, ...records];
  },
};

/** The instants at which days begin in the programme's time zone. */
async function startsOfDays({ tx, programme }: ImportContext, days: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(days)];
  if (!wanted.length) return new Map();
  const { rows } = await sql<{ day: string; at: Date }>`
    select day, day::timestamp at time zone ${programme.time_zone} as at from unnest(${wanted}::text[]) as day`.execute(tx);
  return new Map(rows.map(({ day, at }) => [day, at.toISOString()]));
}
