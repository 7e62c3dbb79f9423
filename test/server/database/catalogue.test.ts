import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../../src/server/database/open.js';
import { createTestDatabase, engines } from '../database.js';

/** Tables that belong to no programme. */
const shared = new Set(['prmkit_migrations', 'signing_keys']);
const runTimeRoles = sql`('prmkit_app', 'prmkit_service')`;

interface Table { name: string; enabled: boolean; forced: boolean; key: string[] }

for (const engine of engines) {
  describe(`the catalogue of ${engine}`, () => {
    let database: OpenDatabase;
    let close: () => Promise<void>;
    let tables: Table[];
    before(async () => {
      ({ database, close } = await createTestDatabase(engine));
      ({ rows: tables } = await sql<Table>`
        select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
          coalesce((select array_agg(a.attname::text order by k.place) from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (number, place), pg_attribute a
            where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number),
            -- Words have no key of their own but a unique index that allows for the vendor's records.
            (select array[a.attname::text] from pg_index i, pg_attribute a where i.indrelid = c.oid and i.indisunique and a.attrelid = c.oid and a.attnum = i.indkey[0] limit 1)) as key
        from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname`.execute(database.db));
    });
    after(() => close());

    it('forces policies on every table of a programme', () => {
      const open = tables.filter(({ name, enabled, forced }) => !shared.has(name) && !(enabled && forced));
      assert.deepEqual(open.map(({ name }) => name), []);
      assert.ok(tables.length > 25, `${tables.length} tables`);
    });

    it('has the programme lead every key', () => {
      const otherwise = tables.filter(({ name, key }) => !shared.has(name) && name !== 'programmes' && key?.[0] !== 'programme_id');
      assert.deepEqual(otherwise.map(({ name }) => name), []);
    });

    it('lets the run-time roles own nothing, sign in nowhere and pass no policy', async () => {
      const { rows: owned } = await sql<{ name: string }>`
        select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ${runTimeRoles}
        union all select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname in ${runTimeRoles}
        union all select n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where r.rolname in ${runTimeRoles}`.execute(database.db);
      assert.deepEqual(owned, []);
      const { rows: roles } = await sql<object>`
        select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname in ${runTimeRoles} order by rolname`.execute(database.db);
      const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false };
      assert.deepEqual(roles, [{ rolname: 'prmkit_app', ...powerless }, { rolname: 'prmkit_service', ...powerless }]);
    });

    it('gives everybody else no right on any table', async () => {
      const { rows } = await sql<{ name: string }>`
        select c.relname as name from pg_class c, aclexplode(c.relacl) acl
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and acl.grantee = 0`.execute(database.db);
      assert.deepEqual(rows, []);
    });

    it('gives requests no policy on what the gate keeps', async () => {
      const { rows } = await sql<{ tablename: string }>`
        select distinct tablename from pg_policies where 'prmkit_app' = any (roles)
          and tablename in ('secret_keys', 'sessions', 'signing_keys', 'rate_counters')`.execute(database.db);
      assert.deepEqual(rows, []);
    });

    it('lets functions that run with their owner\'s rights look nowhere but where they were made', async () => {
      const { rows } = await sql<{ proname: string; proconfig: string[] | null }>`
        select proname, proconfig from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname`.execute(database.db);
      assert.deepEqual(rows.map(({ proname }) => proname), ['keep_deal_partners', 'keep_deal_words', 'refresh_statistics']);
      for (const { proconfig } of rows) assert.deepEqual(proconfig, ['search_path=public, pg_temp']);
    });

    it('reads each setting once for a statement, so that an index can be used with it', async () => {
      const { rows } = await sql<{ policyname: string; bare: string }>`
        select policyname, coalesce(qual, '') || coalesce(with_check, '') as bare from pg_policies where 'prmkit_app' = any (roles)`.execute(database.db);
      for (const { policyname, bare } of rows) {
        const reads = bare.match(/current_setting\(/g)?.length ?? 0;
        const wrapped = bare.match(/\( ?SELECT\s+(NULLIF|COALESCE)\(\(?current_setting\(/g)?.length ?? 0;
        assert.equal(wrapped, reads, policyname);
      }
    });
  });
}
