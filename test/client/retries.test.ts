import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isConnectionError, isRateLimitError, isServerError } from '../../src/client/index.js';
import { fakeClock, settle } from './clock.js';
import { answer, cutOff, deal, dealId, emptyPage, hang, problem, reset, scripted, type Step } from './scripted-fetch.js';

const busy = (status: number, headers = {}): Step => problem(status, 'unavailable', {}, headers);
const outcome = (call: Promise<unknown>) => call.then(() => 'answered', (error) => error);

describe('a call that fails for a moment', () => {
  const moments: Record<string, Step> = {
    'a reset connection': reset,
    'an answer that breaks off': cutOff,
    'a word of its own for a lost network': () => { throw new Error('Network connection lost.'); },
    ...Object.fromEntries([408, 429, 502, 503, 504].map((status) => [status, busy(status)])),
    'its own request still in flight': problem(409, 'request_in_flight'),
  };
  for (const [what, step] of Object.entries(moments)) {
    it(`is made again: ${what}`, async (t) => {
      const clock = fakeClock(t);
      const { client, sent } = scripted([step, step, emptyPage]);
      const call = outcome(client.deals.list());
      await clock.advance(2_000);
      assert.equal(await call, 'answered');
      assert.equal(sent.length, 3);
    });
  }

  it('gives up after the third time, with what happened last', async (t) => {
    const clock = fakeClock(t);
    const { client, sent } = scripted([reset, reset, busy(503), emptyPage]);
    const call = outcome(client.deals.list());
    await clock.advance(2_000);
    assert.ok(isServerError(await call));
    assert.equal(sent.length, 3);
  });

  it('waits a random part of half a second, then of a whole one', async (t) => {
    const clock = fakeClock(t);
    const { client, sent } = scripted([reset]);
    const call = outcome(client.deals.list());
    const counts: number[] = [];
    for (const wait of [200, 100, 400, 200]) {
      await clock.advance(wait);
      counts.push(sent.length);
    }
    assert.deepEqual(counts, [1, 2, 2, 3]);
    assert.ok(isConnectionError(await call));
  });

  it('keeps its Idempotency-Key and its body', async (t) => {
    const clock = fakeClock(t);
    const { client, sent } = scripted([reset, busy(503), deal()]);
    const call = client.deals.create({ name: 'Packaging hall' });
    await clock.advance(2_000);
    await call;
    assert.deepEqual(sent.map(({ body }) => body), Array(3).fill({ name: 'Packaging hall' }));
    assert.equal(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size, 1);
  });

  for (const step of [problem(500, 'internal_error'), problem(409, 'action_not_allowed'), problem(422, 'validation_failed'), problem(404, 'not_found')]) {
    it('is not made again when that would not help', async () => {
      const { client, sent } = scripted([step]);
      assert.equal((await outcome(client.deals.list()) as Error).name.endsWith('Error'), true);
      assert.equal(sent.length, 1);
    });
  }
});

describe('Idempotency-Key', () => {
  it('is another one for every mutation, and none for a read', async () => {
    const { client, sent } = scripted([deal()]);
    await client.deals.create({});
    await client.deals.create({});
    await client.deals.read(dealId);
    const [first, second, read] = sent.map(({ headers }) => headers['idempotency-key']);
    assert.match(first!, /^[0-9a-f-]{36}$/);
    assert.notEqual(first, second);
    assert.equal(read, undefined);
  });

  it('of a submission follows from the draft as it was seen', async () => {
    const [before, after] = [scripted([reset]), scripted([deal(4)])];
    await outcome(before.client.deals.submit({ id: dealId, version: 3 }, { timeout: 20 }));
    await after.client.deals.submit({ id: dealId, version: 3 });
    await after.client.deals.submit(dealId, { version: 3 });
    await after.client.deals.submit({ id: dealId, version: 5 });
    // Before the reload the call may have been tried once or twice; all of that is one key.
    const [tried, ...later] = [before, after].map(({ sent }) => sent.map(({ headers }) => headers['idempotency-key']));
    const keys = [...new Set(tried), ...later.flat()];
    assert.deepEqual(keys, [3, 3, 3, 5].map((version) => `deals-submit-${dealId}-${version}`));
  });

  it('of a submission whose version is not known is made anew: the draft may have been sent back and changed', async () => {
    const { client, sent } = scripted([deal()]);
    await client.deals.submit(dealId);
    assert.match(sent[0]!.headers['idempotency-key']!, /^[0-9a-f-]{36}$/);
  });

  it('may be the caller\'s', async () => {
    const { client, sent } = scripted([deal()]);
    await client.deals.create({}, { idempotencyKey: 'import-17' });
    assert.equal(sent[0]?.headers['idempotency-key'], 'import-17');
  });
});

