import assert from 'node:assert/strict';
import { setMaxListeners } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { createPortalClient } from '../../src/client/index.js';
import { settle } from './clock.js';

const clients = 1_000;
const interval = 20_000;
/** Questions a second of that many clients on a quiet day. */
const steady = clients / (interval / 1_000);
const second = 1_000;
/** Milliseconds that time goes by at once. */
const stride = 250;

/** The numbers of mulberry32: chance that is the same in every run. */
function chance(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A thousand pages that watch, opened over one interval, and how many requests each second of the service's sees. */
async function crowd(t: TestContext) {
  let monotonic = 0;
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 2, 29) });
  t.mock.method(performance, 'now', () => monotonic);
  t.mock.method(Math, 'random', chance(7));
  const network = new EventTarget();
  setMaxListeners(0, network);
  Object.assign(globalThis, { addEventListener: network.addEventListener.bind(network), removeEventListener: network.removeEventListener.bind(network) });
  t.after(() => { for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(globalThis, name); });

  const seen: number[] = [];
  let service: () => Response = () => { throw new TypeError('not yet'); };
  const all = Array.from({ length: clients }, () => createPortalClient({
    baseUrl: 'https://service.test', session: async () => ({ token: 't', expiresIn: 86_400 }),
    fetch: async () => {
      seen[Math.floor(monotonic / second)]! += 1;
      return service();
    },
  }));
  t.after(() => all.forEach((client) => client.close()));

  let opened = 0;
  const pass = async (seconds: number): Promise<number[]> => {
    const from = Math.floor(monotonic / second);
    for (let at = 0; at < (seconds * second) / stride; at++) {
      seen[Math.floor(monotonic / second)] ??= 0;
      for (; opened < Math.min(clients, (monotonic / interval) * clients); opened++) all[opened]!.watch(['deals'], () => {});
      monotonic += stride;
      seen[Math.floor(monotonic / second)] ??= 0;
      t.mock.timers.tick(stride);
      await settle(6);
    }
    return seen.slice(from, from + seconds);
  };
  return { pass, answer: (next: () => Response) => { service = next; }, online: () => network.dispatchEvent(new Event('online')) };
}

const fine = () => Response.json({ data: [], now: 'T', truncated: false });
const down = () => { throw new TypeError('fetch failed'); };
const busy = () => new Response(null, { status: 503, headers: { 'retry-after': '10' } });
const most = (rates: number[]): number => Math.max(...rates);
const mean = (rates: number[]): number => rates.reduce((sum, rate) => sum + rate, 0) / rates.length;

describe('a thousand pages', () => {
  for (const [what, outage] of [['away', down], ['too busy', busy]] as const) {
    it(`never ask more than twice as often as on a quiet day, while the service is ${what} for a minute and after it is back`, async (t) => {
      const { pass, answer } = await crowd(t);
      answer(fine);
      await pass(20);
      const quiet = await pass(60);
      assert.ok(Math.abs(mean(quiet) - steady) < steady * 0.1, `quiet: ${mean(quiet)}`);
      answer(outage);
      const away = await pass(60);
      answer(fine);
      const back = await pass(240);
      assert.ok(most([...away, ...back]) <= 2 * steady, `at most ${most([...away, ...back])} in a second`);
      assert.ok(Math.abs(mean(back.slice(-60)) - steady) < steady * 0.1, 'all are back within minutes');
      console.log(`ℹ herd: ${clients} pages, ${steady}/s on a quiet day; service ${what} for a minute: at most ${most(away)}/s then, ${most(back)}/s after`);
    });
  }

  it('that lose their network together do not come back together', async (t) => {
    const { pass, answer, online } = await crowd(t);
    answer(fine);
    await pass(40);
    answer(down);
    await pass(30);
    answer(fine);
    online();
    const back = await pass(60);
    assert.ok(most(back) <= 2 * steady, `at most ${most(back)} in a second`);
    assert.ok(mean(back.slice(0, 20)) > steady * 0.8, 'and all within the usual pause');
  });
});
