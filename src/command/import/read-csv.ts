import { Readable } from 'node:stream';
import { parse, type CsvError, type Info } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import { CommandError } from '../command.js';
import { readText, type Encoding } from './read-text.js';

/** How a file is written. */
export interface Format {
  encoding: Encoding;
  delimiter: string;
}

/** One row: the line of the file it begins on, and its cells, trimmed. */
export interface CsvRow {
  line: number;
  cells: string[];
}

const delimiters = [',', ';', '\t', '|'];
const headLength = 65_536;
const leniently = { relax_column_count: true, relax_quotes: true, max_record_size: 1_000_000 } as const;

/** The delimiter that cuts the first rows into the most columns, as many in each. */
export async function detectDelimiter(path: string, encoding: Encoding): Promise<string> {
  let head = '';
  for await (const text of readText(path, encoding)) {
    head += text;
    if (head.length > headLength) break;
  }
  const cuts = delimiters.map((delimiter) => {
    try {
      const [first = [], ...rows] = parseWhole(head, { ...leniently, delimiter, to: 20, skip_empty_lines: true }) as string[][];
      const alike = rows.filter((row) => row.length === first.length).length;
      return { delimiter, score: first.length < 2 ? 0 : first.length * ((alike + 1) / (rows.length + 1)) };
    } catch {
      return { delimiter, score: 0 };
    }
  });
  return cuts.reduce((best, cut) => (cut.score > best.score ? cut : best)).delimiter;
}

/** Every row of the file, the head first, empty ones left out. Holds one row at a time. */
export async function* readCsv(path: string, { encoding, delimiter }: Format): AsyncGenerator<CsvRow> {
  const parser = Readable.from(readText(path, encoding)).pipe(parse({ ...leniently, delimiter, info: true }));
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = last + 1;
      last = info.lines;
      const cells = record.map((cell) => cell.replace(/^[\s\u00a0\u200b]+|[\s\u00a0\u200b]+$/gu, ''));
      if (cells.some(Boolean)) yield { line, cells };
    }
  } catch (error) {
    if (!String((error as CsvError).code).startsWith('CSV_')) throw error;
    throw new CommandError(`${path} cannot be read as CSV from line ${last + 1} on: a quote is opened there and not closed, or a row is longer than a megabyte.`);
  }
}

/** The head's names, each once: a second `Name` becomes `Name (2)`, one without a name `Column 3`. */
export function columnNames(head: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return head.map((cell, index) => {
    const name = cell || `Column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
