import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectStatus, startService, type TestService } from '../service.js';

let server: TestService;
before(async () => { server = await startService(); });
after(() => server.close());

async function setup() {
  const programme = await server.addProgramme();
  const partnerId = await programme.addPartner('Nordwerk');
  const rivalId = await programme.addPartner('Rivale');
  return {
    programme, partnerId, rivalId, key: programme.secretKey,
    admin: await programme.addPerson('partner_admin', partnerId), seller: await programme.addPerson('partner_seller', partnerId),
    colleague: await programme.addPerson('partner_seller', partnerId), rival: await programme.addPerson('partner_admin', rivalId),
  };
}
const create = (token: string, body: Record<string, unknown>) => server.request('POST', '/v1/customers', { token, body: { name: 'Hafen AG', ...body } });
const list = async (token: string, query = '') => expectStatus(200, await server.request('GET', `/v1/customers?include=total${query}`, { token }));
const change = (token: string, { id, version }: { id: string; version: number }, body: unknown) =>
  server.request('PATCH', `/v1/customers/${id}`, { token, body, headers: { 'if-match': `"${version}"` } });
const namesOf = ({ data }: { data: { name: string }[] }) => data.map(({ name }) => name);

test('a seller\'s new customer is the seller\'s own, and neither a colleague nor a rival sees it', async () => {
  const { seller, admin, colleague, rival, partnerId } = await setup();
  const made = expectStatus(201, await create(seller.token, {}));
  assert.deepEqual([made.owner.id, made.partner.id], [seller.memberId, partnerId]);
  assert.equal('account' in made || 'externalKey' in made, false);
  for (const { token } of [colleague, rival]) {
    expectStatus(404, await server.request('GET', `/v1/customers/${made.id}`, { token }));
    expectStatus(404, await change(token, made, { name: 'Mine' }));
    assert.equal((await list(token, '&search=hafen')).total, 0);
  }
  assert.equal((await list(admin.token, '&search=hafen')).total, 1);
});

test('only an admin hands a customer over, and only to an active member of the company', async () => {
  const { seller, admin, colleague, rival } = await setup();
  const made = expectStatus(201, await create(seller.token, {}));
  assert.equal(expectStatus(422, await create(seller.token, { ownerId: colleague.memberId })).errors[0].code, 'not_yours');
  assert.equal(expectStatus(422, await change(seller.token, made, { ownerId: colleague.memberId })).errors[0].code, 'not_yours');
  assert.equal(expectStatus(422, await change(seller.token, made, { ownerId: null })).errors[0].code, 'not_yours');
  assert.equal(expectStatus(422, await change(admin.token, made, { ownerId: rival.memberId })).errors[0].code, 'unknown');
  assert.equal(expectStatus(200, await change(admin.token, made, { ownerId: colleague.memberId })).owner.id, colleague.memberId);
  expectStatus(404, await server.request('GET', `/v1/customers/${made.id}`, { token: seller.token }));
  assert.equal((await list(colleague.token, '&search=haf')).total, 1);
  await server.request('POST', `/v1/members/${seller.memberId}/suspend`, { token: admin.token });
  const current = expectStatus(200, await server.request('GET', `/v1/customers/${made.id}`, { token: admin.token }));
  assert.equal(expectStatus(422, await change(admin.token, current, { ownerId: seller.memberId })).errors[0].code, 'unknown');
});

test('the vendor says whose customer it is and gives the key; a partner does neither', async () => {
  const { key, admin, partnerId, rivalId } = await setup();
  assert.equal(expectStatus(422, await create(key, {})).errors[0].pointer, '/partnerId');
  assert.equal(expectStatus(201, await create(key, { partnerId, externalKey: 'C-1' })).externalKey, 'C-1');
  assert.equal(expectStatus(422, await create(admin.token, { partnerId: rivalId })).errors[0].code, 'unknown');
  assert.equal(expectStatus(422, await create(admin.token, { externalKey: 'C-2' })).errors[0].code, 'vendor_only');
});

