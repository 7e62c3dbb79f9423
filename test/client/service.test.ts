import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createPortalClient, isPreconditionFailedError, type ChangeNotice, type PortalClient, type SessionReason } from '../../src/client/index.js';
import { engines, siteOrigin, startService, type Person, type TestProgramme, type TestService } from '../server/service.js';

/** What happens to a request on its way: passed on, lost, refused, answered and the answer lost. */
type Fault = (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;

const lost: Fault = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('read ECONNRESET') }));
const answerLost: Fault = async (request, pass) => { await pass(request); throw new TypeError('terminated'); };
const refused = (status: number, headers: Record<string, string> = {}): Fault => async () => Response.json({ status, code: status === 429 ? 'rate_limited' : 'token_expired', title: 'No.' }, { status, headers });

for (const engine of engines) {
  describe(`the client with the real service on ${engine}`, () => {
    let service: TestService;
    let programme: TestProgramme;
    let seller: Person;
    let manager: Person;

    before(async () => {
      service = await startService({ engine });
      programme = await service.addProgramme();
      seller = await programme.addPerson('partner_seller', await programme.addPartner('Alpenwerk Handel'));
      manager = await programme.addPerson('channel_manager');
    });
    after(() => service.close());

    const origin = (request: Request) => { const sent = new Request(request); sent.headers.set('origin', siteOrigin); return sent; };

    /** A client for one person, whose first requests meet with faults. */
    function clientFor(person: Person, ...faults: Fault[]) {
      const reasons: SessionReason[] = [];
      let requests = 0;
      const pass = (request: Request) => service.service.fetch(origin(request));
      const client = createPortalClient({
        baseUrl: 'http://service.test',
        session: async ({ reason }) => { reasons.push(reason); return { token: await programme.openSession(person.memberId), expiresIn: 900 }; },
        fetch: (request) => (faults[requests++] ?? ((sent) => pass(sent)))(request, pass),
        pollInterval: 50,
      });
      return { client, reasons, requests: () => requests };
    }

    const draft = async (client: PortalClient) => {
      const customer = await client.customers.create({ name: 'Nordhafen Kontor' });
      return client.deals.create({ name: 'Packaging hall', customerId: customer.id, value: { amount: 1_250_000, currency: 'EUR' }, closeOn: '2031-03-31' });
    };
    const named = async (client: PortalClient, name: string) => {
      const rows = [];
      for await (const row of client.customers.list.all({ search: name, limit: 1 })) rows.push(row);
      return rows;
    };

    it('registers a deal and approves it', async () => {
      const { client } = clientFor(seller);
      const submitted = await client.deals.submit(await draft(client));
      assert.equal(submitted.review, 'submitted');
      const { client: vendor } = clientFor(manager);
      const approved = await vendor.deals.approve(submitted.id, { note: 'Well done' });
      assert.equal(approved.review, 'approved');
      assert.deepEqual((await client.deals.list({ review: ['approved', 'rejected'] })).data.map(({ id }) => id), [approved.id]);
      assert.equal((await client.sessions.read()).member.id, seller.memberId);
    });

    it('acts for the vendor with a secret key', async () => {
      const client = createPortalClient({ baseUrl: 'http://service.test', secretKey: programme.secretKey, fetch: (request) => service.service.fetch(request) });
      const { token } = await client.sessions.create({ memberId: seller.memberId, origins: [siteOrigin] });
      assert.match(token, /^[\w-]+\.[\w-]+\.[\w-]+$/);
      await assert.rejects(client.sessions.create({ email: 'nobody@example.com', origins: [siteOrigin] }), { name: 'ValidationError' });
    });

    for (const [what, fault] of Object.entries<Fault>({ 'the connection is reset': lost, 'the answer is lost': answerLost, 'it is refused for a moment': refused(429, { 'retry-after': '0' }) })) {
      it(`creates a record once although ${what}`, async () => {
        const { client, requests } = clientFor(seller, fault);
        const name = `Kontor ${what.replace(/\W+/g, '')}`;
        const { id } = await client.customers.create({ name });
        assert.deepEqual((await named(client, name)).map((row) => row.id), [id]);
        assert.ok(requests() >= 2);
      });
    }

    it('creates a record once although the first answer takes too long', async (t) => {
      // The work is done, the answer never comes, and the twenty seconds of an attempt are over.
      const neverAnswered: Fault = async (request, pass) => {
        await pass(request);
        timers.mock.calls.filter(({ arguments: [, milliseconds] }) => milliseconds! > 19_000 && milliseconds! <= 20_000).forEach(({ arguments: [callback] }) => callback());
        return new Promise(() => undefined);
      };
      const { client, requests } = clientFor(seller, neverAnswered);
      const timers = t.mock.method(globalThis, 'setTimeout');
      const { id } = await client.customers.create({ name: 'Langsam Kontor' });
      assert.equal(requests(), 2);
      assert.deepEqual((await named(client, 'Langsam')).map((row) => row.id), [id]);
    });

    it('obeys the service\'s own Retry-After', async () => {
      const { client } = clientFor(seller, refused(429, { 'retry-after': '1' }));
      const started = performance.now();
      await client.deals.list();
      assert.ok(performance.now() - started >= 990);
    });

    it('goes on after a session was revoked in the middle, with the body that was being sent', async () => {
      const { client, reasons } = clientFor(seller);
      const { id } = await client.sessions.read();
      const vendor = createPortalClient({ baseUrl: 'http://service.test', secretKey: programme.secretKey, fetch: (request) => service.service.fetch(request) });
      await vendor.sessions.revoke(id);
      const customer = await client.customers.create({ name: 'Weiter Kontor' });
      assert.equal(customer.name, 'Weiter Kontor');
      assert.deepEqual(reasons, ['initial', 'rejected']);
    });

    for (const hours of [-3, 3]) {
      it(`works with a clock that is ${hours} hours off`, async (t) => {
        t.mock.timers.enable({ apis: ['Date'], now: Date.now() + hours * 3_600_000 });
        const { client, reasons } = clientFor(seller);
        await client.deals.list();
        await client.deals.list();
        assert.deepEqual(reasons, ['initial']);
      });
    }

    it('submits once when the page is reloaded before the answer came', async () => {
      const before = clientFor(seller);
      const { id, version } = await draft(before.client);
      const reloaded = clientFor(seller, answerLost, lost, lost);
      await assert.rejects(reloaded.client.deals.submit({ id, version }), { name: 'ConnectionError' });
      const again = clientFor(seller);
      const submitted = await again.client.deals.submit({ id, version });
      assert.equal(submitted.review, 'submitted');
      const { data } = await again.client.history.list({ recordId: id });
      assert.equal(data.filter(({ action }) => action === 'submitted').length, 1);
    });

    it('shows the current record to whoever changes a stale one', async () => {
      const { client } = clientFor(seller);
      const first = await draft(client);
      const second = await client.deals.change(first, { name: 'Hall 2' });
      await assert.rejects(client.deals.change(first, { name: 'Hall 3' }), (error) =>
        isPreconditionFailedError(error) && (error.current as { name: string; version: number }).name === 'Hall 2' && (error.current as { version: number }).version === second.version);
    });

    it('names the fields of a refused form', async () => {
      const { client } = clientFor(seller);
      const empty = await client.deals.create({});
      await assert.rejects(client.deals.submit(empty), (error: { name: string; fields: { pointer: string }[] }) =>
        error.name === 'ValidationError' && error.fields.some(({ pointer }) => pointer === '/name'));
    });

    it('hears what other people change', async (t) => {
      const { client, requests } = clientFor(seller);
      t.after(() => client.close());
      const deal = await client.deals.submit(await draft(client));
      const heard: ChangeNotice[] = [];
      client.watch(['deals', 'dashboard'], (notice) => heard.push(notice));
      // Two answers have come when the third is asked for: the first says where to begin, the second what was done a moment before.
      const begun = requests();
      while (requests() < begun + 3) await wait(20);
      heard.length = 0;
      await clientFor(manager).client.deals.approve(deal.id);
      while (heard.length === 0) await wait(20);
      assert.deepEqual(heard[0], { resources: ['deals', 'dashboard'], recordIds: [deal.id], source: 'service' });
    });
  });
}
