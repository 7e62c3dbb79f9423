import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { PrmTag } from '../../../src/components/definitions.js';
import { expectAccessible } from '../accessible.js';
import { openPage } from '../page.js';
import type { Screen } from '../screen.js';
import { atOnce, World, type Person } from '../world.js';

interface Case {
  tag: PrmTag;
  person: (world: World) => Person;
  /** What is there once it is loaded. */
  there: string;
  /** Opens what lies behind the first picture, and says what is there then. */
  open?: { press: (screen: Screen) => unknown; there: string };
}

const rows = '.list-body > [role=row]:not([aria-busy])';
const row = (words: string) => (screen: Screen) => screen.pressRow(words);

const cases: Case[] = [
  { tag: 'prm-deal-list', person: ({ seller }) => seller, there: rows, open: { press: row('خط الإنتاج'), there: 'dialog .facts' } },
  { tag: 'prm-customer-list', person: ({ seller }) => seller, there: rows, open: { press: row('Brückner'), there: 'dialog .facts' } },
  { tag: 'prm-lead-inbox', person: ({ seller }) => seller, there: rows, open: { press: row('مضختان'), there: '.facts' } },
  { tag: 'prm-deal-registration', person: ({ seller }) => seller, there: 'form .control' },
  { tag: 'prm-partner-dashboard', person: ({ seller }) => seller, there: '.figures strong' },
  { tag: 'prm-notice-bell', person: ({ manager }) => manager, there: 'button', open: { press: (screen: Screen) => screen.all('button')[0]!.click(), there: '[popover] li' } },
  { tag: 'prm-deal-desk', person: ({ manager }) => manager, there: rows, open: { press: row('Pump & Co.'), there: '.pane-head' } },
  { tag: 'prm-programme-rules', person: ({ principal }) => principal, there: '.rule-content .control' },
];

/** What people and programmes in these tests are called, what is written with Latin letters everywhere, and a date field's own words. */
const ofNobodysLanguage =
  /Brückner Maschinenbau|bruckner machines|Pump & Co\.|Hafenwerft Kiel|Jens Petersen|Nordwind|Südlicht|\b(?:Ada Admin|Sven Seller|Cara Colleague|Mara Manager|Petra Principal|Rita Rival)\b|\S+@\S+|example\.com|https?:\S+|\b(?:EUR|PDF|CSV|Excel|Office|Enter|Escape|Ctrl|[A-Z])\b/g;

/** All that a widget says to eyes and ears, as it stands in its shadow root. */
function sayings(root: ShadowRoot): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(root.querySelector('.widget')!, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) found.push(node.nodeValue!);
  for (const element of root.querySelectorAll('*')) {
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
  }
  return found.map((text) => text.trim()).filter(Boolean);
}

/** What of a widget stands out of the frame that it is in, where nothing around scrolls it. */
function standingOut(widget: HTMLElement): string[] {
  return [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.widget *')].filter((element) => {
    if (element.closest('.visually-hidden, svg') || !element.checkVisibility({ visibilityProperty: true }) || element.getClientRects().length === 0) return false;
    const frame = element.closest<HTMLElement>('dialog, [popover]') ?? widget;
    for (let at = element.parentElement; at && at !== frame; at = at.parentElement) if (getComputedStyle(at).overflowX !== 'visible') return false;
    const [own, around] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
    return own.width > 0 && (own.right > around.right + 1 || own.left < around.left - 1);
  }).map((element) => `<${element.localName} class="${element.className}"> ${element.innerText.slice(0, 40)}`);
}

/** Whether a text begins at its left. */
function runsFromTheLeft(element: HTMLElement): boolean {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
  const at = (index: number) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    return range.getBoundingClientRect().left;
  };
  return at(0) < at(text.nodeValue!.trimEnd().length - 1);
}

const region = () => document.querySelector<HTMLElement>('body > [role=status]')!;
/** What was announced, without the marks that shut names off. */
const spoken = () => region()?.textContent?.replace(/[\u2066-\u2069]/g, '') ?? '';

