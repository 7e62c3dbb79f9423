import { sql } from 'kysely';
import type { reviewOperations, ReviewRow } from '../../contract/index.js';
import type { Call } from '../call.js';
import { matchesWords } from '../database/words.js';
import { presentRow } from '../deals/present.js';
import { selectRow, visibleDeals } from '../deals/queries.js';
import { readPage, type Order } from '../keyset.js';
import { readProgramme, type ProgrammeRow } from '../programme/queries.js';

const dueFirst: Order = {
  name: 'due', descending: false,
  columns: [{ sql: sql`coalesce(d.review_due_on, 'infinity'::date)`, cast: 'date' }, { sql: sql.ref('d.id'), cast: 'text' }],
};

const waits = sql<boolean>`exists (select from deal_decisions x where x.programme_id = d.programme_id and x.deal_id = d.id and x.applied_at is null and x.undone_at is null)`;
const review = (column: string) => sql`(select r.${sql.raw(column)} from deal_reviews r where r.programme_id = d.programme_id and r.deal_id = d.id)`;

type Deals = ReturnType<typeof visibleDeals>;

/** A deal with what the vendor keeps beside it. */
export const selectReview = (query: Deals) => selectRow(query).select([
  sql<string[] | null>`${review('findings')}`.as('findings'),
  sql<number | null>`${review('conflicts')}`.as('conflicts'),
  sql<Date | null>`${review('assessed_at')}`.as('assessed_at'),
  sql<number | null>`${review('rules_version')}`.as('rules_version'),
  sql<{ id: string; name: string } | null>`(select jsonb_build_object('id', m.id, 'name', m.name) from deal_reviews r join members m on m.programme_id = r.programme_id and m.id = r.reviewer_id
    where r.programme_id = d.programme_id and r.deal_id = d.id)`.as('reviewer'),
]);
export type ReviewRowRead = Awaited<ReturnType<ReturnType<typeof selectReview>['executeTakeFirstOrThrow']>>;

/** Whether the last look came after the last submission. */
const isAssessed = (row: ReviewRowRead): boolean => row.assessed_at !== null && (row.submitted_at === null || row.assessed_at >= row.submitted_at);

export const presentReview = ({ caller }: Pick<Call, 'caller'>, programme: ProgrammeRow) => {
  const present = presentRow(caller, programme);
  return (row: ReviewRowRead): ReviewRow => ({
    ...present(row),
    findings: isAssessed(row) ? row.findings ?? [] : ['not_assessed'],
    conflicts: row.conflicts ?? 0,
    reviewer: row.reviewer,
    pending: row.waiting && { kind: row.waiting.kind, appliesAt: row.waiting.appliesAt && new Date(row.waiting.appliesAt).toISOString() },
  });
};

/** The registrations that wait for the vendor, the one due first on top. */
export async function listReviews(call: Call<(typeof reviewOperations)['list']>) {
  const { tx, caller, query } = call;
  const programme = await readProgramme(tx, caller.programmeId);
  let rows = visibleDeals(call).where('d.review', 'in', ['submitted', 'in_review']);
  if (query.state) rows = rows.where(query.state === 'pending' ? waits : sql<boolean>`not ${waits}`);
  if (query.reviewerId) rows = rows.where(sql<boolean>`${review('reviewer_id')} = ${query.reviewerId}`);
  if (query.finding) rows = rows.where(sql<boolean>`${query.finding} = any (coalesce(${review('findings')}, '{}'))`);
  if (query.search) rows = rows.where(matchesWords('deal', 'd.id', query.search, { programmeId: caller.programmeId }));
  return readPage(tx, rows, selectReview, dueFirst, query, presentReview(call, programme));
}
