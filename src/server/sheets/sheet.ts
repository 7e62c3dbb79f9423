/** What stands in one place of a table: text, an exact decimal (`1250.00`), or a day (`2026-03-31`). */
export type Cell = { text: string | null } | { decimal: string | null } | { day: string | null };

export interface Column<Row> {
  head: string;
  of: (row: Row) => Cell;
  /** In characters, where a format knows widths. */
  width?: number;
}

/** Rows as they come: all at once, or page by page from a database. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** What a cell holds, as text. */
export const textOf = (cell: Cell): string => Object.values(cell)[0] ?? '';
