import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { migrate } from '../../../src/server/database/migrate.js';
import { migrations } from '../../../src/server/database/migrations/all.js';
import { openDatabase } from '../../../src/server/database/open.js';
import { createTestDatabase, engines } from '../database.js';

const all = migrations.map(({ name }) => name);

for (const engine of engines) {
  describe(`migrations on ${engine}`, () => {
    it('bring an empty database up to date, and find nothing to do the second time', async () => {
      const { database, close } = await createTestDatabase(engine, { bare: true });
      try {
        assert.deepEqual(await migrate(database), all);
        assert.deepEqual(await migrate(database), []);
        const applied = await database.db.selectFrom('prmkit_migrations').select('name').orderBy('name').execute();
        assert.deepEqual(applied.map(({ name }) => name), all);
      } finally {
        await close();
      }
    });

    it('are refused by a database that is newer than the code', async () => {
      const { database, close } = await createTestDatabase(engine);
      try {
        await database.db.insertInto('prmkit_migrations').values({ name: '9999-tomorrow', hash: 'x' }).execute();
        await assert.rejects(migrate(database), /newer than this version of prmkit: it has had 9999-tomorrow/);
      } finally {
        await close();
      }
    });

    it('are refused by a database that another build has made', async () => {
      const { database, close } = await createTestDatabase(engine);
      try {
        await assert.rejects(migrate(database, [{ name: all[0]!, statements: ['select 1'] }, ...migrations.slice(1)]), /made by another build/);
      } finally {
        await close();
      }
    });

    it('leave nothing behind when one fails', async () => {
      const { database, close } = await createTestDatabase(engine);
      try {
        const broken = [...migrations, { name: '0999-broken', statements: ['create table half (id int)', 'select no_such_function()'] }];
        await assert.rejects(migrate(database, broken), /no_such_function/);
        const { rows } = await sql<{ half: string | null }>`select to_regclass('half')::text as half`.execute(database.db);
        assert.equal(rows[0]!.half, null);
        assert.deepEqual(await migrate(database), []);
      } finally {
        await close();
      }
    });
  });
}

describe('migrations on a shared PostgreSQL', { skip: !engines.includes('postgres') && 'there is no PostgreSQL' }, () => {
  it('are run once when two processes begin at the same moment', async () => {
    const { database, url, close } = await createTestDatabase('postgres', { bare: true });
    const second = await openDatabase({ url: url! });
    try {
      const applied = await Promise.all([migrate(database), migrate(second)]);
      assert.deepEqual(applied.flat(), all);
    } finally {
      await second.close();
      await close();
    }
  });

  it('run in two databases of one cluster at the same moment, though both need the same roles', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase('postgres', { bare: true })));
    try {
      for (const applied of await Promise.all(made.map(({ database }) => migrate(database)))) assert.deepEqual(applied, all);
    } finally {
      await Promise.all(made.map(({ close }) => close()));
    }
  });

  it('run as an ordinary login role, which then works with the service\'s rights but above no policy', async () => {
    const { database, url, close } = await createTestDatabase('postgres', { bare: true });
    const name = `prmkit_login_${Date.now()}`;
    const { rows: [here] } = await sql<{ database: string }>`select current_database() as database`.execute(database.db);
    await database.runScript(`create role ${name} login createrole; alter database ${here!.database} owner to ${name}; alter schema public owner to ${name}`);
    // From version 16 on, who may create roles may grant only those that it made or was given to grant.
    await database.runScript(`grant prmkit_app to ${name} with admin option; grant prmkit_service to ${name} with admin option`).catch(() => undefined);
    const login = new URL(url!);
    login.username = name;
    const own = await openDatabase({ url: login.href });
    try {
      assert.deepEqual(await migrate(own), all);
      await own.db.insertInto('programmes').values({ name: 'P', currency: 'EUR', time_zone: 'UTC', settings: '{}' }).execute();
      assert.equal((await own.db.selectFrom('programmes').select('id').execute()).length, 1);
      const bare = await own.db.transaction().execute(async (tx) => {
        await sql`set local role prmkit_app`.execute(tx);
        return tx.selectFrom('programmes').select('id').execute();
      });
      assert.deepEqual(bare, []);
      // Somebody else than who migrated signs in, and may not help itself.
      await database.runScript(`create role ${name}_other login`);
      login.username = `${name}_other`;
      const other = await openDatabase({ url: login.href });
      await database.runScript(`grant select on prmkit_migrations to ${name}_other`);
      await assert.rejects(migrate(other), /may not make itself a member of prmkit_app and prmkit_service\. Let a superuser/);
      await database.runScript(`grant prmkit_app, prmkit_service to ${name}_other`);
      assert.deepEqual(await migrate(other), []);
      await other.close();
    } finally {
      await own.close();
      await database.runScript(`reassign owned by ${name} to current_user; drop owned by ${name}, ${name}_other; drop role ${name}, ${name}_other`);
      await close();
    }
  });
});
