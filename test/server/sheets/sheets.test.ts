import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { harmless, writeCsv } from '../../../src/server/sheets/csv.js';
import type { Column } from '../../../src/server/sheets/sheet.js';
import { writeXlsx } from '../../../src/server/sheets/xlsx.js';

interface Sale { name: string | null; value: string | null; day: string | null }
const columns: Column<Sale>[] = [
  { head: 'Name', of: ({ name }) => ({ text: name }) },
  { head: 'Value', of: ({ value }) => ({ decimal: value }) },
  { head: 'Day', of: ({ day }) => ({ day }) },
];
const sale = (name: string | null): Sale => ({ name, value: null, day: null });

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
const csv = async (rows: readonly Sale[]): Promise<string> => (await bytesOf(writeCsv(columns, rows))).toString('utf8');
const readCsv = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });

const formulas = ['=1+1', '+49 30 1234', '-2', '@SUM(A1)', '\tx', '\rx', '  =1', 'a;=cmd|x', 'a\n=1', '\uff1d1', 'x\t@y'];

describe('a table as CSV', () => {
  it('is UTF-8 with its mark, lines ended as RFC 4180 says, and quotes only where needed', async () => {
    assert.equal(await csv([{ name: 'Say "hello", Zoë', value: '1250.00', day: '2026-03-31' }, sale(null)]), '\ufeffName,Value,Day\r\n"Say ""hello"", Zoë",1250.00,2026-03-31\r\n,,\r\n');
  });

  for (const text of formulas) {
    it(`lets no cell start a formula: ${JSON.stringify(text)}`, async () => {
      const [, [cell]] = readCsv(await csv([sale(text)])) as [string[], [string, string, string]];
      assert.equal(cell.replaceAll('\'', ''), text);
      for (const start of cell.split(/[;\n]/)) assert.doesNotMatch(start, /^\s*[=+\-@\t\r\uff1d]/);
    });
  }

  it('gives back every text as it was, but for what makes it harmless', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 20 }), async (texts) => {
      const [, ...rows] = readCsv(await csv(texts.map(sale)));
      assert.deepEqual(rows.map(([cell]) => cell), texts.map(harmless));
      for (const [cell] of rows) assert.doesNotMatch(cell!, /^[=+\-@\t\r]/);
    }), { numRuns: 300 });
  });

  it('comes in pieces, however long the table is', async () => {
    async function* many() { for (let row = 0; row < 20_000; row += 1) yield sale(`Row ${row}`); }
    let pieces = 0;
    let longest = 0;
    for await (const chunk of writeCsv(columns, many())) { pieces += 1; longest = Math.max(longest, chunk.byteLength); }
    assert.ok(pieces > 3 && longest < 70_000, `${pieces} pieces, ${longest} bytes`);
  });
});

describe('a table as a workbook', () => {
  it('is read by another program as it was written: text, numbers, days and nothing', async () => {
    const bytes = await writeXlsx('Deals', columns, [{ name: 'Zoë & <b>Söhne</b> 😀', value: '1250.50', day: '2026-03-31' }, sale(null), sale('last')]);
    const [sheet] = await readXlsx(Buffer.from(bytes));
    assert.equal(sheet!.sheet, 'Deals');
    assert.deepEqual(sheet!.data, [['Name', 'Value', 'Day'], ['Zoë & <b>Söhne</b> 😀', 1250.5, new Date('2026-03-31')], [null, null, null], ['last', null, null]]);
  });

  it('holds what looks like a formula as text', async () => {
    const bytes = await writeXlsx('Deals', columns, formulas.map((text) => sale(text.trim())));
    const [sheet] = await readXlsx(Buffer.from(bytes));
    assert.deepEqual(sheet!.data.slice(1).map(([cell]) => cell), formulas.map((text) => text.trim()));
  });
});
