import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { dayIn, endOfDayIn } from '../../../src/server/database/days.js';
import type { OpenDatabase } from '../../../src/server/database/open.js';
import { createTestDatabase, engines, type Engine } from '../database.js';

const zones = Intl.supportedValuesOf('timeZone');
const [first, last] = [Temporal.Instant.from('2024-01-01T00:00:00Z'), Temporal.Instant.from('2036-01-01T00:00:00Z')];

interface Moment { zone: string; at: string; day: string; clock: string }
interface Evening { zone: string; day: string; over: string }

/** The instants at which a zone's clocks change from 2024 to 2035, by the oracle. */
function changesOf(zone: string): Temporal.Instant[] {
  const changes: Temporal.Instant[] = [];
  for (let at = first.toZonedDateTimeISO(zone); ;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || Temporal.Instant.compare(next.toInstant(), last) >= 0) return changes;
    changes.push(next.toInstant());
    at = next;
  }
}

/** Around every change of clocks, and around a day's end here and there: where a day could be counted wrongly. */
function probe(zone: string, random: readonly number[]): { moments: Moment[]; evenings: Evening[] } {
  const days = new Set<string>();
  const moments: Moment[] = [];
  const look = (instant: Temporal.Instant) => {
    const clock = instant.toZonedDateTimeISO(zone).toPlainDateTime();
    moments.push({ zone, at: instant.toString(), day: clock.toPlainDate().toString(), clock: clock.toString({ smallestUnit: 'second' }) });
  };
  for (const change of changesOf(zone)) {
    for (const seconds of [-3_601, -1, 0, 1, 3_601]) look(change.add({ seconds }));
    for (const hours of [-24, -1, 1]) days.add(change.add({ hours }).toZonedDateTimeISO(zone).toPlainDate().toString());
  }
  for (const number of random) days.add(Temporal.PlainDate.from('2024-01-01').add({ days: number }).toString());
  const evenings = [...days].map((day) => {
    const over = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant();
    for (const seconds of [-1, 0]) look(over.add({ seconds }));
    return { zone, day, over: over.toString() };
  });
  return { moments, evenings };
}

const list = (values: readonly string[], type: string) => sql`unnest(${sql.val(values)}::${sql.raw(type)}[])`;

describe(`days in every zone, by Node's tables of ${process.versions.tz}`, () => {
  const databases = new Map<Engine, OpenDatabase>();
  const closing: (() => Promise<void>)[] = [];
  /** Zones whose clocks an engine's tables have otherwise than the oracle's, and from when. */
  const otherwise = new Map<Engine, Map<string, string>>();
  const said = new Map<Engine, string[]>();
  const random = fc.sample(fc.integer({ min: 0, max: 4_382 }), { numRuns: 12, seed: 20_261_125 });
  const probes = zones.map((zone) => probe(zone, random));
  const moments = probes.flatMap((one) => one.moments);
  const evenings = probes.flatMap((one) => one.evenings);
  before(async () => {
    for (const engine of engines) {
      const { database, close } = await createTestDatabase(engine);
      databases.set(engine, database);
      closing.push(close);
    }
  });
  after(async () => { for (const close of closing) await close(); });

  for (const engine of engines) {
    it(`are the days that an independent calendar says, on ${engine}`, async () => {
      const { rows } = await sql<{ day: string; clock: string }>`
        select ${dayIn(sql.ref('x.zone'), sql.ref('x.at'))}::text as day, to_char(x.at at time zone x.zone, 'YYYY-MM-DD"T"HH24:MI:SS') as clock
        from rows from (${list(moments.map(({ zone }) => zone), 'text')}, ${list(moments.map(({ at }) => at), 'timestamptz')}) with ordinality as x (zone, at, place)
        order by x.place`.execute(databases.get(engine)!.db);
      said.set(engine, rows.map(({ day }) => day));
      const differing = new Map<string, string>();
      const wrong: unknown[] = [];
      for (const [index, { zone, at, day, clock }] of moments.entries()) {
        const row = rows[index]!;
        if (row.clock !== clock) {
          if (!differing.has(zone) || at < differing.get(zone)!) differing.set(zone, at);
          if (row.day !== row.clock.slice(0, 10)) wrong.push({ zone, at, ...row });
        } else if (row.day !== day) wrong.push({ zone, at, day, said: row.day });
      }
      otherwise.set(engine, differing);
      console.log(`# ${engine}: ${zones.length} zones, ${moments.length} instants, ${wrong.length} days wrong; other tables for ${[...differing].map(([zone, at]) => `${zone} from ${at.slice(0, 10)}`).join(', ') || 'none'}`);
      assert.deepEqual(wrong, []);
      // Tables of different years: laws change, and now and then the past is put right.
      assert.ok(differing.size <= zones.length / 40, `${differing.size} zones differ`);
    });

    it(`end when an independent calendar says, on ${engine}`, async () => {
      const over = endOfDayIn(sql.ref('x.zone'), sql.ref('x.day'));
      const { rows } = await sql<{ over: Date; last: string; next: string }>`
        select ${over} as over, ${dayIn(sql.ref('x.zone'), sql`${over} - interval '1 second'`)}::text as last, ${dayIn(sql.ref('x.zone'), over)}::text as next
        from rows from (${list(evenings.map(({ zone }) => zone), 'text')}, ${list(evenings.map(({ day }) => day), 'date')}) with ordinality as x (zone, day, place)
        order by x.place`.execute(databases.get(engine)!.db);
      const wrong = evenings.filter((evening, index) => {
        const row = rows[index]!;
        const isNext = row.last === evening.day && row.next === Temporal.PlainDate.from(evening.day).add({ days: 1 }).toString();
        return !isNext || (!otherwise.get(engine)!.has(evening.zone) && Date.parse(evening.over) !== row.over.getTime());
      });
      console.log(`# ${engine}: ${evenings.length} ends of days, ${wrong.length} wrong`);
      assert.deepEqual(wrong, []);
    });
  }

  it('are the same on both engines, but where their tables differ', { skip: engines.length < 2 && 'There is one engine only.' }, () => {
    const differs = (zone: string) => engines.some((engine) => otherwise.get(engine)!.has(zone));
    const [one, other] = engines.map((engine) => said.get(engine)!.filter((_, index) => !differs(moments[index]!.zone)));
    assert.deepEqual(one, other);
  });
});
