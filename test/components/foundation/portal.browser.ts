import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/components/portal/prm-portal.js';
import type { PortalElement } from '../../../src/components/portal/prm-portal.js';
import { until } from '../until.js';
import './sample-widget.js';
import type { SampleElement } from './sample-widget.js';
import { failure, scriptedClient } from './scripted-client.js';

const textOf = (element: Element) => (element.shadowRoot?.querySelector('.widget')?.textContent ?? '').replace(/\s+/g, ' ').trim();
const shows = (element: Element, text: string) => until(() => textOf(element).includes(text), `shows "${text}"`);
const faceOf = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('[data-face]')?.dataset['face'];

async function setup(script: Parameters<typeof scriptedClient>[0] = {}, attributes: Record<string, string> = {}) {
  const scripted = scriptedClient(script);
  const portal = await fixture<PortalElement>(html`<prm-portal .client=${scripted.client} locale="en"><prm-sample></prm-sample></prm-portal>`);
  for (const [name, value] of Object.entries(attributes)) portal.setAttribute(name, value);
  return { ...scripted, portal, widget: portal.querySelector<SampleElement>('prm-sample')! };
}

describe('a widget in a portal', () => {
  it('shows its data in the portal\'s language', async () => {
    const { portal, widget } = await setup();
    await shows(widget, 'All deals 2 deals');
    portal.locale = 'de-AT';
    await shows(widget, 'Alle Deals 2 Deals');
  });

  it('takes the host\'s own terms', async () => {
    const { portal, widget } = await setup();
    portal.messages = { 'term.deal': 'opportunity', 'term.deals': 'opportunities' };
    await shows(widget, 'All opportunities 2 opportunities');
  });

  it('says where it stands when there is no portal', async () => {
    const widget = await fixture<SampleElement>(html`<prm-sample></prm-sample>`);
    await shows(widget, 'stands outside a portal');
  });

  it('says what a portal lacks', async () => {
    const portal = await fixture(html`<prm-portal locale="en"><prm-sample></prm-sample></prm-portal>`);
    await shows(portal.firstElementChild!, 'not set up');
  });

  it('shows a skeleton until the first answer', async () => {
    const { widget } = await setup({ deals: () => new Promise(() => {}) });
    await until(() => widget.shadowRoot!.querySelectorAll('.skeleton').length === 3, 'a skeleton stands');
    expect(widget.shadowRoot!.querySelector('.widget')!.getAttribute('aria-busy')).to.equal('true');
  });

  it('tells what failed, with the reference, and tries again', async () => {
    const { widget, script } = await setup({ deals: () => Promise.reject(failure('ServerError', 'internal_error', { requestId: 'req-7' })) });
    await shows(widget, 'Reference req-7');
    delete script.deals;
    widget.shadowRoot!.querySelector<HTMLButtonElement>('.face button')!.click();
    await shows(widget, '2 deals');
  });

  it('refreshes silently when something changed, and keeps its data with a notice when that fails', async () => {
    const { widget, script, changed } = await setup();
    await shows(widget, '2 deals');
    script.deals = { data: [{ name: 'One' }], hasMore: false, nextCursor: null };
    changed();
    await shows(widget, '1 deal');
    script.deals = () => Promise.reject(failure('ConnectionError', 'unreachable'));
    changed();
    await shows(widget, 'The service does not answer. This is what was loaded last.');
    expect(textOf(widget)).to.include('1 deal');
  });

  it('stops watching when it leaves the page', async () => {
    const { portal, widget, watchers } = await setup();
    await shows(widget, '2 deals');
    widget.remove();
    expect(watchers.size, 'the portal watches its programme').to.equal(1);
    portal.remove();
    expect(watchers.size).to.equal(0);
  });

  for (const [name, code, face] of [
    ['AuthenticationError', 'token_expired', 'signed-out'],
    ['PermissionDeniedError', 'scope_missing', 'denied'],
    ['PermissionDeniedError', 'member_suspended', 'suspended'],
    ['ConnectionError', 'unreachable', 'unreachable'],
  ]) {
    it(`shows ${face} when the session answers ${code}, and goes on after reconnecting`, async () => {
      const { portal, widget, script } = await setup({ session: () => Promise.reject(failure(name!, code!)) });
      await until(() => faceOf(widget) === face, face);
      delete script.session;
      portal.reconnect();
      await shows(widget, '2 deals');
    });
  }

  it('keeps its data and asks to sign in when the session ends meanwhile', async () => {
    const { portal, widget, script, changed } = await setup();
    await shows(widget, '2 deals');
    script.deals = () => Promise.reject(failure('AuthenticationError', 'token_expired'));
    setTimeout(changed);
    await oneEvent(portal, 'prm-signed-out');
    await shows(widget, 'Your session has ended');
    expect(textOf(widget)).to.include('2 deals');
  });

  it('works when its portal is added around it later', async () => {
    const { client } = scriptedClient();
    const widget = document.createElement('prm-sample');
    const portal = await fixture<PortalElement>(html`<prm-portal .client=${client} locale="en"></prm-portal>`);
    document.body.append(widget);
    await shows(widget, 'outside');
    portal.append(widget);
    await shows(widget, '2 deals');
  });
});

