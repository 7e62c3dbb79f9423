import { sql, type SelectQueryBuilder } from 'kysely';
import { noticeKinds, noticeKindNames, type Notice, type NoticeKind } from '../../contract/index.js';
import type { Call, Tx } from '../call.js';
import { isVendor, reachOf, type Caller } from '../caller.js';
import type { Database } from '../database/schema.js';
import { visibleDeals } from '../deals/queries.js';
import type { Order } from '../keyset.js';
import { visibleLeads } from '../leads/queries.js';

type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;
type Filtered = SelectQueryBuilder<{ n: Database['notices'] }, 'n', object>;

/** A member's own notices. */
export function ownNotices({ tx, caller, reach }: Seen): Filtered {
  const rows = tx.selectFrom('notices as n').where('n.programme_id', '=', caller.programmeId) as unknown as Filtered;
  return reach.memberId ? rows.where('n.member_id', '=', reach.memberId) : rows;
}

export const newestFirst: Order = { name: 'newest', descending: true, columns: [{ sql: sql.ref('n.at'), cast: 'timestamptz' }, { sql: sql.ref('n.id'), cast: 'text' }] };

export const selectRow = (query: Filtered) => query.select(['n.id', 'n.kind', 'n.record_type', 'n.record_id', 'n.params', 'n.at', 'n.read_at']);
export type Row = Awaited<ReturnType<ReturnType<typeof selectRow>['executeTakeFirstOrThrow']>>;

/** The names of records by id, of those that the member may see now: a lead that went to somebody else has none. */
export async function recordNames(tx: Tx, caller: Caller, records: readonly { record_type: string; record_id: string }[]): Promise<Map<string, string>> {
  const reach = reachOf(caller, caller.role === 'partner_admin' ? 'company' : caller.role === 'partner_seller' ? 'own' : 'programme');
  const idsOf = (type: string) => [...new Set(records.filter(({ record_type }) => record_type === type).map(({ record_id }) => record_id))];
  const [deals, leads] = [idsOf('deal'), idsOf('lead')];
  const rows = [
    ...(deals.length ? await visibleDeals({ tx, caller, reach }).select(['d.id', 'd.name']).where('d.id', 'in', deals).execute() : []),
    ...(leads.length ? await visibleLeads({ tx, caller, reach }).select(['l.id', 'l.subject as name']).where('l.id', 'in', leads).execute() : []),
  ];
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const presentNotice = (names: ReadonlyMap<string, string>) => (row: Row): Notice => ({
  id: row.id, kind: row.kind, recordType: row.record_type, recordId: row.record_id, recordName: names.get(row.record_id) || null,
  at: row.at.toISOString(), readAt: row.read_at?.toISOString() ?? null, params: row.params,
});

/** The kinds that this role can be told of, with what the member said of e-mails. */
export async function readPreferences(tx: Tx, { programmeId, memberId, role }: Pick<Caller, 'programmeId' | 'memberId' | 'role'>): Promise<{ kind: NoticeKind; email: boolean }[]> {
  const said = await tx.selectFrom('notice_preferences').select(['kind', 'email']).where('programme_id', '=', programmeId).where('member_id', '=', memberId!).execute();
  const by = new Map(said.map(({ kind, email }) => [kind, email]));
  const other = isVendor({ role }) ? 'partner' : 'vendor';
  return noticeKindNames.filter((kind) => noticeKinds[kind].side !== other)
    .map((kind) => ({ kind, email: by.get(kind) ?? by.get('*') ?? noticeKinds[kind].email }));
}

/** What became new or was read since a moment, for those who watch. */
export async function noticeChanges({ tx, caller, reach }: Seen, since: ReturnType<typeof sql<Date>>, most: number): Promise<{ id: string; recordId: string }[]> {
  if (!caller.memberId) return [];
  const own = ownNotices({ tx, caller, reach: { ...reach, memberId: caller.memberId } }).select('n.id').limit(most);
  const added = await own.where('n.at', '>', since).orderBy('n.at', 'desc').execute();
  const read = await own.where('n.read_at', '>', since).orderBy('n.read_at', 'desc').execute();
  return [...added.map(({ id }) => ({ id, recordId: id })), ...read.map(({ id }) => ({ id: `${id}:read`, recordId: id }))];
}
