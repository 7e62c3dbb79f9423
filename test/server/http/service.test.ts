import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, expectStatus, siteOrigin, startService, type Person, type TestProgramme, type TestService } from '../service.js';

for (const engine of engines) {
  describe(`the service on ${engine}`, () => {
    let service: TestService;
    let programme: TestProgramme;
    let admin: Person;
    before(async () => {
      service = await startService({ engine });
      programme = await service.addProgramme();
      admin = await programme.addPerson('partner_admin', await programme.addPartner('Partner'));
    });
    after(() => service.close());
    const create = (name: string, headers: Record<string, string> = {}) => service.request('POST', '/v1/customers', { token: admin.token, body: { name }, headers });

    it('does the same call once, however often it is sent', async () => {
      const key = { 'idempotency-key': 'create-once-0001' };
      const first = await create('Once', key);
      const again = await create('Once', key);
      assert.equal(first.status, 201);
      assert.equal(again.body.id, first.body.id);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      assert.equal(again.headers.get('etag'), first.headers.get('etag'));
    });

    it('does it once when it is sent ten times at the same moment', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => create('At once', { 'idempotency-key': 'create-once-0002' })));
      const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id));
      assert.equal(ids.size, 1);
      for (const { status, body } of answers) assert.ok(status === 201 || body.code === 'request_in_flight');
    });

    it('refuses an idempotency key that was used for something else', async () => {
      const key = { 'idempotency-key': 'create-once-0003' };
      await create('One', key);
      assert.equal((await create('Another', key)).body.code, 'idempotency_key_reused');
    });

    it('leaves a key free after a refusal', async () => {
      const key = { 'idempotency-key': 'create-once-0004' };
      assert.equal((await create('', key)).status, 422);
      assert.equal((await create('Now it is right', key)).status, 201);
    });

    it('answers a stale version with the record as it is now, and a retry of what succeeded with its answer', async () => {
      const { body: customer } = await create('Versioned');
      const change = (name: string, version: number, key: string) =>
        service.request('PATCH', `/v1/customers/${customer.id}`, { token: admin.token, body: { name }, headers: { 'if-match': `"${version}"`, 'idempotency-key': key } });
      const changed = expectStatus(200, await change('Changed', customer.version, 'change-once-0001'));
      assert.ok(changed.version > customer.version);
      const stale = await change('Too late', customer.version, 'change-once-0002');
      assert.equal(stale.body.code, 'precondition_failed');
      assert.equal(stale.body.current.name, 'Changed');
      assert.equal((await change('Changed', customer.version, 'change-once-0001')).body.version, changed.version);
      assert.equal((await service.request('PATCH', `/v1/customers/${customer.id}`, { token: admin.token, body: { name: 'x' } })).body.code, 'precondition_required');
    });

    it('reads no body that is too large, of another kind, or not what it says', async () => {
      const send = (body: string, headers: Record<string, string> = {}) => service.request('POST', '/v1/customers', { token: admin.token, body, headers });
      assert.equal((await send(JSON.stringify({ name: 'x', note: 'x'.repeat(1_100_000) }))).body.code, 'payload_too_large');
      assert.equal((await send('name=x', { 'content-type': 'application/x-www-form-urlencoded' })).body.code, 'unsupported_media_type');
      assert.equal((await send('{"name":')).body.code, 'malformed_request');
      assert.equal((await send('{"name":"a\\u0000b"}')).body.code, 'validation_failed');
      assert.equal((await send('{"name":"x","surprise":1}')).body.errors[0].code, 'unrecognized_keys');
    });

    it('names each field that is wrong by its pointer', async () => {
      const { body } = await service.request('POST', '/v1/customers', { token: admin.token, body: { name: 'x', country: 'Germany', contacts: [{ name: '' }] } });
      assert.deepEqual(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), ['/contacts/0/name', '/country']);
    });

    it('refuses queries it does not know, and cursors of other lists', async () => {
      const list = (query: string) => service.request('GET', `/v1/customers?${query}`, { token: admin.token });
      assert.equal((await list('limit=1000')).body.errors[0].pointer, '?limit');
      assert.equal((await list('surprise=1')).status, 422);
      assert.equal((await list('limit=1&limit=2')).body.code, 'malformed_request');
      const { body: page } = await list('limit=1');
      assert.equal((await service.request('GET', `/v1/customers?sort=-name&cursor=${page.nextCursor}`, { token: admin.token })).body.errors[0].pointer, '?cursor');
      assert.equal((await list('cursor=nonsense')).status, 422);
    });

    it('tells what it does not have, and which methods an address takes', async () => {
      assert.equal((await service.request('GET', '/v1/nothing', { token: admin.token })).body.code, 'route_not_found');
      const wrong = await service.request('PATCH', '/v1/customers', { token: admin.token });
      assert.equal(wrong.body.code, 'method_not_allowed');
      assert.match(wrong.headers.get('allow')!, /GET/);
      assert.equal((await service.request('GET', '/v1/customers/cus_not-an-id', { token: admin.token })).body.code, 'not_found');
    });

    it('answers every request with a request id, and takes the caller\'s own', async () => {
      assert.match((await create('Id')).headers.get('request-id')!, /^req_[0-9a-f]{32}$/);
      assert.equal((await create('Id', { 'request-id': 'my-own-request-1' })).headers.get('request-id'), 'my-own-request-1');
    });

    it('logs operations without names, addresses, ids of records, or tokens', async () => {
      service.log.length = 0;
      await create('Very Secret Customer');
      await service.request('GET', `/v1/customers?search=secret`, { token: admin.token });
      const written = JSON.stringify(service.log);
      assert.match(written, /customers\.create/);
      assert.doesNotMatch(written, /secret|cus_|mem_|eyJ/i);
    });

    it('counts requests by the minute and says when to come back', async () => {
      const limited = await startService({ engine, limits: { perSession: 3, perKey: 1_000 } });
      const one = await limited.addProgramme();
      const person = await one.addPerson('channel_manager');
      const read = () => limited.request('GET', '/v1/programme', { token: person.token });
      const first = await read();
      assert.match(first.headers.get('ratelimit-policy')!, /q=3;w=60/);
      // The minute may turn in the middle; six requests pass the limit in one of the two.
      const answers = [await read(), await read(), await read(), await read(), await read(), await read()];
      const refused = answers.find(({ status }) => status === 429)!;
      assert.equal(refused.body.code, 'rate_limited');
      assert.ok(Number(refused.headers.get('retry-after')) >= 1 && Number(refused.headers.get('retry-after')) <= 60);
      await limited.close();
    });

    it('ends a session when it is revoked, when the member or partner is suspended, and lets no other in its place', async () => {
      const partnerId = await programme.addPartner('Soon suspended');
      const person = await programme.addPerson('partner_seller', partnerId);
      const me = () => service.request('GET', '/v1/session', { token: person.token });
      const session = expectStatus(200, await me());
      expectStatus(204, await service.request('DELETE', `/v1/sessions/${session.id}`, { token: programme.secretKey }));
      assert.equal((await me()).body.code, 'session_revoked');
      await service.database.db.updateTable('partners').set({ status: 'suspended' }).where('id', '=', partnerId).execute();
      const refused = await service.request('POST', '/v1/sessions', { token: programme.secretKey, body: { memberId: person.memberId, origins: [siteOrigin] } });
      assert.equal(refused.body.code, 'member_suspended');
    });

    it('opens sessions only for what was asked: origins, scopes, a time of at most 15 minutes', async () => {
      const token = await programme.openSession(admin.memberId, { scopes: ['customers:read'], expiresIn: 60 });
      assert.equal((await service.request('GET', '/v1/customers', { token })).status, 200);
      assert.equal((await service.request('GET', '/v1/members', { token })).body.code, 'scope_missing');
      assert.equal((await service.request('POST', '/v1/customers', { token, body: { name: 'x' } })).body.code, 'scope_missing');
      const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
      assert.equal(claims.exp - claims.iat, 60);
      const header = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());
      assert.equal(header.alg, 'HS256');
      assert.ok(header.kid);
      const long = await service.request('POST', '/v1/sessions', { token: programme.secretKey, body: { memberId: admin.memberId, origins: [siteOrigin], expiresIn: 3_600 } });
      assert.equal(long.body.errors[0].pointer, '/expiresIn');
      const origin = await service.request('POST', '/v1/sessions', { token: programme.secretKey, body: { memberId: admin.memberId, origins: ['https://a.example/path'] } });
      assert.equal(origin.status, 422);
    });

    it('tells the programme along with the session, as that may read it and as it reads alone', async () => {
      const all = await programme.openSession(admin.memberId);
      const alone = expectStatus(200, await service.request('GET', '/v1/programme', { token: all }));
      const { programme: along, ...session } = expectStatus(200, await service.request('GET', '/v1/session?include=programme', { token: all }));
      assert.deepEqual([along, session.member.id], [alone, admin.memberId]);
      assert.ok(!('programme' in expectStatus(200, await service.request('GET', '/v1/session', { token: all }))));
      assert.equal((await service.request('GET', '/v1/session?include=rules', { token: all })).status, 422);
      const narrow = await programme.openSession(admin.memberId, { scopes: ['sessions:read'] });
      assert.equal((await service.request('GET', '/v1/session', { token: narrow })).status, 200);
      assert.equal((await service.request('GET', '/v1/session?include=programme', { token: narrow })).body.code, 'scope_missing');
    });

    it('rotates signing keys: new tokens bear the new key, old ones stay good until they end', async () => {
      const before = await programme.openSession(admin.memberId);
      const { kid } = expectStatus(201, await service.request('POST', '/v1/keys/rotate', { token: service.operatorToken }));
      const after = await programme.openSession(admin.memberId);
      assert.equal(JSON.parse(Buffer.from(after.split('.')[0]!, 'base64url').toString()).kid, kid);
      for (const token of [before, after]) assert.equal((await service.request('GET', '/v1/session', { token })).status, 200);
    });

    it('shows a secret key once, keeps only its hash, and refuses it once revoked', async () => {
      const key = expectStatus(201, await service.request('POST', '/v1/keys', { token: service.operatorToken, body: { programmeId: programme.id, name: 'short-lived' } }));
      const stored = await service.database.db.selectFrom('secret_keys').selectAll().where('id', '=', key.id).executeTakeFirstOrThrow();
      assert.ok(!JSON.stringify(stored).includes(key.secretKey.slice(-43)));
      assert.equal((await service.request('GET', '/v1/programme', { token: key.secretKey })).status, 200);
      expectStatus(204, await service.request('DELETE', `/v1/keys/${key.id}`, { token: service.operatorToken }));
      assert.equal((await service.request('GET', '/v1/programme', { token: key.secretKey })).body.code, 'token_invalid');
    });

    it('says whether it lives and whether it is ready, and ends gracefully', async () => {
      assert.equal((await service.request('GET', '/healthz')).status, 200);
      assert.equal((await service.request('GET', '/readyz')).status, 200);
      const ending = await startService({ engine });
      const running = ending.request('GET', '/readyz');
      const closed = ending.service.close();
      assert.equal((await running).status, 200);
      await closed;
      assert.equal((await ending.request('GET', '/healthz')).status, 503);
      await ending.close();
    });
  });
}
