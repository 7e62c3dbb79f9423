import { sql, type RawBuilder } from 'kysely';
import { minorDigits, type Results } from '../../contract/index.js';
import type { Tx } from '../call.js';
import type { Period } from './period.js';
import { ofScope, type Scope } from './scope.js';

/** More rows than a person reads; the total counts them all. */
const most = 5_000;

type By = 'partner' | 'product' | 'month' | 'partner_month';

interface Row { partner_id?: string; partner_name?: string; product_id?: string | null; product_name?: string | null; month?: string; value: number; count: number; total: number }

const won = (scope: Scope, period: Period) => sql<boolean>`${ofScope(scope, 'd')} and d.review = 'approved' and d.stage = 'closed_won'
  and d.closed_on >= ${period.startsOn}::date and d.closed_on < ${period.endsBefore}::date`;

const month = sql`to_char(d.closed_on, 'YYYY-MM')`;
const partner = sql`d.partner_id, p.name`;

const dealSums: Record<Exclude<By, 'product'>, { select: RawBuilder<unknown>; group: RawBuilder<unknown>; order: RawBuilder<unknown> }> = {
  partner: { select: sql`d.partner_id, p.name as partner_name`, group: partner, order: sql`value desc, d.partner_id` },
  month: { select: sql`${month} as month`, group: sql`1`, order: sql`month` },
  partner_month: { select: sql`${month} as month, d.partner_id, p.name as partner_name`, group: sql`1, ${partner}`, order: sql`month, value desc, d.partner_id` },
};

/** Sums of deals' values, whole minor units all the way. */
const byDeals = (scope: Scope, period: Period, { select, group, order }: (typeof dealSums)['month']) => sql<Row>`
  select ${select}, coalesce(sum(d.value_minor), 0)::bigint as value, count(*)::int as count, (sum(coalesce(sum(d.value_minor), 0)) over ())::bigint as total
  from deals d join partners p on p.programme_id = d.programme_id and p.id = d.partner_id
  where ${won(scope, period)} group by ${group} order by ${order} limit ${sql.lit(most)}`;

/** Sums of lines' four decimals, each rounded once, half up. A deal without lines counts with its value, under no product. */
const byProducts = (scope: Scope, period: Period, unit: number) => sql<Row>`
  select sold.product_id, p.name as product_name, floor(sum(sold.amount) + 0.5)::bigint as value, count(distinct sold.deal_id)::int as count,
    floor(sum(sum(sold.amount)) over () + 0.5)::bigint as total
  from (
    select l.product_id, l.deal_id, l.amount * ${unit}::int as amount
      from deals d join deal_lines l on l.programme_id = d.programme_id and l.deal_id = d.id where ${won(scope, period)}
    union all
    select null, d.id, d.value_minor from deals d where ${won(scope, period)} and d.value_minor is not null
      and not exists (select from deal_lines l where l.programme_id = d.programme_id and l.deal_id = d.id)
  ) as sold left join products p on p.programme_id = ${scope.programmeId} and p.id = sold.product_id
  group by sold.product_id, p.name order by value desc, sold.product_id limit ${sql.lit(most)}`;

/** Won value of the period by one dimension, in one statement. */
export async function readResults(tx: Tx, scope: Scope, period: Period, by: By, currency: string): Promise<Results> {
  const statement = by === 'product' ? byProducts(scope, period, 10 ** minorDigits(currency)) : byDeals(scope, period, dealSums[by]);
  const { rows } = await statement.execute(tx);
  return {
    from: period.from, to: period.to, currency,
    data: rows.map((row) => ({
      ...(row.partner_id && { partner: { id: row.partner_id, name: row.partner_name! } }),
      ...(by === 'product' && { product: row.product_id ? { id: row.product_id, name: row.product_name! } : null }),
      ...(row.month && { month: row.month }),
      value: { amount: row.value, currency }, count: row.count,
    })),
    total: { amount: rows[0]?.total ?? 0, currency },
  };
}
