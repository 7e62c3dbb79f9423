/** What every framework's example must do, in a real browser over the real service. */
import assert from 'node:assert/strict';
import type { House } from '../embedding/house.js';

/** `rendered`: a server rendered the list's skeleton. */
export async function exampleJourney(house: House, url: string, { rendered }: { rendered: boolean }): Promise<void> {
  const html = await (await fetch(url)).text();
  assert.equal(/<prm-deal-list[^>]*><template shadowrootmode="open"><style>/.test(html), rendered, 'the skeleton stands in the page');

  const asked: string[] = [];
  const { page, complaints, warnings } = await house.open(url, async (page) => {
    page.on('request', (request) => {
      if (request.url().startsWith(house.serviceUrl) && request.method() === 'GET') asked.push(new URL(request.url()).pathname);
    });
    await page.evaluateOnNewDocument(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
  });
  const sees = (words: string) => page.waitForFunction((text: string) => document.querySelector('prm-deal-list')?.shadowRoot?.textContent.includes(text), {}, words);
  const times = (path: string) => asked.filter((one) => one === path).length;

  // The widget shows data, in one frame, by one subscription: also where React mounts twice.
  await sees('Line 4 retrofit');
  await page.waitForFunction(() => document.querySelector('#person')!.textContent === 'Sven Seller');
  assert.deepEqual([times('/v1/deals'), times('/v1/session')], [1, 1], asked.join());
  assert.deepEqual(await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('prm-deal-list')!;
    return [shadowRoot!.querySelectorAll('.widget').length, shadowRoot!.querySelectorAll('style').length];
  }), [1, 0]);
  if (rendered) assert.deepEqual(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts), []);

  // An object as a property; an event heard once; what stands in the slot.
  const portal = await page.evaluate(() => {
    const element = document.querySelector('prm-portal')!;
    return { primary: element.style.getPropertyValue('--prm-color-primary'), signIns: document.querySelector<HTMLElement>('#person')!.dataset.signIns, slot: getComputedStyle(element.querySelector('h1')!).display };
  });
  assert.deepEqual(portal, { primary: '#7a1f3d', signIns: '1', slot: 'block' });

  // A method through the ref.
  await page.click('#reconnect');
  await page.waitForFunction(() => document.querySelector<HTMLElement>('#person')!.dataset.signIns === '2');

  // An event that is prevented: the page's own form in place of the widget's.
  await page.click('prm-deal-list >>> .toolbar .primary');
  await page.waitForSelector('#own-form', { visible: true });
  assert.equal(await page.$('prm-deal-list >>> dialog[open]'), null);

  // A property that the page changes.
  await page.click('#look');
  await page.waitForSelector('prm-deal-list >>> [part=board]');

  assert.deepEqual([complaints, warnings], [[], []]);
}
