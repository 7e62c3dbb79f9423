import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { ChangeNotice, PortalClientOptions } from '../../src/client/index.js';
import { fakeClock, settle } from './clock.js';
import { answer, deal, dealId, problem, scripted, type Step } from './scripted-fetch.js';

interface Entry { id: string; resource: string; recordId: string }
const changes = (data: Entry[], now: string, truncated = false) => answer({ data, now, truncated });
const entry = (id: number, resource: string, recordId: string): Entry => ({ id: `his_${id}`, resource, recordId });

/** A client and what its watchers hear; questions after changes follow the script, all else is a deal. */
function setup(t: TestContext, script: Step[] = [changes([], 'T0')], options: Partial<PortalClientOptions> = {}) {
  const clock = fakeClock(t);
  let question = 0;
  const route: Step = (request, signal) =>
    request.path === '/v1/changes' ? script[Math.min(question++, script.length - 1)]!(request, signal) : deal(4)(request, signal);
  const { client, sent } = scripted([route], options);
  t.after(() => client.close());
  const heard: ChangeNotice[] = [];
  const questions = () => sent.filter(({ path }) => path === '/v1/changes').map(({ query }) => query.since);
  return { clock, client, heard, hear: (notice: ChangeNotice) => heard.push(notice), questions };
}

describe('a watcher', () => {
  it('hears at once of what this client changes, with the record', async (t) => {
    const { client, heard, hear } = setup(t);
    client.watch(['deals', 'dashboard'], hear);
    await client.deals.approve({ id: dealId, version: 3 });
    await client.deals.create({ name: 'Hall 2' });
    assert.deepEqual(heard, [
      { resources: ['deals', 'dashboard'], recordIds: [dealId], source: 'here' },
      { resources: ['deals'], recordIds: [dealId], source: 'here' },
    ]);
  });

  it('hears of nothing else, of nothing that failed, and of nothing any more once it left', async (t) => {
    const { client, heard, hear } = setup(t);
    const unwatch = client.watch(['leads'], hear);
    await client.deals.approve({ id: dealId, version: 3 });
    await client.deals.read(dealId);
    assert.deepEqual(heard, []);
    unwatch();
    await client.leads.accept('lead_1');
    assert.deepEqual(heard, []);
  });

  it('that throws keeps the others from nothing', async (t) => {
    const { client, heard, hear } = setup(t);
    const reported = t.mock.method(console, 'error', () => undefined);
    client.watch(['deals'], () => { throw new Error('my own fault'); });
    client.watch(['deals'], hear);
    await client.deals.submit(dealId);
    assert.equal(heard.length, 1);
    assert.match(String(reported.mock.calls[0]?.arguments[0]), /my own fault/);
  });
});

