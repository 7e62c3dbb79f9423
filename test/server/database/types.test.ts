import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../../src/server/database/open.js';
import { createTestDatabase, engines } from '../database.js';

const instant = new Date('2026-03-29T01:30:00.123Z');

/** What is asked, and what JavaScript gets: the same on both engines. */
const answers: [string, unknown][] = [
  ['12::int4', 12],
  ['9000000000000000::int8', 9_000_000_000_000_000],
  ['count(*)', 1],
  ['sum(2::int4)', 2],
  ['1.5000::numeric(19, 4)', '1.5000'],
  [`date '2026-03-29'`, '2026-03-29'],
  [`timestamptz '2026-03-29T01:30:00.123Z'`, instant],
  [`to_json(timestamptz '2026-03-29T01:30:00.123Z') #>> '{}'`, '2026-03-29T01:30:00.123+00:00'],
  [`'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
  [`array['x', 'y,"z']`, ['x', 'y,"z']],
  [`array[]::text[]`, []],
  ['true', true],
  ['null::text', null],
];

/** What JavaScript gives, as which type, and what it becomes. */
const parameters: [unknown, string, string][] = [
  [instant, 'timestamptz', '2026-03-29 01:30:00.123+00'],
  ['2026-03-29', 'date', '2026-03-29'],
  [9_000_000_000_000_000, 'bigint', '9000000000000000'],
  ['2024.9940', 'numeric', '2024.9940'],
  [JSON.stringify(['a']), 'jsonb', '["a"]'],
  [['a', 'b "c"'], 'text[]', '{a,"b \\"c\\""}'],
  [false, 'boolean', 'false'],
  ['ünï\u{1f600}', 'text', 'ünï\u{1f600}'],
];

for (const engine of engines) {
  describe(`values on ${engine}`, () => {
    let database: OpenDatabase;
    let close: () => Promise<void>;
    before(async () => ({ database, close } = await createTestDatabase(engine)));
    after(() => close());

    for (const [expression, expected] of answers) {
      it(`come back alike: ${expression}`, async () => {
        const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.db);
        assert.deepEqual(rows[0]!.value, expected);
      });
    }

    for (const [value, type, expected] of parameters) {
      it(`go in alike: ${type}`, async () => {
        const { rows } = await sql<{ value: string }>`select (${value}::${sql.raw(type)})::text as value`.execute(database.db);
        assert.equal(rows[0]!.value, expected);
      });
    }

    it('tell of a refused value by the same code and constraint', async () => {
      const refused = database.db.insertInto('secret_keys').values({ programme_id: 'prg_none', name: 'x', hash: 'x' }).execute();
      await assert.rejects(refused, { code: '23503', constraint: 'secret_keys_programme_id_fkey' });
    });

    it('are not kept by a transaction that failed and was committed', async () => {
      const work = database.db.transaction().execute(async (tx) => {
        await sql`create table kept (id int)`.execute(tx);
        await sql`select 1 / 0`.execute(tx).catch(() => undefined);
      });
      await work.catch(() => undefined);
      const { rows } = await sql<{ kept: string | null }>`select to_regclass('kept')::text as kept`.execute(database.db);
      assert.equal(rows[0]!.kept, null);
    });

    it('answer a script of several statements with all its rows, and go on after one that failed', async () => {
      assert.deepEqual(await database.runScript('begin; select 1 as a; select 2 as a; commit'), [{ a: 1 }, { a: 2 }]);
      await assert.rejects(database.runScript('begin; select 1 / 0; commit'));
      assert.deepEqual(await database.runScript('select 3 as a'), [{ a: 3 }]);
    });
  });
}
