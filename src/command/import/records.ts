import type { Mapping } from './mapping.js';
import type { CsvRow } from './read-csv.js';
import { readValue, type Manner } from './values.js';

/** Why a row cannot be taken over. */
export interface Rejection {
  line: number;
  column: string;
  reason: string;
}

/** One record as the service takes it, and where in the file it stands. */
export interface ImportRecord {
  row: Record<string, unknown>;
  /** The line of the file; for a deal those of its lines, the first one first. */
  lines: number[];
  rejections: Rejection[];
}

/** What one row of the file says; for deals, of the deal and of one line of it. */
export interface RowRead extends ImportRecord {
  row: Record<string, string>;
  dealLine: Record<string, string>;
}

/** Reads one row of the file into a record, and its deal's line into `line`. */
export function readRow({ line, cells }: CsvRow, { columns, fixed }: Mapping, manner: Manner): RowRead {
  const row: Record<string, string> = {};
  const dealLine: Record<string, string> = {};
  const rejections: Rejection[] = [];
  const put = (name: string, value: string) => {
    if (name.startsWith('line.')) dealLine[name.slice(5)] = value;
    else row[name] = value;
  };
  for (const { field, text } of fixed) {
    const read = readValue(field, text, manner);
    if ('value' in read) put(field.name, read.value);
    else rejections.push({ line, column: `--set ${field.name}`, reason: read.problem });
  }
  for (const { column, index, field } of columns) {
    const text = cells[index] ?? '';
    // An empty cell says nothing.
    if (text === '') {
      if (field.required) rejections.push({ line, column, reason: 'This must not be empty.' });
      continue;
    }
    const read = readValue(field, text, manner);
    if ('value' in read) put(field.name, read.value);
    else rejections.push({ line, column, reason: read.problem });
  }
  return { row, lines: [line], rejections, dealLine };
}

/** Which value counts where rows of one deal differ. */
export type Pick = 'first' | 'last' | 'earliest' | 'latest';

const picked: Readonly<Record<Pick, (before: string, now: string) => string>> = {
  first: (before) => before,
  last: (_, now) => now,
  // Days are written so that their order is that of text.
  earliest: (before, now) => (now < before ? now : before),
  latest: (before, now) => (now > before ? now : before),
};

/** Puts together the rows of the file that share a key: they are lines of one deal, wherever they stand. Holds only deals that are not complete. */
export class DealGroups {
  readonly #open = new Map<string, ImportRecord & { row: Record<string, string>; left: number; dealLines: Record<string, string>[] }>();
  readonly #counts: ReadonlyMap<string, number>;
  readonly #picks: ReadonlyMap<string, Pick>;
  readonly #columnOf: (field: string) => string;

  constructor(counts: ReadonlyMap<string, number>, picks: ReadonlyMap<string, Pick>, columnOf: (field: string) => string) {
    this.#counts = counts;
    this.#picks = picks;
    this.#columnOf = columnOf;
  }

  /** The deal, if this row was its last. */
  add(key: string, read: RowRead): ImportRecord | undefined {
    let deal = this.#open.get(key);
    if (!deal) {
      deal = { row: { ...read.row }, lines: [], rejections: [], left: this.#counts.get(key) ?? 1, dealLines: [] };
      this.#open.set(key, deal);
    }
    for (const [field, value] of Object.entries(read.row)) {
      const before = deal.row[field] ??= value;
      if (before === value) continue;
      const pick = this.#picks.get(field);
      if (pick) deal.row[field] = picked[pick](before, value);
      else deal.rejections.push({ line: read.lines[0]!, column: this.#columnOf(field), reason: `${value} here, but ${before} in line ${deal.lines[0]}, which has the same key. Say which counts with --pick ${field}=first, last, earliest or latest.` });
    }
    deal.lines.push(...read.lines);
    deal.rejections.push(...read.rejections);
    if (Object.keys(read.dealLine).length) deal.dealLines.push(read.dealLine);
    deal.left -= 1;
    if (deal.left > 0) return undefined;
    this.#open.delete(key);
    const { row, lines, rejections, dealLines } = deal;
    return { row: dealLines.length ? { ...row, lines: dealLines } : row, lines, rejections };
  }
}