describe('other people\'s changes', () => {
  it('are asked for every 20 seconds or so while something is watched, from where the last answer ended', async (t) => {
    const { clock, client, hear, questions } = setup(t, [changes([], 'T0'), changes([], 'T1'), changes([], 'T2')]);
    await clock.advance(60_000);
    assert.deepEqual(questions(), []);
    const began = Date.now();
    const unwatch = client.watch(['deals'], hear);
    await clock.advance(65_000);
    // Ten seconds are what is not known of the service's clock.
    assert.deepEqual(questions(), [new Date(began - 10_000).toISOString(), 'T0', 'T1']);
    unwatch();
    await clock.advance(60_000);
    assert.equal(questions().length, 3);
  });

  it('are asked for by the service\'s clock, however wrong this device\'s is', async (t) => {
    const clock = fakeClock(t);
    const ahead = 7_200_000;
    const { client, sent } = scripted([(request, signal) => answer({ id: dealId, version: 1, data: [], now: 'T0', truncated: false }, 200, { date: new Date(Date.now() + ahead).toUTCString() })(request, signal)]);
    t.after(() => client.close());
    const began = Date.now();
    client.watch(['deals'], () => undefined);
    await client.deals.read(dealId);
    await clock.advance(25_000);
    assert.deepEqual(sent.slice(1).map(({ query }) => query['since']), [new Date(began + ahead - 10_000).toISOString()]);
  });

  it('are told once, although the service repeats those of its last seconds', async (t) => {
    const [one, two] = [entry(1, 'deals', 'deal_1'), entry(2, 'deals', 'deal_2')];
    const { clock, client, heard, hear } = setup(t, [changes([entry(0, 'deals', 'deal_0')], 'T0'), changes([one], 'T1'), changes([one, two], 'T2'), changes([two], 'T3')]);
    client.watch(['deals'], hear);
    await clock.advance(90_000);
    assert.deepEqual(heard.map(({ recordIds }) => recordIds), [['deal_0'], ['deal_1'], ['deal_2']]);
    assert.ok(heard.every(({ source }) => source === 'service'));
  });

  it('of deals and leads make the dashboard stale, which is no record itself', async (t) => {
    const { clock, client, heard, hear } = setup(t, [changes([], 'T0'), changes([entry(1, 'products', 'prd_1')], 'T1'), changes([entry(2, 'leads', 'lead_1'), entry(3, 'stars', 'x')], 'T2')]);
    client.watch(['dashboard'], hear);
    await clock.advance(70_000);
    assert.deepEqual(heard.map(({ resources }) => resources), [['dashboard']]);
  });

  it('that are too many make everything watched stale', async (t) => {
    const { clock, client, heard, hear } = setup(t, [changes([], 'T0'), changes([], 'T1', true), changes([], 'T2')]);
    client.watch(['deals', 'leads'], hear);
    await clock.advance(45_000);
    assert.deepEqual(heard, [{ resources: ['deals', 'leads'], recordIds: [], source: 'service' }]);
  });

  it('are asked for less and less often while that fails, and nobody is told', async (t) => {
    const { clock, client, heard, hear, questions } = setup(t, [problem(403, 'scope_missing')]);
    client.watch(['deals'], hear);
    await clock.advance(20_000 * (1 + 1 + 2) + 5_000);
    assert.equal(questions().length, 3);
    await clock.advance(30 * 60_000);
    assert.ok(questions().length <= 20, `asked ${questions().length} times`);
    assert.deepEqual(heard, []);
  });

  for (const pollInterval of [0, -1, NaN, Infinity]) {
    it(`are not asked for where the host wants none of it: every ${pollInterval} ms`, async (t) => {
      const page = fakePage(t);
      const { clock, client, heard, hear, questions } = setup(t, undefined, { pollInterval });
      client.watch(['deals'], hear);
      await clock.advance(60_000);
      page.show('visible');
      await client.deals.submit(dealId);
      assert.deepEqual([questions().length, heard.length], [0, 1]);
    });
  }

  it('are asked for no sooner where the host wants them after months, which is more than a timer holds', async (t) => {
    const timer = t.mock.method(globalThis, 'setTimeout', () => 0);
    const { client } = scripted([deal(4)], { pollInterval: 2 ** 32 });
    t.after(() => client.close());
    client.watch(['deals'], () => undefined);
    assert.deepEqual(timer.mock.calls.map(({ arguments: [, milliseconds] }) => milliseconds), [2 ** 31 - 1]);
  });
});

/** As much of a page as the client looks at. */
function fakePage(t: TestContext) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible', baseURI: 'https://www.example.com/' });
  const network = new EventTarget();
  Object.assign(globalThis, { document: page, addEventListener: network.addEventListener.bind(network), removeEventListener: network.removeEventListener.bind(network) });
  t.after(() => { for (const name of ['document', 'addEventListener', 'removeEventListener']) Reflect.deleteProperty(globalThis, name); });
  return {
    show: (visibilityState: 'visible' | 'hidden') => { Object.assign(page, { visibilityState }).dispatchEvent(new Event('visibilitychange')); },
    online: () => network.dispatchEvent(new Event('online')),
  };
}

describe('in a page', () => {
  it('nothing is asked for while it is hidden, and at once when it is shown again', async (t) => {
    const page = fakePage(t);
    const { clock, client, hear, questions } = setup(t);
    client.watch(['deals'], hear);
    await clock.advance(1_000);
    page.show('hidden');
    await clock.advance(120_000);
    assert.equal(questions().length, 0);
    page.show('visible');
    await settle();
    assert.equal(questions().length, 1);
  });

  it('the network\'s return ends a long pause, in a part of the usual one', async (t) => {
    const page = fakePage(t);
    const { clock, client, hear, questions } = setup(t, [problem(500, 'internal_error')]);
    client.watch(['deals'], hear);
    await clock.advance(300_000);
    const before = questions().length;
    page.online();
    await clock.advance(11_000);
    assert.equal(questions().length, before + 1);
  });

  const person = (sub: string) => ({ session: async () => ({ token: `h.${btoa(JSON.stringify({ sub }))}.s`, expiresIn: 900 }) }) as Partial<PortalClientOptions>;

  it('another tab of the same person hears, and nobody else does', async (t) => {
    fakePage(t);
    fakeClock(t);
    const tabs = ['mem_1', 'mem_1', 'mem_2'].map((sub) => scripted([deal(4)], { ...person(sub), pollInterval: 0 }));
    t.after(() => tabs.forEach(({ client }) => client.close()));
    const heard: [number, ChangeNotice][] = [];
    for (const [index, { client }] of tabs.entries()) {
      // A widget may watch before it is known who is signed in.
      client.watch(['deals'], (notice) => heard.push([index, notice]));
      await client.deals.read(dealId);
    }
    await tabs[0]!.client.deals.submit({ id: dealId, version: 3 });
    await settle(30);
    assert.deepEqual(heard, [
      [0, { resources: ['deals'], recordIds: [dealId], source: 'here' }],
      [1, { resources: ['deals'], recordIds: [dealId], source: 'tab' }],
    ]);
  });
});
