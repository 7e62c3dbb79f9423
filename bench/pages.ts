/** The pages that widgets are measured in, in Chromium: one folder each beside what they share, and the CDN build under /cdn/. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findChromium } from '../scripts/chromium.js';
import { answers } from './answers.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8', '.css': 'text/css' };

export interface Site { url: string; close: () => void }

/** A site of its own, on a free port. */
export async function listen(listener: RequestListener): Promise<Site> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** What stands under a path: of the build, or of the benchmarks' own pages. */
export async function fileAt(path: string): Promise<{ content: Buffer; type: string }> {
  const file = path.startsWith('/cdn/') ? join('dist/cdn', version, normalize(path.slice('/cdn'.length))) : join('bench/pages', normalize(path.endsWith('/') ? `${path}index.html` : path));
  return { content: await readFile(file), type: types[extname(file)] ?? 'text/plain' };
}

const servePages = (): Promise<Site> => listen((request, response) => {
  const { pathname } = new URL(request.url!, 'http://page');
  if (pathname === '/answers.json') return void response.setHeader('content-type', 'application/json').end(JSON.stringify(answers));
  fileAt(pathname).then(({ content, type }) => response.setHeader('content-type', type).end(content), () => response.writeHead(404).end());
});

export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return puppeteer.launch({ executablePath, args, env: { ...process.env, ...env, TZ: 'Europe/Berlin' } as Record<string, string> });
}

/** A page with its main thread's clock. */
export interface Bench { page: Page; cdp: CDPSession; close: () => Promise<void> }

export async function openPage(folder: string): Promise<Bench> {
  const site = await servePages();
  const browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    site.close();
  };
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error));
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${site.url}${folder}/`);
    await page.evaluate('ready()');
    return { page, cdp, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const taskTime = async (cdp: CDPSession): Promise<number> =>
  (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;

/** Milliseconds of main-thread CPU that a line of script in the page takes. */
export async function costOf({ page, cdp }: Bench, script: string): Promise<number> {
  const before = await taskTime(cdp);
  await page.evaluate(script);
  return (await taskTime(cdp)) - before;
}
