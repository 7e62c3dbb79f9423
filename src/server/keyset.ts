import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { anchorSpacing, type Page } from '../contract/index.js';
import type { Tx } from './call.js';
import { invalid } from './service-error.js';

type Cast = 'text' | 'timestamptz' | 'date' | 'bigint';

/** How a list is sorted: columns that together are unique (the id comes last) and all run the same way. */
export interface Order {
  /** Goes into the cursor, so that one sort's cursor is refused by another. */
  name: string;
  descending: boolean;
  columns: readonly { sql: RawBuilder<unknown>; cast: Cast }[];
}

export interface PagingQuery {
  cursor?: string | undefined;
  limit?: number | undefined;
  include?: 'total' | 'anchors' | undefined;
}

type Keys = Record<`key${number}`, string>;

const encode = (order: Order, row: Keys): string =>
  Buffer.from(JSON.stringify([order.name, ...order.columns.map((_, index) => row[`key${index}`])])).toString('base64url');

const looksLike: Record<Cast, (text: string) => boolean> = {
  text: () => true,
  timestamptz: (text) => !Number.isNaN(Date.parse(text)),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text),
  bigint: (text) => /^-?\d{1,18}$/.test(text),
};

function decode(cursor: string, order: Order): string[] {
  try {
    const [name, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const sound = name === order.name && values.length === order.columns.length
      && values.every((value, index) => typeof value === 'string' && !value.includes('\0') && looksLike[order.columns[index]!.cast](value));
    if (sound) return values as string[];
  } catch { /* said below */ }
  throw invalid('?cursor', 'cursor', 'This cursor belongs to another list or sort. Start again without one.');
}

/** The sort columns as text; instants through JSON, so that the text does not hang on the connection's settings. */
const keysOf = (order: Order) =>
  order.columns.map((column, index) =>
    (column.cast === 'timestamptz' ? sql<string>`to_json(${column.sql}) #>> '{}'` : sql<string>`(${column.sql})::text`).as(`key${index}`));

const orderBy = (order: Order) =>
  sql.join(order.columns.map((column) => sql`${column.sql} ${sql.raw(order.descending ? 'desc' : 'asc')}`));

/**
 * One page of a list by keyset: never an offset, so a page costs the same wherever it stands.
 * `filtered` selects the rows the caller may see, without columns; `select` adds those to show, for the rows of the page alone.
 */
export async function readPage<DB, TB extends keyof DB, Row extends object, Out>(
  tx: Tx,
  filtered: SelectQueryBuilder<DB, TB, object>,
  select: (query: SelectQueryBuilder<DB, TB, object>) => SelectQueryBuilder<DB, TB, Row>,
  order: Order,
  query: PagingQuery,
  present: (row: Row) => Out,
): Promise<Page<Out>> {
  const limit = query.limit ?? 50;
  let page = select(filtered).select(keysOf(order)).orderBy(orderBy(order)).limit(limit + 1);
  if (query.cursor) {
    const values = decode(query.cursor, order);
    const left = sql.join(order.columns.map((column) => column.sql));
    const right = sql.join(order.columns.map((column, index) => sql`${values[index]}::${sql.raw(column.cast)}`));
    page = page.where(sql<boolean>`(${left}) ${sql.raw(order.descending ? '<' : '>')} (${right})`);
  }
  const rows = (await page.execute()) as (Row & Keys)[];
  const hasMore = rows.length > limit;
  if (hasMore) rows.pop();
  const answer: Page<Out> = { data: rows.map(present), hasMore, nextCursor: hasMore ? encode(order, rows.at(-1)!) : null };
  if (query.include) answer.total = await count(tx, filtered);
  if (query.include === 'anchors') answer.anchors = await readAnchors(tx, filtered, order);
  return answer;
}

async function count<DB, TB extends keyof DB>(tx: Tx, filtered: SelectQueryBuilder<DB, TB, object>): Promise<number> {
  const counted = await sql<{ total: number }>`select count(*)::int as total from (${filtered.select(sql`1`.as('one'))}) as seen`.execute(tx);
  return counted.rows[0]!.total;
}

/** A cursor every `anchorSpacing` rows, so that a scrolled list can jump: `index` is the first row after the cursor. */
async function readAnchors<DB, TB extends keyof DB>(
  tx: Tx, filtered: SelectQueryBuilder<DB, TB, object>, order: Order,
): Promise<{ index: number; cursor: string }[]> {
  const numbered = filtered.select([...keysOf(order), sql<number>`row_number() over (order by ${orderBy(order)})`.as('place')]);
  const { rows } = await sql<Keys & { place: number }>`
    select * from (${numbered}) as numbered where place % ${sql.lit(anchorSpacing)} = 0 order by place`.execute(tx);
  return rows.map((row) => ({ index: Number(row.place), cursor: encode(order, row) }));
}
