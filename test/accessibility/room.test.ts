import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { behind, openStories, type Stories, type StoryPage } from './stories.js';

interface Standing { tag: string; wide: number; small: string[]; cut: string[] }

const inspect = readFileSync(new URL('../embedding/inspect.js', import.meta.url), 'utf8');

interface Situation {
  name: string;
  /** CSS pixels; 320 is a window of 1,280 at a zoom of 400 %, 500 one of 1,000 at 200 %. */
  width: number;
  /** Text alone, as a host that follows the reader's font size sets it. */
  text?: 2;
  /** What a reader's own sheet says, in every shadow root. */
  sheet?: string;
}

const spacing = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';
const situations: Situation[] = [
  { name: 'on a desk', width: 1_280 },
  { name: 'at 320 pixels, which is a zoom of 400 %', width: 320 },
  { name: 'at a zoom of 200 %', width: 500 },
  { name: 'with text of 200 %', width: 1_280, text: 2 },
  { name: 'with text of 200 % on a phone', width: 360, text: 2 },
  { name: 'with the text spacing of WCAG 1.4.12', width: 1_280, sheet: spacing },
  { name: 'with that spacing on a phone', width: 360, sheet: spacing },
];

const arrange = (page: Page, { text, sheet }: Situation) => page.evaluate(`(() => {
  const { documentElement: root, body } = document;
  root.style.fontSize = '${text ? '200%' : ''}';
  body.style.setProperty('--prm-font-size-base', '${text ? '28px' : '14px'}');
  for (const { shadowRoot } of document.querySelectorAll('prm-portal *')) {
    if (!shadowRoot) continue;
    const others = shadowRoot.adoptedStyleSheets.filter((sheet) => !sheet.ofReader);
    const sheet = Object.assign(new CSSStyleSheet(), { ofReader: true });
    sheet.replaceSync(${JSON.stringify(sheet ?? '')});
    shadowRoot.adoptedStyleSheets = [...others, sheet];
  }
  // Heights come to the lists by an observer, a frame later.
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
})()`);

/** What of the page runs out to the side, where only a table or a board may be scrolled. */
const outward = "Math.max(0, document.documentElement.scrollWidth - innerWidth)";

describe('room for fingers, for narrow windows and for large text', () => {
  let stories: Stories;
  let shown: StoryPage;
  let measured = 0;
  let wrong = 0;
  before(async () => {
    stories = await openStories('.prmkit/room-stories');
    shown = await stories.open();
  });
  after(async () => {
    console.log(`ℹ room: ${measured} faces measured for targets of 24 × 24, reflow and text cut off, ${wrong} wrong`);
    await stories?.close();
  });

  async function faults(name: string): Promise<string[]> {
    const found: string[] = [];
    for (const situation of situations) {
      await shown.page.setViewport({ width: situation.width, height: 900 });
      await arrange(shown.page, situation);
      const [standing] = (await shown.page.evaluate(inspect)) as [Standing];
      const beside = (await shown.page.evaluate(outward)) as number;
      const saying = (what: string): string => `${name}, ${situation.name}: ${what}`;
      measured += 1;
      if (beside > 0) found.push(saying(`the page scrolls sideways by ${beside}`));
      if (standing.wide > 0) found.push(saying(`the widget is too wide by ${standing.wide}`));
      found.push(...standing.small.map((one) => saying(`${one} is small`)), ...standing.cut.map((one) => saying(`${one} is cut off`)));
    }
    wrong += found.length;
    await shown.page.setViewport({ width: 1_000, height: 900 });
    await arrange(shown.page, situations[0]!);
    return found;
  }

  for (const story of Object.keys(behind)) {
    it(`${story.slice(0, story.indexOf('--')).replace('-', ' ')}: every target has 24 pixels, and every word its place`, async () => {
      await shown.show({ id: story });
      const found = await faults('at first');
      const { press, there } = behind[story]!;
      await shown.press(press, there);
      assert.deepEqual([...found, ...(await faults('opened'))], []);
    });
  }

  it('covers each widget that has stories', () => {
    const named = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => id.slice(0, id.indexOf('--'))))].sort();
    assert.deepEqual(named(Object.keys(behind)), named(stories.all.map(({ id }) => id)));
  });
});
