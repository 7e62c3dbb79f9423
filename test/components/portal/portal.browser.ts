import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { createPortalClient } from '../../../src/client/index.js';
import { definePrmElements } from '../../../src/components/definitions.js';
import type { PortalReadyEvent } from '../../../src/components/index.js';
import type { PortalElement } from '../../../src/components/portal/prm-portal.js';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import { Screen } from '../screen.js';
import { World } from '../world.js';

const worker = setupWorker();
const failed = (await Promise.resolve(worker.start({ quiet: true })).then(() => undefined, (error: unknown) => error)) as Error | undefined;
after(() => worker.stop());
afterEach(() => worker.resetHandlers());

/** A portal as a site's page has it: attributes alone, and a session endpoint at the site. */
async function setup(answer: (world: World) => Promise<Response> | Response) {
  if (failed) throw failed;
  await definePrmElements('prm-portal', 'prm-deal-list', 'prm-customer-list');
  const world = await World.create();
  await world.addDraft(world.seller);
  const asked: string[] = [];
  worker.use(http.post('/partner-session', ({ request }) => {
    asked.push(request.method);
    return answer(world) as Promise<HttpResponse<null>>;
  }));
  let hear!: (event: PortalReadyEvent) => void;
  const ready = new Promise<PortalReadyEvent>((resolve) => (hear = resolve));
  const portal = await fixture<PortalElement>(html`<prm-portal locale="en" service-url=${world.serviceUrl} session-url="/partner-session" @prm-ready=${hear}><prm-deal-list></prm-deal-list><prm-customer-list></prm-customer-list></prm-portal>`);
  const [deals, customers] = [...portal.children].map((widget) => new Screen(widget as unknown as LitElement));
  return { world, portal, ready, asked, deals: deals!, customers: customers! };
}

const grant = async (world: World) => HttpResponse.json({ token: await world.openSession(world.seller), expiresIn: 900 });

