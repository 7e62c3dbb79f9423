import { expect, fixture, html as testHtml } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { PagedSource, type PageQuery } from '../../../src/components/list/paged-source.js';
import { VirtualList } from '../../../src/components/list/virtual-list.js';
import { virtualListStyles } from '../../../src/components/list/virtual-list.styles.js';
import { base } from '../../../src/components/theme/base.styles.js';
import { tokens } from '../../../src/components/theme/tokens.styles.js';
import { until } from '../until.js';

interface Row { id: number; name: string }

class SampleList extends LitElement {
  static override styles = [tokens, base, virtualListStyles];
  total = 100_000;
  asked: PageQuery[] = [];
  activated: number[] = [];
  version = '';
  fail = false;
  /** What answers wait for. */
  sent: Promise<unknown> = Promise.resolve();
  readonly source = new PagedSource<Row>({ fetch: (query) => this.answer(query), changed: () => this.list.rowsChanged(), failing: () => this.requestUpdate() });
  readonly list = new VirtualList<Row>(this, {
    source: this.source,
    rowHeight: 40,
    row: (row) => html`<span role="gridcell">${row?.name}</span><span role="gridcell"><button tabindex="-1">x</button></span>`,
    activate: ({ id }) => this.activated.push(id),
  });
  /** Pages like the service: opaque cursors, and one every 200 rows on request. */
  async answer({ limit, cursor, include }: PageQuery) {
    this.asked.push({ limit, ...(cursor && { cursor }), ...(include && { include }) });
    await this.sent;
    if (this.fail) throw new Error('away');
    const from = cursor ? Number(cursor.slice(1)) : 0;
    const end = Math.min(this.total, from + limit);
    return {
      data: Array.from({ length: end - from }, (_, at) => ({ id: from + at, name: `Row ${from + at}${this.version}` })),
      hasMore: end < this.total,
      nextCursor: end < this.total ? `c${end}` : null,
      ...(include && { total: this.total, anchors: Array.from({ length: Math.ceil(this.total / 200) - 1 }, (_, at) => ({ index: (at + 1) * 200, cursor: `c${(at + 1) * 200}` })) }),
    };
  }
  override render() {
    return html`<div class="widget"><input type="search" aria-label="Search" />${this.list.render({ label: 'Rows', head: html`<span role="columnheader">Name</span><span role="columnheader">X</span>` })}</div>`;
  }
}
customElements.define('test-list', SampleList);

async function setup() {
  const element = await fixture<SampleList>(testHtml`<test-list></test-list>`);
  await element.source.load(new AbortController().signal);
  const view = element.shadowRoot!.querySelector<HTMLElement>('.list')!;
  const rows = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.list-body > .row:not([hidden])')];
  const row = (index: number) => rows().find((each) => each.getAttribute('aria-rowindex') === String(index + 2));
  const shown = (index: number, text = `Row ${index}`) => until(() => row(index)?.textContent?.startsWith(text), `row ${index} shows ${text}`);
  await shown(0);
  const press = (key: string) => element.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const focused = () => element.shadowRoot!.activeElement?.getAttribute('aria-rowindex');
  return { element, view, rows, row, shown, press, focused };
}

