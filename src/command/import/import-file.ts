import type { PortalClient } from '../../client/index.js';
import type { Importable } from '../../contract/index.js';
import { CommandError, table, UsageError, type Terminal } from '../command.js';
import { dateOrderNamed } from './days.js';
import { fieldsOfKind } from './fields.js';
import { mapColumns, splitPair, type Mapping } from './mapping.js';
import { columnNames, detectDelimiter, readCsv, type CsvRow, type Format } from './read-csv.js';
import { detectEncoding, encodingNamed } from './read-text.js';
import { DealGroups, readRow, type ImportRecord, type Pick, type Rejection } from './records.js';
import { survey, type Survey } from './survey.js';
import type { Manner } from './values.js';

export interface ImportOptions {
  kind: Importable;
  path: string;
  apply: boolean;
  key: string | undefined;
  map: readonly string[];
  set: readonly string[];
  valueMap: readonly string[];
  pick: readonly string[];
  encoding: string | undefined;
  delimiter: string | undefined;
  decimal: string | undefined;
  dateFormat: string | undefined;
}

/** A file that has been looked through: how it is written, and what is taken for what. */
export interface Prepared {
  options: ImportOptions;
  format: Format;
  mapping: Mapping;
  found: Survey;
  manner: Manner;
  picks: ReadonlyMap<string, Pick>;
}

/** The service takes up to 500 rows and a megabyte at a time. */
const batchRows = 500;
const batchCharacters = 600_000;
const shownRows = 3;

/** Looks through the file and shows how it is understood. */
export async function prepareImport(options: ImportOptions, terminal: Terminal): Promise<Prepared> {
  const { path, kind } = options;
  const fields = fieldsOfKind(kind);
  const names = fields.map(({ name }) => name);
  const fixed = readManner(options, names);
  const picks = readPicks(options.pick, names);
  const encoding = options.encoding ? encodingNamed(options.encoding) : await detectEncoding(path);
  const delimiter = options.delimiter ? readDelimiter(options.delimiter) : await detectDelimiter(path, encoding);
  const format = { encoding, delimiter };
  const rows = readCsv(path, format);
  const head = await rows.next();
  if (head.done) throw new CommandError(`${path} is empty.`);
  const mapping = mapColumns(columnNames(head.value.cells), fields, options);
  terminal.progress('Looking through the file…');
  const found = await survey(rows, mapping);
  const manner = { meanings: fixed.meanings, decimal: fixed.decimal ?? found.decimal, dates: fixed.dates ?? found.dates };

  terminal.out(`${path}: ${count(found.rows, 'row')}, ${encoding}, columns separated by ${delimiter === '\t' ? 'tabs' : `“${delimiter}”`}${manner.decimal === ',' ? ', decimal comma' : ''}${manner.dates ? `, dates ${manner.dates}` : ''}.\n`);
  terminal.out(`${table([
    ...mapping.columns.map(({ column, field, guessed }) => [`  ${column}`, '→', guessed ? `${field.name} (by its name)` : field.name]),
    ...mapping.fixed.map(({ field, text }) => [`  “${text}”`, '→', `${field.name} (in every row)`]),
    ...mapping.ignored.map((column) => [`  ${column}`, '', 'not read']),
  ])}\n`);
  return { options, format, mapping, found, manner, picks };
}

function readManner({ valueMap, decimal, dateFormat }: ImportOptions, fields: readonly string[]): Manner {
  if (decimal !== undefined && decimal !== ',' && decimal !== '.') throw new UsageError(`--decimal is , or . and not ${decimal}.`);
  const meanings = new Map<string, Map<string, string>>();
  for (const text of valueMap) {
    const [field, pair] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
    if (!text.includes(':') || !fields.includes(field)) throw new UsageError(`--value-map is written as --value-map "field:text=value", with one of the fields ${fields.join(', ')}.`);
    const [from, to] = splitPair(pair, '--value-map', 'field:text=value');
    meanings.set(field, (meanings.get(field) ?? new Map<string, string>()).set(from.toLowerCase(), to));
  }
  return { decimal, dates: dateFormat === undefined ? undefined : dateOrderNamed(dateFormat), meanings };
}

function readPicks(texts: readonly string[], fields: readonly string[]): Map<string, Pick> {
  return new Map(texts.map((text) => {
    const [field, pick] = splitPair(text, '--pick', 'field=first');
    if (!fields.includes(field) || !['first', 'last', 'earliest', 'latest'].includes(pick)) throw new UsageError('--pick is written as --pick "field=first", with a field and one of first, last, earliest and latest.');
    return [field, pick as Pick];
  }));
}

function readDelimiter(text: string): string {
  const delimiter = text === 'tab' || text === '\\t' ? '\t' : text;
  if (delimiter.length !== 1) throw new UsageError('--delimiter is one sign, or tab.');
  return delimiter;
}

