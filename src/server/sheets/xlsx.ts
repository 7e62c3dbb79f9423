import type { SheetData } from 'write-excel-file/node';
import type { Cell, Column, Rows } from './sheet.js';

/** What Excel takes: rows of a sheet, the head among them, and characters of a cell. */
export const mostRows = 1_048_576;
const mostText = 32_767;

function valueOf(cell: Cell) {
  if ('decimal' in cell) return cell.decimal === null ? null : { value: Number(cell.decimal), type: Number, format: '#,##0.00' };
  if ('day' in cell) return cell.day === null ? null : { value: new Date(cell.day), type: Date, format: 'yyyy-mm-dd' };
  // Said to be text, it is never read as a formula.
  return cell.text === null ? null : { value: cell.text.slice(0, mostText), type: String };
}

/** A table as a workbook of one sheet. What writes it is loaded when it is first needed. */
export async function writeXlsx<Row>(sheet: string, columns: readonly Column<Row>[], rows: Rows<Row>): Promise<Uint8Array> {
  const { default: writeSheet } = await import('write-excel-file/node');
  const cells: SheetData = [columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const }))];
  for await (const row of rows) {
    if (cells.length === mostRows) throw new RangeError(`A sheet has ${mostRows} rows at most.`);
    cells.push(columns.map(({ of }) => valueOf(of(row))));
  }
  return writeSheet(cells, { sheet, columns: columns.map(({ width = 16 }) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}
