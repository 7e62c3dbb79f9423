/**
 * A widget against the same written by hand, in one page: the main thread's CPU time (thread ticks), medians of rounds in
 * which both take their turn. What an empty frame costs is taken off both.
 */
import { costOf, type Bench } from './pages.js';
import { held, median, rounded, type Row } from './row.js';

const rounds = 5;
const mounts = 5;
const steps = 40;
const contenders = ['widget', 'byHand'] as const;
type Contender = (typeof contenders)[number];

/** What a step is called in the table, and at most how many times what it takes by hand. */
export interface Measure { said: string; budget: number }
export type Measures = { mount: Measure } & Record<string, Measure>;
type Times = Record<string, Record<Contender, number[]>>;

const noTimes = (measures: Measures): Times => Object.fromEntries(Object.keys(measures).map((what) => [what, { widget: [], byHand: [] }]));

/** The page answers to `mount(name, times)`, to each other measure by its name with a count, to `idle(frames)` and to `clear()`. */
async function measureRound(bench: Bench, times: Times): Promise<void> {
  for (const name of contenders) {
    const frame = (await costOf(bench, `idle(${steps})`)) / steps;
    for (const [what, figures] of Object.entries(times)) {
      const cost = what === 'mount' ? (await costOf(bench, `mount('${name}', ${mounts})`)) / mounts : (await costOf(bench, `${what}(${steps})`)) / steps - frame;
      figures[name].push(cost);
    }
    await bench.page.evaluate('clear()');
  }
}

export async function contest(bench: Bench, title: string, measures: Measures): Promise<Row[]> {
  // The first round warms up.
  await measureRound(bench, noTimes(measures));
  const times = noTimes(measures);
  for (let round = 0; round < rounds; round++) await measureRound(bench, times);
  return Object.entries(measures).map(([what, { said, budget }]) => {
    const [widget, byHand] = contenders.map((name) => median(times[what]![name])) as [number, number];
    return held(`${title}: ${said}`, rounded(widget / byHand, 2), '×', budget, `${rounded(widget, 2)} ms, by hand ${rounded(byHand, 2)} ms`);
  });
}
