import type { Page } from 'puppeteer-core';

/** Milliseconds until what does not come is given up: a bound for what hangs, and no measure of speed. */
export const patience = 120_000;

// As text: what compiles this file would leave its own marks in a function.
const look = `(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return { name: '', row: false, seen: true };
  const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? '';
  const shown = at.matches('input[type=radio], input[type=checkbox]') && at.labels?.[0] ? at.labels[0] : at;
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2, y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  let over = document.elementFromPoint(x, y);
  while (over?.shadowRoot?.elementFromPoint(x, y) && over.shadowRoot.elementFromPoint(x, y) !== over) over = over.shadowRoot.elementFromPoint(x, y);
  return { name: label.replace(/\\s+/g, ' ').trim(), row: at.getAttribute('role') === 'row', seen: shown.contains(over) || !!over?.contains(shown) };
})()`;

interface Focus {
  name: string;
  /** One of many in a list, of which Tab reaches one. */
  row: boolean;
  seen: boolean;
}

const read = `(function read(root) {
  return [...root.querySelectorAll('*')]
    .map((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('')
      + (element.shadowRoot ? read(element.shadowRoot) : '')).join(' ');
})(document)`;

/** Somebody at a page with a keyboard alone. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** What stands on the page, shadow roots included. */
  get text(): Promise<string> {
    return (this.page.evaluate(read) as Promise<string>).then((text) => text.replace(/\s+/g, ' '));
  }

  async sees(words: string): Promise<void> {
    const end = Date.now() + patience;
    while (!(await this.text).includes(words)) {
      if (Date.now() > end) throw new Error(`The page never showed “${words}”: ${(await this.text).slice(-2_500)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Goes by Tab, and among rows by arrows, to what is called so: whose name is, or begins with, these words. Fails where the focus cannot be seen on the way. */
  async tabTo(name: string): Promise<void> {
    const end = Date.now() + patience;
    const passed: string[] = [];
    for (;;) {
      const focus = await this.#focus();
      if (!focus.seen) throw new Error(`The focus on “${focus.name}” is not to be seen.`);
      if (focus.name === name || focus.name.startsWith(`${name} `)) return;
      const within = focus.row && passed.at(-1) !== focus.name;
      passed.push(focus.name);
      if (Date.now() > end) throw new Error(`There is no way to “${name}”: ${[...new Set(passed)].join(' | ').slice(0, 3_000)}`);
      await this.page.keyboard.press(within ? 'ArrowDown' : 'Tab');
    }
  }

  /** What has the focus. A page that scrolls gently has a moment to bring it into view. */
  async #focus(): Promise<Focus> {
    for (let tries = 0; ; tries += 1) {
      const focus = (await this.page.evaluate(look)) as Focus;
      if (focus.seen || tries === 50) return focus;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Goes there and presses Enter. */
  async press(name: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('Enter');
  }

  async fill(name: string, text: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.type(text);
  }

  /** A letter of a widget's own keys. */
  key(key: 'a' | 'r' | 'u' | 'Enter' | 'Escape' | 'ArrowDown'): Promise<void> {
    return this.page.keyboard.press(key);
  }
}
