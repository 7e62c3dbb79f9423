/**
 * What happens to a page of an example while somebody edits it, under the development server of its own Vite. The files that are edited are
 * a copy within the example's folder, so that they find its packages, and nobody's work is touched.
 */
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import type * as Vite from 'vite';
import type { House } from '../embedding/house.js';

/** Where the page is written, and what of the portal's element its framework keeps when words or code change. */
export interface HotReload { source: string; keeps: { words: boolean; code: boolean } }

const form = '<prm-deal-registration></prm-deal-registration>';
const dealName = 'prm-deal-registration >>> #deal-name';

/** The example's own files, and a registration form on its page. */
async function copyExample(example: string, copy: string, source: string): Promise<string> {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy);
  for (const part of ['index.html', 'package.json', 'tsconfig.json', 'vite.config.js', 'src']) await cp(join(example, part), join(copy, part), { recursive: true });
  const path = join(copy, source);
  await edit(path, "import 'prmkit/components/prm-deal-list';", "import 'prmkit/components/prm-deal-list';\nimport 'prmkit/components/prm-deal-registration';");
  await edit(path, '</prm-portal>', `${form}</prm-portal>`);
  return path;
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  assert.equal(text.split(from).length, 2, `${path} has "${from}" once`);
  await writeFile(path, text.replace(from, to));
}

async function startVite(house: House, example: string, copy: string) {
  const { createServer } = await import(pathToFileURL(resolve(example, 'node_modules/vite/dist/node/index.js')).href) as typeof Vite;
  // Vite sets it for the whole process, and the next example is built with what it finds there.
  const { NODE_ENV: before } = process.env;
  let sessions = 0;
  const vite = await createServer({
    root: resolve(copy), configFile: resolve(copy, 'vite.config.js'), logLevel: 'error', clearScreen: false,
    server: { host: '127.0.0.1', port: 0 },
    define: { 'import.meta.env.VITE_SERVICE_URL': JSON.stringify(house.serviceUrl) },
    plugins: [{
      name: 'endpoint-for-sessions',
      configureServer: ({ middlewares }) => void middlewares.use('/session', (request, response) => {
        sessions++;
        void house.openSession('seller', `http://${request.headers.host}`)
          .then((token) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ token, expiresIn: 900 })));
      }),
    }],
  });
  await vite.listen();
  const close = async () => {
    await vite.close();
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  };
  return { url: `http://127.0.0.1:${(vite.httpServer!.address() as AddressInfo).port}/`, sessions: () => sessions, close };
}

/** Edits the page's words, then its code, while a form is half filled in and a deal stands open. */
export async function hotReloadJourney(house: House, example: string, { source, keeps }: HotReload): Promise<void> {
  const copy = join(example, '.hot');
  try {
    const path = await copyExample(example, copy, source);
    const vite = await startVite(house, example, copy);
    try {
      const { page, complaints, warnings } = await house.open(vite.url, countDefinitions);
      const isReady = () => page.waitForFunction(() => document.querySelector('#person')?.textContent === 'Sven Seller'
        && document.querySelector('prm-deal-list')?.shadowRoot?.textContent.includes('Line 4 retrofit'));
      const openDeal = async () => {
        await (await page.waitForSelector('prm-deal-list >>> ::-p-text(Line 4 retrofit)'))!.click();
        await page.waitForSelector('prm-deal-list >>> dialog[open]');
      };
      const standing = async () => ({
        typed: await (await page.waitForSelector(dealName))!.evaluate((field) => (field as HTMLInputElement).value),
        open: await page.$('prm-deal-list >>> dialog[open]') !== null,
        ...await page.evaluate(() => {
          const { before } = globalThis as unknown as { before?: Element };
          return { loaded: before === undefined, kept: document.querySelector('prm-portal') === before };
        }),
        sessions: vite.sessions(),
      });

      await isReady();
      await page.type(dealName, 'Cooling loop');
      let sessions = vite.sessions();
      assert.equal(sessions, 1);

      const edits = [['words', '<h1>Partners</h1>', '<h1>Our partners</h1>'], ['code', '#7a1f3d', '#1f3d7a']] as const;
      for (const [what, from, to] of edits) {
        if (!await page.$('prm-deal-list >>> dialog[open]')) await openDeal();
        await page.evaluate(() => void Object.assign(globalThis, { before: document.querySelector('prm-portal') }));
        await edit(path, from, to);
        await page.waitForFunction((html) => {
          const portal = document.querySelector('prm-portal');
          return portal?.querySelector('h1')?.outerHTML.includes(html) || portal?.style.getPropertyValue('--prm-color-primary') === html;
        }, {}, to);
        await isReady();
        const kept = keeps[what];
        if (!kept) sessions++;
        assert.deepEqual(await standing(), { typed: 'Cooling loop', open: kept, loaded: false, kept, sessions }, `after an edit of ${what}`);
      }

      const defined = await page.evaluate(() => (globalThis as unknown as { defined: string[] }).defined.sort());
      assert.deepEqual(defined, ['prm-deal-list', 'prm-deal-registration', 'prm-portal']);
      assert.deepEqual([complaints, warnings.filter((warning) => !warning.startsWith('Lit is in dev mode.'))], [[], []]);
    } finally {
      await vite.close();
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Of the tags that are registered, each as often as it is. */
const countDefinitions = (page: Page) => page.evaluateOnNewDocument(() => {
  const defined: string[] = [];
  Object.assign(globalThis, { defined });
  const { define } = customElements;
  customElements.define = function (name, ...rest) {
    if (name.startsWith('prm-')) defined.push(name);
    return define.call(this, name, ...rest);
  };
});
