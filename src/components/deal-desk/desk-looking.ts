import type { LitElement } from 'lit';
import type { ReviewRow } from '../../client/index.js';
import type { VirtualList } from '../list/virtual-list.js';
import type { RegistrationReader, Selected } from './registration-reader.js';
import type { ReviewQueue } from './review-queue.js';

/** From how many pixels queue and pane stand side by side; the styles say the same. */
const roomForBoth = 640;

interface LookingGiven {
  readonly queue: ReviewQueue;
  readonly list: VirtualList<ReviewRow>;
  readonly reader: RegistrationReader;
  /** Another registration is looked at: what was begun on the one before is left. */
  readonly left: () => void;
}

/** Which registration of the queue is looked at, and where the focus goes with it. */
export class DeskLooking {
  readonly #host: LitElement;
  readonly #given: LookingGiven;
  /** Where the selection was, for when its row has gone. */
  #at = 0;
  #shown: ResizeObserver | undefined;

  constructor(host: LitElement, given: LookingGiven) {
    this.#host = host;
    this.#given = given;
  }

  /** Where there is room for both, something is always looked at. A hidden tab has no room, and may have it once it is shown. */
  async lookAtFirst(): Promise<void> {
    this.#shown?.disconnect();
    const { offsetWidth } = this.#host;
    if (offsetWidth === 0) {
      this.#shown = new ResizeObserver(() => this.#host.offsetWidth > 0 && void this.lookAtFirst());
      return this.#shown.observe(this.#host);
    }
    const { queue, reader } = this.#given;
    const first = queue.source.at(0);
    if (!reader.selected && first && offsetWidth >= roomForBoth) await reader.select(first);
  }

  /** The focus goes with a row that moved. */
  moved(): void {
    const { queue, reader, list } = this.#given;
    const index = queue.indexOf(reader.selected?.id);
    if (index < 0) return;
    this.#at = index;
    if (this.#host.renderRoot.querySelector('.list:focus-within')) list.focusRow(index);
  }

  /** Beside the queue, the pane shows whichever row has the focus. */
  follow(): void {
    const { queue, reader, list } = this.#given;
    const row = queue.source.at(list.activeIndex);
    if (row && row.id !== reader.selected?.id && this.#isBeside) void this.select(row);
  }

  /** One registration on, or back. */
  move(step: 1 | -1): void {
    const { queue, reader } = this.#given;
    const index = queue.indexOf(reader.selected?.id);
    const to = queue.source.at(index >= 0 ? index + step : this.#at);
    if (to) void this.select(to, 'row');
  }

  async select(row: Selected, focus?: 'row' | 'pane'): Promise<void> {
    const { queue, reader, list, left } = this.#given;
    if (row.id !== reader.selected?.id) left();
    void reader.select(row);
    const index = queue.indexOf(row.id);
    if (index >= 0) this.#at = index;
    if (!focus) return;
    await this.#host.updateComplete;
    if (focus === 'row' && index >= 0 && this.#isBeside) list.focusRow(index);
    else this.focusPane();
  }

  /** Back to the queue. */
  leave(): void {
    if (!this.#isBeside) void this.#given.reader.select(undefined);
    void this.#host.updateComplete.then(() => this.#given.list.focusRow(this.#at));
  }

  focusPane(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.pane')?.focus({ preventScroll: true });
  }

  /** Whether the pane stands beside the queue, and does not take its place. */
  get #isBeside(): boolean {
    return ['.rows', '.pane'].every((selector) => this.#host.renderRoot.querySelector(selector)?.checkVisibility());
  }
}
