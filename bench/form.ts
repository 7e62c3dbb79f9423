/** The deal form of 14 fields against the same in native HTML: mounted, and a key pressed in one of its fields. */
import { contest } from './contest.js';
import { openPage } from './pages.js';
import type { Row } from './row.js';

/** Needs `npm run build` first. */
export async function run(): Promise<Row[]> {
  const bench = await openPage('form');
  try {
    return await contest(bench, 'deal form of 14 fields', { mount: { said: 'mount', budget: 1.5 }, key: { said: 'key', budget: 1.1 } });
  } finally {
    await bench.close();
  }
}
