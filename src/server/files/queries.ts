import { sql, type SelectQueryBuilder } from 'kysely';
import type { FileRecord, FileRefusal, FileState } from '../../contract/index.js';
import type { Call } from '../call.js';
import { isVendor, type Caller } from '../caller.js';
import type { Database } from '../database/schema.js';
import { visibleDeals } from '../deals/queries.js';
import { reviewSteps } from '../deals/rules.js';
import type { Order } from '../keyset.js';
import { fileAvailability } from './rules.js';

export type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;
type Filtered = SelectQueryBuilder<{ f: Database['files'] }, 'f', object>;

/** The files the caller may see: its own as long as they are on no deal, and those of the deals that it sees. The vendor sees all. */
export function visibleFiles(call: Seen): Filtered {
  const { tx, caller } = call;
  const files = tx.selectFrom('files as f').where('f.programme_id', '=', caller.programmeId) as unknown as Filtered;
  if (isVendor(caller)) return files;
  return files.where((is) => is.or([
    is.and([is('f.deal_id', 'is', null), is('f.partner_id', '=', caller.partnerId), is('f.member_id', '=', caller.memberId)]),
    is.exists(visibleDeals(call).select('d.id').where('d.id', '=', sql.ref<string>('f.deal_id'))),
  ]));
}

export const selectFile = (query: Filtered) => query.select([
  'f.id', 'f.version', 'f.created_at', 'f.updated_at', 'f.name', 'f.size', 'f.media_type', 'f.sha256', 'f.state', 'f.refusal', 'f.content_key', 'f.deal_id',
  'f.partner_id', 'f.member_id',
  sql<string | null>`(select m.name from members m where m.programme_id = f.programme_id and m.id = f.member_id)`.as('member_name'),
  sql<boolean>`exists (select from deals d where d.programme_id = f.programme_id and d.id = f.deal_id
    and d.partner_id = f.partner_id and d.review in (${sql.join(reviewSteps.change.from)}))`.as('deal_open'),
]);
export type FileRow = Awaited<ReturnType<ReturnType<typeof selectFile>['executeTakeFirstOrThrow']>>;

export const findFile = (call: Seen, fileId: string): Promise<FileRow | undefined> =>
  selectFile(visibleFiles(call).where('f.id', '=', fileId)).executeTakeFirst();

export const oldestFirst: Order = { name: 'oldest', descending: false, columns: [{ sql: sql.ref('f.created_at'), cast: 'timestamptz' }, { sql: sql.ref('f.id'), cast: 'text' }] };

/** Whether the caller declared it: the member, or the vendor's back end. */
export const isOwn = (row: Pick<FileRow, 'partner_id' | 'member_id'>, caller: Caller): boolean =>
  row.partner_id === caller.partnerId && row.member_id === caller.memberId;

export const presentFile = (caller: Caller) => (row: FileRow): FileRecord => ({
  id: row.id, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  name: row.name, size: row.size, type: row.media_type, sha256: row.sha256, state: row.state as FileState, refusal: row.refusal as FileRefusal | null,
  dealId: row.deal_id,
  // A co-seller's policy hides the names of those who lead.
  member: row.member_id && row.member_name !== null ? { id: row.member_id, name: row.member_name } : null,
  actions: fileAvailability({
    state: row.state as FileState, attached: row.deal_id !== null,
    own: isOwn(row, caller),
    dealOpen: row.deal_open && row.partner_id === caller.partnerId && !isVendor(caller),
  }, caller.role),
});

/** How many of the caller's files wait to be added to a deal. */
export const countWaiting = async ({ tx, caller }: Seen): Promise<number> =>
  (await tx.selectFrom('files').select(sql<number>`count(*)::int`.as('count'))
    .where('programme_id', '=', caller.programmeId).where('member_id', 'is not distinct from', caller.memberId).where('deal_id', 'is', null).executeTakeFirstOrThrow()).count;
