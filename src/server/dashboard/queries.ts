import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../call.js';
import type { Period } from './period.js';
import type { Tally } from './rules.js';
import { ofScope, type Scope } from './scope.js';

/** An approved deal that is neither won nor lost. Written as the partial index has it. */
const stillOpen = sql<boolean>`d.review = 'approved' and d.stage not in ('closed_won', 'closed_lost')`;

const monthOf = (day: RawBuilder<unknown>) => sql<string>`to_char(${day}, 'YYYY-MM')`;
/** The instant at which a day begins in the programme's zone. */
const startOf = (day: string, zone: string) => sql`(${day}::timestamp at time zone ${zone}::text)`;

/** Everything that key figures, months and funnel are made of, for the period and the equal one before, in one statement. */
export async function tally(tx: Tx, scope: Scope, period: Period, zone: string): Promise<Tally[]> {
  const within = (instant: RawBuilder<unknown>) =>
    sql<boolean>`${instant} >= ${startOf(period.beforeStartsOn, zone)} and ${instant} < ${startOf(period.endsBefore, zone)}`;
  const inZone = (instant: RawBuilder<unknown>) => monthOf(sql`${instant} at time zone ${zone}::text`);
  const { rows } = await sql<Tally>`
    select ${monthOf(sql`d.closed_on`)} as month, d.stage as what, count(*)::int as count, coalesce(sum(d.value_minor), 0)::bigint as value
      from deals d where ${ofScope(scope, 'd')} and d.review = 'approved' and d.stage in ('closed_won', 'closed_lost')
        and d.closed_on >= ${period.beforeStartsOn}::date and d.closed_on < ${period.endsBefore}::date
      group by 1, 2
    union all
    select null, d.stage, count(*)::int, coalesce(sum(d.value_minor), 0)::bigint
      from deals d where ${ofScope(scope, 'd')} and ${stillOpen} group by 2
    union all
    select m.month, 'registered', count(*)::int, 0
      from deals d, lateral (select ${inZone(sql`d.submitted_at`)} as month) m
      where ${ofScope(scope, 'd')} and ${within(sql`d.submitted_at`)} group by 1
    union all
    select m.month, m.what, count(*)::int, 0
      from lead_offers o, lateral (select ${inZone(sql`o.answer_due_at`)} as month,
        case when o.outcome in ('accepted', 'declined') and o.outcome_at <= o.answer_due_at then 'answered' else 'unanswered' end as what) m
      where ${ofScope(scope, 'o')} and ${within(sql`o.answer_due_at`)}
        -- An offer taken back was never due; one that may still be answered is not due yet.
        and o.outcome is distinct from 'taken_back' and o.answer_due_at <= now()
      group by 1, 2`.execute(tx);
  return rows;
}
