import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refuseParent } from '../../../src/server/partners/rules.js';
import { expectStatus, startService, type TestService } from '../service.js';

let server: TestService;
before(async () => { server = await startService(); });
after(() => server.close());

const create = async (token: string, body: Record<string, unknown>) => server.request('POST', '/v1/partners', { token, body: { kind: 'reseller', ...body } });
const change = (token: string, { id, version }: { id: string; version: number }, body: unknown) =>
  server.request('PATCH', `/v1/partners/${id}`, { token, body, headers: { 'if-match': `"${version}"` } });

test('a parent is known and does not stand below its child', () => {
  const table: [string | undefined, string[], string | undefined][] = [
    [undefined, [], 'unknown'], [undefined, ['top'], undefined], ['me', ['top'], undefined], ['me', ['me'], 'circle'], ['me', ['child', 'me'], 'circle'],
  ];
  for (const [partnerId, lineage, expected] of table) assert.equal(refuseParent(partnerId, lineage), expected);
});

test('partners may stand below each other, but not in a circle', async () => {
  const { secretKey } = await server.addProgramme();
  const top = expectStatus(201, await create(secretKey, { name: 'Top', kind: 'distributor' }));
  const middle = expectStatus(201, await create(secretKey, { name: 'Middle', parentId: top.id }));
  const low = expectStatus(201, await create(secretKey, { name: 'Low', parentId: middle.id }));
  for (const parentId of [low.id, middle.id, top.id]) {
    assert.equal(expectStatus(422, await change(secretKey, top, { parentId })).errors[0].code, 'circle');
  }
  assert.equal(expectStatus(200, await change(secretKey, low, { parentId: top.id })).parentId, top.id);
});

test('what a partner names is there', async () => {
  const { secretKey } = await server.addProgramme();
  const stranger = await (await server.addProgramme()).addPartner('Stranger');
  const table: [Record<string, unknown>, string][] = [
    [{ parentId: stranger }, '/parentId'], [{ territoryIds: [`ter_${'0'.repeat(32)}`] }, '/territoryIds/0'], [{ tier: 'diamond' }, '/tier'],
  ];
  for (const [body, pointer] of table) assert.equal(expectStatus(422, await create(secretKey, { name: 'Some', ...body })).errors[0].pointer, pointer);
});

test('the vendor lists all by name; a partner sees itself, without the vendor\'s key', async () => {
  const programme = await server.addProgramme();
  const { secretKey } = programme;
  for (const name of ['Öresund Handel', 'alpha', 'Zeta']) expectStatus(201, await create(secretKey, { name, externalKey: `key-${name}` }));
  const all = expectStatus(200, await server.request('GET', '/v1/partners?include=total', { token: secretKey }));
  assert.deepEqual(all.data.map(({ name }: { name: string }) => name), ['alpha', 'Öresund Handel', 'Zeta']);
  const [alpha] = all.data;
  assert.equal(alpha.externalKey, 'key-alpha');
  const seller = await programme.addPerson('partner_seller', alpha.id);
  const seen = expectStatus(200, await server.request('GET', '/v1/partners?include=total', { token: seller.token }));
  assert.deepEqual([seen.total, seen.data.length, seen.data[0].id, seen.data[0].externalKey], [1, 1, alpha.id, null]);
  expectStatus(404, await server.request('GET', `/v1/partners/${all.data[1].id}`, { token: seller.token }));
  assert.equal(expectStatus(200, await server.request('GET', '/v1/partners?search=ores', { token: secretKey })).data.length, 1);
  assert.equal(expectStatus(200, await server.request('GET', '/v1/partners?search=ores', { token: seller.token })).data.length, 0);
});

test('a change holds the version against If-Match and is remembered without the vendor\'s key', async () => {
  const { secretKey, id: programmeId } = await server.addProgramme();
  const made = expectStatus(201, await create(secretKey, { name: 'First' }));
  const changed = expectStatus(200, await change(secretKey, made, { name: 'Second', externalKey: 'secret', status: 'suspended' }));
  assert.deepEqual([changed.name, changed.status, changed.version], ['Second', 'suspended', made.version + 1]);
  const refused = expectStatus(412, await change(secretKey, made, { name: 'Third' }));
  assert.equal(refused.current.name, 'Second');
  const { changes } = await server.database.db.selectFrom('history').select('changes').where('programme_id', '=', programmeId).where('action', '=', 'changed').executeTakeFirstOrThrow();
  assert.deepEqual(changes, { name: { from: 'First', to: 'Second' }, status: { from: 'active', to: 'suspended' } });
  assert.equal(expectStatus(200, await server.request('GET', '/v1/partners?search=second&status=suspended', { token: secretKey })).data.length, 1);
  assert.equal(expectStatus(200, await server.request('GET', '/v1/partners?search=first', { token: secretKey })).data.length, 0);
});
