import { sql, type AliasedRawBuilder, type SelectQueryBuilder } from 'kysely';
import type { Action, Page } from '../contract/index.js';
import { allowedNames, availability, requireAction } from './actions.js';
import type { Call, Tx } from './call.js';
import { isVendor, type Caller } from './caller.js';
import type { Database } from './database/schema.js';
import { matchesWords, sortKey, wordsOf } from './database/words.js';
import { changesBetween, remember } from './history/entries.js';
import { readPage, type Order, type PagingQuery } from './keyset.js';
import { found, requireVersion } from './service-error.js';

/*
 * Partners, members, products, territories and accounts are all the same to a service: a table of named records that is listed by name,
 * searched by words and changed field by field. What differs stands in each room; what is alike stands here once.
 */

/** What is alike in their rows. */
export interface NamedRow {
  id: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  name: string;
  external_key: string | null;
}

/** Columns to write; those left undefined stay as they are. */
export type Values<Row> = { [Column in Exclude<keyof Row, 'id' | 'version' | 'created_at' | 'updated_at'>]?: Row[Column] | undefined };

export interface ReferenceRoom<Row extends NamedRow, Fields extends Record<string, unknown>> {
  kind: 'partner' | 'member' | 'product' | 'territory' | 'account';
  table: 'partners' | 'members' | 'products' | 'territories' | 'accounts';
  /** What is read of a row besides the columns of `NamedRow`. */
  columns: readonly (string | AliasedRawBuilder<unknown, string>)[];
  /** Which column holds the partner that a company's people are kept to; none where all see alike. */
  company?: 'id' | 'partner_id';
  /** Query parameter → the column that equals it, or is among its values. */
  filters?: Record<string, string>;
  /** The contract's fields of a row. */
  fields: (row: Row, caller: Caller) => Fields;
  /** What it is found by. */
  texts: (row: Values<Row>) => (string | null | undefined)[];
  /** Does what else must follow when a row was written. */
  written?: (tx: Tx, programmeId: string, row: Row) => Promise<void>;
  /** What the caller may do with it; unless said, the vendor may change it. */
  actions?: (row: Row, caller: Caller) => Action[];
  /** Whose record it is, for its history. */
  partnerOf?: (row: Row) => string | null;
  /** Who learns that it changed; `partner` unless said. */
  audience?: 'vendor' | 'partner';
}

/** All these tables have at least what territories have. */
type Named = 'territories';
type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;
type Query = SelectQueryBuilder<Database, Named, object>;
type Base = { id: string; version: number; createdAt: string; updatedAt: string };

const byName = (table: string): Order => ({
  name: 'name', descending: false,
  columns: [{ sql: sql.ref(`${table}.name_sort`), cast: 'text' }, { sql: sql.ref(`${table}.id`), cast: 'text' }],
});

const vendorChanges = [{ name: 'change', roles: ['programme_admin', 'channel_manager', 'secret_key'] as const, refuse: () => undefined }];

