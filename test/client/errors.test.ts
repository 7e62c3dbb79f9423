import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as entry from '../../src/client/index.js';
import { errors as table } from '../../src/contract/errors.js';
import { answer, deal, dealId, problem, scripted, type Step } from './scripted-fetch.js';

const failure = async (step: Step): Promise<entry.PrmError & Record<string, unknown>> => {
  const { client } = scripted([step]);
  return client.deals.submit({ id: dealId, version: 3 }).then(() => assert.fail('no error'), (error) => error);
};
const guards = Object.entries(entry).filter(([name]) => /^is\w+Error$/.test(name)) as [string, (error: unknown) => boolean][];

describe('an error', () => {
  const names: Record<number, string> = {
    400: 'ApiError', 401: 'AuthenticationError', 403: 'PermissionDeniedError', 404: 'NotFoundError', 405: 'ApiError', 409: 'ConflictError',
    412: 'PreconditionFailedError', 413: 'ApiError', 415: 'ApiError', 422: 'ValidationError', 428: 'ApiError', 429: 'RateLimitError',
    500: 'ServerError', 503: 'ServerError',
  };

  for (const [code, { status }] of Object.entries(table)) {
    it(`is ${names[status]} for ${code}`, async () => {
      const error = await failure(problem(status, code, {}, { 'retry-after': '99' }));
      assert.equal(error.name, names[status]);
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.equal(error.requestId, 'req_1');
      assert.equal(error.message, `POST /v1/deals/${dealId}/submit answered ${status} ${code}: It is ${code}.`);
      assert.ok(error instanceof entry.ApiError && error instanceof entry.PrmError && error instanceof Error);
      const expected = ['isApiError', 'isPrmError', `is${error.name}`].sort();
      assert.deepEqual(guards.filter(([, guard]) => guard(error)).map(([name]) => name).sort(), [...new Set(expected)]);
    });
  }

  it('names the fields at fault', async () => {
    const fields = [{ pointer: '/name', code: 'too_small', message: 'Invalid input' }];
    assert.deepEqual((await failure(problem(422, 'validation_failed', { errors: fields }))).fields, fields);
    assert.deepEqual((await failure(problem(404, 'not_found'))).fields, []);
  });

  it('brings the current record when somebody changed it meanwhile', async () => {
    const error = await failure(problem(412, 'precondition_failed', { current: { id: dealId, version: 7 } }));
    assert.deepEqual(error.current, { id: dealId, version: 7 });
  });

  it('says how long to wait, in seconds, whether the service gives seconds or a date', async () => {
    assert.equal((await failure(problem(429, 'rate_limited', {}, { 'retry-after': '99' }))).retryAfter, 99);
    const dated = { 'retry-after': 'Sun, 29 Mar 2026 09:02:00 GMT', date: 'Sun, 29 Mar 2026 09:00:00 GMT' };
    assert.equal((await failure(problem(429, 'rate_limited', {}, dated))).retryAfter, 120);
    assert.equal((await failure(problem(429, 'rate_limited', {}, { 'retry-after': '3600' }))).retryable, true);
  });

  it('makes do without a problem document, as of a proxy', async () => {
    const error = await failure(() => new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway', headers: { 'request-id': 'req_2', 'retry-after': '99' } }));
    assert.equal(error.name, 'ServerError');
    assert.equal(error.code, 'unavailable');
    assert.equal(error.requestId, 'req_2');
    assert.equal(error.retryable, true);
    assert.match(error.message, /answered 502 unavailable: Bad Gateway$/);
  });

  it('names the path without the query, which may name people', async () => {
    const { client } = scripted([problem(400, 'malformed_request')]);
    await assert.rejects(client.customers.list({ search: 'Ines Moreau' }), (error: Error) => !error.message.includes('Ines') && error.message.startsWith('GET /v1/customers answered'));
  });

  it('is known by its name, also from another copy of the package, and not taken for a DOMException of that name', () => {
    assert.ok(entry.isNotFoundError({ name: 'NotFoundError', retryable: false }));
    assert.ok(!entry.isNotFoundError(new DOMException('gone', 'NotFoundError')));
    assert.ok(guards.every(([, guard]) => [null, undefined, 'NotFoundError', new Error('x')].every((other) => !guard(other))));
  });
});

describe('an answer that is not the service\'s', () => {
  const cases: Record<string, [Step, RegExp]> = {
    'a page of a proxy': [() => new Response('<html>', { headers: { 'content-type': 'text/html' } }), /text\/html in place of JSON/],
    'cut-off JSON': [() => new Response('{"data":[', { headers: { 'content-type': 'application/json' } }), /JSON that cannot be read/],
    'a list without rows': [answer({ items: [] }), /no `data`/],
    'a list that goes on without saying where': [answer({ data: [], hasMore: true, nextCursor: null }), /no `nextCursor`/],
    'a bare value': [answer('hello'), /no object/],
  };
  for (const [what, [step, message]] of Object.entries(cases)) {
    it(`is a ResponseShapeError: ${what}`, async () => {
      const { client } = scripted([step]);
      await assert.rejects(client.deals.list(), (error) => entry.isResponseShapeError(error) && message.test(error.message) && !error.retryable && error.code === 'unexpected_answer');
    });
  }

  it('is a ResponseShapeError where a record has no id or version', async () => {
    const { client } = scripted([answer({ id: dealId }), answer({ version: 1 }), deal()]);
    await assert.rejects(client.deals.read(dealId), /no `version`/);
    await assert.rejects(client.deals.read(dealId), /no `id`/);
    await client.deals.read(dealId);
  });

  it('may hold fields that this client does not know', async () => {
    const { client } = scripted([answer({ data: [], hasMore: false, nextCursor: null, facets: {} })]);
    assert.ok('facets' in await client.deals.list());
  });
});
