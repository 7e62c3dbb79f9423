import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPortalClient, isPrmError } from '../../src/client/index.js';
import { contract } from '../../src/contract/index.js';
import { answer, deal, dealId, emptyPage, scripted } from './scripted-fetch.js';

describe('a call', () => {
  it('exists for every operation of the contract, and for nothing else', () => {
    const { client } = scripted([emptyPage]);
    const { baseUrl: _baseUrl, watch: _watch, watchConnection: _watchConnection, now: _now, close: _close, ...resources } = client;
    const names = (table: object) => Object.entries(table).map(([resource, operations]) => [resource, Object.keys(operations)]);
    assert.deepEqual(names(resources), names(contract));
  });

  it('puts filters into the query, several values joined by commas, and leaves out what is not said', async () => {
    const { client, sent } = scripted([emptyPage]);
    await client.deals.list({ stage: ['committed', 'qualified'], search: 'nord & süd', review: [], partnerId: undefined, limit: 20 });
    assert.deepEqual(sent[0]?.query, { stage: 'committed,qualified', search: 'nord & süd', limit: '20' });
    assert.equal(sent[0]?.method, 'GET');
    assert.equal(sent[0]?.body, undefined);
  });

  it('takes a record by its id or by itself, and sends its version as If-Match', async () => {
    const { client, sent } = scripted([deal(4)]);
    await client.deals.change({ id: dealId, version: 3 }, { name: 'Hall 2' });
    await client.deals.change(dealId, { name: 'Hall 2' }, { version: 4 });
    await client.deals.withdraw(dealId);
    assert.deepEqual(sent.map(({ headers }) => headers['if-match']), ['"3"', '"4"', undefined]);
    assert.deepEqual(sent[0]?.body, { name: 'Hall 2' });
    assert.deepEqual(sent.map(({ method, path }) => `${method} ${path}`), [`PATCH /v1/deals/${dealId}`, `PATCH /v1/deals/${dealId}`, `POST /v1/deals/${dealId}/withdraw`]);
  });

  it('sends an empty body where a body is optional', async () => {
    const { client, sent } = scripted([deal()]);
    await client.deals.approve(dealId);
    assert.deepEqual(sent[0]?.body, {});
    assert.equal(sent[0]?.headers['content-type'], 'application/json');
  });

  it('answers nothing where the service answers nothing', async () => {
    const { client } = scripted([answer(undefined, 204)]);
    assert.equal(await client.leads.decline('lead_1', { reason: 'budget' }), undefined);
  });

  it('keeps the path under which the service is mounted', async () => {
    const { client, sent } = scripted([emptyPage], { baseUrl: 'https://example.com/prm/' });
    await client.deals.list();
    assert.equal(sent[0]?.path, '/prm/v1/deals');
    assert.equal(client.baseUrl, 'https://example.com/prm');
  });

  it('encodes ids, so that none can name another address', async () => {
    const { client, sent } = scripted([deal()]);
    await client.deals.read('../keys?x=');
    assert.equal(sent[0]?.path, '/v1/deals/..%2Fkeys%3Fx%3D');
  });

  it('refuses an id that would make another address of it', async () => {
    const { client, sent } = scripted([deal()]);
    for (const id of ['', '.', '..']) await assert.rejects(client.deals.read(id), /deals\.read needs the record, or its id/);
    assert.equal(sent.length, 0);
  });

  it('fails once the client is closed', async () => {
    const { client, sent } = scripted([emptyPage]);
    client.close();
    await assert.rejects(client.deals.list(), { name: 'PrmError', code: 'client_closed' });
    assert.equal(sent.length, 0);
  });
});

describe('list.all', () => {
  const page = (rows: number[], nextCursor: string | null) => answer({ data: rows.map((id) => ({ id: `deal_${id}` })), hasMore: nextCursor !== null, nextCursor });

  it('walks through all rows, asking for a page when it is needed', async () => {
    const { client, sent } = scripted([page([1, 2], 'a'), page([3], 'b'), page([4], null)]);
    const ids: string[] = [];
    for await (const { id } of client.deals.list.all({ stage: 'committed' })) {
      ids.push(id);
      if (id === 'deal_2') assert.equal(sent.length, 1);
    }
    assert.deepEqual(ids, ['deal_1', 'deal_2', 'deal_3', 'deal_4']);
    assert.deepEqual(sent.map(({ query }) => query), [
      { limit: '200', stage: 'committed' }, { limit: '200', stage: 'committed', cursor: 'a' }, { limit: '200', stage: 'committed', cursor: 'b' },
    ]);
  });

  it('asks for no more when the walk is left', async () => {
    const { client, sent } = scripted([page([1, 2], 'a')]);
    for await (const row of client.deals.list.all()) if (row) break;
    assert.equal(sent.length, 1);
  });
});

describe('a client', () => {
  it('says what it needs', () => {
    assert.throws(() => createPortalClient({ baseUrl: 'nowhere', secretKey: 'sk' }), /this is none: nowhere/);
    assert.throws(() => createPortalClient({ baseUrl: 'https://prm.example.com', secretKey: '' }), /needs `session`.+`secretKey` that was given is empty: is its environment variable set\?/);
    assert.throws(() => createPortalClient({ baseUrl: 'https://prm.example.com' } as never), /needs `session`/);
  });

  it('sends a secret key on a server', async () => {
    const { client, sent } = scripted([emptyPage], { session: undefined, secretKey: 'prm_sk_1' } as never);
    await client.deals.list();
    assert.equal(sent[0]?.headers.authorization, 'Bearer prm_sk_1');
  });

  it('refuses a secret key or an operator\'s token in a browser', (t) => {
    Object.assign(globalThis, { window: {}, document: {} });
    t.after(() => { Reflect.deleteProperty(globalThis, 'window'); Reflect.deleteProperty(globalThis, 'document'); });
    for (const secret of [{ secretKey: 'prm_sk_1' }, { token: 'operator' }]) {
      assert.throws(() => createPortalClient({ baseUrl: 'https://prm.example.com', ...secret }), (error) =>
        isPrmError(error) && error.code === 'secret_key_in_browser' && !error.message.includes('prm_sk_1'));
    }
  });
});
