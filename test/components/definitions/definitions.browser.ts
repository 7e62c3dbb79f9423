import { expect, fixture, html } from '@open-wc/testing';
import { definePrmElements, observePrmElements, type PrmTag } from '../../../src/components/definitions.js';
import type { PortalElement } from '../../../src/components/portal/prm-portal.js';
import { until } from '../until.js';
import { World } from '../world.js';

const words = (element: Element) => (element.shadowRoot?.querySelector<HTMLElement>('.widget')?.innerText ?? '').replace(/\s+/g, ' ');
const shows = (element: Element, text: string) => until(() => words(element).includes(text), `<${element.localName}> shows “${text}”`, () => words(element));

let world: World;
before(async () => {
  world = await World.create();
  await world.addDraft(world.seller);
});

const session = async () => ({ token: await world.openSession(world.seller), expiresIn: 900 });

/** A portal with one widget, made as a page's own script makes it: neither need be defined yet. */
function portalWith(tag: PrmTag, document: Document = globalThis.document): PortalElement {
  const portal = document.createElement('prm-portal') as PortalElement;
  Object.assign(portal, { session, serviceUrl: world.serviceUrl, locale: 'en' });
  portal.append(document.createElement(tag));
  return portal;
}

async function place(into: Element | ShadowRoot, tag: PrmTag): Promise<HTMLElement> {
  const portal = portalWith(tag);
  into.append(portal);
  return portal.firstElementChild as HTMLElement;
}

