import { dateOrderOf, type DateOrder } from './days.js';
import type { Mapping } from './mapping.js';
import { decimalSignOf, type DecimalSign } from './numbers.js';
import type { CsvRow } from './read-csv.js';

/** What the first reading of a file finds out. */
export interface Survey {
  rows: number;
  /** How often a key stands in the file, for keys that stand there more than once. */
  repeatedKeys: Map<string, number>;
  decimal: DecimalSign | undefined;
  dates: DateOrder | undefined;
}

/** Reads a file once through: a spreadsheet writes its numbers and dates in one way, and somewhere it is plain to see which. */
export async function survey(rows: AsyncIterable<CsvRow>, { columns }: Mapping): Promise<Survey> {
  const keyIndex = columns.find(({ field }) => field.name === 'key')?.index;
  const decimalColumns = columns.filter(({ field }) => field.reading === 'decimal');
  const dayColumns = columns.filter(({ field }) => field.reading === 'day');
  const counts = new Map<string, number>();
  const signs = new Set<DecimalSign>();
  const orders = new Set<DateOrder>();
  let total = 0;
  for await (const { cells } of rows) {
    total += 1;
    const key = keyIndex === undefined ? '' : cells[keyIndex] ?? '';
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { index } of decimalColumns) {
      const sign = decimalSignOf(cells[index] ?? '');
      if (sign && sign !== 'either') signs.add(sign);
    }
    for (const { index } of dayColumns) {
      const order = dateOrderOf(cells[index] ?? '');
      if (order && order !== 'either' && order !== 'ymd') orders.add(order);
    }
  }
  for (const [key, count] of counts) if (count === 1) counts.delete(key);
  // Two ways in one file settle nothing.
  return { rows: total, repeatedKeys: counts, decimal: signs.size === 1 ? [...signs][0] : undefined, dates: orders.size === 1 ? [...orders][0] : undefined };
}