describe('a portal on a page', () => {
  it('asks the site once for a session, says who it is for, and serves all its widgets', async () => {
    const { ready, asked, deals, customers } = await setup(grant);
    const { session, programme } = await ready;
    expect([session.member.name, session.partner?.name, programme.currency]).to.deep.equal(['Sven Seller', 'Nordwind', 'EUR']);
    await deals.sees('1 deal');
    await customers.sees('1 customer');
    expect(asked).to.have.length(1);
  });

  it('leads to the sign-in where nobody is signed in, and goes on after it', async () => {
    const { portal, deals, world } = await setup(() => new HttpResponse(null, { status: 401 }));
    await deals.sees('You are signed out');
    await expectAccessible(portal);
    worker.use(http.post('/partner-session', () => grant(world)));
    await deals.press('Try again');
    await deals.sees('1 deal');
  });

  it('says that the service cannot be reached while the site\'s endpoint is broken', async () => {
    const { deals, world } = await setup(() => new HttpResponse(null, { status: 500 }));
    await deals.sees('The service cannot be reached');
    worker.use(http.post('/partner-session', () => grant(world)));
    await deals.press('Try again');
    await deals.sees('1 deal');
  });

  it('says which site a session is not for, and to the developer what to do about it', async () => {
    const hinted: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void (text.startsWith('<prm-portal>') && hinted.push(text));
    const { deals, portal } = await setup(async (world) => HttpResponse.json({ token: await world.openSession(world.seller, { origins: ['https://elsewhere.example'] }), expiresIn: 900 }));
    await deals.sees('You have no access to this The session may not be used on this site.');
    await expectAccessible(portal);
    expect(hinted).to.deep.equal([`<prm-portal>: this page is at ${location.origin}, and its session was opened for other origins. Name it in \`origins\` where your back end opens sessions.`]);
    portal.sessionUrl = '/no-such-endpoint';
    worker.use(http.post('/no-such-endpoint', () => new HttpResponse(null, { status: 404 })));
    await deals.sees('The service cannot be reached');
    expect(hinted.at(-1)).to.equal('<prm-portal>: POST /no-such-endpoint answered 404 in place of a session.');
    console.warn = warn;
  });

  it('forgets one person\'s data before another\'s is shown', async () => {
    const { portal, deals, world } = await setup(grant);
    await deals.sees('1 deal');
    portal.session = async () => ({ token: await world.openSession(world.rival), expiresIn: 900 });
    await deals.sees('No deals yet');
    expect(deals.text).not.to.include('Line 4 retrofit');
  });

  it('forgets one person once the site\'s endpoint answers for another, and does nothing of theirs in the other\'s name', async () => {
    if (failed) throw failed;
    const tags = ['prm-deal-list', 'prm-customer-list', 'prm-lead-inbox', 'prm-deal-registration'] as const;
    await definePrmElements('prm-portal', ...tags);
    const world = await World.create();
    const { id: customerId } = await world.addCustomer(world.seller, { name: 'Falkenrode' });
    const { id: dealId } = await world.addDraft(world.seller, { name: 'Falkenrode press', customerId });
    const { id: leadId } = await world.addOffered(world.seller, { company: 'Falkenrode', subject: 'Two pumps' });
    const token = await world.openSession(world.seller);
    // By the time the first session has ended, another person has signed in at the site.
    const tokens = [token];
    const session = async () => ({ token: tokens.shift() ?? (await world.openSession(world.rival)), expiresIn: 900 });
    const portal = await fixture<PortalElement>(html`<prm-portal locale="en" service-url=${world.serviceUrl} .session=${session}>
      <prm-deal-list deal-id=${dealId}></prm-deal-list><prm-customer-list></prm-customer-list><prm-lead-inbox lead-id=${leadId}></prm-lead-inbox><prm-deal-registration></prm-deal-registration>
    </prm-portal>`);
    const signedIn: string[] = [];
    portal.addEventListener('prm-ready', ({ session: { member } }) => signedIn.push(member.name));
    const [deals, customers, leads, form] = [...portal.children].map((widget) => new Screen(widget as unknown as LitElement)) as [Screen, Screen, Screen, Screen];
    await deals.sees('Falkenrode press');
    await leads.sees('Two pumps');
    await form.fill('Deal name', 'Falkenrode second press');
    await form.sees('Draft saved');
    await customers.press('Add customer');
    await customers.fill('Company name', 'Falkenrode Logistik');
    const { jti } = JSON.parse(atob(token.split('.')[1]!)) as { jti: string };
    await world.call({ ...world.seller, token }, 'DELETE', `/v1/sessions/${jti}`);
    await customers.press('Add customer');

    await customers.sees('Somebody else has signed in. Nothing was changed.');
    await customers.sees('No customers yet');
    await deals.sees('No deals yet');
    await leads.sees('No leads');
    await form.sees('Register');
    for (const screen of [deals, customers, leads, form]) {
      const typed = [...screen.widget.shadowRoot!.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value).join();
      expect(`${screen.widget.shadowRoot!.textContent} ${typed}`).not.to.include('Falkenrode');
    }
    expect(signedIn.at(-1)).to.equal('Rita Rival');
    for (const path of ['/v1/customers', '/v1/deals']) expect((await world.call<{ data: unknown[] }>(world.rival, 'GET', path)).data).to.deep.equal([]);
    // What was typed waits for its own person, and nobody else.
    portal.session = async () => ({ token: await world.openSession(world.seller), expiresIn: 900 });
    await form.until(() => form.all('input').some((input) => (input as HTMLInputElement).value === 'Falkenrode second press'), 'The draft is there again');
  });

  it('forgets what the vendor\'s people searched, chose and typed, too, and keeps their drafts for them', async () => {
    if (failed) throw failed;
    const tags = ['prm-deal-desk', 'prm-programme-rules', 'prm-theme-studio', 'prm-notice-bell'] as const;
    await definePrmElements('prm-portal', ...tags);
    const world = await World.create();
    const { id: customerId } = await world.addCustomer(world.seller, { name: 'Falkenrode' });
    for (const name of ['Falkenrode press', 'Falkenrode pump']) await world.addSubmitted(world.seller, { name, customerId });
    await world.deliver();
    const tokens = [await world.openSession(world.principal), await world.openSession(world.rival)];
    const session = async () => ({ token: tokens[0]!, expiresIn: 900 });
    const next = async (): Promise<void> => {
      const { jti } = JSON.parse(atob(tokens.shift()!.split('.')[1]!)) as { jti: string };
      await world.call(undefined, 'DELETE', `/v1/sessions/${jti}`);
    };
    const portal = await fixture<PortalElement>(html`<prm-portal locale="en" service-url=${world.serviceUrl} .session=${session}>
      <prm-deal-desk></prm-deal-desk><prm-programme-rules></prm-programme-rules><prm-theme-studio></prm-theme-studio><prm-notice-bell></prm-notice-bell>
    </prm-portal>`);
    const all = [...portal.children].map((widget) => new Screen(widget as unknown as LitElement));
    const [desk, rules, studio, bell] = all as [Screen, Screen, Screen, Screen];
    const typed = ({ widget }: Screen) => [...widget.shadowRoot!.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value).join();
    await desk.fill('Search deals', 'Falkenrode pump');
    await desk.sees('1 deal');
    await rules.fill('Time to undo', '77');
    await studio.fill('Brand, Light', '#aa0001');
    await bell.until(() => bell.all('.bell').length > 0, 'The bell is there');
    bell.all('.bell')[0]!.click();
    await bell.sees('Nothing yet');

    await next();
    portal.reconnect();
    for (const screen of [desk, rules]) await screen.sees('You have no access to this');
    await studio.sees('Only administrators of the programme save a look');
    for (const screen of all) expect(`${screen.widget.shadowRoot!.textContent} ${typed(screen)}`).not.to.match(/Falkenrode|\b77\b|#aa0001/);
    expect(bell.all('.panel')).to.have.length(0);

    tokens.push(await world.openSession(world.principal));
    await next();
    portal.reconnect();
    await desk.sees('2 deals');
    expect(typed(desk)).not.to.include('Falkenrode');
    await rules.until(() => typed(rules).includes('77'), 'What was typed and not saved is there again');
    await studio.until(() => typed(studio).includes('#aa0001'), 'What was chosen and not saved is there again');
  });

  it('has a list asked for beside who is signed in, once, and shows nothing of it before that is known', async () => {
    if (failed) throw failed;
    await definePrmElements('prm-portal', 'prm-deal-list');
    const world = await World.create();
    await world.addDraft(world.seller);
    const asked: string[] = [];
    let tell!: () => void;
    const known = new Promise<void>((resolve) => (tell = resolve));
    const client = createPortalClient({
      baseUrl: world.serviceUrl,
      session: async () => ({ token: await world.openSession(world.seller), expiresIn: 900 }),
      fetch: async (request) => {
        const { pathname } = new URL(request.url);
        const answer = fetch(request);
        if (pathname === '/v1/session') await known;
        else void answer.then(() => asked.push(pathname), () => undefined);
        return answer;
      },
    });
    const portal = await fixture<PortalElement>(html`<prm-portal locale="en" .client=${client}><prm-deal-list></prm-deal-list></prm-portal>`);
    const deals = new Screen(portal.firstElementChild as LitElement);
    await deals.until(() => asked.includes('/v1/deals'), 'The deals are there');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(deals.widget.shadowRoot!.textContent).not.to.include('Line 4 retrofit');
    tell();
    await deals.sees('1 deal');
    expect(asked.filter((path) => path === '/v1/deals')).to.have.length(1);
    client.close();
  });

  it('takes the nearest language of the page, and the host\'s words', async () => {
    const { portal, deals } = await setup(grant);
    await deals.sees('1 deal');
    portal.lang = 'de';
    portal.locale = '';
    await deals.sees('1 Deal');
    portal.messages = { 'term.deals': 'Projekte' };
    await deals.sees('Projekte');
  });
});

describe('the check for accessibility', () => {
  it('finds a planted fault', async () => {
    const world = await World.create();
    const { portal, screen } = await openPage(world, world.seller, 'prm-deal-list');
    await screen.sees('No deals yet');
    const unnamed = document.createElement('button');
    screen.widget.shadowRoot!.querySelector('.widget')!.append(unnamed);
    const found = await expectAccessible(portal).then(() => '', String);
    expect(found).to.include('AssertionError');
  });

  it('draws the page\'s icons in place of its own, and its own again without them', async () => {
    const { portal, customers } = await setup(grant);
    await customers.sees('1 customer');
    const drawn = () => {
      const svg = customers.widget.renderRoot.querySelector('.search svg')!;
      return [svg.getAttribute('viewBox'), svg.querySelector('path')!.getAttribute('d'), getComputedStyle(svg).fill === 'none' ? 'line' : 'area'];
    };
    const own = drawn();
    expect([own[0], own[2]]).to.deep.equal(['0 0 24 24', 'line']);
    portal.icons = { search: { path: 'M0-960h960v960z', viewBox: '0 -960 960 960', filled: true }, plus: 'M4 12h16M12 4v16' };
    await customers.until(() => drawn()[2] === 'area', 'The page\'s icon is drawn');
    expect(drawn().slice(0, 2)).to.deep.equal(['0 -960 960 960', 'M0-960h960v960z']);
    expect(customers.widget.renderRoot.querySelector('.primary path')!.getAttribute('d')).to.equal('M4 12h16M12 4v16');
    portal.icons = {};
    await customers.until(() => drawn()[2] === 'line', 'Its own icon is back');
    expect(drawn()).to.deep.equal(own);
  });
});
