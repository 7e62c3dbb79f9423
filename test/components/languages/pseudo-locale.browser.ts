import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { pseudoLocale, pseudoMessages } from '../../../stories/pseudo-locale.js';
import type { PrmTag } from '../../../src/components/definitions.js';
import { openPage } from '../page.js';
import type { Screen } from '../screen.js';
import { World, type Person } from '../world.js';
import { overflowing } from './overflow.js';

interface Case {
  tag: PrmTag;
  person: (world: World) => Person;
  /** What is seen once it is there. */
  there: string;
  /** Opens what lies behind the first picture, and says what is seen then. */
  open?: { press: (screen: Screen) => Promise<unknown>; there: string };
}

const row = (words: string) => (screen: Screen) => screen.pressRow(words);

const cases: Case[] = [
  { tag: 'prm-deal-list', person: ({ seller }) => seller, there: '.list-body > [role=row]', open: { press: row('Line 4 retrofit'), there: 'dialog .axes' } },
  { tag: 'prm-deal-list', person: ({ seller }) => seller, there: '.list-body > [role=row]', open: { press: (screen) => screen.choose('[Ƀööààŕđ]'), there: '.column' } },
  { tag: 'prm-customer-list', person: ({ seller }) => seller, there: '.list-body > [role=row]', open: { press: row('Brückner'), there: 'dialog .facts' } },
  { tag: 'prm-lead-inbox', person: ({ seller }) => seller, there: '.list-body > [role=row]', open: { press: row('Two pumps'), there: '.facts' } },
  { tag: 'prm-deal-registration', person: ({ seller }) => seller, there: 'form .control' },
  { tag: 'prm-partner-dashboard', person: ({ seller }) => seller, there: '.figures strong' },
  { tag: 'prm-notice-bell', person: ({ seller }) => seller, there: 'button', open: { press: async (screen) => screen.all('button')[0]!.click(), there: '[popover] li' } },
  { tag: 'prm-deal-desk', person: ({ manager }) => manager, there: '.list-body > [role=row]', open: { press: row('Pump station'), there: '.pane .facts' } },
  { tag: 'prm-programme-rules', person: ({ principal }) => principal, there: '.rule-part .control' },
];

describe('what does not fit', () => {
  it('is found: outside, spilling, cut off or scrolling sideways', () => {
    const widget = document.body.appendChild(document.createElement('div'));
    widget.style.width = '100px';
    widget.attachShadow({ mode: 'open' }).innerHTML = `<style>p { white-space: nowrap; margin: 0 } .cut { overflow: hidden } .scroll { overflow: auto } .short { overflow: hidden; text-overflow: ellipsis } .out { width: 200px }</style>
      <p class="spill">a text that is far too long</p><p class="cut">a text that is far too long</p><p class="scroll">a text that is far too long</p><p class="short">a text that is far too long</p><p class="out">wide</p><p>fits</p>`;
    expect(overflowing(widget).map((one) => one.replace(/“.*” /, '').replace(/\d+/, 'n'))).to.deep.equal([
      '<p class="spill"> spills n px', '<p class="cut"> is cut off', '<p class="scroll"> scrolls sideways', '<p class="out"> stands n px out',
    ]);
    widget.remove();
  });
});

describe('in a language that is two fifths longer', () => {
  let world: World;
  before(async () => {
    world = await World.create();
    await world.addSubmitted(world.seller, { name: 'Pump station' });
    await world.addSubmitted(world.seller, { name: 'Line 4 retrofit' });
    await world.addDraft(world.seller, { name: 'Spare parts' });
    await world.addOffered(world.seller);
    await world.deliver();
  });
  after(() => setViewport({ width: 800, height: 600 }));

  for (const width of [320, 1_280]) {
    for (const { tag, person, there, open } of cases) {
      it(`${tag} fits ${width} pixels, and what it opens: ${open?.there ?? 'nothing'}`, async () => {
        await setViewport({ width, height: 900 });
        const { screen, portal } = await openPage(world, person(world), tag, { locale: pseudoLocale, messages: await pseudoMessages(tag) });
        await screen.until(() => screen.all(there).length > 0, `${tag} shows ${there}`);
        expect(screen.text).to.match(/\[[^[\]]*é[^[\]]*\]/);
        expect(overflowing(screen.widget)).to.deep.equal([]);
        if (open) {
          await open.press(screen);
          await screen.until(() => screen.all(open.there).length > 0 || screen.widget.shadowRoot!.querySelector(open.there)?.checkVisibility(), `${tag} opens ${open.there}`);
          expect(overflowing(screen.widget)).to.deep.equal([]);
        }
        expect(portal.scrollWidth).to.be.at.most(width);
      });
    }
  }
});
