import type { Page } from '../../client/index.js';
import type { RowSource } from './virtual-list.js';

export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly include?: 'anchors';
}

export interface PagedSourceOptions<Row> {
  readonly fetch: (query: PageQuery, signal: AbortSignal) => Promise<Page<Row>>;
  /** Rows or the length changed. */
  readonly changed: () => void;
  /** `error` came or went. */
  readonly failing: () => void;
}

/** Divides the rows between two anchors (200), so that pages begin at anchors; two of them are one request's most. */
const pageSize = 100;
const maxLimit = 200;
const keptPages = 30;
/** A dragged scroll bar passes many pages: fetch where it rests. */
const restMs = 40;

/**
 * The rows of a list that the service pages by cursors, by index. It knows cursors every few hundred rows (anchors), so
 * it can jump anywhere: what is in view is fetched from the nearest cursor before it, in one request. At most 3,000 rows
 * are kept; flights to pages nobody looks at any more are aborted.
 */
export class PagedSource<Row> implements RowSource<Row> {
  length = 0;
  /** Why rows in view are missing; `retry` tries again. */
  error: unknown;

  readonly #options: PagedSourceOptions<Row>;
  #pages = new Map<number, Row[]>();
  /** Index → the cursor from which the row of that index is the first. */
  #cursors = new Map<number, string>();
  /** Pages that may show what was, until they are fetched again. */
  #stale = new Set<number>();
  #flights = new Map<number, { to: number; controller: AbortController }>();
  #wanted = { first: 0, last: 0 };
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PagedSourceOptions<Row>) {
    this.#options = options;
  }

  at(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /**
   * Fetches the beginning, the length and the anchors. With `keep`, rows that are there stay in view until their page has
   * come again, for the same list that may have changed; without, for another search or order, they go with its answer.
   */
  async load(signal: AbortSignal, { keep = true }: { keep?: boolean } = {}): Promise<void> {
    const page = await this.#options.fetch({ limit: pageSize, include: 'anchors' }, signal);
    this.close();
    this.#settle(undefined);
    this.#cursors = new Map((page.anchors ?? []).map(({ index, cursor }) => [index, cursor]));
    if (!keep) this.#pages.clear();
    this.#stale = new Set(this.#pages.keys());
    this.#take(0, page);
    this.length = page.total ?? this.length;
    for (const index of this.#pages.keys()) if (index * pageSize >= this.length) this.#pages.delete(index);
    this.#options.changed();
    this.#fetchWanted();
  }

  show(first: number, last: number): void {
    const wanted = { first: Math.floor(first / pageSize), last: Math.floor(Math.max(first, last - 1) / pageSize) };
    if (wanted.first === this.#wanted.first && wanted.last === this.#wanted.last) return;
    this.#wanted = wanted;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#fetchWanted(), restMs);
  }

  retry(): void {
    this.#settle(undefined);
    this.#fetchWanted();
  }

  /** Puts a changed record in its place, if it is loaded. */
  replace(row: Row, isSame: (candidate: Row) => boolean): void {
    for (const page of this.#pages.values()) {
      const at = page.findIndex(isSame);
      if (at >= 0) page[at] = row;
    }
    this.#options.changed();
  }

  /** Aborts whatever is under way. */
  close(): void {
    clearTimeout(this.#rest);
    for (const { controller } of this.#flights.values()) controller.abort();
    this.#flights.clear();
  }

  #settle(error: unknown): void {
    const turned = (error === undefined) !== (this.error === undefined);
    this.error = error;
    if (turned) this.#options.failing();
  }

  #fetchWanted(): void {
    const { first, last } = this.#wanted;
    for (const [from, { to, controller }] of this.#flights) {
      if (to > (first - 1) * pageSize && from < (last + 2) * pageSize) continue;
      controller.abort();
      this.#flights.delete(from);
    }
    for (let page = first; page <= last; page++) {
      if (page * pageSize < this.length && (!this.#pages.has(page) || this.#stale.has(page))) void this.#fetchPage(page);
    }
  }

  async #fetchPage(page: number): Promise<void> {
    const start = page * pageSize;
    const from = this.#cursorBefore(start);
    const to = Math.min(from + maxLimit, start + pageSize);
    if ([...this.#flights].some(([index, flight]) => index <= start && flight.to > start) || this.#flights.has(from)) return;

    const controller = new AbortController();
    this.#flights.set(from, { to, controller });
    const cursor = this.#cursors.get(from);
    try {
      const answer = await this.#options.fetch({ limit: to - from, ...(cursor !== undefined && { cursor }) }, controller.signal);
      if (controller.signal.aborted) return;
      this.#flights.delete(from);
      this.#settle(undefined);
      this.#take(from, answer);
      this.#options.changed();
      // On towards what is wanted, as long as each answer leads nearer.
      if (this.#pages.has(page) || this.#cursorBefore(start) > from) this.#fetchWanted();
    } catch (error) {
      if (controller.signal.aborted) return;
      this.#flights.delete(from);
      this.#settle(error);
    }
  }

  #cursorBefore(start: number): number {
    let nearest = 0;
    for (const index of this.#cursors.keys()) if (index <= start && index > nearest) nearest = index;
    return nearest;
  }

  #take(from: number, { data, hasMore, nextCursor }: Page<Row>): void {
    const end = from + data.length;
    for (let at = 0; at < data.length; at += pageSize) {
      const page = Math.floor((from + at) / pageSize);
      this.#pages.delete(page); // so that it becomes the newest
      this.#pages.set(page, data.slice(at, at + pageSize));
      this.#stale.delete(page);
    }
    if (nextCursor !== null && end % pageSize === 0) this.#cursors.set(end, nextCursor);
    // What was said of the length at first may be old by now.
    if (!hasMore) this.length = end;
    else if (end >= this.length) this.length = end + 1;
    this.#forget();
  }

  #forget(): void {
    const { first, last } = this.#wanted;
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= keptPages) return;
      if (page < first || page > last) this.#pages.delete(page);
    }
  }
}
