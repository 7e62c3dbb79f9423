import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { definitions } from '../../src/components/definitions.js';
import { buildForPages } from './build.js';
import { hosts, plain, type Host } from './hosts.js';
import { openHouse, patience, type House, type OpenPage } from './house.js';

const widgets = '.prmkit/hosts-widgets';
const inspect = readFileSync(new URL('inspect.js', import.meta.url), 'utf8');
/** Share of pixels that may differ: the smoothing of letters that begin at another fraction of a pixel. */
const mostDifferent = 0.002;

interface Standing {
  tag: string; ready: boolean; stuck: string | null; width: number; height: number; fontSize: string; color: string; background: string;
  text: string; wide: number; small: string[]; cut: string[]; moving: number;
}

const forVendor = ['prm-deal-desk', 'prm-programme-rules'];
const forPartner = Object.keys(definitions).filter((tag) => tag !== 'prm-portal' && !forVendor.includes(tag));
const all = [...forPartner, ...forVendor];

/** Words by which each is known to be there. */
const says: Record<string, string> = {
  'prm-deal-list': 'Line 4 retrofit', 'prm-lead-inbox': 'Hafenwerft Kiel', 'prm-partner-dashboard': 'Approved deals by stage', 'prm-customer-list': 'Chemie Falkenrode',
  'prm-notice-bell': '', 'prm-theme-studio': 'Look of the portal', 'prm-deal-registration': 'Register deal', 'prm-deal-desk': 'Pump station', 'prm-programme-rules': 'An approved deal is protected',
};

/** The sheet of every host: where the widgets stand, against whatever else it says. */
const ground = (width: number) => `
  body { margin: 0; font: 16px/1.5 sans-serif; }
  #place#place { font: 16px/1.5 sans-serif !important; display: block !important; width: ${width}px !important; }
  #place#place .between { display: block !important; padding-bottom: 8px !important; }`;

const portal = (serviceUrl: string, person: string, tags: readonly string[]) => `
  <prm-portal service-url="${serviceUrl}" session-url="/session/${person}" locale="en" color-scheme="light">
    ${tags.map((tag) => `<div class="between"><${tag}></${tag}></div>`).join('')}
  </prm-portal>`;