/** List, read, create and change for one kind of named record. */
export function referenceRoom<Row extends NamedRow, Fields extends Record<string, unknown>>(room: ReferenceRoom<Row, Fields>) {
  const table = room.table as Named;
  const order = byName(table);
  const columns = ['id', 'version', 'created_at', 'updated_at', 'name', 'external_key', ...room.columns];
  const actionsOf = room.actions ?? ((_row: Row, caller: Caller) => availability(vendorChanges, undefined, caller.role));

  const base = (row: Row): Base => ({ id: row.id, version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString() });
  const present = (row: Row, caller: Caller) => ({ ...base(row), ...room.fields(row, caller), actions: actionsOf(row, caller) });
  const select = (query: Query) =>
    query.select(columns.map((column) => (typeof column === 'string' ? sql.ref(`${table}.${column}`).as(column) : column))) as unknown as SelectQueryBuilder<Database, Named, Row>;

  /** The rows the caller may see. */
  function visible({ tx, caller, reach }: Seen): Query {
    const rows = tx.selectFrom(table).where('programme_id', '=', caller.programmeId);
    return room.company && reach.partnerId ? rows.where(sql.ref(`${table}.${room.company}`), '=', reach.partnerId) : rows;
  }
  const one = async (call: Seen, id: string) => (await select(visible(call).where('id', '=', id)).executeTakeFirst()) as Row | undefined;

  /** The history entry of a change. A partner reads it, so the vendor's key is not in it. */
  function entry(row: Row, caller: Caller, before?: Row) {
    const changes = changesBetween(before ? room.fields(before, caller) : {}, room.fields(row, caller));
    if (room.audience !== 'vendor') delete changes.externalKey;
    return { recordType: room.kind, recordId: row.id, partnerId: room.partnerOf?.(row) ?? null, audience: room.audience ?? 'partner', changes } as const;
  }

  return {
    list(call: Seen & { query: PagingQuery & { search?: string | undefined } }): Promise<Page<Base & Fields & { actions: string[] }>> {
      const { tx, caller, reach } = call;
      const { query } = call;
      let rows = visible(call);
      for (const [parameter, column] of Object.entries(room.filters ?? {})) {
        const wanted = (query as Record<string, unknown>)[parameter];
        if (wanted !== undefined) rows = rows.where(sql.ref(`${table}.${column}`), 'in', Array.isArray(wanted) ? wanted : [wanted]);
      }
      if (query.search) rows = rows.where(matchesWords(room.kind, `${table}.id`, query.search, { programmeId: caller.programmeId, partnerId: room.company && reach.partnerId }));
      return readPage(tx, rows, select, order, query, (row) => ({ ...base(row), ...room.fields(row, caller), actions: allowedNames(actionsOf(row, caller)) }));
    },

    async read(call: Seen, id: string) {
      return present(found(await one(call, id)), call.caller);
    },

    /** Rows of a list, by their ids; those that the caller may not see are not among them. */
    async rows(call: Seen, ids: readonly string[]) {
      const rows = ids.length ? ((await select(visible(call).where('id', 'in', ids)).execute()) as Row[]) : [];
      return new Map(rows.map((row) => [row.id, { ...base(row), ...room.fields(row, call.caller), actions: allowedNames(actionsOf(row, call.caller)) }]));
    },

    async create(call: Call, values: Values<Row> & { name: string }) {
      const { id } = await call.tx.insertInto(table)
        .values({ ...values, programme_id: call.caller.programmeId, name_sort: sortKey(values.name), words: wordsOf(...room.texts(values)) })
        .returning('id').executeTakeFirstOrThrow();
      const row = found(await one(call, id));
      await room.written?.(call.tx, call.caller.programmeId, row);
      await remember(call, { ...entry(row, call.caller), action: room.kind === 'member' ? 'invited' : 'created' });
      return present(row, call.caller);
    },

    /** Changes one record: `decide` says what to, once the row is locked and the action found to be allowed. */
    async change(call: Call, id: string, decide: (row: Row) => Values<Row> | Promise<Values<Row>>, { action = 'change', past = 'changed' } = {}) {
      const { tx, caller } = call;
      const before = found((await select(visible(call).where('id', '=', id)).forUpdate().executeTakeFirst()) as Row | undefined);
      await requireVersion(before, call.ifMatch, async () => present(before, caller));
      requireAction(actionsOf(before, caller), action);
      const values = await decide(before);
      const after = { ...before, ...defined(values) };
      await tx.updateTable(table).set({ ...values, name_sort: sortKey(after.name), words: wordsOf(...room.texts(after as Values<Row>)) })
        .where('programme_id', '=', caller.programmeId).where('id', '=', id).execute();
      const row = found(await one(call, id));
      await room.written?.(tx, caller.programmeId, row);
      await remember(call, { ...entry(row, caller, before), action: past });
      return present(row, caller);
    },
  };
}

const defined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The vendor's key for a record: nobody else learns it. */
export const externalKeyFor = (row: Pick<NamedRow, 'external_key'>, caller: Caller): string | null => (isVendor(caller) ? row.external_key : null);
