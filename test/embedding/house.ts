/**
 * Somebody else's house: a site with pages of its own kind that the built widgets stand in, over the real service, in a
 * real browser. One for a file of tests; each page has a browser context of its own.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../../scripts/chromium.js';
import { expectStatus, startService, type Person, type TestProgramme, type TestService } from '../server/service.js';

/** Milliseconds until a page that does not come is given up: a bound for what hangs, and no measure of speed. */
export const patience = 120_000;

/** What the site answers with; `status` 200 and HTML unless said. */
export interface SiteAnswer { body: string; status?: number; headers?: Record<string, string> }

export interface OpenPage {
  page: Page;
  /** Errors of the console, of scripts and of the content policy. */
  complaints: string[];
  warnings: string[];
}

export interface House {
  site: string;
  service: TestService;
  serviceUrl: string;
  people: { seller: Person; manager: Person };
  secretKey: string;
  /** As the site's back end opens one; for another site where its origin is given. */
  openSession: (person: 'seller' | 'manager', origin?: string) => Promise<string>;
  /** Puts a page, a script or a sheet onto the site; a function is asked each time. */
  put: (path: string, answer: SiteAnswer | (() => Promise<SiteAnswer>)) => void;
  /** A page of its own browser context; `prepare` runs before it goes there. */
  open: (path: string, prepare?: (page: Page) => Promise<unknown>) => Promise<OpenPage>;
  close: () => Promise<void>;
}

const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.json': 'application/json' };

/** `widgets` is the folder of the CDN build, served under /prmkit/. */
export async function openHouse(widgets: string): Promise<House> {
  // Its clock can be put forward.
  const service = await startService({ engine: 'pglite' });
  const programme = await service.addProgramme({ name: 'Varnholt' });
  const people = await addPeople(programme);
  await fill(service, people);

  const answers = new Map<string, SiteAnswer | (() => Promise<SiteAnswer>)>();
  const forService = await listen(getRequestListener(service.service.fetch));
  const forSite = await listen((request, response) => void answerAsSite(request, response));
  const openSession = (person: 'seller' | 'manager', origin = forSite.url) => programme.openSession(people[person].memberId, { origins: [origin] });

  async function answerAsSite(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url!, forSite.url);
    const [, first, rest] = /^\/(prmkit|session)\/(.+)$/.exec(pathname) ?? [];
    const send = (status: number, headers: Record<string, string>, body: string | Buffer) => response.writeHead(status, headers).end(body);
    if (first === 'session') {
      const token = await openSession(rest as 'seller' | 'manager');
      return void send(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }, JSON.stringify({ token, expiresIn: 900 }));
    }
    const answer = answers.get(pathname);
    const put = typeof answer === 'function' ? await answer() : answer;
    if (put) return void send(put.status ?? 200, { 'content-type': types[extname(pathname)] ?? types['.html']!, ...put.headers }, put.body);
    const file = first && await readFile(join(widgets, normalize(rest!))).catch(() => undefined);
    if (file) return void send(200, { 'content-type': types[extname(pathname)]!, 'access-control-allow-origin': '*', 'content-encoding': 'gzip' }, gzipSync(file, { level: 1 }));
    send(pathname === '/favicon.ico' ? 204 : 404, {}, '');
  }

  const { executablePath, args, env } = await findChromium();
  const browser: Browser = await launch({ executablePath, args, env: { ...process.env, ...env, TZ: 'Australia/Lord_Howe' }, timeout: patience, protocolTimeout: patience });

  return {
    site: forSite.url, service, serviceUrl: forService.url, people, secretKey: programme.secretKey, openSession,
    put: (path, answer) => void answers.set(path, answer),
    async open(path, prepare) {
      const page = await (await browser.createBrowserContext()).newPage();
      page.setDefaultTimeout(patience);
      await page.setViewport({ width: 1_280, height: 900 });
      const complaints: string[] = [];
      const warnings: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url ?? ''}`.trim());
        if (message.type() === 'warn') warnings.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await prepare?.(page);
      await page.goto(new URL(path, forSite.url).href, { waitUntil: 'load' });
      return { page, complaints, warnings };
    },
    async close() {
      await browser.close();
      for (const { server } of [forService, forSite]) {
        server.closeAllConnections();
        server.close();
      }
      await service.close();
    },
  };
}

async function addPeople(programme: TestProgramme): Promise<House['people']> {
  const manager = await programme.addPerson('channel_manager', null, 'Mara Manager');
  const seller = await programme.addPerson('partner_seller', await programme.addPartner('Nordwind'), 'Sven Seller');
  return { manager, seller };
}

/** Something for every widget to show. */
async function fill({ request, service }: TestService, { seller, manager }: House['people']): Promise<void> {
  const call = async (status: number, person: Person, path: string, body?: unknown) => expectStatus(status, await request('POST', path, { token: person.token, body })) as { id: string };
  const { id: customerId } = await call(201, seller, '/v1/customers', { name: 'Chemie Falkenrode', city: 'Kiel' });
  const names = ['Line 4 retrofit', 'Pump station', 'Spare parts for the packaging hall in the north'];
  const deals = [];
  for (const name of names) deals.push(await call(201, seller, '/v1/deals', { name, customerId, value: { amount: 1_250_000, currency: 'EUR' }, closeOn: '2030-03-31' }));
  for (const { id } of deals.slice(0, 2)) await call(200, seller, `/v1/deals/${id}/submit`);
  await call(200, manager, `/v1/deals/${deals[0]!.id}/approve`, {});
  const lead = await call(201, manager, '/v1/leads', { company: 'Hafenwerft Kiel', subject: 'Two pumps for dock 3', city: 'Kiel', contact: { name: 'Jens Petersen', email: 'jens@hafenwerft.example' } });
  await call(200, manager, `/v1/leads/${lead.id}/offer`, { partnerId: seller.partnerId, memberId: seller.memberId });
  await service.runDueJobs();
}

export async function listen(listener: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
