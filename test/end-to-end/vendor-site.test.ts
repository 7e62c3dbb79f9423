import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { sql } from 'kysely';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { demoPeople } from '../../examples/vendor-site/demo-people.js';
import { createSite } from '../../examples/vendor-site/server.js';
import { findChromium } from '../../scripts/chromium.js';
import { capture } from '../../scripts/run.js';
import { startService, type Person, type TestService } from '../server/service.js';
import { Keyboard, patience } from './keyboard.js';

const widgets = '.prmkit/end-to-end-widgets';
const dealName = 'Zebra line retrofit';
const rivalsDeal = 'Okapi pump station';

describe('the vendor\'s site, in a browser', () => {
  let service: TestService;
  let servers: Server[];
  let browser: Browser;
  let site: string;

  before(async () => {
    const built = await capture('node', ['node_modules/vite/bin/vite.js', 'build', '--mode', 'cdn', '--logLevel', 'error', '--outDir', widgets]);
    assert.equal(built.code, 0, built.output);
    service = await startService({ jobs: true });
    const programme = await service.addProgramme({ name: 'Varnholt', rules: { undoSeconds: 5 } });
    const people = new Map<string, Person>();
    for (const { id, name, email, company, role } of demoPeople) {
      const partnerId = role === 'channel_manager' ? null : await programme.addPartner(company);
      const person = await programme.addPerson(role, partnerId, name);
      await service.database.db.updateTable('members').set({ email }).where('id', '=', person.memberId).execute();
      people.set(id, person);
    }
    const [forService, forSite] = await Promise.all([listen(), listen()]);
    servers = [forService.server, forSite.server];
    forService.server.on('request', getRequestListener(service.service.fetch));
    site = forSite.url;
    const pages = createSite({ origin: site, serviceUrl: forService.url, secretKey: programme.secretKey, cookieSecret: 'a secret for this test alone', widgets });
    forSite.server.on('request', getRequestListener(pages.fetch));
    const { executablePath, args, env } = await findChromium();
    browser = await launch({ executablePath, args, env: { ...process.env, ...env }, timeout: patience, protocolTimeout: patience });
  });
  after(async () => {
    await browser?.close();
    for (const server of servers ?? []) {
      server.closeAllConnections();
      server.close();
    }
    await service?.close();
  });

  /** Somebody's own browser, signed in, with what its pages complained of and what they were sent. */
  async function signIn(id: string): Promise<{ page: Page; keyboard: Keyboard; complaints: string[]; received: string[] }> {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width: 1_280, height: 900 });
    page.setDefaultTimeout(patience);
    const complaints: string[] = [];
    const received: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('response', async (response) => received.push(await response.text().catch(() => '')));
    await page.goto(`${site}/partners/`, { waitUntil: 'networkidle2' });
    // Listening first: the new page may stand before the answer to the click has come.
    await Promise.all([
      page.waitForNavigation({ waitUntil: 'networkidle2' }),
      page.evaluate((person) => {
        const button = [...document.querySelectorAll('button')].find((one) => one.value === person || one.textContent!.includes(person));
        button!.click();
      }, demoPeople.find((person) => person.id === id)!.name),
    ]);
    return { page, keyboard: new Keyboard(page), complaints, received };
  }

  /** Registers a deal from the first Tab on, with a customer that is added on the way. */
  async function register(seller: Keyboard, { customer, deal }: { customer: string; deal: string }): Promise<void> {
    await seller.page.goto(`${site}/partners/deals`, { waitUntil: 'networkidle2' });
    await seller.fill('Customer', customer);
    await seller.sees(`Add “${customer}” as a new customer`);
    await seller.key('Enter');
    await seller.fill('Deal name', deal);
    await seller.fill('Expected value', '12,345.50');
    await seller.fill('Expected close', '03012027');
    await seller.press('Register deal');
    await seller.sees(`“${deal}” is registered`);
    await seller.sees('Submitted');
  }

  /** Opens the desk, the first registration in it, and waits until it stands there whole. */
  async function openDesk(manager: Keyboard, deal: string): Promise<void> {
    await manager.page.goto(`${site}/partners/deals`, { waitUntil: 'networkidle2' });
    await manager.sees('Account');
    await manager.tabTo(deal);
    await manager.page.waitForSelector('prm-deal-desk >>> .pane-foot .primary', { visible: true });
  }

  it('takes a deal from a seller to a confirmed win by keyboard alone, past a rival who learns nothing', async () => {
    const [seller, rival, manager] = [await signIn('mara'), await signIn('tomas'), await signIn('ines')];
    await register(seller.keyboard, { customer: 'Chemie Falkenrode', deal: dealName });

    // The manager approves, thinks again, and approves.
    const desk = manager.keyboard;
    await openDesk(desk, dealName);
    for (const _ of ['first', 'again']) {
      await desk.key('a');
      await desk.sees('Protection in days');
      await desk.tabTo('Protection in days');
      await desk.key('Enter');
      await desk.sees(`“${dealName}” will be approved.`);
      if (_ === 'again') break;
      await desk.key('u');
      await desk.sees('is open again. Nobody was told.');
      await desk.page.waitForSelector('prm-deal-desk >>> .pane-foot .primary', { visible: true });
    }
    // The seller did nothing: the list hears of it by itself, within half a minute.
    await seller.keyboard.sees('days left');

    // A rival claims the same company by another name, and is answered word for word as the first was.
    await register(rival.keyboard, { customer: 'Falkenrode Chemie GmbH', deal: rivalsDeal });
    await openDesk(desk, rivalsDeal);
    await desk.sees('Same account');
    assert.match(await desk.text, /1 conflict.*Nordwind Automation.*Protected until .*Same account.*Why it matches.*Name/);
    await desk.key('r');
    await desk.sees('Reason, as the partner will read it');
    await desk.tabTo('Reason, as the partner will read it');
    await desk.key('ArrowDown');
    await desk.key('Enter');
    await desk.sees(`“${rivalsDeal}” will be rejected.`);
    await rival.keyboard.sees('Rejected');

    // The protection runs out on the day after its last, by the programme's own clock.
    const { db } = service.database;
    const clock = (days: string) => sql`update deals set protection_ends_on = (now() at time zone 'Europe/Berlin')::date ${sql.raw(days)} where name = ${dealName}`.execute(db);
    await clock('+ 0');
    await service.service.runDueJobs();
    await seller.keyboard.page.reload({ waitUntil: 'networkidle2' });
    await seller.keyboard.sees('Ends today');
    await clock('- 1');
    await service.service.runDueJobs();
    await seller.keyboard.sees('Expired');

    // The win is claimed, confirmed, and counted on both sides.
    await seller.keyboard.press(dealName);
    await seller.keyboard.press('Move to the next stage');
    await seller.keyboard.tabTo('New stage');
    await seller.page.keyboard.type('Won');
    await seller.keyboard.press('Claim win');
    await seller.keyboard.sees(`“${dealName}” is moved.`);
    await desk.page.goto(`${site}/partners/deals`, { waitUntil: 'networkidle2' });
    await desk.press(dealName);
    await desk.press('Confirm win');
    await desk.sees(`The win of “${dealName}” is confirmed.`);
    for (const { page, keyboard } of [seller, manager]) {
      await page.goto(`${site}/partners/`, { waitUntil: 'networkidle2' });
      await keyboard.sees('€12.3K');
      await keyboard.press('As a table');
      await keyboard.sees('€12,345.50');
      assert.match(await keyboard.text, /Deals won How many[^.]*\. 1 /);
    }

    for (const path of ['', 'deals', 'leads', 'customers']) {
      await rival.page.goto(`${site}/partners/${path}`, { waitUntil: 'networkidle2' });
      assert.doesNotMatch(await rival.keyboard.text, /Zebra|Chemie Falkenrode/);
    }
    assert.doesNotMatch(rival.received.join(' '), /Zebra|Chemie Falkenrode/);
    for (const { complaints } of [seller, rival, manager]) assert.deepEqual(complaints, []);
  });

  it('keeps to a strict content policy on every page, in English and German', async () => {
    for (const id of ['mara', 'ines']) {
      const { page, complaints } = await signIn(id);
      for (const language of ['en', 'de']) {
        await page.goto(`${site}/partners/?lang=${language}`, { waitUntil: 'networkidle2' });
        for (const path of ['', 'deals', 'leads', 'customers', 'rules']) {
          const response = await page.goto(`${site}/partners/${path}`, { waitUntil: 'networkidle2' });
          const policy = response!.headers()['content-security-policy']!;
          assert.match(policy, /default-src 'none'/);
          assert.match(policy, /require-trusted-types-for 'script'/);
        }
      }
      assert.deepEqual(complaints, []);
    }
  });
});

async function listen(): Promise<{ server: Server; url: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
