import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import vm from 'node:vm';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { drawnSkeletons } from '../../scripts/drawn-skeletons.js';
import { renderSkeleton, type SkeletonOptions, type SkeletonTag } from '../../src/server-rendering/index.js';
import { buildForPages } from './build.js';
import { openHouse, patience, type House } from './house.js';

const widgets = '.prmkit/server-rendering-widgets';
const nonce = 'r4nd0m';

/**
 * Each widget with who sees it, words by which its content is known to be there, and how far what stands below it may move: not at all
 * below a list; a little below what is as high as the programme's own fields, rules and figures make it (0.1 is called good).
 */
const all: Record<SkeletonTag, [person: 'seller' | 'manager', words: string, most: number]> = {
  'prm-deal-list': ['seller', 'Line 4 retrofit', 0],
  'prm-lead-inbox': ['seller', 'Hafenwerft Kiel', 0],
  'prm-customer-list': ['seller', 'Chemie Falkenrode', 0],
  'prm-notice-bell': ['seller', '', 0],
  'prm-partner-dashboard': ['seller', 'Approved deals by stage', 0.01],
  'prm-deal-registration': ['seller', 'Expected close', 0.01],
  'prm-deal-desk': ['manager', 'Pump station', 0.01],
  'prm-programme-rules': ['manager', 'An approved deal is protected', 0.01],
  'prm-theme-studio': ['manager', 'Look of the portal', 0.1],
};
const tags = Object.keys(all) as SkeletonTag[];