describe('in somebody else\'s house', () => {
  let house: House;
  let plainLook: Map<string, PNG>;
  before(async () => {
    await buildForPages(widgets);
    house = await openHouse(widgets);
    const { page } = await enter(plain);
    await settle(page);
    plainLook = await looks(page);
    house.put('/second-lit.js', { body: await secondLit() });
  });
  after(() => house?.close());

  async function enter({ name, css = '', script = '', beside = '', headers, prepare, width = 900, viewport = 1_280 }: Host, body = ''): Promise<OpenPage> {
    const path = `/hosts/${name.replace(/\W+/g, '-')}`;
    house.put(`${path}.css`, { body: ground(width) + css });
    house.put(`${path}.js`, { body: script });
    house.put(path, {
      headers: headers?.(house.serviceUrl) ?? {},
      body: `<!doctype html><html lang="en"><head><title>Host</title><link rel="stylesheet" href="${path}.css">
        <script src="${path}.js" nonce="abc"></script><script type="module" src="/prmkit/prmkit.js" nonce="abc"></script></head>
        <body>${beside}<div id="ancestor"><div id="place">${body || portal(house.serviceUrl, 'seller', forPartner) + portal(house.serviceUrl, 'manager', forVendor)}</div></div></body></html>`,
    });
    return house.open(path, async (page) => {
      await page.setViewport({ width: viewport, height: 7_000 });
      await prepare?.(page);
    });
  }

  const standing = (page: Page) => page.evaluate(inspect) as Promise<Standing[]>;

  /** Waits until every widget is ready, and answers how they stand. */
  async function settle(page: Page): Promise<Standing[]> {
    const end = Date.now() + patience;
    for (;;) {
      const found = await standing(page);
      if (found.length === all.length && found.every(({ ready, stuck }) => ready || stuck)) return found;
      if (Date.now() > end) throw new Error(`Not ready: ${JSON.stringify(found.filter(({ ready }) => !ready))}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** How each widget is drawn, from one picture of all. */
  async function looks(page: Page): Promise<Map<string, PNG>> {
    const boxes = await page.evaluate(`[...document.querySelectorAll('${all.join()}')].map((host) => {
      const { x, y, width, height } = host.shadowRoot.querySelector('.widget').getBoundingClientRect();
      return [host.localName, Math.round(x), Math.round(y), Math.round(width), Math.round(height)];
    })`) as [string, number, number, number, number][];
    const height = Math.max(...boxes.map(([, , top, , tall]) => top + tall));
    const whole = PNG.sync.read(Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width: 900, height }, optimizeForSpeed: true })));
    return new Map(boxes.map(([tag, x, y, width, height]) => {
      const part = new PNG({ width, height });
      PNG.bitblt(whole, part, x, y, width, height, 0, 0);
      return [tag, part];
    }));
  }

  /** Which widgets look otherwise than on the plain page. */
  async function differences(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const [tag, other] of await looks(page)) {
      const one = plainLook.get(tag)!;
      if (one.width !== other.width || one.height !== other.height) {
        found.push(`${tag} is ${other.width}×${other.height} and not ${one.width}×${one.height}`);
        continue;
      }
      const share = pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.1 }) / (one.width * one.height);
      if (share > mostDifferent) found.push(`${tag} differs in ${(share * 100).toFixed(2)} % of its pixels`);
    }
    return found;
  }

  /** What the deal list's first row, its dialog and the focus are doing, and what stands uppermost at the top of the window. */
  const dealList = (page: Page) => page.evaluate(`(() => {
    const root = document.querySelector('prm-deal-list').shadowRoot;
    const dialog = root.querySelector('dialog:modal');
    return {
      open: dialog !== null && dialog.innerText.includes('Chemie Falkenrode'),
      closed: dialog === null,
      onRow: root.activeElement?.matches('.list-body > .row') ?? false,
      uppermost: document.elementFromPoint(innerWidth / 2, 30)?.localName,
    };
  })()`) as Promise<{ open: boolean; closed: boolean; onRow: boolean; uppermost: string }>;

  async function until(page: Page, what: string, holds: (now: Awaited<ReturnType<typeof dealList>>) => boolean): Promise<void> {
    const end = Date.now() + patience;
    for (let now = await dealList(page); !holds(now); now = await dealList(page)) {
      if (Date.now() > end) throw new Error(`Not ${what}: ${JSON.stringify(now)}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  const focusRow = (page: Page) => page.evaluate("document.querySelector('prm-deal-list').shadowRoot.querySelector('.list-body > .row[tabindex=\"0\"]').focus()");

  /** Opens a deal by keyboard, above all else of the page, and closes it. */
  async function openAndClose(page: Page): Promise<void> {
    await focusRow(page);
    await page.keyboard.press('Enter');
    await until(page, 'open above all', ({ open, uppermost }) => open && uppermost === 'prm-deal-list');
    await page.keyboard.press('Escape');
    await until(page, 'closed with the focus back', ({ closed, onRow }) => closed && onRow);
  }

  /** Presses what bears these words in a widget, and waits until something is there. */
  async function press(page: Page, tag: string, words: string, until: string): Promise<void> {
    const end = Date.now() + patience;
    const inRoot = (script: string) => page.evaluate(`(() => { const root = document.querySelector('prm-portal').parentElement.querySelector('${tag}').shadowRoot; return ${script}; })()`);
    const found = `[...root.querySelectorAll('button, .list-body > [role=row]')].find((one) => one.checkVisibility() && (one.getAttribute('aria-label') ?? one.innerText).includes('${words}'))`;
    while (!(await inRoot(`${found} !== undefined`)) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 30));
    await inRoot(`${found}.click()`);
    while (!(await inRoot(until))) {
      if (Date.now() > end) throw new Error(`“${words}” of ${tag} comes to nothing: ${String(await inRoot("root.querySelector('.widget').innerText"))}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** Each widget's own thing, with the forms, dialogs and schemas that are loaded for it. */
  async function useAll(page: Page): Promise<void> {
    await press(page, 'prm-deal-registration', 'Register deal', "root.querySelector('[aria-invalid=true]') !== null");
    await press(page, 'prm-customer-list', 'Add customer', "root.querySelector('dialog:modal input') !== null");
    await page.keyboard.press('Escape');
    await press(page, 'prm-lead-inbox', 'Two pumps', "root.querySelector('.widget').innerText.includes('jens@hafenwerft.example') || root.querySelector('.widget').innerText.includes('Accept')");
    await press(page, 'prm-deal-desk', 'Approve', "root.querySelector('.widget').innerText.includes('Protection in days')");
    await press(page, 'prm-notice-bell', '', "root.querySelector(':popover-open') !== null");
    await page.keyboard.press('Escape');
    await press(page, 'prm-deal-list', 'Register deal', "root.querySelector('dialog:modal prm-deal-registration')?.shadowRoot?.querySelector('form, fieldset') != null");
    await page.keyboard.press('Escape');
  }

  for (const host of [plain, ...hosts]) {
    it(`every widget stands and works in ${host.name}`, async () => {
      const { page, complaints } = await enter(host);
      await settle(page);
      if (host.inside) await page.evaluate(putInside(host.inside));
      const found = await settle(page);
      const faults = found.flatMap(({ tag, stuck, width, fontSize, wide, small, cut, text, moving, color, background }) => [
        stuck && `${tag} shows ${stuck}`,
        !text.includes(says[tag]!) && `${tag} does not say “${says[tag]}”, but: ${text}`,
        width < 24 && `${tag} is ${width} px wide`,
        fontSize !== '14px' && `${tag} has letters of ${fontSize}`,
        color === background && `${tag} has letters of the colour of its ground`,
        wide > 1 && `${tag} is ${wide} px too wide for its place`,
        host.still && moving > 0 && `${tag} moves`,
        ...small.map((one) => `${tag}: ${one} is too small`),
        ...cut.map((one) => `${tag}: ${one}`),
      ].filter((fault) => typeof fault === 'string'));
      if (host.looksAlike) faults.push(...(await differences(page)));
      await openAndClose(page);
      if (host.isUsed) await useAll(page);
      assert.deepEqual([...faults, ...complaints], []);
      await page.browserContext().close();
    });
  }

  it('every widget fills a tab that was hidden while it loaded, once that is shown', async () => {
    const { page, complaints } = await enter({ name: 'a hidden tab', css: '#ancestor:not(.shown) { display: none; }' });
    assert.equal(await page.evaluate("customElements.get('prm-deal-list')"), undefined);
    await page.evaluate("import('/prmkit/prmkit.js').then(({ definePrmElements }) => definePrmElements())");
    await page.waitForNetworkIdle();
    await page.evaluate("document.querySelector('#ancestor').classList.add('shown')");
    await settle(page);
    await page.waitForSelector('prm-deal-desk >>> .pane-foot');
    assert.deepEqual([...(await differences(page)), ...complaints], []);
    await openAndClose(page);
  });

  describe('where the page takes keys for itself', () => {
    const swallow = (what: string) => `document.addEventListener('keydown', function (event) { ${what} }, true);`;
    const inSearch = (page: Page) => page.waitForSelector('prm-deal-list >>> input[type=search]');
    const valueOf = (page: Page) => page.evaluate("document.querySelector('prm-deal-list').shadowRoot.querySelector('input[type=search]').value");

    it('what is typed into a field is no shortcut of the page', async () => {
      const script = "document.addEventListener('keydown', function (event) { if (/INPUT|TEXTAREA/.test(event.target.tagName)) return; event.preventDefault(); });";
      const { page } = await enter({ name: 'shortcuts', script });
      await settle(page);
      await (await inSearch(page))!.type('Pump');
      assert.equal(await valueOf(page), 'Pump');
    });

    it('buttons, fields and dialogs work by keyboard where no key is heard further down, and rows by pointer', async () => {
      const { page, complaints } = await enter({ name: 'keys stopped', script: swallow('event.stopImmediatePropagation();') });
      await settle(page);
      await (await inSearch(page))!.type('Pump');
      assert.equal(await valueOf(page), 'Pump');
      await (await page.waitForSelector('prm-deal-list >>> .list-body > .row'))!.click();
      await until(page, 'open', ({ open }) => open);
      await page.keyboard.press('Escape');
      await until(page, 'closed', ({ closed }) => closed);
      await page.focus('prm-notice-bell >>> button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('prm-notice-bell >>> :popover-open');
      assert.deepEqual(complaints, []);
    });

    it('everything works by pointer where every key is taken away', async () => {
      const { page, complaints } = await enter({ name: 'keys prevented', script: swallow('event.stopImmediatePropagation(); event.preventDefault();') });
      await settle(page);
      await (await page.waitForSelector('prm-deal-list >>> .list-body > .row'))!.click();
      await until(page, 'open', ({ open }) => open);
      await (await page.waitForSelector('prm-deal-list >>> dialog .dialog-head button'))!.click();
      await until(page, 'closed', ({ closed }) => closed);
      assert.deepEqual(complaints, []);
    });
  });

  it('shows what is now where a service worker keeps whatever it saw', async () => {
    house.put('/hosts/worker.js', { body: keepAll });
    const script = "navigator.serviceWorker.register('/hosts/worker.js');";
    const { page, complaints } = await enter({ name: 'a service worker', script });
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.reload();
    await settle(page);
    assert.equal(await page.evaluate('navigator.serviceWorker.controller !== null'), true);
    const { seller } = house.people;
    const { body: { data: [customer] } } = await house.service.request('GET', '/v1/customers', { token: seller.token });
    await house.service.request('POST', '/v1/deals', { token: seller.token, body: { name: 'A deal from elsewhere', customerId: customer.id } });
    await page.reload();
    const found = await settle(page);
    assert.match(found.find(({ tag }) => tag === 'prm-deal-list')!.text, /A deal from elsewhere/);
    assert.deepEqual(complaints, []);
  });
});

/** As many are written: cache first, whatever it is and wherever it comes from. */
const keepAll = `
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  self.addEventListener('fetch', (event) => {
    if (event.request.method !== 'GET') return;
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request).then((answer) => {
      const copy = answer.clone();
      caches.open('all').then((cache) => cache.put(event.request, copy)).catch(() => undefined);
      return answer;
    })));
  });`;

const putInside = (sheet: string) => `for (const { shadowRoot } of document.querySelectorAll('prm-portal *')) {
  if (!shadowRoot) continue;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(sheet)});
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
}`;

/** Another copy of Lit than the widgets', as a page brings along that has elements of its own. */
async function secondLit(): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'silent', publicDir: false, define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', lib: { entry: 'test/embedding/second-lit.js', formats: ['es'] } },
  });
  const [{ output }] = built as { output: { code: string }[] }[] as [{ output: [{ code: string }] }];
  return output[0].code;
}
