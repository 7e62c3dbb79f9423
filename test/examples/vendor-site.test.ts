import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createSite } from '../../examples/vendor-site/server.js';

const origin = 'http://127.0.0.1:4300';

/** The site before a service that answers as told, and a visitor who keeps cookies. */
async function setup() {
  const asked: { authorization: string | undefined; body: unknown }[] = [];
  let answer = { status: 201, body: {} as unknown };
  const service = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({ authorization: request.headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(answer.status, { 'content-type': answer.status < 400 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const site = createSite({ origin, serviceUrl, secretKey: 'sk_test', cookieSecret: 'a secret' });

  let cookie = '';
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await site.request(origin + path, { ...init, headers: { origin, cookie, ...init.headers } });
    const set = response.headers.get('set-cookie')?.split(';')[0];
    if (set) cookie = set.endsWith('=') ? '' : set;
    return response;
  };
  const post = (path: string, form: Record<string, string> = {}) => ask(path, { method: 'POST', body: new URLSearchParams(form) });
  return {
    ask, post, asked, serviceUrl,
    signIn: (person: string, next = '/partners/') => post('/demo/sign-in', { person, next }),
    answerWith: (status: number, body: unknown) => { answer = { status, body }; },
    close: () => new Promise((resolve) => service.close(resolve)),
  };
}

describe('the vendor\'s site', () => {
  let site: Awaited<ReturnType<typeof setup>>;
  before(async () => { site = await setup(); });
  after(() => site.close());

  it('allows scripts by nonce, no inline style, and no connection but to itself and the service', async () => {
    const response = await site.ask('/');
    const policy = response.headers.get('content-security-policy')!;
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1];
    assert.ok(nonce);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'/);
    assert.ok(policy.includes(`connect-src 'self' ${site.serviceUrl};`));
    const page = await response.text();
    assert.ok(page.includes(`nonce="${nonce}"`));
    assert.doesNotMatch(page, /\sstyle=|\son\w+=/);
  });

  it('has another nonce for every page', async () => {
    const policies = await Promise.all([site.ask('/'), site.ask('/')]);
    assert.notEqual(policies[0]?.headers.get('content-security-policy'), policies[1]?.headers.get('content-security-policy'));
  });

  it('is known under one name', async () => {
    const elsewhere = createSite({ origin: 'http://127.0.0.1:9', serviceUrl: site.serviceUrl, secretKey: 'k', cookieSecret: 's' });
    const led = await elsewhere.request('http://localhost:9/products?x=1');
    assert.equal(led.headers.get('location'), 'http://127.0.0.1:9/products?x=1');
  });

  it('gives no session to who is signed out', async () => {
    assert.equal((await site.post('/partners/session?as=mara')).status, 401);
    assert.equal(site.asked.length, 0);
  });

  it('gives a session to who is signed in, good for this site alone', async () => {
    site.answerWith(201, { id: 'ses_1', token: 'a token', expiresIn: 900, expiresAt: '2026-01-01T00:00:00Z' });
    await site.signIn('mara');
    const response = await site.post('/partners/session?as=mara');
    assert.deepEqual(await response.json(), { token: 'a token', expiresIn: 900 });
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(site.asked.at(-1), {
      authorization: 'Bearer sk_test',
      body: { email: 'mara.lindqvist@nordwind-automation.example', origins: [origin] },
    });
  });

  it('gives no session to a page that was made for somebody else', async () => {
    await site.signIn('tomas');
    assert.equal((await site.post('/partners/session?as=mara')).status, 401);
  });

  it('tells who is no member of the programme from a service that is not there', async () => {
    await site.signIn('mara');
    site.answerWith(422, { status: 422, code: 'validation_failed', title: 'No', errors: [] });
    assert.equal((await site.post('/partners/session?as=mara')).status, 403);
  });

  it('shows partners and the vendor different areas, in the language they chose', async () => {
    await site.signIn('mara');
    assert.match(await (await site.ask('/partners/customers')).text(), /<prm-customer-list>/);
    assert.match(await (await site.ask('/partners/', { headers: { cookie: '' } })).text(), /Sign in/);
    await site.signIn('ines');
    assert.equal((await site.ask('/partners/customers')).headers.get('location'), '/partners/');
    assert.match(await (await site.ask('/partners/deals')).text(), /Deal registrations/);
    assert.equal((await site.ask('/partners/deals?lang=de')).status, 303);
  });

  it('refuses forms of other sites, and leads nobody out of the partner area', async () => {
    const foreign = await site.ask('/demo/sign-in', { method: 'POST', body: new URLSearchParams({ person: 'mara' }), headers: { origin: 'https://elsewhere.example' } });
    assert.equal(foreign.status, 403);
    assert.equal((await site.signIn('mara', 'https://elsewhere.example')).headers.get('location'), '/partners/');
    assert.equal((await site.signIn('mara', '/partners/leads')).headers.get('location'), '/partners/leads');
  });
});
