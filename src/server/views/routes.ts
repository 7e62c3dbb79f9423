import { sql } from 'kysely';
import type { View, viewOperations } from '../../contract/index.js';
import type { Call, Handlers } from '../call.js';
import { found, ServiceError } from '../service-error.js';

/** As many filters as somebody finds again in a menu. */
const most = 50;

const columns = ['id', 'version', 'created_at', 'updated_at', 'list', 'name', 'query'] as const;

const ownViews = ({ tx, caller }: Pick<Call, 'tx' | 'caller'>, list: string) =>
  tx.selectFrom('saved_views').where('programme_id', '=', caller.programmeId).where('member_id', '=', caller.memberId).where('list', '=', list);

const present = (row: { id: string; version: number; created_at: Date; updated_at: Date; list: string; name: string; query: Record<string, string> }): View => ({
  id: row.id, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), list: row.list, name: row.name, query: row.query,
});

/** Filters that a person keeps for itself. */
export const viewRoutes: Handlers<typeof viewOperations> = {
  list: async (call) => ({ data: (await ownViews(call, call.query.list).select(columns).orderBy('name').orderBy('id').execute()).map(present) }),

  async save(call) {
    const { tx, caller, body: { list, name, query } } = call;
    // Two tabs of one person wait for each other: else both might save the last one.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`views ${caller.memberId} ${list}`}, 0))`.execute(tx);
    const { count } = await ownViews(call, list).where('name', '<>', name).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
    if (count >= most) throw new ServiceError('action_not_allowed', { detail: `There are ${most} saved filters already. Remove one first.` });
    return present(await tx.insertInto('saved_views')
      .values({ programme_id: caller.programmeId, member_id: caller.memberId!, list, name, query: JSON.stringify(query) })
      .onConflict((taken) => taken.columns(['programme_id', 'member_id', 'list', 'name']).doUpdateSet({ query: JSON.stringify(query) }))
      .returning(columns).executeTakeFirstOrThrow());
  },

  async remove({ tx, caller, params }) {
    found(await tx.deleteFrom('saved_views').where('programme_id', '=', caller.programmeId).where('member_id', '=', caller.memberId).where('id', '=', params.viewId)
      .returning('id').executeTakeFirst());
  },
};
