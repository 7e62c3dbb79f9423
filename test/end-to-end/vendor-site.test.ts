import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { demoPeople } from '../../examples/vendor-site/demo-people.js';
import { createSite } from '../../examples/vendor-site/server.js';
import { findChromium } from '../../scripts/chromium.js';
import { capture } from '../../scripts/run.js';
import { expectStatus, startService, type Person, type TestService } from '../server/service.js';

const widgets = '.prmkit/end-to-end-widgets';
const dealName = 'Zebra line retrofit';
/** Milliseconds until a page that does not come is given up: a bound for what hangs, and no measure of speed. */
const patience = 180_000;

describe('the vendor\'s site, in a browser', () => {
  let service: TestService;
  let servers: Server[];
  let browser: Browser;
  let site: string;

  before(async () => {
    const built = await capture('node', ['node_modules/vite/bin/vite.js', 'build', '--mode', 'cdn', '--logLevel', 'error', '--outDir', widgets]);
    assert.equal(built.code, 0, built.output);
    service = await startService();
    const programme = await service.addProgramme({ name: 'Varnholt' });
    const people = new Map<string, Person>();
    for (const { id, name, email, company, role } of demoPeople) {
      const partnerId = role === 'channel_manager' ? null : await programme.addPartner(company);
      const person = await programme.addPerson(role, partnerId, name);
      await service.database.db.updateTable('members').set({ email }).where('id', '=', person.memberId).execute();
      people.set(id, person);
    }
    // A decision counts at once here: how it waits is tested elsewhere.
    expectStatus(201, await service.request('POST', '/v1/customers', { token: people.get('mara')!.token, body: { name: 'Chemie Falkenrode' } }));

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
  async function signIn(id: string): Promise<{ page: Page; complaints: string[]; received: string[] }> {
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
    return { page, complaints, received };
  }

  /** What stands on the page, shadow roots included. As text: what compiles this file would leave its own marks in a function. */
  const textOf = (page: Page): Promise<string> => page.evaluate(`(function read(root) {
    return [...root.querySelectorAll('*')]
      .map((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('')
        + (element.shadowRoot ? read(element.shadowRoot) : '')).join(' ');
  })(document)`) as Promise<string>;

  async function until(page: Page, text: string): Promise<void> {
    const end = Date.now() + patience;
    while (!(await textOf(page)).includes(text)) {
      if (Date.now() > end) throw new Error(`The page never showed “${text}”: ${(await textOf(page)).slice(-1_500)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  it('takes a deal from a seller\'s keyboard to the vendor\'s approval, and shows a rival nothing of it', async () => {
    const seller = await signIn('mara');
    await seller.page.goto(`${site}/partners/deals`, { waitUntil: 'networkidle2' });
    const inForm = (selector: string) => seller.page.waitForSelector(`prm-deal-registration >>> ${selector}`, { visible: true });
    await (await inForm('#customer'))!.type('Falken');
    await until(seller.page, 'Chemie Falkenrode');
    await seller.page.keyboard.press('ArrowDown');
    await seller.page.keyboard.press('Enter');
    await (await inForm('#deal-name'))!.type(dealName);
    await (await inForm('#deal-value'))!.type('12,345.50');
    await (await inForm('#deal-closeOn'))!.type('03012027');
    await seller.page.keyboard.press('Enter');
    await until(seller.page, `“${dealName}” is registered`);
    await until(seller.page, 'Submitted');

    const vendor = await signIn('ines');
    await vendor.page.goto(`${site}/partners/deals`, { waitUntil: 'networkidle2' });
    await until(vendor.page, dealName);
    await vendor.page.waitForSelector('prm-deal-desk >>> .pane-foot .primary', { visible: true });
    await vendor.page.focus('prm-deal-desk >>> .list-body > .row');
    await vendor.page.keyboard.press('a');
    await until(vendor.page, 'Protection in days');
    await vendor.page.keyboard.press('Enter');
    await until(vendor.page, `“${dealName}” is approved.`);

    // The seller did nothing: the list hears of it by itself, within half a minute.
    await until(seller.page, 'Approved');

    const rival = await signIn('tomas');
    for (const path of ['', 'deals', 'leads', 'customers']) {
      await rival.page.goto(`${site}/partners/${path}`, { waitUntil: 'networkidle2' });
      assert.doesNotMatch(await textOf(rival.page), /Zebra|Falkenrode/);
    }
    assert.doesNotMatch(rival.received.join(' '), /Zebra|Falkenrode/);
    for (const { complaints } of [seller, vendor, rival]) assert.deepEqual(complaints, []);
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
