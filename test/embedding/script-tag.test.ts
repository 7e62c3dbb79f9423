import assert from 'node:assert/strict';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { hashOf, type Integrity } from '../../scripts/integrity.js';
import { version } from '../../src/components/version.js';
import { buildForPages } from './build.js';
import { openHouse, type House } from './house.js';
import { builders, openBuilder } from './pasted-html.js';

const widgets = '.prmkit/script-tag-widgets';
const folder = join(widgets, version);

describe('a script tag', () => {
  let house: House;
  let integrity: Integrity;
  let tags: { map: string; split: string; ahead: string; single: string };

  before(async () => {
    await buildForPages(widgets, { whole: true });
    integrity = JSON.parse(await readFile(join(folder, 'integrity.json'), 'utf8')) as Integrity;
    const lines = (await readFile(join(folder, 'embed.html'), 'utf8')).split('\n');
    const [map, split, single] = lines.filter((line) => line.startsWith('<script'));
    tags = { map: map!, split: split!, single: single!, ahead: lines.filter((line) => line.startsWith('<link')).join('') };
    house = await openHouse(widgets);
  });
  after(() => house?.close());

  const portal = (inside: string) =>
    `<prm-portal service-url="${house.serviceUrl}" session-url="/session/seller" locale="en">${inside}</prm-portal>`;
  const pageWith = (head: string, body = portal('<prm-deal-list></prm-deal-list>')) =>
    `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>${body}</body></html>`;

  /** The page, once its deal list shows a deal. */
  async function openWith(name: string, head: string, body?: string) {
    house.put(`/${name}`, { body: pageWith(head, body) });
    const opened = await house.open(`/${name}`);
    return opened;
  }
  const showsDeals = (page: Page) =>
    page.waitForFunction(() => document.querySelector('prm-deal-list')?.shadowRoot?.querySelector('.widget')?.textContent.includes('Line 4 retrofit'));
  const sources = (page: Page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/prmkit/')));

  it('has an address of its version, and every file there has a published hash', async () => {
    const { version: published } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    assert.equal(version, published);
    assert.equal(integrity.version, published);
    const files = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.js')).sort();
    assert.deepEqual(Object.keys(integrity.files), files);
    for (const file of files) assert.equal(integrity.files[file], hashOf(await readFile(join(folder, file))), file);
  });

  it('loads what the page shows and nothing else, each file held against its hash', async () => {
    const { page, complaints } = await openWith('split', tags.map + tags.split);
    await showsDeals(page);
    const loaded = await sources(page);
    assert.deepEqual(loaded.filter((path) => /prm-[a-z-]+\.js$/.test(path)).map((path) => path.split('/').at(-1)).sort(), ['prm-deal-list.js', 'prm-portal.js']);
    for (const path of loaded) assert.ok(tags.map.includes(`"${path}":"sha384-`), `${path} is in the import map`);
    assert.deepEqual(complaints, []);
  });

  it('has what every widget needs asked for with the page, each once and none in vain, also where scripts need a nonce', async () => {
    const nonce = (tag: string) => tag.replace(/<(script|link)/g, '<$1 nonce="R4nd0m"');
    house.put('/ahead', { body: pageWith(nonce(tags.map + tags.split + tags.ahead)), headers: { 'content-security-policy': "script-src 'nonce-R4nd0m' 'strict-dynamic'" } });
    const { page, complaints, warnings } = await house.open('/ahead');
    await showsDeals(page);
    const entries = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => ({ path: new URL(entry.name).pathname, by: (entry as PerformanceResourceTiming).initiatorType })));
    const loaded = entries.filter(({ path }) => path.startsWith('/prmkit/'));
    const ahead = loaded.filter(({ by }) => by !== 'script').map(({ path }) => path.split('/').at(-1)!.replace(/-[\w-]{8}\.js/, ''));
    assert.deepEqual(ahead.sort(), ['floor', 'foundation', 'prm-portal.js']);
    assert.equal(new Set(loaded.map(({ path }) => path)).size, loaded.length);
    assert.deepEqual([complaints, warnings], [[], []]);
    const needed = [...new Set([...integrity.needs['prm-portal.js']!, ...integrity.needs['prm-deal-list.js']!])].map((path) => `/prmkit/${version}/${path}`);
    assert.deepEqual(needed.filter((path) => !loaded.some((one) => one.path === path)), []);
  });

  it('loads nothing but itself on a page without widgets', async () => {
    const { page } = await openWith('none', tags.split, '<p>Nothing</p>');
    await page.waitForNetworkIdle();
    assert.deepEqual((await sources(page)).map((path) => path.split('/').at(-1)!.replace(/-[\w-]{8}\.js/, '')), ['prmkit.js']);
  });

  for (const file of ['prmkit.js', 'prm-deal-list.js', 'a part']) {
    it(`is refused where ${file} was tampered with`, async () => {
      const path = file === 'a part' ? Object.keys(integrity.files).find((one) => one.startsWith('parts/lists-'))! : file;
      house.put(`/prmkit/${version}/${path}`, { body: `${await readFile(join(folder, path), 'utf8')}\nwindow.tampered = true;` });
      try {
        const { page, complaints } = await openWith('tampered', tags.map + tags.split);
        await page.waitForNetworkIdle();
        assert.match(complaints.join('\n'), /integrity/);
        assert.deepEqual(await page.evaluate(() => ['tampered' in window, customElements.get('prm-deal-list') !== undefined]), [false, false]);
      } finally {
        house.put(`/prmkit/${version}/${path}`, { body: await readFile(join(folder, path), 'utf8') });
      }
    });
  }

  for (const [kind, tag] of [['a classic script', (single: string) => single], ['a module', (single: string) => single.replace(' defer', ' type="module"')]] as const) {
    it(`is one request as a single file, as ${kind}`, async () => {
      const { page, complaints } = await openWith('single', tag(tags.single), portal('<prm-deal-list></prm-deal-list><prm-notice-bell></prm-notice-bell>'));
      await showsDeals(page);
      assert.deepEqual(await sources(page), [`/prmkit/${version}/prmkit.all.js`]);
      assert.deepEqual(complaints, []);
    });
  }

  it('has a bare name where an import map gives it one', async () => {
    const map = `<script type="importmap">{ "imports": { "prmkit": "/prmkit/${version}/prmkit.js" } }</script>`;
    const script = "<script type=\"module\">import { definePrmElements } from 'prmkit'; await definePrmElements('prm-lead-inbox');</script>";
    const { page, complaints } = await openWith('import-map', map + script);
    await showsDeals(page);
    await page.waitForFunction(() => customElements.get('prm-lead-inbox'));
    assert.deepEqual(complaints, []);
  });

  it('may stand on the page twice, and as another file', async () => {
    const door = '<script type="module" src="/prmkit/prmkit.js"></script>';
    const { page, complaints, warnings } = await openWith('twice', door + door + tags.split + tags.single + tags.single);
    await showsDeals(page);
    assert.deepEqual([complaints, warnings], [[], []]);
  });

  it('of another version leaves the page to the first, and says so once with both versions', async () => {
    await cp(folder, join(widgets, '9.9.9'), { recursive: true });
    for (const file of Object.keys(integrity.files)) {
      const path = join(widgets, '9.9.9', file);
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll(version, '9.9.9'));
    }
    const second = '<script type="module" src="/prmkit/9.9.9/prmkit.js"></script>';
    const { page, complaints, warnings } = await openWith('versions', tags.split + second, portal('<prm-deal-list></prm-deal-list><prm-customer-list></prm-customer-list>'));
    await showsDeals(page);
    await page.evaluate(() => document.querySelector('prm-portal')!.append(document.createElement('prm-notice-bell')));
    await page.waitForFunction(() => customElements.get('prm-notice-bell'));
    assert.deepEqual((await sources(page)).filter((path) => path.includes('9.9.9/prm-')), []);
    // Somebody asks the second copy itself: what is there stays, and the rest comes from it.
    await page.evaluate(`import('/prmkit/9.9.9/prmkit.js').then(({ definePrmElements }) => definePrmElements('prm-portal', 'prm-lead-inbox'))`);
    await page.waitForFunction(() => customElements.get('prm-lead-inbox'));
    assert.equal(warnings.length, 1);
    assert.ok(warnings[0]!.includes(version) && warnings[0]!.includes('9.9.9'), warnings[0]);
    assert.deepEqual(complaints, []);
  });

  for (const [name, builder] of Object.entries(builders)) {
    it(`is pasted into a page of ${name}`, async () => {
      const { file, widget, shows, endpoint } = builder;
      const snippet = await readFile(`examples/pasted-html/${file}`, 'utf8');
      assert.ok(snippet.length <= 50_000, 'as much as an embed of Webflow holds');
      for (const [, named] of snippet.matchAll(/prmkit\/(\d[\d.]*)\//g)) assert.equal(named, version);

      const { www, partners, asked, close } = await openBuilder(house, widgets, builder);
      try {
        const { page, complaints, warnings } = await house.open(`${www}/partners`, (page) => page.browserContext().setCookie({ name: 'signed-in', value: 'sven', domain: '127.0.0.1' }));
        await page.waitForFunction((tag, words) => document.querySelector(tag)?.shadowRoot?.textContent.includes(words), {}, widget, shows);
        const { left, right, font } = await page.evaluate((tag) => {
          const element = document.querySelector(tag)!;
          const { left, right } = element.shadowRoot!.querySelector('.widget')!.getBoundingClientRect();
          return { left, right, font: getComputedStyle(element).fontFamily === getComputedStyle(document.querySelector('h1')!).fontFamily };
        }, widget);
        assert.ok(left >= 0 && right <= 1_280 && right - left > 280, `from ${left} to ${right}`);
        assert.ok(font, 'in the font of the page');
        assert.deepEqual(asked, [`POST ${new URL(endpoint === '/session' ? partners : www).host} signed-in=sven`]);
        assert.deepEqual([complaints, warnings], [[], []]);
      } finally {
        close();
      }
    });
  }
});
