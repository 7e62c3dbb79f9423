/**
 * The customer list against the same list written by hand, with its tools and its head: mounted, scrolled by a row, and with one row
 * changed. Told, too, is what it takes against rows and nothing else.
 */
import { contest, type Measures } from './contest.js';
import { openPage } from './pages.js';
import type { Row } from './row.js';

const counts = [100, 10_000, 100_000];
const measures: Measures = {
  mount: { said: 'mount', budget: 1.5 },
  scroll: { said: 'scroll step', budget: 1.2 },
  change: { said: 'one row changed', budget: 1.1 },
};

/** Needs `npm run build` first. */
export async function run(): Promise<Row[]> {
  const bench = await openPage('list');
  try {
    const rows: Row[] = [];
    for (const count of counts) {
      await bench.page.evaluate(`setTotal(${count})`);
      rows.push(...(await contest(bench, `list of ${count.toLocaleString('en')}`, measures, { rowsAlone: 'rows alone' })));
    }
    return rows;
  } finally {
    await bench.close();
  }
}
