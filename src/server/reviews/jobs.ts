import { sql, type Kysely } from 'kysely';
import type { Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { sqlStateOf } from '../http/problem.js';
import { readProgramme } from '../programme/queries.js';
import { applyDecision, failDecision } from './apply.js';
import { assess, holdAssessments } from './assess.js';

/** What is looked at in one run; the next comes within seconds. */
const most = 500;

interface Due { programme_id: string; deal_id: string }

/** Does one piece of work after another, each in a transaction of its own: one that fails keeps none of the others waiting. */
async function oneByOne(db: Kysely<Database>, find: (skip: number) => Promise<Due | undefined>, work: (tx: Tx, due: Due) => Promise<void>): Promise<void> {
  let failed = 0;
  let failure: unknown;
  for (let count = 0; count < most; count++) {
    const due = await find(failed);
    if (!due) break;
    await db.transaction().execute((tx) => work(tx, due)).catch((error: unknown) => { failed += 1; failure = error; });
  }
  if (failed) throw failure;
}

/** Assesses what was submitted since it was last looked at. A partner's answer does not wait for it, and so cannot tell of it. */
export const assessSubmitted = (db: Kysely<Database>): Promise<void> => oneByOne(db, async (skip) => (await sql<Due>`
  select d.programme_id, d.id as deal_id from deals d left join deal_reviews r on r.programme_id = d.programme_id and r.deal_id = d.id
  where d.review in ('submitted', 'in_review') and (r.assessed_at is null or r.assessed_at < d.submitted_at)
  order by d.submitted_at, d.id limit 1 offset ${sql.lit(skip)}`.execute(db)).rows[0],
async (tx, { programme_id, deal_id }) => {
  await holdAssessments(tx, programme_id);
  const { rows: [still] } = await sql`select from deals d left join deal_reviews r on r.programme_id = d.programme_id and r.deal_id = d.id
    where d.programme_id = ${programme_id} and d.id = ${deal_id} and d.review in ('submitted', 'in_review') and (r.assessed_at is null or r.assessed_at < d.submitted_at)`.execute(tx);
  if (still) await assess(tx, programme_id, deal_id);
});

/** Applies the decisions whose time to undo is over. Where the database itself refuses, since another deal is protected there, nothing is promised. */
export const applyDecisions = (db: Kysely<Database>): Promise<void> => oneByOne(db, async (skip) => (await sql<Due>`
  select programme_id, deal_id from deal_decisions where applied_at is null and undone_at is null and applies_at <= now()
  order by applies_at, id limit 1 offset ${sql.lit(skip)}`.execute(db)).rows[0],
async (tx, { programme_id, deal_id }) => {
  await sql`savepoint decision`.execute(tx);
  try {
    await applyDecision(tx, await readProgramme(tx, programme_id), deal_id);
  } catch (error) {
    if (sqlStateOf(error) !== 'PRM01') throw error;
    await sql`rollback to savepoint decision`.execute(tx);
    const decision = await tx.selectFrom('deal_decisions').select(['by_member_id', 'by_role', 'rule'])
      .where('programme_id', '=', programme_id).where('deal_id', '=', deal_id).where('applied_at', 'is', null).where('undone_at', 'is', null).executeTakeFirstOrThrow();
    await failDecision(tx, programme_id, deal_id, decision);
  }
});
