import { html, nothing, render, type LitElement, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Rows by index; undefined for one that is not loaded. */
export interface RowSource<Row> {
  readonly length: number;
  at(index: number): Row | undefined;
  /** Told which rows are in view, `last` excluded. */
  show?(first: number, last: number): void;
}

export interface VirtualListOptions<Row> {
  readonly source: RowSource<Row>;
  /** Of a row, in CSS pixels, where nobody asked for another density or larger text. */
  readonly rowHeight: number;
  /** A row's cells, each with `role="gridcell"`: the same template for a row that is not loaded, with empty cells. */
  readonly row: (row: Row | undefined, index: number) => TemplateResult;
  /** A row was pressed, or Enter on it. */
  readonly activate?: (row: Row, index: number) => void;
  readonly isSelected?: (row: Row) => boolean;
}

/** A widget with one list in its shadow root. */
type ListHost = ReactiveControllerHost & Pick<LitElement, 'renderRoot' | 'hasUpdated'> & Element;

interface Slot<Row> {
  readonly element: HTMLElement;
  index: number;
  row: Row | undefined;
}

const overscan = 4;
/** In CSS pixels, by the widget's name: the next one is taken to be like the one that was measured last, and is laid out once and not twice. */
const measured = new Map<string, { row: number; view: number }>();

/**
 * A grid of rows of one height, of which only those in view exist: 100,000 scroll like 100.
 *
 * A row stands in slot `index % pool`, so that scrolling by one rewrites one slot. Each slot is a render root of its
 * own: scrolling and a changed row touch their slots alone, never the host's template. Nothing is measured in passing;
 * the heights come from a ResizeObserver on the view and on a ruler, so that larger text makes larger rows. Until it has
 * spoken, they are taken to be the usual ones.
 *
 * The focus is on a row (roving tabindex). A focused row that scrolls out of view keeps its slot and a spare one takes
 * its place, so that neither scrolling nor rendering takes the focus away. Letters typed on a row go to the widget's search.
 */
export class VirtualList<Row> implements ReactiveController {
  readonly #host: ListHost;
  readonly #options: VirtualListOptions<Row>;
  readonly #observer: ResizeObserver;
  #view: HTMLElement | null = null;
  #body: HTMLElement | undefined;
  #ruler: HTMLElement | undefined;

  #slots: Slot<Row>[] = [];
  /** The focused row's slot while that row is out of view. */
  #pinned: Slot<Row> | undefined;
  #active = 0;
  #top = 0;
  #viewHeight: number;
  #rowHeight: number;
  #drawnHeight = -1;
  #hasHead = false;

  constructor(host: ListHost, options: VirtualListOptions<Row>) {
    this.#host = host;
    this.#options = options;
    const { row, view } = measured.get(host.localName) ?? { row: options.rowHeight, view: 520 };
    this.#rowHeight = row;
    this.#viewHeight = view;
    this.#observer = new ResizeObserver((entries) => this.#resize(entries));
    host.addController(this);
  }

  /** The row that has, or last had, the focus. */
  get activeIndex(): number {
    return this.#active;
  }

  /** The list: `head` is the head row's cells, each with `role="columnheader"`. */
  render({ label, head }: { label: string; head?: unknown }): TemplateResult {
    this.#hasHead = head !== undefined;
    return html`<div
      class="list"
      part="list"
      role="grid"
      aria-label=${label}
      aria-rowcount=${this.#options.source.length + (this.#hasHead ? 1 : 0)}
      @scroll=${this.#scroll}
      @keydown=${this.#key}
      @click=${this.#click}
      @focusin=${this.#focusIn}
    >
      ${head === undefined ? nothing : html`<div class="list-head" role="rowgroup"><div class="row" role="row" aria-rowindex="1">${head}</div></div>`}
      <div class="list-body" role="rowgroup"></div>
      <div class="list-ruler" aria-hidden="true"></div>
    </div>`;
  }

  hostUpdated(): void {
    const view = this.#host.renderRoot.querySelector<HTMLElement>('.list');
    if (view !== this.#view) this.#attach(view);
    this.#draw(true);
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#attach(null);
  }

  /** The source's rows changed: draws those that are others now. */
  rowsChanged(): void {
    this.#view?.setAttribute('aria-rowcount', String(this.#options.source.length + (this.#hasHead ? 1 : 0)));
    this.#draw();
  }

  /** Back to the first row: another search, another order. */
  scrollToStart(): void {
    this.#active = this.#top = 0;
    if (this.#view) this.#view.scrollTop = 0;
    this.#draw(true);
  }

  /** Brings a row into view and gives it the focus. */
  focusRow(index: number): void {
    this.#moveTo(index);
  }

  #attach(view: HTMLElement | null): void {
    this.#observer.disconnect();
    this.#view = view;
    if (!view) return;
    this.#body = view.querySelector<HTMLElement>('.list-body')!;
    this.#ruler = view.querySelector<HTMLElement>('.list-ruler')!;
    // A view that was rendered anew has none of the old slots; one that was moved has all of them.
    if (this.#slots[0]?.element.parentElement !== this.#body) {
      this.#slots = [];
      this.#pinned = undefined;
      this.#drawnHeight = -1;
      this.#top = 0;
    }
    this.#observer.observe(view);
    this.#observer.observe(this.#ruler);
  }

  #resize(entries: ResizeObserverEntry[]): void {
    const before = [this.#rowHeight, this.#viewHeight];
    for (const { target, contentRect } of entries) {
      if (target === this.#ruler) this.#rowHeight = contentRect.height;
      else this.#viewHeight = contentRect.height;
    }
    if (!this.#rowHeight || !this.#viewHeight || (before[0] === this.#rowHeight && before[1] === this.#viewHeight)) return;
    measured.set(this.#host.localName, { row: this.#rowHeight, view: this.#viewHeight });
    for (const slot of this.#slots) slot.index = -1;
    this.#draw(true);
  }

  readonly #scroll = { handleEvent: (): void => this.#scrolled(), passive: true };

  #scrolled(): void {
    // The last scroll's event may come after the list has gone.
    if (!this.#view) return;
    this.#top = this.#view.scrollTop;
    this.#draw();
  }

  /** `afresh` renders every row in view, for what they show may hang on the host; else only other rows and positions. */
  #draw(afresh = false): void {
    const body = this.#body;
    if (!body || !this.#view || !this.#rowHeight || !this.#viewHeight) return;
    const { source } = this.#options;
    const { length } = source;
    const height = length * this.#rowHeight;
    if (height !== this.#drawnHeight) {
      this.#drawnHeight = height;
      body.style.blockSize = `${height}px`;
      this.#active = Math.max(0, Math.min(this.#active, length - 1));
    }

    const inView = Math.ceil(this.#viewHeight / this.#rowHeight) + 1;
    this.#fit(inView + 2 * overscan, body);
    const top = Math.floor(Math.min(this.#top, Math.max(0, height - this.#viewHeight)) / this.#rowHeight);
    const first = Math.max(0, top - overscan);
    const last = Math.min(length, top + inView + overscan);
    for (let index = first; index < last; index++) this.#fill(this.#slotFor(index, body), index, afresh);
    // The focused row was the last and is no more: the focus goes to what is the last now.
    const lost = this.#slots.some((slot) => slot.index >= length && slot.element.matches(':focus-within'));
    for (const slot of this.#slots) if (slot.index >= last || slot.index < first) this.#hide(slot);
    if (this.#pinned) this.#tendPinned(length);
    if (lost && length > 0) this.#moveTo(length - 1);
    source.show?.(first, last);
  }

  /** The slot of a row, leaving the focused row its own. */
  #slotFor(index: number, body: HTMLElement): Slot<Row> {
    const at = index % this.#slots.length;
    const slot = this.#slots[at]!;
    if (slot.index === index) return slot;
    if (this.#pinned?.index === index) {
      const back = this.#pinned;
      this.#pinned = undefined;
      slot.element.remove();
      return (this.#slots[at] = back);
    }
    if (slot.index !== this.#active || !slot.element.matches(':focus-within')) return slot;
    this.#pinned = slot;
    return (this.#slots[at] = createSlot(body));
  }

  #fill(slot: Slot<Row>, index: number, afresh: boolean): void {
    const row = this.#options.source.at(index);
    const { element } = slot;
    if (slot.index !== index) {
      if (slot.index === -1) element.hidden = false;
      slot.index = index;
      element.style.transform = `translateY(${index * this.#rowHeight}px)`;
      element.setAttribute('aria-rowindex', String(index + (this.#hasHead ? 2 : 1)));
      setTabIndex(element, index === this.#active);
    } else if (row === slot.row && !afresh) return;
    else if (afresh) setTabIndex(element, index === this.#active);

    if (row === undefined) element.setAttribute('aria-busy', 'true');
    else if (slot.row === undefined) element.removeAttribute('aria-busy');
    if (this.#options.isSelected) element.setAttribute('aria-selected', String(row !== undefined && this.#options.isSelected(row)));
    slot.row = row;
    render(this.#options.row(row, index), element, { host: this.#host });
  }

  /** A pinned row that has lost the focus, or is no more, is let go. */
  #tendPinned(length: number): void {
    const pinned = this.#pinned!;
    const gone = pinned.index >= length;
    if (!gone && pinned.element.matches(':focus-within')) return this.#fill(pinned, pinned.index, false);
    this.#pinned = undefined;
    pinned.element.remove();
    if (gone && length > 0) this.#moveTo(length - 1);
  }

  #fit(pool: number, body: HTMLElement): void {
    if (this.#slots.length === pool) return;
    for (const slot of this.#slots) slot.index = -1;
    while (this.#slots.length > pool) this.#slots.pop()!.element.remove();
    while (this.#slots.length < pool) this.#slots.push(createSlot(body));
  }

  #hide(slot: Slot<Row>): void {
    if (slot.index === -1 && slot.element.hidden) return;
    slot.index = -1;
    slot.element.hidden = true;
  }

  #moveTo(wanted: number): void {
    const { length } = this.#options.source;
    if (length === 0 || !this.#view) return;
    const before = this.#slots.find(({ index }) => index === this.#active) ?? this.#pinned;
    if (before) setTabIndex(before.element, false);
    const index = (this.#active = Math.max(0, Math.min(wanted, length - 1)));
    const start = index * this.#rowHeight;
    const room = this.#viewHeight - (this.#hasHead ? this.#rowHeight : 0) - this.#rowHeight;
    if (start < this.#top) this.#top = start;
    else if (start > this.#top + room) this.#top = start - room;
    this.#view.scrollTop = this.#top;
    this.#draw();
    const slot = this.#slots[index % this.#slots.length];
    if (slot?.index !== index) return;
    setTabIndex(slot.element, true);
    slot.element.focus({ preventScroll: true });
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || !(event.target as Element).matches('.list-body > .row')) return;
    const page = Math.max(1, Math.floor(this.#viewHeight / this.#rowHeight) - 2);
    const { length } = this.#options.source;
    const to: Record<string, number> = {
      ArrowDown: this.#active + 1, ArrowUp: this.#active - 1, PageDown: this.#active + page, PageUp: this.#active - page, Home: 0, End: length - 1,
    };
    const index = to[event.key];
    if (index !== undefined) {
      event.preventDefault();
      this.#moveTo(index);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#activate(this.#active);
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey) {
      // Typing searches: the letter falls into the field that has the focus when it arrives.
      this.#host.renderRoot.querySelector<HTMLElement>('input[type=search]')?.focus();
    }
  };

  readonly #click = (event: MouseEvent): void => {
    const target = event.target as Element;
    // A control in a row speaks for itself.
    if (target.closest('button, a, input, select, label, [popover]')) return;
    const slot = this.#slotOf(target);
    if (!slot) return;
    this.#moveTo(slot.index);
    this.#activate(slot.index);
  };

  readonly #focusIn = (event: FocusEvent): void => {
    const slot = this.#slotOf(event.target as Element);
    if (!slot || slot.index === this.#active) return;
    const before = this.#slots.find(({ index }) => index === this.#active);
    if (before) setTabIndex(before.element, false);
    this.#active = slot.index;
    setTabIndex(slot.element, true);
  };

  #slotOf(target: Element): Slot<Row> | undefined {
    const element = target.closest('.list-body > .row');
    return this.#slots.find((slot) => slot.element === element);
  }

  #activate(index: number): void {
    const row = this.#options.source.at(index);
    if (row !== undefined) this.#options.activate?.(row, index);
  }
}

function createSlot<Row>(body: HTMLElement): Slot<Row> {
  const element = document.createElement('div');
  element.className = 'row';
  element.setAttribute('role', 'row');
  element.tabIndex = -1;
  body.append(element);
  return { element, index: -1, row: undefined };
}

const setTabIndex = (element: HTMLElement, active: boolean): void => {
  const tabIndex = active ? 0 : -1;
  if (element.tabIndex !== tabIndex) element.tabIndex = tabIndex;
};
