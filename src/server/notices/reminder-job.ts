import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ProgrammeSettings } from '../../contract/index.js';
import { dayIn } from '../database/days.js';
import type { Database } from '../database/schema.js';
import { batchSize, inBatches } from '../jobs/batches.js';
import { defaultSettings } from '../programme/defaults.js';

/** Something with a last day, of which people are reminded before. */
interface Reminder {
  name: string;
  event: string;
  setting: keyof ProgrammeSettings['reminders'];
  table: 'deals' | 'leads';
  where: RawBuilder<boolean>;
  /** The last day, and the day since which the clock runs. */
  dueOn: RawBuilder<unknown>;
  since: RawBuilder<unknown>;
}

const zone = sql.ref('g.time_zone');

const reminders: readonly Reminder[] = [
  {
    name: 'protection', event: 'deal.protection_ends', setting: 'protectionDays', table: 'deals',
    where: sql`r.protection_state in ('active', 'expiring') and r.review = 'approved' and r.stage not in ('closed_won', 'closed_lost')`,
    dueOn: sql`r.protection_ends_on`, since: sql`r.protection_starts_on`,
  },
  {
    name: 'review', event: 'deal.review_due', setting: 'reviewDays', table: 'deals',
    where: sql`r.review in ('submitted', 'in_review') and r.review_due_on is not null`,
    dueOn: sql`r.review_due_on`, since: dayIn(zone, sql`r.submitted_at`),
  },
  {
    name: 'answer', event: 'lead.answer_due', setting: 'leadDays', table: 'leads',
    // The answer is due before the next day begins, and that instant belongs to the next day.
    where: sql`r.state = 'offered'`, dueOn: dayIn(zone, sql`r.answer_due_at - interval '1 second'`), since: dayIn(zone, sql`r.offered_at`),
  },
];

/**
 * Puts each reminder that is due into the line of outgoing events, once for each record, last day and threshold: the row in `reminders` and
 * the event are written by one statement, and of two services that try at once the unique key lets one through. Where the service was
 * away over a threshold, the reminder goes out late and says the days that are left. A threshold that was over before the clock began is none.
 */
export async function remindOfEnds(db: Kysely<Database>): Promise<void> {
  for (const reminder of reminders) await remindOf(db, reminder);
}

const remindOf = (db: Kysely<Database>, { name, event, setting, table, where, dueOn, since }: Reminder): Promise<void> => inBatches(db, async (tx) => {
  const { rows: [found] } = await sql<{ count: number }>`
    with due as materialized (
      select r.programme_id, r.id, span.due_on, span.days_left, threshold.days
      from ${sql.table(table)} r join programmes g on g.id = r.programme_id
        cross join lateral (select ${dueOn} as due_on, ${dueOn} - ${dayIn(zone)} as days_left) as span
        cross join lateral (
          select min(days.value::int) as days from jsonb_array_elements_text(coalesce(g.settings #> ${`{reminders,${setting}}`}::text[], ${JSON.stringify(defaultSettings.reminders[setting])}::jsonb)) as days
          where days.value::int >= span.days_left and span.due_on - days.value::int > ${since}) as threshold
      where ${where} and span.days_left >= 0 and threshold.days is not null and not exists (
        select from reminders s where s.programme_id = r.programme_id and s.record_id = r.id and s.reminder = ${name} and s.due_on = span.due_on and s.days = threshold.days)
      order by span.due_on, r.id limit ${sql.lit(batchSize)}),
    noted as (
      insert into reminders (programme_id, record_id, reminder, days, due_on) select programme_id, id, ${name}, days, due_on from due
      on conflict do nothing returning programme_id, record_id, due_on),
    sent as (
      insert into outbox (programme_id, event, payload)
      select n.programme_id, ${event}, jsonb_build_object('recordId', n.record_id, 'days', d.days_left, 'dueOn', n.due_on::text)
      from noted n join due d on d.programme_id = n.programme_id and d.id = n.record_id)
    select count(*)::int as count from due`.execute(tx);
  return found!.count;
});