describe('Retry-After', () => {
  for (const [form, headers] of Object.entries<Record<string, string>>({
    seconds: { 'retry-after': '7' },
    // Three hours ahead of the clock here; what counts is the distance to the service's own.
    'a date': { 'retry-after': 'Sun, 29 Mar 2026 03:00:07 GMT', date: 'Sun, 29 Mar 2026 03:00:00 GMT' },
  })) {
    it(`is obeyed, in ${form}`, async (t) => {
      const clock = fakeClock(t);
      const { client, sent } = scripted([problem(429, 'rate_limited', {}, headers), emptyPage]);
      const call = outcome(client.deals.list());
      await clock.advance(6_900);
      assert.equal(sent.length, 1);
      await clock.advance(200);
      assert.equal(await call, 'answered');
    });
  }

  it('of more than 30 seconds is told at once instead', async () => {
    const { client, sent } = scripted([problem(429, 'rate_limited', {}, { 'retry-after': '31' })]);
    const error = await outcome(client.deals.list());
    assert.ok(isRateLimitError(error) && error.retryAfter === 31 && error.retryable);
    assert.equal(sent.length, 1);
  });

  it('beyond the time that is left is told at once instead', async () => {
    const { client } = scripted([busy(503, { 'retry-after': '10' })]);
    assert.ok(isServerError(await outcome(client.deals.list({}, { timeout: 9_000 }))));
  });
});

describe('time', () => {
  it('ends an attempt after 20 seconds, and the call after a minute', async (t) => {
    const clock = fakeClock(t);
    const { client, sent } = scripted([hang]);
    const call = outcome(client.deals.list());
    await clock.advance(19_000);
    assert.equal(sent.length, 1);
    await clock.advance(2_000);
    assert.equal(sent.length, 2);
    await clock.advance(39_000);
    const error = await call;
    assert.ok(isConnectionError(error) && error.code === 'timeout' && error.retryable);
    assert.equal(error.message, 'GET /v1/deals got no answer in time.');
    assert.equal(sent.length, 3);
  });

  it('is as short as a call asks for', async (t) => {
    const clock = fakeClock(t);
    const { client, sent } = scripted([hang]);
    const call = outcome(client.deals.list({}, { timeout: 3_000 }));
    await clock.advance(3_100);
    assert.ok(isConnectionError(await call));
    assert.equal(sent.length, 1);
  });

  it('ends a fetch that heeds no signal', async (t) => {
    const clock = fakeClock(t);
    const { client } = scripted([() => new Promise(() => undefined)], { timeout: 1_000 });
    const call = outcome(client.deals.list());
    await clock.advance(1_100);
    assert.ok(isConnectionError(await call));
  });
});

