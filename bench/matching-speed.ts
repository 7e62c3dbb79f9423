/** How long a company is looked for among ever more accounts, against reading one account by its key in the same kind of transaction. */
import { findCandidates } from '../src/server/matching/candidates.js';
import { fillBook, onEngines, type Book } from './matching-book.js';
import { otherCompanies, seeded } from './matching-names.js';
import { held, median, rounded, type Row } from './row.js';

const lookups = 400;

const percentile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

/** The name as somebody else might write it: a letter more, fewer or wrong, other case, no form. */
function rewritten(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
  switch (Math.floor(random() * 5)) {
    case 0: return name.slice(0, at) + name.slice(at + 1);
    case 1: return name.slice(0, at) + name[at] + name.slice(at);
    case 2: return name.toUpperCase();
    case 3: return name.split(' ').slice(0, -1).join(' ') || name;
    default: return name;
  }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function measure({ programmeId, ids, ask }: Book, names: readonly string[]): Promise<{ point: number[]; match: number[] }> {
  const random = seeded(42);
  const point: number[] = [];
  const match: number[] = [];
  for (let turn = -50; turn < lookups; turn++) {
    const index = Math.floor(random() * names.length);
    const name = rewritten(names[index]!, random);
    const pointTime = await time(() => ask((tx) => tx.selectFrom('accounts').select(['id', 'name', 'domain']).where('programme_id', '=', programmeId).where('id', '=', ids[index]!).executeTakeFirst()));
    const matchTime = await time(() => ask((tx) => findCandidates(tx, programmeId, { name })));
    // The first turns warm up.
    if (turn < 0) continue;
    point.push(pointTime);
    match.push(matchTime);
  }
  return { point, match };
}

/** Among 10,000 and 100,000 accounts on both engines; `large` adds 1,000,000, which takes minutes to write. */
export async function measureSpeed(large: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  await onEngines(async (database, engine) => {
    const medians: number[] = [];
    const counts = [10_000, 100_000, ...(large ? [1_000_000] : [])];
    for (const count of counts) {
      const names = otherCompanies(count, seeded(count));
      const started = performance.now();
      const book = await fillBook(database, names);
      // It takes minutes: whoever waits may see that it goes on.
      console.error(`${engine}: wrote ${count.toLocaleString('en')} accounts in ${rounded((performance.now() - started) / 1_000)} s.`);
      const { point, match } = await measure(book, names);
      const [p95, key] = [percentile(match, 0.95), median(point)];
      medians.push(median(match));
      const about = `matching, ${engine}: among ${count.toLocaleString('en')}`;
      const note = `median ${rounded(median(match), 2)} ms, p95 ${rounded(p95, 2)} ms; by key median ${rounded(key, 2)} ms, p95 ${rounded(percentile(point, 0.95), 2)} ms`;
      console.error(`${about}: ${note}`);
      rows.push(engine === 'PGlite' ? { name: `${about}, p95 against reading by key`, value: rounded(p95 / key, 1), unit: '×', note } : held(`${about}, p95 against reading by key`, rounded(p95 / key, 1), '×', 50, note));
    }
    rows.push({ name: `matching, ${engine}: ${counts.at(-1)!.toLocaleString('en')} against ${counts[0]!.toLocaleString('en')}, medians`, value: rounded(medians.at(-1)! / medians[0]!, 2), unit: '×', note: `linear would be ${counts.at(-1)! / counts[0]!}` });
  });
  return rows;
}
