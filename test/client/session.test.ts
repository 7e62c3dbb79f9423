import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAuthenticationError, isConnectionError, type PortalClientOptions, type SessionCallback } from '../../src/client/index.js';
import { fakeClock, settle } from './clock.js';
import { deal, dealId, emptyPage, problem, scripted, type Step } from './scripted-fetch.js';

const minute = 60_000;
const hour = 60 * minute;
const expired = problem(401, 'token_expired');
const withSession = (session: SessionCallback) => ({ session }) as Partial<PortalClientOptions>;
/** As the service's: a JWT, of which the client reads whom it is for. */
const tokenOf = (memberId: string) => `head.${btoa(JSON.stringify({ sub: memberId }))}.signature`;
const tokens = (sent: { headers: Record<string, string> }[]) => sent.map(({ headers }) => headers.authorization);

describe('a session', () => {
  it('is asked for with the first call, once for many', async () => {
    const { client, sent, reasons } = scripted([emptyPage]);
    assert.deepEqual(reasons, []);
    await Promise.all([client.deals.list(), client.leads.list(), client.programme.read().catch(() => undefined)]);
    assert.deepEqual(reasons, ['initial']);
    assert.deepEqual(tokens(sent), Array(3).fill('Bearer token-1'));
  });

  it('is refreshed in its last minute while the old token still serves', async (t) => {
    const clock = fakeClock(t);
    const { client, sent, reasons } = scripted([emptyPage]);
    await client.deals.list();
    await clock.advance(13 * minute);
    await client.deals.list();
    assert.deepEqual(reasons, ['initial']);
    await clock.advance(minute);
    await Promise.all([client.deals.list(), client.deals.list()]);
    await settle();
    await client.deals.list();
    assert.deepEqual(reasons, ['initial', 'expiring']);
    assert.deepEqual(tokens(sent), [1, 1, 1, 1, 2].map((n) => `Bearer token-${n}`));
  });

  it('that has ended is replaced before anything is sent', async (t) => {
    const clock = fakeClock(t);
    const { client, sent } = scripted([emptyPage]);
    await client.deals.list();
    await clock.advance(15 * minute);
    await client.deals.list();
    assert.deepEqual(tokens(sent), ['Bearer token-1', 'Bearer token-2']);
  });

  it('ends also while the machine sleeps and the monotonic clock stands still', async (t) => {
    const clock = fakeClock(t);
    const { client, reasons } = scripted([emptyPage]);
    await client.deals.list();
    clock.setWallClock(hour);
    await client.deals.list();
    assert.deepEqual(reasons, ['initial', 'expiring']);
  });

  it('lives as long as it should where the clock is three hours off, or is put back', async (t) => {
    const clock = fakeClock(t);
    clock.setWallClock(3 * hour);
    const { client, reasons } = scripted([emptyPage]);
    await client.deals.list();
    await clock.advance(10 * minute);
    await client.deals.list();
    assert.deepEqual(reasons, ['initial']);
    await clock.advance(5 * minute);
    await client.deals.list();
    assert.deepEqual(reasons, ['initial', 'expiring']);
  });

  it('of somebody else is told, and what the person before had asked for is not done in the other\'s name', async () => {
    const people = ['mem_ada', 'mem_bea'];
    const { client, sent } = scripted([emptyPage, expired, deal()], withSession(async () => ({ token: tokenOf(people.shift()!), expiresIn: 900 })));
    const told: string[] = [];
    client.watchConnection((state) => told.push(state));
    await client.deals.list();
    await assert.rejects(client.deals.create({ name: 'Hall 2' }), { name: 'AuthenticationError', code: 'other_person', retryable: false });
    assert.deepEqual([sent.length, told], [2, ['other-person']]);
    await client.deals.create({ name: 'Hall 3' });
    assert.deepEqual([tokens(sent).at(-1), told.at(-1)], [`Bearer ${tokenOf('mem_bea')}`, 'answers']);
  });

  it('of somebody else has nothing read for the person before', async () => {
    const people = ['mem_ada', 'mem_bea'];
    let answerNow!: () => void;
    const late = new Promise<void>((resolve) => (answerNow = resolve));
    const slow: Step = async (request, signal) => { await late; return emptyPage(request, signal); };
    const { client } = scripted([emptyPage, slow, expired, deal()], withSession(async () => ({ token: tokenOf(people.shift()!), expiresIn: 900 })));
    await client.deals.list();
    const read = client.leads.list();
    await settle();
    await assert.rejects(client.deals.create({ name: 'Hall 2' }), { code: 'other_person' });
    answerNow();
    await assert.rejects(read, { name: 'AuthenticationError', code: 'other_person' });
  });

  const failures: [string, Step][] = [['where the service was away', problem(503, 'unavailable')], ['where its token was refused late', expired]];
  for (const [where, failure] of failures) {
    it(`of somebody else makes no change again that the person before had asked for: ${where}`, async (t) => {
      const clock = fakeClock(t);
      const people = ['mem_ada', 'mem_bea'];
      let answerNow!: () => void;
      const late = new Promise<void>((resolve) => (answerNow = resolve));
      const slow: Step = async (request, signal) => { await late; return failure(request, signal); };
      const { client, sent } = scripted([emptyPage, slow, expired, deal()], withSession(async () => ({ token: tokenOf(people.shift()!), expiresIn: 900 })));
      await client.deals.list();
      const change = client.deals.create({ name: 'Hall 2' }).catch((error: unknown) => error);
      await settle();
      await assert.rejects(client.leads.list(), { code: 'other_person' });
      // As a portal does for the next person; changes under way go on.
      client.close();
      answerNow();
      await settle();
      await clock.advance(minute);
      assert.deepEqual(tokens(sent.filter(({ method }) => method === 'POST')), [`Bearer ${tokenOf('mem_ada')}`]);
      assert.equal((await change as { code: string }).code, 'other_person');
    });
  }

  it('of somebody else is told also where it was asked for ahead of time', async (t) => {
    const clock = fakeClock(t);
    const people = ['mem_ada', 'mem_ada', 'mem_bea'];
    const { client } = scripted([emptyPage], withSession(async () => ({ token: tokenOf(people.shift()!), expiresIn: 900 })));
    const told: string[] = [];
    client.watchConnection((state) => told.push(state));
    for (let refresh = 0; refresh < 2; refresh++) {
      await client.deals.list();
      assert.deepEqual(told, []);
      await clock.advance(14.2 * minute);
    }
    await assert.rejects(client.deals.list(), { code: 'other_person' });
    await settle();
    assert.deepEqual(told, ['other-person', 'answers']);
  });

  it('that fails to refresh ahead of time is let be for a while, and nobody notices', async (t) => {
    const clock = fakeClock(t);
    let asked = 0;
    const { client } = scripted([emptyPage], withSession(async () => {
      if (++asked === 2) throw new Error('back end restarting');
      return { token: `token-${asked}`, expiresIn: 900 };
    }));
    await client.deals.list();
    await clock.advance(14.2 * minute);
    for (let call = 0; call < 3; call++) await client.deals.list().then(() => settle());
    assert.equal(asked, 2);
    await clock.advance(11_000);
    await client.deals.list();
    assert.equal(asked, 3);
  });
});

