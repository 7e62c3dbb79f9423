import { sql, type RawBuilder } from 'kysely';
import type { Dashboard } from '../../contract/index.js';
import type { Tx } from '../call.js';
import { endOfDayIn } from '../database/days.js';
import { ofScope, type Scope } from './scope.js';

/** How many are named; the rest is only counted. */
const shown = 20;
/** A draft is idle when nobody has touched it for so many days, and forgotten after so many more. */
const idleDays = 7;
const forgottenDays = 90;

interface Kind {
  kind: Dashboard['attention'][number]['kind'];
  from: 'deals' | 'leads';
  where: RawBuilder<boolean>;
  dueAt?: RawBuilder<unknown>;
  dueOn?: RawBuilder<unknown>;
  /** When it becomes late: what all kinds are sorted by. Where nothing is due, so long after it began to wait. */
  lateAt: RawBuilder<unknown>;
}

const openDeal = sql<boolean>`r.review = 'approved' and r.stage not in ('closed_won', 'closed_lost')`;
const endOf = (day: RawBuilder<unknown>, zone: string) => endOfDayIn(sql`${zone}::text`, day);

const forVendor = (zone: string): Kind[] => [
  {
    kind: 'review_due', from: 'deals', where: sql`r.review in ('submitted', 'in_review')`,
    dueOn: sql`r.review_due_on`, lateAt: sql`coalesce(${endOf(sql`r.review_due_on`, zone)}, r.submitted_at)`,
  },
  {
    kind: 'win_to_confirm', from: 'deals', where: sql`r.review = 'approved' and r.stage = 'closed_won' and r.win_confirmed_at is null`,
    lateAt: sql`r.updated_at + interval '5 days'`,
  },
  { kind: 'lead_unassigned', from: 'leads', where: sql`r.state in ('new', 'declined', 'expired')`, lateAt: sql`r.created_at + interval '1 day'` },
];

const forPartner = (zone: string, today: string, expiringDays: number): Kind[] => [
  {
    kind: 'lead_answer_due', from: 'leads', where: sql`r.state = 'offered' and r.answer_due_at > now()`,
    dueAt: sql`r.answer_due_at`, lateAt: sql`r.answer_due_at`,
  },
  { kind: 'deal_action_required', from: 'deals', where: sql`r.review = 'action_required'`, lateAt: sql`r.updated_at + interval '2 days'` },
  {
    kind: 'protection_expiring', from: 'deals',
    where: sql`${openDeal} and r.protection_ends_on >= ${today}::date and r.protection_ends_on <= ${today}::date + ${expiringDays}::int`,
    dueOn: sql`r.protection_ends_on`, lateAt: endOf(sql`r.protection_ends_on`, zone),
  },
  {
    kind: 'draft_idle', from: 'deals',
    where: sql`r.review = 'draft' and r.updated_at < now() - make_interval(days => ${idleDays}::int) and r.updated_at > now() - make_interval(days => ${forgottenDays}::int)`,
    lateAt: sql`r.updated_at + interval '30 days'`,
  },
];

/** A lead that is nobody's yet belongs to no partner's dashboard; one offered to a company is every seller's until somebody takes it. */
const whose = (scope: Scope, from: Kind['from']): RawBuilder<boolean> =>
  from === 'leads' && scope.memberId
    ? sql`${ofScope({ ...scope, memberId: undefined }, 'r')} and (r.member_id is null or r.member_id = ${scope.memberId})`
    : ofScope(scope, 'r');

interface Programme { time_zone: string; today: string; settings: { protection: { expiringDays: number } } }
interface Row { kind: string; record_id: string; title: string; due_at: Date | null; due_on: string | null; total: number }

/** What needs the caller now, the most urgent first, and how much there is in all. One statement. */
export async function readAttention(tx: Tx, scope: Scope, programme: Programme): Promise<Pick<Dashboard, 'attention' | 'attentionTotal'>> {
  const zone = programme.time_zone;
  const kinds = scope.vendor ? forVendor(zone) : forPartner(zone, programme.today, programme.settings.protection.expiringDays);
  const selects = kinds.map(({ kind, from, where, dueAt, dueOn, lateAt }) => sql`
    select ${sql.lit(kind)} as kind, r.id as record_id, ${from === 'leads' ? sql`r.company` : sql`r.name`} as title,
      ${dueAt ?? sql`null`}::timestamptz as due_at, ${dueOn ?? sql`null`}::date as due_on, ${lateAt} as late_at
    from ${sql.table(from)} r where ${whose(scope, from)} and ${where}`);
  const { rows } = await sql<Row>`
    select kind, record_id, title, due_at, due_on, (count(*) over ())::int as total
    from (${sql.join(selects, sql` union all `)}) as waiting order by late_at, record_id limit ${sql.lit(shown)}`.execute(tx);
  return {
    attention: rows.map((row) => ({ kind: row.kind, recordId: row.record_id, title: row.title, dueAt: row.due_at?.toISOString() ?? null, dueOn: row.due_on })),
    attentionTotal: rows[0]?.total ?? 0,
  };
}
