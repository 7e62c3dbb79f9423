/** The dashboard against the same figures and charts in SVG written by hand: mounted, and given other figures. */
import { contest } from './contest.js';
import { openPage } from './pages.js';
import type { Row } from './row.js';

/** Needs `npm run build` first. */
export async function run(): Promise<Row[]> {
  const bench = await openPage('dashboard');
  try {
    return await contest(bench, 'dashboard', { mount: { said: 'mount', budget: 1.5 }, update: { said: 'update', budget: 1.1 } });
  } finally {
    await bench.close();
  }
}
