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
    await shows(widget, 'You are offline');
    expect(textOf(widget)).to.include('1 deal');
  });

  it('stops watching when it leaves the page', async () => {
    const { widget, watchers } = await setup();
    await shows(widget, '2 deals');
    widget.remove();
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
  /** The WCAG contrast of two colours, whatever colour space they were computed in. */
  const contrast = (a: string, b: string) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    const luminance = (color: string) => {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r, g, blue] = [...context.getImageData(0, 0, 1, 1).data].map((v) => ((v / 255) <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!;
    };
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high! + 0.05) / (low! + 0.05);
  };

  const brands = ['#ffffff', '#000000', '#ffff00', '#0000ff', '#ff0000', '#00ff00', '#808080', '#777777', '#e91e63', '#00bcd4', '#ff9800', '#635bff'];
  for (const scheme of ['light', 'dark']) {
    it(`keeps text readable on and beside any brand colour in ${scheme}`, async () => {
      const { portal, widget } = await setup({}, { 'color-scheme': scheme });
      await shows(widget, '2 deals');
      const probe = document.createElement('i');
      widget.shadowRoot!.append(probe);
      const computed = (value: string) => ((probe.style.color = value), getComputedStyle(probe).color);
      for (const colorPrimary of brands) {
        portal.appearance = { colorPrimary };
        await portal.updateComplete;
        const ground = computed('var(--_bg)');
        expect(contrast(computed('var(--_primary)'), computed('var(--_on-primary)')), `on ${colorPrimary}`).to.be.at.least(4.5);
        expect(contrast(computed('var(--_primary-strong)'), computed('var(--_on-primary)')), `on hovered ${colorPrimary}`).to.be.at.least(4.5);
        for (const token of ['text', 'muted', 'accent', 'danger-text', 'warning-text', 'success-text']) {
          expect(contrast(computed(`var(--_${token})`), ground), `${token} beside ${colorPrimary}`).to.be.at.least(4.5);
          expect(contrast(computed(`var(--_${token})`), computed('var(--_hover)')), `${token} on hover beside ${colorPrimary}`).to.be.at.least(4.5);
        }
        expect(contrast(computed('var(--_text)'), computed('var(--_selected)')), `selected beside ${colorPrimary}`).to.be.at.least(4.5);
        expect(contrast(computed('var(--_control-line)'), ground)).to.be.at.least(3);
      }
    });
  }

  it('takes back what an earlier appearance had set', async () => {
    const { portal } = await setup();
    portal.appearance = { borderRadius: '0' };
    await portal.updateComplete;
    expect(portal.style.getPropertyValue('--prm-border-radius')).to.equal('0');
    portal.appearance = {};
    await portal.updateComplete;
    expect(portal.style.getPropertyValue('--prm-border-radius')).to.equal('');
  });
});
