import { html, nothing, type LitElement, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { RowSlots, setTabIndex } from './row-slots.js';

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

const overscan = 4;
/** In CSS pixels, by the widget's name: the next one is taken to be like the one that was measured last, and is laid out once and not twice. */
const measured = new Map<string, { row: number; view: number }>();

/**
 * A grid of rows of one height, of which only those in view exist: 100,000 scroll like 100.
 *
 * Scrolling and a changed row touch their slots alone, never the host's template. Nothing is measured in passing;
 * the heights come from a ResizeObserver on the view and on a ruler, so that larger text makes larger rows. Until it has
 * spoken, they are taken to be the usual ones.
 *
 * The focus is on a row (roving tabindex), and stays there. Letters typed on a row go to the widget's search.
 */
export class VirtualList<Row> implements ReactiveController {
  readonly #host: ListHost;
  readonly #options: VirtualListOptions<Row>;
  readonly #observer: ResizeObserver;
  #view: HTMLElement | null = null;
  #ruler: HTMLElement | undefined;
  #slots: RowSlots<Row> | undefined;
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
    const body = view.querySelector<HTMLElement>('.list-body')!;
    this.#ruler = view.querySelector<HTMLElement>('.list-ruler')!;
    // A view that was rendered anew has none of the old slots; one that was moved has all of them.
    if (this.#slots?.body !== body) {
      const { source, row, isSelected } = this.#options;
      this.#slots = new RowSlots(body, { host: this.#host, at: (index) => source.at(index), row, isSelected });
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
    this.#slots?.lose();
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
    const slots = this.#slots;
    if (!slots || !this.#view || !this.#rowHeight || !this.#viewHeight) return;
    const { source } = this.#options;
    const { length } = source;
    const height = length * this.#rowHeight;
    if (height !== this.#drawnHeight) {
      this.#drawnHeight = height;
      slots.body.style.blockSize = `${height}px`;
      this.#active = Math.max(0, Math.min(this.#active, length - 1));
    }

    const inView = Math.ceil(this.#viewHeight / this.#rowHeight) + 1;
    slots.fit(inView + 2 * overscan);
    const top = Math.floor(Math.min(this.#top, Math.max(0, height - this.#viewHeight)) / this.#rowHeight);
    const first = Math.max(0, top - overscan);
    const last = Math.min(length, top + inView + overscan);
    const isLost = slots.draw(first, last, length, { active: this.#active, height: this.#rowHeight, firstCount: this.#hasHead ? 2 : 1 }, afresh);
    // The focused row was the last and is no more: the focus goes to what is the last now.
    if (isLost && length > 0) this.#moveTo(length - 1);
    source.show?.(first, last);
  }

  #moveTo(wanted: number): void {
    const { length } = this.#options.source;
    if (length === 0 || !this.#view) return;
    const before = this.#slots!.find(this.#active);
    if (before) setTabIndex(before, false);
    const index = (this.#active = Math.max(0, Math.min(wanted, length - 1)));
    const start = index * this.#rowHeight;
    const room = this.#viewHeight - (this.#hasHead ? this.#rowHeight : 0) - this.#rowHeight;
    if (start < this.#top) this.#top = start;
    else if (start > this.#top + room) this.#top = start - room;
    this.#view.scrollTop = this.#top;
    this.#draw();
    const slot = this.#slots!.find(index);
    if (!slot) return;
    setTabIndex(slot, true);
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
    const slot = this.#slots!.holding(target);
    if (!slot) return;
    this.#moveTo(slot.index);
    this.#activate(slot.index);
  };

  readonly #focusIn = (event: FocusEvent): void => {
    const slot = this.#slots!.holding(event.target as Element);
    if (!slot || slot.index === this.#active) return;
    const before = this.#slots!.find(this.#active);
    if (before) setTabIndex(before, false);
    this.#active = slot.index;
    setTabIndex(slot, true);
  };

  #activate(index: number): void {
    const row = this.#options.source.at(index);
    if (row !== undefined) this.#options.activate?.(row, index);
  }
}
