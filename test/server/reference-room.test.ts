import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectStatus, startService, type TestService } from './service.js';

let server: TestService;
before(async () => { server = await startService(); });
after(() => server.close());

const rooms = [
  { path: '/v1/products', body: { name: 'Pumpe Größe 3', code: 'P-3', category: 'Pumps', listPrice: { amount: 129_900, currency: 'EUR' } }, change: { status: 'retired', listPrice: null }, search: 'gros p', partnersSee: true },
  { path: '/v1/territories', body: { name: 'Norrland', region: 'Europe', country: 'SE' }, change: { region: 'Nordics' }, search: 'nor eur', partnersSee: true },
  { path: '/v1/accounts', body: { name: 'Café Ostsee', domain: 'Ostsee.Example', city: 'Kiel' }, change: { city: null }, search: 'cafe ostsee ki', partnersSee: false },
];

for (const { path, body, change, search, partnersSee } of rooms) {
  test(`${path} creates, finds, changes; an external key is given once`, async () => {
    const programme = await server.addProgramme();
    const token = programme.secretKey;
    const seller = await programme.addPerson('partner_seller', await programme.addPartner('Nordwerk'));
    const made = expectStatus(201, await server.request('POST', path, { token, body: { ...body, externalKey: 'K1' } }));
    assert.equal(expectStatus(409, await server.request('POST', path, { token, body: { ...body, externalKey: 'K1' } })).code, 'already_exists');
    assert.equal(expectStatus(200, await server.request('GET', `${path}?search=${encodeURIComponent(search)}`, { token })).data[0].id, made.id);
    const changed = expectStatus(200, await server.request('PATCH', `${path}/${made.id}`, { token, body: change, headers: { 'if-match': `"${made.version}"` } }));
    for (const [field, value] of Object.entries(change)) assert.deepEqual(changed[field], value);
    assert.equal(changed.name, made.name);

    const seen = await server.request('GET', `${path}/${made.id}`, { token: seller.token });
    if (!partnersSee) return void expectStatus(403, seen);
    assert.deepEqual([expectStatus(200, seen).externalKey, seen.body.actions], [null, []]);
    expectStatus(403, await server.request('POST', path, { token: seller.token, body }));
  });
}

test('a price in another currency than the programme\'s is refused', async () => {
  const { secretKey: token } = await server.addProgramme();
  const refused = expectStatus(422, await server.request('POST', '/v1/products', { token, body: { name: 'Pump', listPrice: { amount: 1, currency: 'USD' } } }));
  assert.equal(refused.errors[0].pointer, '/listPrice/currency');
});

test('pages follow each other without gap or repetition, also from anchors', async () => {
  const { secretKey: token, id } = await server.addProgramme();
  await server.database.db.insertInto('territories').values(Array.from({ length: 450 }, (_, index) => ({
    programme_id: id, name: `T${index % 7}`, name_sort: `t${index % 7}` }))).execute();
  const read = async (cursor?: string) => expectStatus(200, await server.request('GET', `/v1/territories?limit=200&include=anchors${cursor ? `&cursor=${cursor}` : ''}`, { token }));
  const first = await read();
  assert.deepEqual([first.total, first.anchors.map(({ index }: { index: number }) => index)], [450, [200, 400]]);
  const second = await read(first.nextCursor);
  assert.deepEqual((await read(first.anchors[0].cursor)).data, second.data);
  const third = await read(second.nextCursor);
  assert.equal(third.hasMore, false);
  assert.equal(new Set([first, second, third].flatMap(({ data }) => data.map((row: { id: string }) => row.id))).size, 450);
});