/** Each of these is defined first in the test that names it: one file, one page, one registry. */
describe('an element on a page', () => {
  it('keeps what was set on it before it was defined', async () => {
    const portal = portalWith('prm-customer-list');
    portal.appearance = { colorPrimary: 'rgb(1, 2, 3)' };
    const widget = portal.firstElementChild!;
    (await fixture<HTMLElement>(html`<div></div>`)).append(portal);
    expect(Object.hasOwn(portal, 'session')).to.equal(true);
    await definePrmElements('prm-customer-list');
    await definePrmElements('prm-portal');
    await shows(widget, '1 customer');
    // Else the value set first would stand before the element's own accessor for ever.
    expect(Object.hasOwn(portal, 'session')).to.equal(false);
    expect(portal.style.getPropertyValue('--prm-color-primary')).to.equal('rgb(1, 2, 3)');
    portal.locale = 'de';
    await shows(widget, '1 Kund');
  });

  it('goes on where it is moved to, keeps what it shows, and follows another portal', async () => {
    await definePrmElements('prm-portal', 'prm-deal-list');
    const here = await fixture<HTMLElement>(html`<div></div>`);
    const there = await fixture<HTMLElement>(html`<div></div>`);
    const widget = await place(here, 'prm-deal-list');
    await shows(widget, 'Line 4 retrofit');
    there.append(widget.parentElement!);
    await shows(widget, 'Line 4 retrofit');
    const other = portalWith('prm-deal-list');
    other.session = async () => ({ token: await world.openSession(world.rival), expiresIn: 900 });
    there.append(other);
    other.append(widget);
    await shows(widget, 'No deals yet');
  });

  it('may be taken out and put back, and hears then what happened meanwhile', async () => {
    const here = await fixture<HTMLElement>(html`<div></div>`);
    const widget = await place(here, 'prm-deal-list');
    await shows(widget, '1 deal');
    const portal = widget.parentElement!;
    portal.remove();
    await world.addDraft(world.seller, { name: 'Pump station' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(words(widget)).not.to.include('Pump station');
    here.append(portal);
    await shows(widget, 'Pump station');
  });

  it('is cloned with its attributes, and the clone with properties of its own', async () => {
    const here = await fixture<HTMLElement>(html`<div></div>`);
    const widget = await place(here, 'prm-deal-list');
    await shows(widget, 'Line 4 retrofit');
    widget.parentElement!.setAttribute('service-url', world.serviceUrl);
    const clone = widget.parentElement!.cloneNode(true) as PortalElement;
    here.append(clone);
    await shows(clone.firstElementChild!, 'The portal is not set up');
    clone.session = session;
    await shows(clone.firstElementChild!, 'Line 4 retrofit');
  });

  it('works inside another element\'s shadow root, whatever stands between it and its portal', async () => {
    const portal = portalWith('prm-deal-list');
    const outer = portal.appendChild(document.createElement('div'));
    const inner = outer.attachShadow({ mode: 'closed' }).appendChild(document.createElement('section'));
    const widget = inner.attachShadow({ mode: 'open' }).appendChild(document.createElement('prm-deal-list'));
    (await fixture<HTMLElement>(html`<div></div>`)).append(portal);
    await shows(widget, 'Line 4 retrofit');
  });

  it('stays what it is inside a template, and wakes in each copy of it', async () => {
    const here = await fixture<HTMLElement>(html`<div></div>`);
    const template = document.createElement('template');
    template.innerHTML = `<prm-portal service-url="${world.serviceUrl}" locale="en"><prm-deal-list></prm-deal-list></prm-portal>`;
    here.append(template);
    expect(template.content.querySelector('prm-deal-list')!.shadowRoot).to.equal(null);
    for (const copy of [template.content.cloneNode(true), document.importNode(template.content, true)] as DocumentFragment[]) {
      const portal = copy.querySelector<PortalElement>('prm-portal')!;
      portal.session = session;
      here.append(copy);
      await shows(portal.firstElementChild!, 'Line 4 retrofit');
    }
  });

  it('opens its own dialog from inside a dialog of the page\'s, and Escape closes the inner one', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog></dialog>`);
    dialog.showModal();
    const widget = await place(dialog, 'prm-deal-list');
    await shows(widget, 'Line 4 retrofit');
    await until(() => widget.shadowRoot!.querySelector('.list-body > [role=row]'), 'A row is drawn');
    widget.shadowRoot!.querySelector<HTMLElement>('.list-body > [role=row]')!.click();
    await until(() => widget.shadowRoot!.querySelector('dialog:modal'), 'The deal is open');
    widget.shadowRoot!.querySelector<HTMLDialogElement>('dialog:modal')!.requestClose();
    await until(() => !widget.shadowRoot!.querySelector('dialog:modal'), 'The deal is closed');
    expect(dialog.open).to.equal(true);
    dialog.close();
  });
});

describe('observing a page', () => {
  const isDefined = (tag: PrmTag) => customElements.get(tag) !== undefined;
  /** Long enough for an observer to have told: what never comes cannot be waited for. */
  const moment = () => new Promise((resolve) => setTimeout(resolve, 300));

  it('defines an element once its tag stands near what is seen, in whatever is scrolled', async () => {
    const here = await fixture<HTMLElement>(html`<div><div></div><prm-lead-inbox></prm-lead-inbox></div>`);
    (here.firstElementChild as HTMLElement).style.blockSize = '5000px';
    const stop = observePrmElements(here);
    await moment();
    expect(isDefined('prm-lead-inbox')).to.equal(false);
    scrollTo(0, document.documentElement.scrollHeight);
    await until(() => isDefined('prm-lead-inbox'), 'It is defined');
    stop();
    const scroller = await fixture<HTMLElement>(html`<div><div></div><prm-notice-bell></prm-notice-bell></div>`);
    Object.assign(scroller.style, { blockSize: '200px', overflow: 'auto' });
    (scroller.firstElementChild as HTMLElement).style.blockSize = '400px';
    const stopInside = observePrmElements(scroller);
    await until(() => isDefined('prm-notice-bell'), 'It is defined before it is scrolled to');
    stopInside();
  });

  it('defines it in a hidden tab or a closed dialog only once that is opened', async () => {
    const tab = await fixture<HTMLElement>(html`<div hidden><prm-partner-dashboard></prm-partner-dashboard></div>`);
    const stop = observePrmElements(tab);
    await moment();
    expect(isDefined('prm-partner-dashboard')).to.equal(false);
    tab.hidden = false;
    await until(() => isDefined('prm-partner-dashboard'), 'It is defined');
    stop();
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><prm-programme-rules></prm-programme-rules></dialog>`);
    const stopDialog = observePrmElements(dialog);
    await moment();
    expect(isDefined('prm-programme-rules')).to.equal(false);
    dialog.showModal();
    await until(() => isDefined('prm-programme-rules'), 'It is defined');
    dialog.close();
    stopDialog();
  });

  it('sees into a shadow root that it is handed, and into no other', async () => {
    const here = await fixture<HTMLElement>(html`<div></div>`);
    const stop = observePrmElements(here);
    const root = here.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    root.append(document.createElement('prm-deal-desk'));
    await moment();
    expect(isDefined('prm-deal-desk')).to.equal(false);
    const stopRoot = observePrmElements(root);
    await until(() => isDefined('prm-deal-desk'), 'It is defined');
    stop();
    stopRoot();
  });
});

describe('a registry of a page\'s own', () => {
  it('takes elements whatever the page\'s own registry calls by their names', async () => {
    // The browser that the tests run in has them; where one has not, the constructor throws and a page has one registry.
    const registry = new CustomElementRegistry();
    const here = await fixture<HTMLElement>(html`<div></div>`);
    const root = here.attachShadow({ mode: 'open', customElementRegistry: registry });
    root.innerHTML = `<prm-portal service-url="${world.serviceUrl}" locale="en"><prm-deal-list></prm-deal-list></prm-portal>`;
    const [portal, widget] = [root.querySelector<PortalElement>('prm-portal')!, root.querySelector('prm-deal-list')!];
    expect(widget.shadowRoot).to.equal(null);
    portal.session = session;
    await definePrmElements('prm-deal-list', 'prm-portal', { registry });
    await shows(widget, 'Line 4 retrofit');
  });
});