test('lists sort by name, city and change, both ways, page by page', async () => {
  const { admin } = await setup();
  for (const [name, city] of [['Östra', 'Kiel'], ['alpha', 'Århus'], ['Beta', 'kiel'], ['Gamma', null]] as const) {
    expectStatus(201, await create(admin.token, { name, city }));
  }
  const table: [string, string[]][] = [
    ['name', ['alpha', 'Beta', 'Gamma', 'Östra']], ['-name', ['Östra', 'Gamma', 'Beta', 'alpha']],
    ['city', ['Gamma', 'alpha', 'Östra', 'Beta']], ['-city', ['Beta', 'Östra', 'alpha', 'Gamma']],
    ['updatedAt', ['Östra', 'alpha', 'Beta', 'Gamma']], ['-updatedAt', ['Gamma', 'Beta', 'alpha', 'Östra']],
  ];
  for (const [sort, expected] of table) {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await list(admin.token, `&limit=1&sort=${sort}${cursor}`);
      seen.push(...namesOf(page));
      if (!page.hasMore) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    assert.deepEqual(seen, expected, sort);
  }
  const { nextCursor } = await list(admin.token, '&limit=1&sort=name');
  expectStatus(422, await server.request('GET', `/v1/customers?sort=city&cursor=${nextCursor}`, { token: admin.token }));
});

test('search finds by the beginnings of words in name, city, domain and contacts', async () => {
  const { admin } = await setup();
  expectStatus(201, await create(admin.token, { name: 'Müller & Söhne', city: 'Lübeck', domain: 'Mueller.example', contacts: [{ name: 'Zoë Wójcik' }] }));
  expectStatus(201, await create(admin.token, { name: 'Andere' }));
  for (const search of ['mul', 'sohne MÜL', 'lub', 'mueller', 'wojc zoe', 'muller & lübeck']) assert.equal((await list(admin.token, `&search=${encodeURIComponent(search)}`)).total, 1, search);
  for (const search of ['uller', 'muller kiel']) assert.equal((await list(admin.token, `&search=${search}`)).total, 0, search);
});

test('contacts are replaced as one list; who keeps the id stays the same person', async () => {
  const { admin, rival } = await setup();
  const made = expectStatus(201, await create(admin.token, { contacts: [{ name: 'Ann', email: 'ann@x.example' }, { name: 'Bo' }] }));
  const [ann, bo] = made.contacts;
  const changed = expectStatus(200, await change(admin.token, made, { contacts: [{ id: bo.id, name: 'Bo B.' }, { name: 'Cy' }] }));
  assert.deepEqual(changed.contacts.map(({ name }: { name: string }) => name), ['Bo B.', 'Cy']);
  assert.equal(changed.contacts[0].id, bo.id);
  assert.equal((await list(admin.token, '&search=ann')).total, 0);
  assert.equal((await list(admin.token, '&search=cy')).total, 1);
  for (const contacts of [[{ id: ann.id, name: 'Ann' }], [{ id: bo.id, name: 'Bo' }, { id: bo.id, name: 'Bo' }]]) {
    assert.match(expectStatus(422, await change(admin.token, changed, { contacts })).errors[0].pointer, /^\/contacts\/\d\/id$/);
  }
  expectStatus(422, await create(rival.token, { contacts: [{ id: bo.id, name: 'Stolen' }] }));
});

test('the vendor links a customer to an account; its partner learns nothing of it', async () => {
  const { key, admin } = await setup();
  const made = expectStatus(201, await create(admin.token, {}));
  const account = expectStatus(201, await server.request('POST', '/v1/accounts', { token: key, body: { name: 'Hafen' } }));
  const link = (token: string, accountId: string | null) => server.request('POST', `/v1/customers/${made.id}/link`, { token, body: { accountId } });
  expectStatus(403, await link(admin.token, account.id));
  assert.deepEqual(expectStatus(200, await link(key, account.id)).account, { id: account.id, name: 'Hafen' });
  const seen = expectStatus(200, await server.request('GET', `/v1/customers/${made.id}`, { token: admin.token }));
  assert.deepEqual(seen, made);
  assert.equal(expectStatus(422, await link(key, `acc_${'0'.repeat(32)}`)).errors[0].code, 'unknown');
  assert.equal(expectStatus(200, await link(key, null)).account, null);
});

test('a customer\'s new name is the one that its deals are found by', async () => {
  const { admin } = await setup();
  const made = expectStatus(201, await create(admin.token, { name: 'Vorher GmbH' }));
  const deal = expectStatus(201, await server.request('POST', '/v1/deals', { token: admin.token, body: { name: 'Umbau', customerId: made.id } }));
  expectStatus(200, await change(admin.token, made, { name: 'Nachher GmbH' }));
  const find = async (search: string) => expectStatus(200, await server.request('GET', `/v1/deals?search=${search}`, { token: admin.token })).data.map(({ id }: { id: string }) => id);
  assert.deepEqual([await find('vorher'), await find('nachh umb')], [[], [deal.id]]);
});