describe('an abort', () => {
  const reason = new Error('The user went elsewhere');
  const waits: Record<string, Step> = { 'for an answer': hang, 'for a fetch that heeds no signal': () => new Promise(() => undefined), 'to try again': busy(503, { 'retry-after': '20' }) };
  for (const [what, step] of Object.entries(waits)) {
    it(`ends a wait ${what} with the signal's reason`, async () => {
      const controller = new AbortController();
      const { client, sent } = scripted([step]);
      const call = outcome(client.deals.list({}, { signal: controller.signal }));
      await settle();
      controller.abort(reason);
      assert.equal(await call, reason);
      assert.equal(sent.length, 1);
    });
  }

  it('ends a wait for a session, which others may still be waiting for', async () => {
    const controller = new AbortController();
    let grant = (_grant: { token: string; expiresIn: number }): void => undefined;
    const { client } = scripted([emptyPage], { session: () => new Promise((resolve) => { grant = resolve; }) } as never);
    const [left, kept] = [outcome(client.deals.list({}, { signal: controller.signal })), outcome(client.deals.list())];
    await settle();
    controller.abort(reason);
    assert.equal(await left, reason);
    grant({ token: 'token', expiresIn: 900 });
    assert.equal(await kept, 'answered');
  });

  it('beforehand sends nothing', async () => {
    const { client, sent } = scripted([emptyPage]);
    assert.equal(await outcome(client.deals.list({}, { signal: AbortSignal.abort(reason) })), reason);
    assert.equal(sent.length, 0);
  });

  it('leaves no listener behind on a signal that is used for many calls', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const counted = new Proxy(signal, { get: (target, name) => {
      const value = Reflect.get(target, name, target);
      if (name === 'addEventListener') return (...args: Parameters<AbortSignal['addEventListener']>) => { listeners++; target.addEventListener(...args); };
      if (name === 'removeEventListener') return (...args: Parameters<AbortSignal['removeEventListener']>) => { listeners--; target.removeEventListener(...args); };
      return typeof value === 'function' ? value.bind(target) : value;
    } });
    const { client } = scripted([answer({ data: [] })]);
    await client.deals.list({}, { signal: counted });
    await settle();
    assert.equal(listeners, 0);
  });
});

describe('a change whose answer never came', () => {
  it('is the same call when it is made again, until it is answered', async (t) => {
    const clock = fakeClock(t);
    const { client, sent } = scripted([reset, reset, reset, deal()]);
    const lost = outcome(client.deals.create({ name: 'Hall' }));
    await clock.advance(5_000);
    assert.equal(isConnectionError(await lost), true);
    for (const name of ['Hall 2', 'Hall', 'Hall']) await client.deals.create({ name });
    const [first, , , other, again, anew] = sent.map(({ headers }) => headers['idempotency-key']);
    assert.equal(again, first);
    assert.equal(new Set([first, other, anew]).size, 3);
  });
});

describe('the connection', () => {
  it('is told when two calls in a row had no answer, and when one has again', async (t) => {
    const clock = fakeClock(t);
    const { client } = scripted([busy(503), emptyPage, busy(503), busy(503), emptyPage]);
    const told: string[] = [];
    client.watchConnection((state) => told.push(state));
    for (let call = 0; call < 5; call++) {
      await outcome(client.deals.list({}, { retries: 0 } as never));
      await clock.advance(100);
    }
    assert.deepEqual(told, ['away', 'answers']);
  });

  it('is told of a session that cannot be had', async () => {
    const { client } = scripted([emptyPage], { session: async () => { throw new Error('signed out'); } });
    const told: string[] = [];
    client.watchConnection((state) => told.push(state));
    await outcome(client.deals.list());
    assert.deepEqual(told, ['signed-out']);
  });

  it('tells the service\'s time, where this device\'s clock is another', async (t) => {
    fakeClock(t);
    const at = (milliseconds: number) => answer({ data: [], hasMore: false, nextCursor: null }, 200, { date: new Date(Date.now() + milliseconds).toUTCString() });
    const { client } = scripted([at(5 * 3_600_000), at(3_000)]);
    await client.deals.list();
    assert.equal(client.now() - Date.now(), 5 * 3_600_000);
    await client.deals.list();
    assert.equal(client.now(), Date.now(), 'seconds are the way that the answer took');
  });
});
