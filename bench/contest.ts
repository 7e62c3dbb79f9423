/**
 * A widget against the same written by hand, in one page: the main thread's CPU time (thread ticks), medians of rounds in
 * which both take their turn. What an empty frame costs is taken off both.
 */
import { costOf, type Bench } from './pages.js';
import { held, median, rounded, type Row } from './row.js';

const rounds = 11;
const mounts = 5;
const steps = 40;
/** What a step is called in the table, and at most how many times what it takes by hand. */
export interface Measure { said: string; budget: number }
export type Measures = { mount: Measure } & Record<string, Measure>;
/** By measure and contender. */
type Times = Record<string, Record<string, number[]>>;

const noTimes = (measures: Measures, contenders: readonly string[]): Times =>
  Object.fromEntries(Object.keys(measures).map((what) => [what, Object.fromEntries(contenders.map((name) => [name, []]))]));

/** The page answers to `mount(name, times)`, to each other measure by its name with a count, to `idle(frames)` and to `clear()`. */
async function measureRound(bench: Bench, contenders: readonly string[], times: Times): Promise<void> {
  for (const name of contenders) {
    const frame = (await costOf(bench, `idle(${steps})`)) / steps;
    for (const [what, figures] of Object.entries(times)) {
      const cost = what === 'mount' ? (await costOf(bench, `mount('${name}', ${mounts})`)) / mounts : (await costOf(bench, `${what}(${steps})`)) / steps - frame;
      figures[name]!.push(cost);
    }
    await bench.page.evaluate('clear()');
  }
}

/** `beside` are contenders that the widget is told against, and held to nothing. */
export async function contest(bench: Bench, title: string, measures: Measures, beside: Record<string, string> = {}): Promise<Row[]> {
  const contenders = ['widget', 'byHand', ...Object.keys(beside)];
  // The first round warms up.
  await measureRound(bench, contenders, noTimes(measures, contenders));
  const times = noTimes(measures, contenders);
  for (let round = 0; round < rounds; round++) await measureRound(bench, contenders, times);
  return Object.entries(measures).flatMap(([what, { said, budget }]) => {
    const cost = (name: string): number => median(times[what]![name]!);
    const against = (name: string): [ratio: number, note: string] =>
      [rounded(cost('widget') / cost(name), 2), `${rounded(cost('widget'), 2)} ms, by hand ${rounded(cost(name), 2)} ms`];
    const [ratio, note] = against('byHand');
    const told = Object.entries(beside).map(([name, words]): Row => {
      const [value, figures] = against(name);
      return { name: `${title}: ${said}, against ${words}`, value, unit: '×', note: figures };
    });
    return [held(`${title}: ${said}`, ratio, '×', budget, note), ...told];
  });
}
