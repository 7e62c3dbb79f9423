import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { PrmTag } from '../../src/components/definitions.js';
import { patience, type House, type OpenPage } from '../embedding/house.js';

export const skewedClock = readFileSync(new URL('skewed-clock.js', import.meta.url), 'utf8');

/** In the page: a widget's root; the field or button there that is called so. */
const inWidget = `
  const rootOf = (tag) => document.querySelector(tag)?.shadowRoot;
  const clean = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const fieldOf = (tag, name) => [...rootOf(tag)?.querySelectorAll('label') ?? []].find((label) => clean(label.textContent).startsWith(name))?.control;
  const buttonOf = (tag, name) => [...rootOf(tag)?.querySelectorAll('button, [role=row], [role=option]') ?? []]
    .find((one) => one.checkVisibility() && clean(one.ariaLabel ?? one.title + ' ' + one.textContent).includes(name));`;

interface Seen { text: string; stands: 'not yet' | 'skeleton' | 'whole'; faces: string[]; notices: string[] }

/** Somebody at a page with widgets: types by key, presses by pointer, and sees what a widget says. */
export class Visit {
  constructor(readonly opened: OpenPage) {}

  get page(): Page {
    return this.opened.page;
  }

  /** Goes to a page; its clock and pauses can be set, and `before` they are, before any script of the page runs. */
  static async begin(house: House, path: string, { before = '', prepare }: { before?: string; prepare?: (page: Page) => Promise<unknown> } = {}): Promise<Visit> {
    return new Visit(await house.open(path, async (page) => {
      await page.setViewport({ width: 1_280, height: 5_000 });
      await page.evaluateOnNewDocument(`${skewedClock}\n${before}`);
      await prepare?.(page);
    }));
  }

  /** The browser takes the page's memory away, without a word to it; then somebody comes back to it. */
  async discard(): Promise<Visit> {
    const { page } = this;
    const url = page.url();
    const context = page.browserContext();
    const anew = await context.newPage();
    const cdp = await page.createCDPSession();
    void cdp.send('Page.crash').catch(() => undefined);
    await anew.evaluateOnNewDocument(skewedClock);
    await anew.setViewport(page.viewport());
    await anew.goto(url, { waitUntil: 'load' });
    return new Visit({ ...this.opened, page: anew });
  }

  /** Chooses a file of a few words. */
  choose(tag: PrmTag, field: string, name: string): Promise<void> {
    return this.ask(`
      const data = new DataTransfer();
      data.items.add(new File(['The content of ${name}'], '${name}', { type: 'text/plain' }));
      const input = fieldOf('${tag}', '${field}');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));`);
  }

  ask<Answer>(script: string): Promise<Answer> {
    return this.page.evaluate(`(() => { ${inWidget} ${script} })()`) as Promise<Answer>;
  }

  look(tag: PrmTag): Promise<Seen> {
    return this.ask(`
      const widget = rootOf('${tag}')?.querySelector('.widget');
      const all = (name) => [...widget?.querySelectorAll('[data-' + name + ']') ?? []].map((one) => one.dataset[name]);
      return { text: clean(widget?.innerText), stands: !widget ? 'not yet' : widget.ariaBusy === 'true' ? 'skeleton' : 'whole', faces: all('face'), notices: all('notice') };`);
  }

  /** Waits for something; says in the end what there was instead. */
  async until<Found>(what: string, look: () => Promise<Found>, holds: (found: Found) => boolean): Promise<Found> {
    const end = Date.now() + patience;
    for (;;) {
      const found = await look();
      if (holds(found)) return found;
      if (Date.now() > end) throw new Error(`Never ${what}: ${JSON.stringify(found).slice(0, 3_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  sees = (tag: PrmTag, words: string): Promise<Seen> => this.until(`“${words}” in ${tag}`, () => this.look(tag), ({ text }) => text.includes(words));
  loses = (tag: PrmTag, words: string): Promise<Seen> => this.until(`without “${words}” in ${tag}`, () => this.look(tag), ({ text }) => !text.includes(words));

  valueOf(tag: PrmTag, field: string): Promise<string | undefined> {
    return this.ask(`return fieldOf('${tag}', '${field}')?.value;`);
  }

  /** Types after what stands in a field. */
  async type(tag: PrmTag, field: string, text: string): Promise<void> {
    await this.until(`“${field}” in ${tag}`, () => this.ask<boolean>(`
      const field = fieldOf('${tag}', '${field}');
      field?.focus();
      return field !== undefined && rootOf('${tag}').activeElement === field;`), Boolean);
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(text);
  }

  async press(tag: PrmTag, name: string): Promise<void> {
    await this.until(`“${name}” to press in ${tag}`, () => this.ask<boolean>(`
      const button = buttonOf('${tag}', '${name}');
      button?.click();
      return button !== undefined;`), Boolean);
  }
}
