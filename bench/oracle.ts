/**
 * Whether the time of a submission tells if a rival holds the account. Each pair is submitted in an order of chance; the area
 * under the curve says how often a held one took longer than a free one: 0.5 tells nothing, 1 would tell all.
 */
import { startPostgres } from '../scripts/postgres.js';
import { startProbes } from '../test/server/reviews/probes.js';
import { openDatabase, type OpenDatabase } from '../src/server/database/open.js';
import { startService } from '../test/server/service.js';
import { held, rounded, type Row } from './row.js';

const pairCount = 1_000;
const warmUp = 100;

/** The share of pairs (one of each kind) in which the first kind took longer, ties counted half: the statistic of Mann and Whitney. */
export function areaUnderCurve(slow: readonly number[], quick: readonly number[]): number {
  const all = [...slow.map((time) => ({ time, slow: true })), ...quick.map((time) => ({ time, slow: false }))].sort((one, other) => one.time - other.time);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.time === all[from]!.time) to += 1;
    for (let index = from; index < to; index++) if (all[index]!.slow) rankSum += (from + to + 1) / 2;
    from = to;
  }
  return (rankSum - (slow.length * (slow.length + 1)) / 2) / (slow.length * quick.length);
}

async function measure(database: OpenDatabase, engine: string): Promise<Row> {
  const service = await startService({ database, log: () => {}, limits: { perSession: 1_000_000 } });
  const { world, pairs } = await startProbes(service, pairCount + warmUp);
  const times = { held: [] as number[], free: [] as number[] };
  const submit = async (id: string): Promise<number> => {
    const started = performance.now();
    await service.service.fetch(new Request(`http://service.bench/v1/deals/${id}/submit`, { method: 'POST', headers: { authorization: `Bearer ${world.seller.token}` } }));
    return performance.now() - started;
  };
  for (const [index, pair] of pairs.entries()) {
    for (const kind of Math.random() < 0.5 ? (['held', 'free'] as const) : (['free', 'held'] as const)) {
      const time = await submit(pair[kind]);
      if (index >= warmUp) times[kind].push(time);
    }
  }
  await service.close();
  const area = areaUnderCurve(times.held, times.free);
  return held(`oracle, ${engine}: whether the time of a submission tells of a rival`, rounded(Math.max(area, 1 - area), 3), 'AUC', 0.55, `${pairCount.toLocaleString('en')} pairs; 0.5 tells nothing`);
}

/** On PGlite always, on PostgreSQL when one can be started. */
export async function run(): Promise<Row[]> {
  const embedded = await openDatabase({ memory: true });
  const rows = [await measure(embedded, 'PGlite')];
  await embedded.close();
  const postgres = await startPostgres();
  if (!postgres) return rows;
  try {
    const database = await openDatabase({ url: await postgres.createDatabase() });
    rows.push(await measure(database, `PostgreSQL ${postgres.version.split(' ')[0]}`));
    await database.close();
  } finally {
    await postgres.stop();
  }
  return rows;
}
