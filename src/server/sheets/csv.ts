import { textOf, type Column, type Rows } from './sheet.js';

/**
 * Where a spreadsheet might begin to read a formula: at the start of a cell, and where a program that separates by semicolons or tabs, or minds no
 * quotes, would see the start of one.
 */
const formula = /(^|[;\t\r\n])(?=[ \t\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r])/g;

/** Text that no spreadsheet runs. The apostrophe is how one says "this is text". */
export const harmless = (text: string): string => text.replace(formula, "$1'");

const quoted = (text: string): string => (/[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const lineOf = (cells: readonly string[]): string => `${cells.map((text) => quoted(harmless(text))).join(',')}\r\n`;

/** Enough for one write, so that a long table is never in memory whole. */
const chunk = 65_536;

/** A table as CSV (RFC 4180), in UTF-8 with the mark that Excel knows it by. */
export async function* writeCsv<Row>(columns: readonly Column<Row>[], rows: Rows<Row>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = `\ufeff${lineOf(columns.map(({ head }) => head))}`;
  for await (const row of rows) {
    text += lineOf(columns.map(({ of }) => textOf(of(row))));
    if (text.length >= chunk) {
      yield encoder.encode(text);
      text = '';
    }
  }
  if (text) yield encoder.encode(text);
}
