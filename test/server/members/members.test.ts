import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectStatus, startService, type TestProgramme, type TestService } from '../service.js';

let server: TestService;
before(async () => { server = await startService(); });
after(() => server.close());

async function setup() {
  const programme: TestProgramme = await server.addProgramme();
  const partnerId = await programme.addPartner('Nordwerk');
  const rivalId = await programme.addPartner('Rivale');
  return {
    programme, partnerId, rivalId, key: programme.secretKey,
    admin: await programme.addPerson('partner_admin', partnerId), seller: await programme.addPerson('partner_seller', partnerId),
    rival: await programme.addPerson('partner_seller', rivalId),
  };
}
const invite = (token: string, body: Record<string, unknown>) =>
  server.request('POST', '/v1/members', { token, body: { name: 'Åsa Berg', email: 'asa@nordwerk.example', role: 'partner_seller', ...body } });
const step = (token: string, memberId: string, verb: string) => server.request('POST', `/v1/members/${memberId}/${verb}`, { token });

test('a partner\'s admin invites into the own company, and only partners\' roles', async () => {
  const { admin, partnerId, rivalId } = await setup();
  const invited = expectStatus(201, await invite(admin.token, {}));
  assert.equal(invited.partner.id, partnerId);
  assert.equal(invited.status, 'invited');
  assert.equal(expectStatus(403, await invite(admin.token, { role: 'channel_manager' })).code, 'role_forbidden');
  assert.equal(expectStatus(422, await invite(admin.token, { email: 'b@x.example', partnerId: rivalId })).errors[0].pointer, '/partnerId');
  assert.equal(expectStatus(403, await invite(admin.token, { email: 'c@x.example', externalKey: 'K' })).code, 'role_forbidden');
});

test('an address is one person within a company and may be another elsewhere', async () => {
  const { key, partnerId, rivalId } = await setup();
  expectStatus(201, await invite(key, { partnerId }));
  assert.equal(expectStatus(409, await invite(key, { partnerId })).code, 'already_exists');
  expectStatus(201, await invite(key, { partnerId: rivalId }));
});

test('the vendor names a partner for partners\' roles and none for its own', async () => {
  const { key, partnerId } = await setup();
  assert.equal(expectStatus(422, await invite(key, {})).errors[0].code, 'required');
  assert.equal(expectStatus(422, await invite(key, { role: 'channel_manager', partnerId })).errors[0].code, 'not_allowed');
  assert.equal(expectStatus(201, await invite(key, { role: 'channel_manager' })).partner, null);
});

test('a seller sees colleagues and nobody else, and manages none', async () => {
  const { seller, admin, rival } = await setup();
  const seen = expectStatus(200, await server.request('GET', '/v1/members?include=total', { token: seller.token }));
  assert.deepEqual(seen.data.map(({ id }: { id: string }) => id).sort(), [admin.memberId, seller.memberId].sort());
  assert.equal(seen.total, 2);
  assert.deepEqual(seen.data[0].actions, []);
  expectStatus(404, await server.request('GET', `/v1/members/${rival.memberId}`, { token: seller.token }));
  expectStatus(404, await step(admin.token, rival.memberId, 'suspend'));
});

test('a suspended member comes back as active; nobody suspends oneself', async () => {
  const { admin, seller } = await setup();
  assert.equal(expectStatus(200, await step(admin.token, seller.memberId, 'suspend')).status, 'suspended');
  assert.equal(expectStatus(409, await step(admin.token, seller.memberId, 'suspend')).code, 'action_not_allowed');
  assert.equal(expectStatus(200, await step(admin.token, seller.memberId, 'reinstate')).status, 'active');
  assert.equal(expectStatus(409, await step(admin.token, admin.memberId, 'suspend')).code, 'action_not_allowed');
});

test('the programme keeps an active admin, also when two go for each other at once', async () => {
  const { programme, key } = await setup();
  const [one, two] = [await programme.addPerson('programme_admin'), await programme.addPerson('programme_admin')];
  const statuses = (await Promise.all([step(one.token, two.memberId, 'suspend'), step(two.token, one.memberId, 'suspend')])).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 200).length, 1, statuses.join());
  const [left] = expectStatus(200, await server.request('GET', '/v1/members?role=programme_admin&status=active', { token: key })).data;
  assert.equal(expectStatus(409, await step(key, left.id, 'suspend')).code, 'action_not_allowed');
  const demote = await server.request('PATCH', `/v1/members/${left.id}`, { token: key, body: { role: 'channel_manager' }, headers: { 'if-match': `"${left.version}"` } });
  assert.equal(expectStatus(409, demote).code, 'action_not_allowed');
});

test('a channel manager does not touch the vendor\'s admins', async () => {
  const { programme } = await setup();
  const [admin, manager] = [await programme.addPerson('programme_admin'), await programme.addPerson('channel_manager')];
  expectStatus(403, await step(manager.token, admin.memberId, 'suspend'));
  expectStatus(403, await invite(manager.token, { role: 'programme_admin' }));
});