describe('a page that a server rendered', () => {
  let house: House;
  before(async () => {
    await buildForPages(widgets);
    house = await openHouse(widgets);
  });
  after(() => house?.close());

  /** A page with one widget, its script held back until `wake`, and all that has moved counted. */
  async function openWith(tag: SkeletonTag, options: SkeletonOptions = { nonce }) {
    const [person] = all[tag];
    const policy = [
      "default-src 'none'", `style-src 'nonce-${nonce}'`, `script-src 'nonce-${nonce}' 'strict-dynamic'`, `connect-src 'self' ${house.serviceUrl}`,
      "require-trusted-types-for 'script'", "trusted-types lit-html 'allow-duplicates'",
    ].join('; ');
    house.put(`/${tag}`, {
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="en"><head><title>Rendered</title><style nonce="${nonce}">body { margin: 16px; font: 16px/1.5 sans-serif; }</style>
        <script type="module" nonce="${nonce}">addEventListener('wake', () => import('/prmkit/prmkit.js'))</script></head><body>
        <prm-portal service-url="${house.serviceUrl}" session-url="/session/${person}" locale="${options.locale ?? 'en'}"><${tag}>${renderSkeleton(tag, options)}</${tag}></prm-portal>
        <footer>Below</footer></body></html>`,
    });
    const opened = await house.open(`/${tag}`, (page) => page.evaluateOnNewDocument(() => {
      const moved: { by: number; what: string }[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[] })[]) {
          moved.push({ by: entry.value, what: entry.sources.map(({ node, previousRect: from, currentRect: to }) => `${(node as Element | undefined)?.outerHTML?.slice(0, 60) ?? node?.textContent} ${from.y}+${from.height} → ${to.y}+${to.height}`).join('; ') });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    }));
    const wake = () => opened.page.evaluate(() => dispatchEvent(new Event('wake')));
    return { ...opened, wake };
  }

  const showsContent = (page: Page, tag: SkeletonTag) => page.waitForFunction(
    (name: string, words: string) => document.querySelector(name)?.shadowRoot?.querySelector('.widget[aria-busy=false]')?.textContent.includes(words),
    { timeout: patience }, tag, all[tag][1],
  );
  /** Two pictures later, what moved by the last change is known. */
  const settled = (page: Page) => page.evaluate(() => new Promise<{ by: number; what: string }[]>((resolve) => {
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve((globalThis as unknown as { moved: { by: number; what: string }[] }).moved))), 300);
  }));

  it('has every widget\'s skeleton styled before any script, under a strict policy', async () => {
    for (const tag of tags) {
      const { page, complaints } = await openWith(tag);
      const look = await page.evaluate((name) => {
        const host = document.querySelector(name)!;
        const bone = host.shadowRoot!.querySelector('.skeleton')!;
        const { width, height } = bone.getBoundingClientRect();
        return { display: getComputedStyle(host).display, defined: host.matches(':defined'), drawn: width > 0 && height > 0, colour: getComputedStyle(bone).backgroundColor, left: document.querySelector(`${name} > template`) };
      }, tag);
      assert.deepEqual({ ...look, display: look.display !== 'inline', colour: look.colour !== 'rgba(0, 0, 0, 0)' }, { display: true, defined: false, drawn: true, colour: true, left: null }, tag);
      assert.deepEqual(complaints, [], tag);
    }
  });

  for (const tag of tags) {
    it(`<${tag}> takes its skeleton's place ${all[tag][2] === 0 ? 'without a jump' : 'with little movement'}, and leaves nothing of it`, async () => {
      const { page, complaints, wake } = await openWith(tag);
      await wake();
      await showsContent(page, tag);
      const moved = await settled(page);
      assert.ok(moved.reduce((sum, { by }) => sum + by, 0) <= all[tag][2], JSON.stringify(moved));
      // What is previewed in a studio comes after the studio itself.
      await page.waitForFunction((name) => !document.querySelector(name)!.shadowRoot!.querySelector('.skeleton'), {}, tag);
      const left = await page.evaluate((name) => {
        const root = document.querySelector(name)!.shadowRoot!;
        return { frames: root.querySelectorAll('.widget').length, styles: root.querySelectorAll('style').length, bones: root.querySelectorAll('.skeleton').length };
      }, tag);
      assert.deepEqual(left, { frames: 1, styles: 0, bones: 0 });
      assert.deepEqual(complaints, []);
    });
  }

  it('has a skeleton that is the widget\'s own, before and after it wakes', async () => {
    const { page, wake } = await openWith('prm-deal-list');
    const shape = () => page.evaluate(() => [...document.querySelector('prm-deal-list')!.shadowRoot!.querySelectorAll('*:not(style)')].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.className, x, y, width, height];
    }));
    const before = await shape();
    await page.setRequestInterception(true);
    // Awake, but nobody answers yet.
    page.on('request', (request) => { if (!/\/(session|v1)\//.test(request.url())) void request.continue(); });
    await wake();
    await page.waitForFunction(() => (document.querySelector('prm-deal-list') as unknown as { hasUpdated?: boolean }).hasUpdated);
    assert.deepEqual(await shape(), before);
  });

  it('begins on the reader\'s side', async () => {
    for (const [locale, lang, dir] of [['ar-EG', 'ar', 'rtl'], ['de-AT', 'de', 'ltr'], ['zh-CN', 'zh-Hans', 'ltr'], ['he', 'en', 'ltr']]) {
      assert.match(renderSkeleton('prm-lead-inbox', { locale }), new RegExp(`<div class="widget" part="widget" lang="${lang}" dir="${dir}"`));
    }
    const { page, wake } = await openWith('prm-lead-inbox', { nonce, locale: 'ar' });
    await wake();
    await page.waitForSelector('prm-lead-inbox >>> .widget[dir=rtl][aria-busy=false]');
    assert.deepEqual(await settled(page), []);
  });

  it('lets nothing out of a nonce', () => {
    assert.match(renderSkeleton('prm-deal-list', { nonce: '"><script>' }), /<style nonce="&#34;&#62;&#60;script&#62;">/);
    assert.match(renderSkeleton('prm-deal-list'), /^<template shadowrootmode="open"><style>/);
  });

  it('is rendered in an edge runtime as well', async () => {
    const built = await build({
      configFile: false, logLevel: 'silent', plugins: [drawnSkeletons()],
      build: { write: false, lib: { entry: 'src/server-rendering/index.ts', formats: ['iife'], name: 'prmkit' } },
    });
    const [{ output: [{ code }] }] = built as { output: { code: string }[] }[] as [{ output: [{ code: string }] }];
    const context = vm.createContext({ Intl });
    vm.runInContext(code, context);
    assert.equal(vm.runInContext("prmkit.renderSkeleton('prm-deal-list', { nonce: 'a' })", context), renderSkeleton('prm-deal-list', { nonce: 'a' }));
  });
});