describe('a list of 100,000 rows', () => {
  it('has only the rows in view, and says how many there are', async () => {
    const { view, rows } = await setup();
    expect(rows().length).to.be.within(10, 40);
    expect(view.getAttribute('aria-rowcount')).to.equal('100001');
    expect(view.scrollHeight).to.be.above(3_900_000);
  });

  it('jumps anywhere with one request', async () => {
    const { element, view, shown } = await setup();
    element.asked = [];
    view.scrollTop = 40 * 77_150;
    await shown(77_155);
    expect(element.asked).to.deep.equal([{ limit: 200, cursor: 'c77000' }]);
  });

  it('shows rows on their way as busy, and fetches where scrolling rests', async () => {
    const { element, view, rows, shown } = await setup();
    element.asked = [];
    let send!: (value?: unknown) => void;
    element.sent = new Promise((resolve) => (send = resolve));
    for (const index of [5_000, 20_000, 40_000, 60_000]) {
      view.scrollTop = 40 * index;
      // At once, as no frame can be relied on to come in between.
      view.dispatchEvent(new Event('scroll'));
    }
    expect(rows().every((row) => row.getAttribute('aria-busy') === 'true')).to.equal(true);
    await until(() => element.asked.length > 0, 'it asks once scrolling rests');
    expect(rows().every((row) => row.getAttribute('aria-busy') === 'true')).to.equal(true);
    send();
    await shown(60_000);
    expect(rows().some((row) => row.hasAttribute('aria-busy'))).to.equal(false);
    expect(element.asked.every(({ cursor }) => cursor === 'c59800' || cursor === 'c60000'), JSON.stringify(element.asked)).to.equal(true);
  });

  it('is walked by keys, and Enter opens the row', async () => {
    const { element, row, press, focused, shown } = await setup();
    row(0)!.focus();
    press('ArrowDown');
    expect(focused()).to.equal('3');
    press('PageDown');
    expect(Number(focused())).to.be.above(8);
    press('End');
    expect(focused()).to.equal('100001');
    await shown(99_999);
    press('Enter');
    expect(element.activated).to.deep.equal([99_999]);
    press('Home');
    expect(focused()).to.equal('2');
    press('ArrowUp');
    expect(focused()).to.equal('2');
  });

  it('takes what is typed on a row to the search', async () => {
    const { row, press, element } = await setup();
    row(0)!.focus();
    press('k');
    expect(element.shadowRoot!.activeElement).to.equal(element.shadowRoot!.querySelector('input'));
  });

  it('keeps the focus on its row while that is scrolled away and back, and while all is rendered again', async () => {
    const { element, view, row, focused, shown, press, rows } = await setup();
    row(3)!.focus();
    const pinned = row(3);
    view.scrollTop = 40 * 50_000;
    await shown(50_000);
    expect(focused()).to.equal('5');
    element.requestUpdate();
    await element.updateComplete;
    expect(focused()).to.equal('5');
    view.scrollTop = 0;
    await until(() => row(8));
    expect(row(3)).to.equal(pinned);
    expect(rows().filter((each) => each.getAttribute('aria-rowindex') === '5')).to.have.length(1);
    expect(focused()).to.equal('5');
    press('ArrowDown');
    expect(focused()).to.equal('6');
    expect(rows().filter((each) => each.tabIndex === 0)).to.have.length(1);
  });

  it('gives the focus to the last row when the one that had it is no more', async () => {
    const { element, row, focused } = await setup();
    element.total = 3;
    await element.source.load(new AbortController().signal);
    row(2)!.focus();
    element.total = 2;
    await element.source.load(new AbortController().signal);
    expect(focused()).to.equal('3');
  });

  it('opens a row that is pressed, but not when a control in it is', async () => {
    const { element, row } = await setup();
    row(2)!.querySelector('span')!.click();
    row(4)!.querySelector('button')!.click();
    expect(element.activated).to.deep.equal([2]);
  });

  it('refreshes in place, without leaving the place or emptying it', async () => {
    const { element, view, row, shown } = await setup();
    view.scrollTop = 40 * 30_000;
    await shown(30_000);
    element.version = ' anew';
    element.total = 99_990;
    const done = element.source.load(new AbortController().signal);
    expect(row(30_000)!.textContent).to.include('Row 30000');
    await done;
    expect(row(30_000)!.textContent).to.include('Row 30000');
    await shown(30_000, 'Row 30000 anew');
    expect(view.getAttribute('aria-rowcount')).to.equal('99991');
    expect(view.scrollTop).to.equal(40 * 30_000);
  });

  it('keeps a failure to tell, and tries again when asked', async () => {
    const { element, view, shown, rows } = await setup();
    element.fail = true;
    view.scrollTop = 40 * 10_000;
    await until(() => element.source.error);
    expect(rows()[0]!.getAttribute('aria-busy')).to.equal('true');
    element.fail = false;
    element.source.retry();
    await shown(10_000);
    expect(element.source.error).to.equal(undefined);
  });

  it('replaces one changed row', async () => {
    const { element, shown } = await setup();
    element.source.replace({ id: 5, name: 'Changed' }, ({ id }) => id === 5);
    await shown(5, 'Changed');
  });

  it('makes larger rows of larger text', async () => {
    const { element, row, view } = await setup();
    element.style.setProperty('--prm-font-size-base', '28px');
    await until(() => row(0)!.offsetHeight >= 79);
    await until(() => view.scrollHeight > 7_900_000);
  });
});
