/**
 * A page from its address to its first content, with the processor four times slower than this one: a list of deals and the deal form,
 * by a script tag of the CDN build, against the same in native HTML whose script was written by hand. Both sides get session and
 * data from the same site by HTTP.
 *
 * First content is what somebody came for: the first row's words, or the form's fourteen labelled fields. The time runs from the
 * navigation to the task that follows the first frame in which they stand, so that layout and paint of them are in it. It is looked for once a
 * frame, from the head of the page and alike on all sides. Of a page that a server rendered, also the first paint (the browser's own
 * entry), which needs no script.
 *
 * Cold: no HTTP cache, and a browser context of its own for each visit, so that no compiled script is left either. Warm: from the third visit of
 * a context on, whose files may be kept for good. Medians of rounds in which all take their turn.
 */
import type { Browser, BrowserContext } from 'puppeteer-core';
import { renderSkeleton, type SkeletonTag } from '../src/server-rendering/index.js';
import { answers } from './answers.js';
import { fileAt, listen, openBrowser, type Site } from './pages.js';
import { held, median, rounded, type Row } from './row.js';

const rounds = 11;
const slowDown = 4;
const budget = 1.5;

const kinds = {
  list: { tag: 'prm-deal-list', said: 'list', isThere: `root.querySelector('.list-body > .row strong, tbody strong')?.textContent` },
  form: { tag: 'prm-deal-registration', said: 'form', isThere: `root.querySelectorAll('.field > label').length >= 14` },
} as const satisfies Record<string, { tag: SkeletonTag; said: string; isThere: string }>;
type Kind = keyof typeof kinds;
const sides = ['widget', 'rendered', 'byHand'] as const;
type Side = (typeof sides)[number];
const states = ['cold', 'warm'] as const;
type State = (typeof states)[number];

interface Visit { content: number; paint: number }

/** Looks once a frame, and tells the time once what it saw is painted. */
const look = (isThere: string): string => `<script>
  const look = () => {
    const host = document.querySelector('[data-content]');
    const root = host?.shadowRoot ?? host;
    if (!root || !(${isThere})) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.firstContent = performance.now());
    requestAnimationFrame(() => port2.postMessage(0));
  };
  requestAnimationFrame(look);
</script>`;

function pageOf(kind: Kind, side: Side): string {
  const { tag, isThere } = kinds[kind];
  const skeleton = side === 'rendered' ? renderSkeleton(tag) : '';
  const [head, body] = side === 'byHand'
    ? [`<link rel="stylesheet" href="/start/by-hand.css"><link rel="stylesheet" href="/form/by-hand.css"><script type="module" src="/start/${kind}-by-hand.js"></script>`, '<div id="place" data-content></div>']
    : ['<script type="module" src="/cdn/prmkit.js"></script>', `<prm-portal service-url="ORIGIN" session-url="/session"><${tag} data-content>${skeleton}</${tag}></prm-portal>`];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partners</title><style>body { font: 14px/1.4 sans-serif; }</style>${look(isThere)}${head}</head><body><h1>Partners</h1>${body}</body></html>`;
}

const openSite = (): Promise<Site> => listen((request, response) => {
  const { pathname } = new URL(request.url!, 'http://site');
  const [, kind, side] = /^\/(list|form)\/(widget|rendered|byHand)$/.exec(pathname) ?? [];
  const send = (type: string, body: string | Buffer, cache = 'no-store') => response.writeHead(200, { 'content-type': type, 'cache-control': cache }).end(body);
  if (kind) return void send('text/html; charset=utf-8', pageOf(kind as Kind, side as Side).replace('ORIGIN', `http://${request.headers.host}`));
  if (pathname === '/session') return void send('application/json', JSON.stringify({ token: 'token', expiresIn: 900 }));
  if (pathname in answers) return void send('application/json', JSON.stringify(answers[pathname]));
  fileAt(pathname).then(({ content, type }) => send(type, content, 'public, max-age=31536000, immutable'), () => response.writeHead(404).end());
});

async function visit(context: BrowserContext, url: string, state: State): Promise<Visit> {
  const page = await context.newPage();
  try {
    await page.setViewport({ width: 1_280, height: 900 });
    await page.setCacheEnabled(state === 'warm');
    const cdp = await page.createCDPSession();
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await page.goto(url);
    const found = await page.waitForFunction(() => {
      const { firstContent } = window as unknown as { firstContent?: number };
      return firstContent && { content: firstContent, paint: performance.getEntriesByName('first-paint')[0]!.startTime };
    }, { polling: 100 });
    return await found.jsonValue() as Visit;
  } finally {
    await page.close();
  }
}

/** Each cold visit has a browser context of its own; the warm ones of a side share theirs. */
async function visitAll(browser: Browser, site: Site, kind: Kind, state: State): Promise<Record<Side, Visit[]>> {
  const visits: Record<Side, Visit[]> = { widget: [], rendered: [], byHand: [] };
  const kept = new Map<Side, BrowserContext>();
  // The first rounds warm up.
  for (let round = state === 'warm' ? -2 : 0; round < rounds; round++) {
    for (const side of sides) {
      const context = kept.get(side) ?? await browser.createBrowserContext();
      const found = await visit(context, `${site.url}${kind}/${side}`, state);
      if (state === 'warm') kept.set(side, context);
      else await context.close();
      if (round >= 0) visits[side].push(found);
    }
  }
  for (const context of kept.values()) await context.close();
  return visits;
}

async function rowsOf(browser: Browser, site: Site, kind: Kind, state: State): Promise<Row[]> {
  const visits = await visitAll(browser, site, kind, state);
  const time = (side: Side, what: keyof Visit) => median(visits[side].map((one) => one[what]));
  const limit = time('byHand', 'content');
  const row = (said: string, value: number) => held(`start, ${kinds[kind].said}, ${state}: ${said}`, rounded(value / limit, 2), '×', budget, `${rounded(value)} ms, by hand ${rounded(limit)} ms`);
  return [
    row('first content', time('widget', 'content')),
    row('first content, rendered by a server', time('rendered', 'content')),
    row('first paint, rendered by a server', time('rendered', 'paint')),
  ];
}

/** Needs `npm run build` first. */
export async function run(): Promise<Row[]> {
  const site = await openSite();
  const browser = await openBrowser();
  try {
    const rows: Row[] = [];
    for (const kind of Object.keys(kinds) as Kind[]) for (const state of states) rows.push(...(await rowsOf(browser, site, kind, state)));
    return rows;
  } finally {
    await browser.close();
    site.close();
  }
}
