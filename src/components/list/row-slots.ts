import { render, type TemplateResult } from 'lit';

/** A row's place in the list: a render root of its own. */
export interface Slot<Row> {
  readonly element: HTMLElement;
  index: number;
  row: Row | undefined;
}

export interface RowSlotsOptions<Row> {
  /** What event listeners in a row are bound to. */
  readonly host: object;
  readonly at: (index: number) => Row | undefined;
  readonly row: (row: Row | undefined, index: number) => TemplateResult;
  readonly isSelected?: ((row: Row) => boolean) | undefined;
}

/** How rows are drawn now: which one has the focus or last had it, how high they are, and as which the first one counts. */
export interface RowLook {
  readonly active: number;
  readonly height: number;
  readonly firstCount: 1 | 2;
}

/**
 * The rows of a list that exist. A row stands in slot `index % pool`, so that scrolling by one rewrites one slot; a changed row touches its
 * own slot alone. A focused row that scrolls out of view is pinned: it keeps its slot and a spare one takes its place, so that neither
 * scrolling nor rendering takes the focus away.
 */
export class RowSlots<Row> {
  readonly #body: HTMLElement;
  readonly #options: RowSlotsOptions<Row>;
  #slots: Slot<Row>[] = [];
  #pinned: Slot<Row> | undefined;

  constructor(body: HTMLElement, options: RowSlotsOptions<Row>) {
    this.#body = body;
    this.#options = options;
  }

  get body(): HTMLElement {
    return this.#body;
  }

  /** Makes them so many. */
  fit(pool: number): void {
    if (this.#slots.length === pool) return;
    this.lose();
    while (this.#slots.length > pool) this.#slots.pop()!.element.remove();
    while (this.#slots.length < pool) this.#slots.push(this.#create());
  }

  /** None knows its row any more: each is placed and drawn anew. */
  lose(): void {
    for (const slot of this.#slots) slot.index = -1;
  }

  /** Draws the rows `first` to `last`, excluded, and hides all others; `afresh` also those that stand there already. Answers whether the focus was on a row that is no more. */
  draw(first: number, last: number, length: number, look: RowLook, afresh: boolean): boolean {
    for (let index = first; index < last; index++) this.#fill(this.#slotFor(index, look.active), index, look, afresh);
    const lost = this.#slots.some((slot) => slot.index >= length && isFocused(slot));
    for (const slot of this.#slots) if (slot.index >= last || slot.index < first) hide(slot);
    return this.#tendPinned(length, look) || lost;
  }

  /** Where a row stands, in view or pinned. */
  find(index: number): Slot<Row> | undefined {
    return this.#slots.find((slot) => slot.index === index) ?? (this.#pinned?.index === index ? this.#pinned : undefined);
  }

  /** The row in view that holds an element. */
  holding(target: Element): Slot<Row> | undefined {
    const element = target.closest('.list-body > .row');
    return this.#slots.find((slot) => slot.element === element);
  }

  /** The slot of a row, leaving the focused row its own. */
  #slotFor(index: number, active: number): Slot<Row> {
    const at = index % this.#slots.length;
    const slot = this.#slots[at]!;
    if (slot.index === index) return slot;
    if (this.#pinned?.index === index) {
      const back = this.#pinned;
      this.#pinned = undefined;
      slot.element.remove();
      return (this.#slots[at] = back);
    }
    if (slot.index !== active || !isFocused(slot)) return slot;
    this.#pinned = slot;
    return (this.#slots[at] = this.#create());
  }

  #fill(slot: Slot<Row>, index: number, { active, height, firstCount }: RowLook, afresh: boolean): void {
    const row = this.#options.at(index);
    const { element } = slot;
    if (slot.index !== index) {
      if (slot.index === -1) element.hidden = false;
      slot.index = index;
      element.style.transform = `translateY(${index * height}px)`;
      element.setAttribute('aria-rowindex', String(index + firstCount));
      setTabIndex(slot, index === active);
    } else if (row === slot.row && !afresh) return;
    else if (afresh) setTabIndex(slot, index === active);

    if (row === undefined) element.setAttribute('aria-busy', 'true');
    else if (slot.row === undefined) element.removeAttribute('aria-busy');
    const { isSelected } = this.#options;
    if (isSelected) element.setAttribute('aria-selected', String(row !== undefined && isSelected(row)));
    slot.row = row;
    render(this.#options.row(row, index), element, { host: this.#options.host });
  }

  /** A pinned row that has lost the focus, or is no more, is let go; answers whether it is no more. */
  #tendPinned(length: number, look: RowLook): boolean {
    const pinned = this.#pinned;
    if (!pinned) return false;
    const gone = pinned.index >= length;
    if (!gone && isFocused(pinned)) {
      this.#fill(pinned, pinned.index, look, false);
      return false;
    }
    this.#pinned = undefined;
    pinned.element.remove();
    return gone;
  }

  #create(): Slot<Row> {
    const element = document.createElement('div');
    element.className = 'row';
    element.setAttribute('role', 'row');
    element.tabIndex = -1;
    this.#body.append(element);
    return { element, index: -1, row: undefined };
  }
}

const isFocused = ({ element }: Slot<unknown>): boolean => element.matches(':focus-within');

function hide(slot: Slot<unknown>): void {
  if (slot.index === -1 && slot.element.hidden) return;
  slot.index = -1;
  slot.element.hidden = true;
}

/** A list has one stop for the tab key: the row that has the focus, or last had it. */
export function setTabIndex({ element }: Slot<unknown>, active: boolean): void {
  const tabIndex = active ? 0 : -1;
  if (element.tabIndex !== tabIndex) element.tabIndex = tabIndex;
}