describe('a refused token', () => {
  it('is replaced and the call made once more, with its body', async () => {
    const { client, sent, reasons } = scripted([expired, deal()]);
    await client.deals.change({ id: dealId, version: 2 }, { name: 'Hall 2' });
    assert.deepEqual(reasons, ['initial', 'rejected']);
    assert.deepEqual(tokens(sent), ['Bearer token-1', 'Bearer token-2']);
    assert.deepEqual(sent.map(({ body }) => body), Array(2).fill({ name: 'Hall 2' }));
    assert.equal(sent[0]?.headers['idempotency-key'], sent[1]?.headers['idempotency-key']);
  });

  it('is replaced once for all calls that it is refused to, even where they hear of it one after another', async () => {
    const refuseFirst: Step = async (request) => {
      if (request.path === '/v1/leads') await settle();
      return request.headers.authorization === 'Bearer token-1' ? expired(request, AbortSignal.abort()) : emptyPage(request, AbortSignal.abort());
    };
    const { client, reasons } = scripted([refuseFirst]);
    await Promise.all([client.deals.list(), client.deals.list(), client.leads.list()]);
    assert.deepEqual(reasons, ['initial', 'rejected']);
  });

  it('is an AuthenticationError when the next one is refused too', async () => {
    const { client, sent } = scripted([problem(401, 'session_revoked')]);
    await assert.rejects(client.deals.list(), (error) => isAuthenticationError(error) && error.code === 'session_revoked' && !error.retryable);
    assert.equal(sent.length, 2);
  });

  it('is an AuthenticationError at once where there is no other: a secret key', async () => {
    const { client, sent } = scripted([problem(401, 'token_invalid')], { session: undefined, secretKey: 'prm_sk_1' } as never);
    await assert.rejects(client.deals.list(), { name: 'AuthenticationError' });
    assert.equal(sent.length, 1);
  });
});

describe('a host', () => {
  it('that gives no session makes it an AuthenticationError, which passes when the host does', async () => {
    let signedIn = false;
    const { client } = scripted([emptyPage], withSession(async () => {
      if (!signedIn) throw new Error('Sign in first');
      return { token: 'token', expiresIn: 900 };
    }));
    await assert.rejects(client.deals.list(), (error) =>
      isAuthenticationError(error) && error.code === 'session_unavailable' && error.retryable && (error.cause as Error).message === 'Sign in first');
    signedIn = true;
    await client.deals.list();
  });

  it('that cannot be reached makes it a ConnectionError, after three times', async (t) => {
    const clock = fakeClock(t);
    let asked = 0;
    const { client } = scripted([emptyPage], withSession(async () => { asked++; throw new TypeError('Failed to fetch'); }));
    const call = client.deals.list().catch((error) => error);
    await clock.advance(2_000);
    assert.ok(isConnectionError(await call));
    assert.equal(asked, 3);
  });

  for (const grant of [undefined, {}, { token: '', expiresIn: 900 }, { token: 'token' }, { token: 'token', expiresIn: '2026-03-29' }]) {
    it(`is told what to answer: ${JSON.stringify(grant)}`, async () => {
      const { client } = scripted([emptyPage], withSession(async () => grant as never));
      await assert.rejects(client.deals.list(), /must answer \{ token, expiresIn \}/);
    });
  }

  it('that never answers is given up on, and asked anew', async (t) => {
    const clock = fakeClock(t);
    const signals: AbortSignal[] = [];
    const { client } = scripted([emptyPage], withSession(({ signal }) => { signals.push(signal); return new Promise(() => undefined); }));
    const call = client.deals.list().catch((error) => error);
    await clock.advance(61_000);
    assert.ok(isConnectionError(await call));
    assert.ok(signals.length >= 2 && signals[0]?.aborted);
  });

  it('hears when the client is closed meanwhile', async () => {
    let heard: AbortSignal | undefined;
    const { client } = scripted([emptyPage], withSession(({ signal }) => { heard = signal; return new Promise(() => undefined); }));
    const call = assert.rejects(client.deals.list(), { code: 'client_closed' });
    await settle();
    client.close();
    await call;
    assert.ok(heard?.aborted);
  });
});
