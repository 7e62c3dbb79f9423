/**
 * The customer list against a virtual list written by hand, in Chromium: the main thread's CPU time (thread ticks), medians
 * of rounds in which both take their turn. What an empty frame costs is taken off both.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { findChromium } from '../scripts/chromium.js';
import { held, median, rounded, type Row } from './row.js';

const rounds = 5;
const counts = [100, 10_000, 100_000];
const mounts = 5;
const steps = 40;
const names = ['widget', 'byHand'] as const;
type Name = (typeof names)[number];
type Times = Record<'mount' | 'scroll' | 'change', Record<Name, number[]>>;

/** Mounting, a step and a change, at most so many times what the list by hand takes. */
const budgets = { mount: 1.5, scroll: 1.2, change: 1.1 };
const said = { mount: 'mount', scroll: 'scroll step', change: 'one row changed' };

async function serveFiles(): Promise<{ url: string; close: () => void }> {
  const types: Record<string, string> = { js: 'text/javascript', html: 'text/html' };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://page').pathname;
    const file = path.startsWith('/cdn/') ? join('dist', path) : join('bench/list-page', path === '/' ? 'index.html' : path);
    readFile(file).then(
      (content) => response.setHeader('content-type', types[file.split('.').at(-1)!] ?? 'text/plain').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

const taskTime = async (cdp: CDPSession): Promise<number> =>
  (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;

/** Milliseconds of main-thread CPU that a line of script in the page takes. */
async function costOf(page: Page, cdp: CDPSession, script: string): Promise<number> {
  const before = await taskTime(cdp);
  await page.evaluate(script);
  return (await taskTime(cdp)) - before;
}

async function measureRound(page: Page, cdp: CDPSession, times: Times): Promise<void> {
  for (const name of names) {
    const frame = (await costOf(page, cdp, `idle(${steps})`)) / steps;
    times.mount[name].push((await costOf(page, cdp, `mount('${name}', ${mounts})`)) / mounts);
    times.scroll[name].push((await costOf(page, cdp, `scroll(${steps})`)) / steps - frame);
    times.change[name].push((await costOf(page, cdp, `change(${steps})`)) / steps - frame);
    await page.evaluate('clear()');
  }
}

/** Needs `npm run build` first. */
export async function run(): Promise<Row[]> {
  const { executablePath, args, env } = await findChromium();
  const files = await serveFiles();
  const browser = await puppeteer.launch({ executablePath, args, env: { ...process.env, ...env } as Record<string, string> });
  try {
    const page = await browser.newPage();
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(files.url);
    await page.evaluate('ready()');
    const rows: Row[] = [];
    for (const count of counts) {
      const empty = (): Record<Name, number[]> => ({ widget: [], byHand: [] });
      const times: Times = { mount: empty(), scroll: empty(), change: empty() };
      await page.evaluate(`setTotal(${count})`);
      await measureRound(page, cdp, { mount: empty(), scroll: empty(), change: empty() });
      for (let round = 0; round < rounds; round++) await measureRound(page, cdp, times);
      for (const what of ['mount', 'scroll', 'change'] as const) {
        const [widget, byHand] = names.map((name) => median(times[what][name])) as [number, number];
        rows.push(held(`list of ${count.toLocaleString('en')}: ${said[what]}`, rounded(widget / byHand, 2), '×', budgets[what], `${rounded(widget, 2)} ms, by hand ${rounded(byHand, 2)} ms`));
      }
    }
    return rows;
  } finally {
    await browser.close();
    files.close();
  }
}