/** Hands the file's records to the service, batch by batch, and tells what became of them. */
export async function importFile(prepared: Prepared, client: PortalClient, terminal: Terminal): Promise<void> {
  const { options: { kind, apply }, found } = prepared;
  const totals = { new: 0, exists: 0, rejected: 0 };
  const reject = (record: ImportRecord, rejections: readonly Rejection[]) => {
    totals.rejected += 1;
    for (const { line, column, reason } of rejections) terminal.out(`  line ${line}, ${column}: ${reason}`);
  };
  let batch: ImportRecord[] = [];
  let characters = 0;
  const send = async () => {
    if (!batch.length) return;
    const answer = await client.imports.run({ kind, apply, rows: batch.map(({ row }) => row) });
    answer.rows.forEach(({ outcome, problems }, index) => {
      const record = batch[index]!;
      if (outcome === 'rejected') reject(record, problems.map((problem) => locate(record, problem, prepared.mapping)));
      else totals[outcome] += 1;
    });
    batch = [];
    characters = 0;
  };

  let shown = 0;
  let read = 0;
  for await (const { record, row } of records(prepared)) {
    read = row;
    if (shown < shownRows) show(record, (shown += 1), terminal);
    if (record.rejections.length) reject(record, record.rejections);
    else {
      const length = JSON.stringify(record.row).length;
      if (batch.length === batchRows || characters + length > batchCharacters) await send();
      batch.push(record);
      characters += length;
    }
    terminal.progress(progressBar(read, found.rows));
  }
  await send();
  terminal.progress(undefined);
  terminal.out(`\n${apply ? 'Written' : 'New'}: ${count(totals.new, '')}   There already: ${count(totals.exists, '')}   Rejected: ${count(totals.rejected, '')}   (${kind} in ${count(found.rows, 'row')})`);
  if (!apply) terminal.out('Nothing was written. Run it again with --apply to write.');
  if (totals.rejected) throw new CommandError(`${count(totals.rejected, '')} of ${count(totals.new + totals.exists + totals.rejected, '')} ${kind} ${apply ? 'were' : 'would be'} rejected.`);
}

/** The file's records one after another, and how many rows have been read. */
async function* records({ options: { kind, path }, format, mapping, found, manner, picks }: Prepared): AsyncGenerator<{ record: ImportRecord; row: number }> {
  const columnOf = (field: string) => mapping.columns.find((known) => known.field.name === field)?.column ?? field;
  const groups = new DealGroups(found.repeatedKeys, picks, columnOf);
  const firstLine = new Map<string, number>();
  let row = 0;
  for await (const csvRow of withoutHead(readCsv(path, format))) {
    row += 1;
    const read = readRow(csvRow, mapping, manner);
    const { key } = read.row;
    if (key !== undefined && kind === 'deals') {
      const deal = groups.add(key, read);
      if (deal) yield { record: deal, row };
      continue;
    }
    if (key !== undefined && found.repeatedKeys.has(key)) {
      const earlier = firstLine.get(key);
      if (earlier) read.rejections.push({ line: csvRow.line, column: columnOf('key'), reason: `${key} stands in line ${earlier} already.` });
      else firstLine.set(key, csvRow.line);
    }
    yield { record: read, row };
  }
}

async function* withoutHead(rows: AsyncGenerator<CsvRow>): AsyncGenerator<CsvRow> {
  await rows.next();
  yield* rows;
}

/** Where in the file a problem stands that the service found. */
function locate({ lines }: ImportRecord, { field, message }: { field: string; message: string }, { columns, fixed }: Mapping): Rejection {
  const [, place, part] = /^lines\.(\d+)\.?(.*)$/.exec(field) ?? [];
  const name = part === undefined ? field : `line.${part}`;
  const column = columns.find((known) => known.field.name === name)?.column ?? (fixed.some((known) => known.field.name === name) ? `--set ${name}` : name);
  return { line: lines[Number(place ?? 0)] ?? lines[0]!, column, reason: message };
}

function show({ row, lines, rejections }: ImportRecord, place: number, { out }: Terminal): void {
  if (place === 1) out('The first, as they are read:');
  const text = ([, value]: [string, unknown]) => value !== undefined;
  const fields = Object.entries(row).filter(text).map(([name, value]) => (Array.isArray(value) ? `${value.length} lines, the first ${JSON.stringify(value[0])}` : `${name}: ${String(value)}`));
  out(`  line ${lines[0]}  ${fields.join(' · ')}${rejections.length ? '  (rejected)' : ''}`);
}

const barWidth = 30;
function progressBar(done: number, all: number): string {
  const filled = Math.round((barWidth * done) / Math.max(all, 1));
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done.toLocaleString('en')} of ${all.toLocaleString('en')} rows`;
}

const count = (number: number, noun: string): string => `${number.toLocaleString('en')}${noun && ` ${noun}${number === 1 ? '' : 's'}`}`;
