import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { engines, expectStatus, startService, type TestService } from '../service.js';

for (const engine of engines) {
  let server: TestService;
  before(async () => { server = await startService({ engine }); });
  after(() => server.close());

  test(`${engine}: an import gives the planner figures of the tables that grew`, async () => {
    const { secretKey: token } = await server.addProgramme();
    for (let at = 0; at < 3; at += 1) {
      const rows = Array.from({ length: 300 }, (_, index) => ({ key: `${at}-${index}`, name: `Pump ${index}` }));
      expectStatus(200, await server.request('POST', '/v1/imports', { token, body: { kind: 'products', apply: true, rows } }));
    }
    const { rows } = await sql<{ reltuples: number }>`select reltuples from pg_class where relname in ('products', 'products_pkey')`.execute(server.database.db);
    for (const { reltuples } of rows) assert.ok(reltuples >= 300, `${reltuples}`);
  });
}