describe('outcomes', () => {
  it('are spoken in the light DOM, and inside the dialog while one is open', async () => {
    const { widget } = await setup();
    await shows(widget, '2 deals');
    widget.say('Saved.');
    await until(() => document.querySelector('body > [role=status]')?.textContent === 'Saved.');
    const opener = widget.shadowRoot!.querySelector<HTMLButtonElement>('button')!;
    opener.focus();
    opener.click();
    await until(() => widget.shadowRoot!.querySelector('dialog:modal'));
    widget.say('Refused.');
    await until(() => widget.shadowRoot!.querySelector('dialog > [role=status]')?.textContent === 'Refused.');
    widget.say('Approved.');
    widget.dialog.close();
    await widget.updateComplete;
    await until(() => widget.shadowRoot!.activeElement === opener, 'focus returns');
    await until(() => document.querySelector('body > [role=status]')?.textContent === 'Approved.', 'what closed the dialog is spoken outside');
  });
});

describe('the look', () => {
  const valueOf = (element: Element, property: string) => getComputedStyle(element).getPropertyValue(property);
  const dressed = (settings: object) => setup({ programme: { id: 'prg_1', name: 'Programme', currency: 'EUR', timeZone: 'Europe/Berlin', settings } });
  /** The colour of the widget's primary buttons. */
  const brandOf = (widget: Element) => {
    const probe = widget.shadowRoot!.querySelector<HTMLElement>('i.probe') ?? widget.shadowRoot!.appendChild(Object.assign(document.createElement('i'), { className: 'probe' }));
    probe.style.color = 'var(--_primary)';
    return getComputedStyle(probe).color;
  };

  it('takes back what an earlier appearance had set', async () => {
    const { portal } = await setup();
    portal.appearance = { borderRadius: '0px' };
    await portal.updateComplete;
    expect(portal.style.getPropertyValue('--prm-border-radius')).to.equal('0px');
    portal.appearance = {};
    await portal.updateComplete;
    expect(portal.style.getPropertyValue('--prm-border-radius')).to.equal('');
  });

  it('is the programme\'s where the page says nothing, and the page\'s variable by variable where it does', async () => {
    const { portal, widget } = await dressed({ appearance: { colorPrimary: '#aa0000', borderRadius: '3px' } });
    await shows(widget, '2 deals');
    expect([brandOf(widget), getComputedStyle(widget.shadowRoot!.querySelector('.button')!).borderRadius]).to.deep.equal(['rgb(170, 0, 0)', '3px']);

    portal.appearance = { colorPrimary: '#0000aa' };
    await portal.updateComplete;
    expect([brandOf(widget), getComputedStyle(widget.shadowRoot!.querySelector('.button')!).borderRadius]).to.deep.equal(['rgb(0, 0, 170)', '3px']);
    portal.appearance = {};
    await portal.updateComplete;
    expect(brandOf(widget)).to.equal('rgb(170, 0, 0)');

    document.documentElement.style.setProperty('--prm-color-primary', '#00aa00');
    expect(brandOf(widget), 'also by a property far above').to.equal('rgb(0, 170, 0)');
    document.documentElement.style.removeProperty('--prm-color-primary');
  });

  it('is the brand\'s one colour of a programme that never saved more', async () => {
    const { widget } = await dressed({ brand: { colorPrimary: '#aa0000' } });
    await shows(widget, '2 deals');
    expect(brandOf(widget)).to.equal('rgb(170, 0, 0)');
  });

  it('follows the programme when it is changed meanwhile', async () => {
    const { widget, script, changed } = await dressed({ appearance: { colorPrimary: '#aa0000' } });
    await shows(widget, '2 deals');
    script.programme = { id: 'prg_1', name: 'Programme', currency: 'EUR', timeZone: 'Europe/Berlin', settings: { appearance: { colorPrimary: '#0000aa' } } };
    changed();
    await until(() => brandOf(widget) === 'rgb(0, 0, 170)');
    script.programme = () => Promise.reject(failure('ConnectionError', 'unreachable'));
    changed();
    await shows(widget, '2 deals');
    expect(brandOf(widget)).to.equal('rgb(0, 0, 170)');
  });

  it('is light or dark as the attribute says, else the appearance, else the programme, else the page', async () => {
    const { portal, widget } = await dressed({ appearance: { colorScheme: 'dark' } });
    await shows(widget, '2 deals');
    const scheme = async (change: () => void) => (change(), await portal.updateComplete, valueOf(widget, 'color-scheme'));
    expect(await scheme(() => {})).to.equal('dark');
    expect(await scheme(() => (portal.appearance = { colorScheme: 'light' }))).to.equal('light');
    expect(await scheme(() => (portal.colorScheme = 'auto'))).to.equal('light dark');
    portal.client = scriptedClient().client;
    portal.appearance = {};
    await shows(widget, '2 deals');
    document.documentElement.style.colorScheme = 'dark';
    expect(await scheme(() => (portal.colorScheme = undefined))).to.equal('dark');
    document.documentElement.style.colorScheme = '';
  });

  it('speaks the page\'s font unless told otherwise', async () => {
    const { portal, widget } = await setup();
    const font = () => getComputedStyle(widget.shadowRoot!.querySelector('.widget')!).fontFamily;
    portal.style.fontFamily = 'Georgia';
    expect(font()).to.equal('Georgia');
    portal.appearance = { fontFamily: 'Verdana, sans-serif' };
    await portal.updateComplete;
    expect(font()).to.equal('Verdana, sans-serif');
  });

  it('stands closer or wider by its density', async () => {
    const { portal, widget } = await setup();
    await shows(widget, '2 deals');
    const height = async (density: 'compact' | 'normal' | 'comfortable') => (portal.appearance = { density }, await portal.updateComplete, widget.shadowRoot!.querySelector<HTMLElement>('.button')!.offsetHeight);
    expect([await height('compact'), await height('normal'), await height('comfortable')]).to.deep.equal([28, 32, 40]);
  });
});
