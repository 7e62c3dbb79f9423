import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import { behind, openStories, type Stories, type StoryPage, type View } from './stories.js';
import { whole } from '../whole.js';

interface Found { violations: string[]; incomplete: string[]; askedAgain: number }

const script = readFileSync(new URL('hold-against-axe.js', import.meta.url), 'utf8');
const views: View[] = (['ltr', 'rtl'] as const).flatMap((direction) => (['light', 'dark', 'forced'] as const).map((scheme) => ({ scheme, direction })));

describe('every story, held against axe', () => {
  let stories: Stories;
  before(async () => (stories = await openStories('.prmkit/axe-stories')));
  after(() => stories?.close());

  const ask = async ({ page }: StoryPage) => (await page.evaluate(script)) as Found;

  async function open(): Promise<StoryPage> {
    const opened = await stories.open();
    await opened.page.evaluate(axe.source);
    return opened;
  }

  it('knows a nameless button, a faint word and a small target when it meets them, whatever the view', async () => {
    const shown = await open();
    await shown.show({ id: 'customer-list--of-a-seller' });
    await shown.page.evaluate(`document.querySelector('prm-customer-list').shadowRoot.querySelector('.widget')
      .insertAdjacentHTML('beforeend', '<button></button><p style="color:#888;background:#777;forced-color-adjust:none">faint</p><a href="#one" style="display:block;height:8px;line-height:8px">a</a><a href="#two" style="display:block;height:8px;line-height:8px">b</a>')`);
    for (const view of views) {
      await shown.look(view);
      const rules = (await ask(shown)).violations.map((one) => one.split(' ')[0]!);
      assert.deepEqual([...new Set(rules)].sort(), ['button-name', 'color-contrast', 'target-size'], JSON.stringify(view));
    }
    await shown.page.close();
  });

  it('in the light, the dark and forced colours, from left to right and in Arabic, nothing is wrong and nothing is left to guess', async () => {
    const queue = [...stories.all.entries()];
    let looks = 0;
    const violations: string[] = [];
    const incomplete: string[] = [];
    let askedAgain = 0;
    const lookAt = async (shown: StoryPage, name: string, seen: readonly View[]): Promise<void> => {
      for (const view of seen) {
        looks += 1;
        await shown.look(view);
        const found = await ask(shown);
        const saying = (one: string): string => `${name}, ${view.scheme}, ${view.direction}: ${one}`;
        violations.push(...found.violations.map(saying));
        incomplete.push(...found.incomplete.map(saying));
        askedAgain += found.askedAgain;
      }
    };
    const work = async (): Promise<void> => {
      const shown = await open();
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, story] = next;
        const more = behind[story.id];
        await shown.show(story);
        // The other faces are made of the same parts: each is looked at in one view, in turn.
        await lookAt(shown, `${story.title}, ${story.name}`, more || whole ? views : views.filter((_, at) => at === index % views.length));
        if (!more) continue;
        await shown.press(more.press, more.there);
        await lookAt(shown, `${story.title}, ${story.name}, opened`, views);
      }
    };
    // Two pages share the stories: one draws while the other waits for its service.
    await Promise.all([work(), work()]);
    console.log(`ℹ axe: ${stories.all.length} stories and ${Object.keys(behind).length} of them opened, ${looks} looks in ${views.length} views, ${violations.length} violations, ${incomplete.length} incomplete (${askedAgain} settled by a second look)`);
    assert.deepEqual({ violations, incomplete }, { violations: [], incomplete: [] });
  });
});
