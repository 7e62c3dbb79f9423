import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { inTenant } from '../../../src/server/database/tenant.js';
import { findCandidates } from '../../../src/server/matching/candidates.js';
import { readUnmatched } from '../../../src/server/matching/saving.js';
import { engines, expectStatus, startService, type Person, type TestProgramme, type TestService } from '../service.js';

for (const engine of engines) {
  describe(`accounts that may be a company, on ${engine}`, () => {
    let service: TestService;
    let programme: TestProgramme;
    let manager: Person;
    before(async () => {
      service = await startService({ engine });
      programme = await service.addProgramme();
      manager = await programme.addPerson('channel_manager');
      for (const account of [
        { name: 'Norvik Halden GmbH & Co. KG', domain: 'shop.norvik-halden.de', country: 'DE', city: 'Köln', street: 'Hauptstraße 12', postalCode: '50667', taxNumber: 'DE 123456789' },
        { name: 'Halvorsen Kvernberg A/S' }, { name: 'Target Corp', domain: 'target.example' }, { name: 'Target Hospitality Inc' }, { name: 'Talvikinen Oy' }, { name: 'International Berger Malmstrom' }, { name: 'Gist-Brocades B.V.' },
        { name: 'Free Mailer', domain: 'gmail.com' }, { name: 'Газпромнефть Восток ООО' },
      ]) await add(account);
    });
    after(() => service.close());

    const add = async (body: Record<string, unknown>) => expectStatus(201, await service.request('POST', '/v1/accounts', { token: programme.secretKey, body }));
    const matches = async (query: Record<string, string>, token = manager.token) =>
      expectStatus(200, await service.request('GET', `/v1/accounts/matches?${new URLSearchParams(query).toString()}`, { token })).data as
        { account: { id: string; name: string; version: number }; score: number; verdict: string; reasons: { kind: string; strength: number; detail: string }[] }[];
    const names = async (query: Record<string, string>) => (await matches(query)).map(({ account }) => account.name);
    const inProgramme = <T>(work: Parameters<typeof inTenant<T>>[3], role: 'secret_key' | 'partner_admin' = 'secret_key', partnerId: string | null = null) =>
      inTenant(service.database.db, { role, programmeId: programme.id, partnerId, memberId: null, subject: 'test' }, false, work);

    for (const [asked, found] of [
      ['NORVIK HALDEN AG', 'Norvik Halden GmbH & Co. KG'], ['Halden Norvik', 'Norvik Halden GmbH & Co. KG'], ['Halvorsn Kvernberg', 'Halvorsen Kvernberg A/S'], ['Kvernbreg Halvorsen', 'Halvorsen Kvernberg A/S'],
      ['Talvikinnen', 'Talvikinen Oy'], ['Tavlikinen', 'Talvikinen Oy'], ['Gistbrocades N.V.', 'Gist-Brocades B.V.'], ['Gazpromneft Vostok', 'Газпромнефть Восток ООО'], ['IBM Inc', 'International Berger Malmstrom'],
    ] as const) it(`are found by another spelling: ${asked}`, async () => assert.equal((await names({ name: asked }))[0], found));

    it('say how surely and why, the surest first', async () => {
      const [first, second] = await matches({ name: 'Target Inc', domain: 'www.target.example' });
      assert.equal(first!.account.name, 'Target Corp');
      assert.equal(first!.verdict, 'automatic');
      assert.deepEqual(first!.reasons, [{ kind: 'name', strength: 1, detail: 'target' }, { kind: 'domain', strength: 1, detail: 'target.example' }]);
      assert.equal(second!.account.name, 'Target Hospitality Inc');
      assert.equal(second!.verdict, 'review');
      assert.ok(second!.score < first!.score);
    });

    it('are found by domain, tax number or door under any name', async () => {
      for (const query of [{ domain: 'norvik-halden.de' }, { taxNumber: '123 456 789' }, { name: 'Norviken', street: 'Hauptstr. 12', postalCode: 'D-50667' }] as Record<string, string>[]) {
        assert.deepEqual(await names(query), ['Norvik Halden GmbH & Co. KG'], JSON.stringify(query));
      }
    });

    it('are not found by free mail, nor by nothing', async () => {
      assert.deepEqual(await matches({ domain: 'gmail.com' }), []);
      assert.deepEqual(await matches({}), []);
      assert.deepEqual(await matches({ name: '...' }), []);
    });

    it('follow the account: renamed, deleted', async () => {
      const { id } = await add({ name: 'Vestergaard Pram' });
      assert.deepEqual(await names({ name: 'Vestergard Pram' }), ['Vestergaard Pram']);
      expectStatus(200, await service.request('PATCH', `/v1/accounts/${id}`, { token: manager.token, body: { name: 'Quillfeather' }, headers: { 'if-match': '"1"' } }));
      assert.deepEqual(await names({ name: 'Vestergaard Pram' }), []);
      assert.deepEqual(await names({ name: 'Quillfeather Ltd' }), ['Quillfeather']);
      await service.database.db.deleteFrom('accounts').where('id', '=', id).execute();
      assert.deepEqual(await names({ name: 'Quillfeather' }), []);
      const { rows } = await sql<{ names: number }>`select names from account_name_words where sound like 'kuilf%'`.execute(service.database.db);
      assert.deepEqual(rows, [{ names: 0 }]);
    });

    it('are found once a job has read what was written past the service, and their version is left alone', async () => {
      await service.database.db.insertInto('accounts').values({ programme_id: programme.id, name: 'Zwartendijk', name_sort: 'zwartendijk' }).execute();
      assert.deepEqual(await names({ name: 'Zwartendijk' }), []);
      await readUnmatched(service.database.db);
      const [found] = await matches({ name: 'Zwartendijk BV' });
      assert.equal(found!.account.version, 1);
    });

    it('are judged by the programme\'s own weights and thresholds', async () => {
      const settings = { matching: { weights: { name: 1, domain: 0.2, taxNumber: 1, address: 0 }, automatic: 0.99, review: 0.15 } };
      const other = await service.addProgramme({ settings });
      await service.request('POST', '/v1/accounts', { token: other.secretKey, body: { name: 'Norvik', domain: 'norvik.example' } });
      const [match] = await matches({ domain: 'norvik.example' }, other.secretKey);
      assert.deepEqual([match!.score, match!.verdict], [0.2, 'review']);
      const refused = await service.request('PATCH', '/v1/programme', { token: other.secretKey, body: { settings: { matching: { ...settings.matching, review: 1 } } }, headers: { 'if-match': '"1"' } });
      assert.equal(refused.status, 422);
    });

    it('are at most twenty, and those of a full bucket that say the least besides', async () => {
      const crowd = await service.addProgramme();
      const syllables = ['bal', 'dor', 'fen', 'gul', 'hik', 'jor', 'kel', 'mun', 'nap', 'ras'];
      const rows = Array.from({ length: 400 }, (_, at) => ({ programme_id: crowd.id, name: `Ostermark ${syllables[at % 10]}${syllables[Math.floor(at / 10) % 10]}o ${syllables[Math.floor(at / 100)]}ulin`, name_sort: 'o' }));
      await service.database.db.insertInto('accounts').values([...rows, { programme_id: crowd.id, name: 'Ostermark AG', name_sort: 'o' }]).execute();
      await readUnmatched(service.database.db);
      const found = await matches({ name: 'Ostermark' }, crowd.secretKey);
      assert.equal(found.length, 20);
      assert.equal(found[0]!.account.name, 'Ostermark AG');
      const [behind] = rows.slice(-1);
      assert.equal((await matches({ name: behind!.name.toUpperCase() }, crowd.secretKey))[0]!.account.name, behind!.name);
    });

    it('are another programme\'s secret', async () => {
      const elsewhere = await service.addProgramme();
      assert.deepEqual(await matches({ name: 'Norvik Halden', domain: 'norvik-halden.de', taxNumber: '123456789' }, elsewhere.secretKey), []);
    });

    it('are nothing that a partner sees, asks for or writes', async () => {
      const partnerId = await programme.addPartner('Nordwind');
      const admin = await programme.addPerson('partner_admin', partnerId);
      assert.equal((await service.request('GET', '/v1/accounts/matches?name=Norvik', { token: admin.token })).status, 403);
      await inProgramme(async (tx) => {
        assert.deepEqual(await findCandidates(tx, programme.id, { name: 'Norvik Halden', domain: 'norvik-halden.de' }), []);
        for (const table of ['account_matching', 'account_names', 'account_name_keys', 'account_name_words', 'account_name_spellings'] as const) {
          assert.deepEqual(await tx.selectFrom(table).selectAll().execute(), [], table);
        }
      }, 'partner_admin', partnerId);
      await assert.rejects(inProgramme((tx) => tx.insertInto('account_names').values({ programme_id: programme.id, form: 'x', accounts: 1 }).execute(), 'partner_admin', partnerId), /row-level security/);
    });

    it('stay whole when many write the same names at once', async () => {
      const crowd = await service.addProgramme();
      const created = await Promise.all(Array.from({ length: 12 }, (_, at) => service.request('POST', '/v1/accounts', { token: crowd.secretKey, body: { name: at % 2 ? 'Same Kvist' : 'Kvist Same' } })));
      assert.ok(created.every(({ status }) => status === 201));
      assert.equal((await matches({ name: 'Same Kvist' }, crowd.secretKey)).length, 12);
      const { rows } = await sql<{ form: string; accounts: number }>`select form, accounts from account_names where programme_id = ${crowd.id} order by form`.execute(service.database.db);
      assert.deepEqual(rows, [{ form: 'kvist same', accounts: 6 }, { form: 'same kvist', accounts: 6 }]);
    });
  });
}