describe('from right to left', () => {
  let world: World;
  before(async () => {
    world = await World.create(atOnce);
    const customerId = (await world.addCustomer(world.seller, { city: 'كاسل', contacts: [{ name: 'Jens Petersen', email: 'jens@customer.example' }] })).id;
    await world.addSubmitted(world.seller, { name: 'Pump & Co.', customerId });
    await world.addApproved(world.seller, { name: 'خط الإنتاج 4', customerId });
    const { id } = await world.addApproved(world.seller, { name: 'محطة الضخ', customerId });
    await world.call(world.seller, 'POST', `/v1/deals/${id}/stage`, { stage: 'closed_won' });
    await world.addDraft(world.seller, { name: 'قطع غيار', customerId });
    await world.addOffered(world.seller, { subject: 'مضختان للرصيف 3', city: 'كيل', message: 'نخطط لفصل الربيع.' });
    await world.deliver();
  });
  after(() => setViewport({ width: 800, height: 600 }));

  for (const { tag, person, there, open } of cases) {
    for (const width of [320, 1_280]) {
      it(`${tag} speaks Arabic throughout, in an English page of ${width} pixels`, async () => {
        await setViewport({ width, height: 900 });
        const { screen, portal } = await openPage(world, person(world), tag, { locale: 'ar-AE' });
        const check = () => {
          const root = screen.widget.shadowRoot!.querySelector<HTMLElement>('.widget')!;
          expect([root.lang, getComputedStyle(root).direction, document.documentElement.dir]).to.deep.equal(['ar', 'rtl', '']);
          const latin = sayings(screen.widget.shadowRoot!).filter((text) => /[a-z]{2}/i.test(text.replace(ofNobodysLanguage, '')));
          expect(latin, 'words that are not Arabic').to.deep.equal([]);
          expect(standingOut(screen.widget)).to.deep.equal([]);
          expect(document.documentElement.scrollWidth).to.be.at.most(width);
        };
        await screen.until(() => screen.all(there).length > 0 && screen.all('.skeleton').length === 0, `${tag} shows ${there}`);
        check();
        if (open) {
          await open.press(screen);
          await screen.until(() => screen.all(open.there).length > 0 && screen.all('.skeleton').length === 0, `${tag} opens ${open.there}`);
          check();
        }
        if (width === 320) await expectAccessible(portal);
      });
    }
  }

  it('a widget runs as its own words do, whatever the page around it', async () => {
    document.documentElement.dir = 'rtl';
    try {
      for (const [locale, lang, direction] of [['en', 'en', 'ltr'], ['ja', 'ja', 'ltr'], ['zh-CN', 'zh-Hans', 'ltr'], ['zh-TW', 'en', 'ltr'], ['he', 'en', 'ltr'], ['ar', 'ar', 'rtl']] as const) {
        const { screen } = await openPage(world, world.seller, 'prm-customer-list', { locale });
        const root = screen.widget.shadowRoot!.querySelector<HTMLElement>('.widget')!;
        await screen.until(() => root.lang === lang, `It is ${lang} for ${locale}`);
        expect(getComputedStyle(root).direction, locale).to.equal(direction);
      }
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });

  it('a Latin name keeps its full stop at its end, and stands where its column begins', async () => {
    await setViewport({ width: 1_280, height: 900 });
    const { screen } = await openPage(world, world.seller, 'prm-deal-list', { locale: 'ar' });
    const latin = (await screen.row('Pump & Co.')).querySelector<HTMLElement>('strong')!;
    const arabic = (await screen.row('قطع غيار')).querySelector<HTMLElement>('strong')!;
    expect([latin, arabic].map(runsFromTheLeft)).to.deep.equal([true, false]);
    const edge = (element: HTMLElement) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return Math.round(range.getBoundingClientRect().right);
    };
    expect(edge(latin)).to.equal(edge(arabic));
  });

  it('what points on or back, and what is drawn along time, is turned round', async () => {
    await setViewport({ width: 360, height: 900 });
    const leads = (await openPage(world, world.seller, 'prm-lead-inbox', { locale: 'ar' })).screen;
    await leads.pressRow('مضختان');
    await leads.until(() => leads.all('.back svg').length > 0, 'It offers the way back');
    const board = (await openPage(world, world.seller, 'prm-partner-dashboard', { locale: 'ar' })).screen;
    await board.until(() => board.all('.bars').length > 0, 'The bars stand');
    const drawn = [...leads.widget.shadowRoot!.querySelectorAll('.back svg, .time-bar > svg'), ...board.widget.shadowRoot!.querySelectorAll('.months > svg, .bars svg')].filter((picture) => picture.checkVisibility());
    expect(drawn.length).to.be.greaterThan(3);
    for (const picture of drawn) expect(getComputedStyle(picture).transform, picture.parentElement!.outerHTML).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('the left arrow goes on: among choices, and on the board', async () => {
    await setViewport({ width: 1_280, height: 900 });
    const { screen } = await openPage(world, world.seller, 'prm-deal-list', { locale: 'ar' });
    await screen.row('خط الإنتاج');
    (await screen.field('قائمة')).focus();
    await sendKeys({ press: 'ArrowLeft' });
    await screen.until(() => screen.all('.column').length > 0, 'The board stands');
    expect((screen.focused as HTMLInputElement).value).to.equal('board');

    const card = () => screen.all('.card').find((one) => one.innerText.includes('خط الإنتاج'))!;
    card().querySelector<HTMLElement>('.open')!.focus();
    await sendKeys({ press: 'm' });
    await screen.until(() => spoken().startsWith('تم رفع «خط الإنتاج 4» من محتملة.'), 'It says that the deal is lifted');
    expect([region().lang, region().dir]).to.deep.equal(['ar', 'rtl']);
    await sendKeys({ press: 'ArrowLeft' });
    await screen.until(() => spoken().includes('مؤهلة، 2 من 7'), 'It says where the deal would go');
    await sendKeys({ press: 'ArrowRight' });
    await screen.until(() => spoken().includes('محتملة، 1 من 7'), 'It says where the deal would go back to');
    await sendKeys({ press: 'Escape' });
  });

  it('takes an amount and days in Arabic digits, and the wide ones of a Japanese keyboard', async () => {
    for (const [locale, extension, days, more] of [['ar-EG', 'طلب تمديد', '٣٠', 'الأيام الإضافية'], ['ja', '延長を申請', '３０', '追加日数']] as const) {
      const { id } = await world.addApproved(world.seller, { name: `Digits ${locale}` });
      const { screen, client } = await openPage(world, world.seller, 'prm-deal-list', { locale });
      await screen.pressRow(`Digits ${locale}`);
      await screen.until(() => screen.all('dialog .facts').length > 0, 'The deal is open');
      const button = () => screen.all('button').find((one) => one.innerText.trim() === extension);
      if (!button()) screen.all('dialog [popovertarget]').at(-1)!.click();
      await screen.until(button, `There is “${extension}”`);
      button()!.click();
      await screen.fill(more, days);
      await screen.fill(locale === 'ja' ? '延長が必要な理由' : 'سبب الحاجة إلى وقت إضافي', 'ok');
      screen.all('dialog button[type=submit], dialog .button.primary').at(-1)!.click();
      await screen.until(async () => (await client.deals.read(id)).extensions?.some((one) => one.days === 30), 'Thirty days are asked for');
    }
  });
});
