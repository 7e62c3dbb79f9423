/**
 * The built Storybook in one browser: every face of every widget, on the real service in the page. A page goes from story
 * to story without loading anew, so that the service starts once for each page.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { launch, type CDPSession, type Page } from 'puppeteer-core';
import { findChromium } from '../../scripts/chromium.js';
import { capture } from '../../scripts/run.js';

/** Milliseconds until what does not come is given up: a bound for what hangs, and no measure of speed. */
export const patience = 180_000;

export interface Story { id: string; title: string; name: string }

/** How a story is looked at. */
export interface View { scheme: 'light' | 'dark' | 'forced'; direction: 'ltr' | 'rtl' }

export interface Stories {
  all: readonly Story[];
  open: () => Promise<StoryPage>;
  close: () => Promise<void>;
}

/** What lies behind the first picture of a widget: what is pressed, and what is there then. */
export const behind: Readonly<Record<string, { press: string; there: string }>> = {
  'deal-list--of-a-seller': { press: '.list-body > .row', there: 'dialog:modal .facts' },
  'customer-list--of-a-seller': { press: '.list-body > .row', there: 'dialog:modal .facts' },
  'lead-inbox--of-a-seller': { press: '.list-body > .row', there: '.pane .facts' },
  'deal-registration--of-a-seller': { press: '.button.primary', there: '[aria-invalid=true]' },
  'notice-bell--of-a-seller': { press: 'button', there: ':popover-open li' },
  'deal-desk--of-the-vendor': { press: '.pane-foot .button', there: '.pane-foot .decision .control' },
  'partner-dashboard--of-a-seller': { press: '.term > .button', there: ':popover-open' },
  'theme-studio--of-an-administrator': { press: '.code > summary', there: '.code[open] > pre' },
  'programme-rules--of-an-administrator': { press: '[aria-labelledby=part-automatic] .button', there: '.rule-head .button' },
};

const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };

/** Builds into a folder of the caller's own: files of tests run side by side. */
export async function openStories(folder: string): Promise<Stories> {
  const { code, output } = await capture('node', ['node_modules/storybook/dist/bin/dispatcher.js', 'build', '--quiet', '-o', folder]);
  assert.equal(code, 0, output);
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as { entries: Record<string, Story & { type: string; tags: string[] }> };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://stories');
    readFile(join(folder, normalize(pathname))).then(
      (file) => response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'application/octet-stream' }).end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { executablePath, args, env } = await findChromium();
  const browser = await launch({ executablePath, args, env: { ...process.env, ...env, TZ: 'Australia/Lord_Howe' }, timeout: patience, protocolTimeout: patience });

  return {
    // A reference page asks axe itself, by a button.
    all: Object.values(entries).filter(({ type, tags, name }) => type === 'story' && tags.includes('test') && name !== 'Reference').map(({ id, title, name }) => ({ id, title, name })),
    open: async () => {
      const page = await (await browser.createBrowserContext()).newPage();
      page.setDefaultTimeout(patience);
      await page.setViewport({ width: 1_000, height: 900 });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/iframe.html`, { waitUntil: 'load' });
      await page.waitForFunction('globalThis.__STORYBOOK_ADDONS_CHANNEL__ && globalThis.__STORYBOOK_PREVIEW__?.storyStoreValue');
      return new StoryPage(page, await page.createCDPSession());
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether the widget of a story stands there in one language and is done: with its data, with a face instead, or waiting for ever. */
const stands = (lang: string, waits: boolean) => `(() => {
  const root = document.querySelector('prm-portal > *')?.shadowRoot;
  const widget = root?.querySelector('.widget');
  if (!widget || widget.lang !== '${lang}') return false;
  const skeletons = [...root.querySelectorAll('.skeleton, .row[aria-busy]')].some((one) => one.checkVisibility());
  if (${waits}) return skeletons;
  if (root.querySelector('[data-face]')) return true;
  const list = root.querySelector('.list');
  const drawn = !list || !(Number(list.ariaRowCount ?? list.getAttribute('aria-rowcount')) > 1) || root.querySelector('.list-body > [role=row]:not([aria-busy])');
  return !skeletons && widget.getAttribute('aria-busy') === 'false' && Boolean(drawn) && (widget.innerText.trim() !== '' || root.querySelector('button') !== null);
})()`;

export class StoryPage {
  constructor(readonly page: Page, readonly session: CDPSession) {}

  #waits = false;

  /** Goes to a story, anew, as it is seen in the light and in English. */
  async show({ id }: { id: string }): Promise<void> {
    this.#waits = id.endsWith('--loading');
    await this.page.evaluate("document.querySelector('prm-portal')?.remove()");
    await this.#emit('updateGlobals', { globals: { theme: 'light', locale: 'en', direction: 'ltr' } });
    await this.#emulate('light');
    await this.#emit('setCurrentStory', { storyId: id, viewMode: 'story' });
    await this.page.waitForFunction(stands('en', this.#waits), { polling: 30 }).catch((error: unknown) => {
      throw new Error(`The story ${id} does not stand.`, { cause: error });
    });
  }

  /** Looks at the same story otherwise. */
  async look({ scheme, direction }: View): Promise<void> {
    const lang = direction === 'rtl' ? 'ar' : 'en';
    const theme = scheme === 'dark' ? 'dark' : 'light';
    await this.#emulate(scheme);
    await this.#emit('updateGlobals', { globals: { theme, locale: lang, direction } });
    await this.page.waitForFunction(`document.documentElement.dir === '${direction}' && document.querySelector('prm-portal')?.colorScheme === '${theme}' && ${stands(lang, this.#waits)}`, { polling: 30 });
  }

  /** Presses what a selector finds first in the widget, as a mouse or a finger would, once it is there, and waits until something else is. */
  async press(selector: string, there: string): Promise<void> {
    await this.page.waitForFunction(`(() => {
      const found = document.querySelector('prm-portal > *').shadowRoot.querySelector(${JSON.stringify(selector)});
      found?.click();
      return Boolean(found);
    })()`, { polling: 30 });
    await this.page.waitForFunction(`document.querySelector('prm-portal > *').shadowRoot.querySelector(${JSON.stringify(there)})?.checkVisibility()`, { polling: 30 });
  }

  #emit(event: string, payload: object): Promise<unknown> {
    return this.page.evaluate(`globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('${event}', ${JSON.stringify(payload)})`);
  }

  async #emulate(scheme: View['scheme']): Promise<void> {
    const features = [{ name: 'forced-colors', value: scheme === 'forced' ? 'active' : 'none' }, { name: 'prefers-color-scheme', value: scheme === 'dark' ? 'dark' : 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' }];
    await this.session.send('Emulation.setEmulatedMedia', { media: '', features });
  }
}
