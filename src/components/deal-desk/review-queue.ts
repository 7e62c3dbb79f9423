import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalClient, ReviewRow } from '../../client/index.js';
import { PagedSource } from '../list/paged-source.js';

export const queueFilters = ['open', 'mine', 'conflict', 'clean', 'pending'] as const;
export type QueueFilter = (typeof queueFilters)[number];

const narrowings: Record<QueueFilter, { state: 'open' | 'pending'; finding?: 'conflict' | 'clean' }> = {
  open: { state: 'open' }, mine: { state: 'open' }, conflict: { state: 'open', finding: 'conflict' }, clean: { state: 'open', finding: 'clean' }, pending: { state: 'pending' },
};

/** How many can be decided at once. */
const most = 100;

interface QueueGiven {
  readonly client: () => PortalClient;
  /** Who sits at the desk. */
  readonly memberId: () => string;
  /** Rows or the length changed. */
  readonly changed: () => void;
}

/** The registrations that wait, as they are narrowed and searched, and those chosen for a decision on several. */
export class ReviewQueue implements ReactiveController {
  readonly source: PagedSource<ReviewRow>;
  filter: QueueFilter = 'open';
  search = '';
  chosen: ReadonlyMap<string, ReviewRow> = new Map();
  readonly #host: ReactiveControllerHost;
  readonly #given: QueueGiven;

  constructor(host: ReactiveControllerHost, given: QueueGiven) {
    this.#host = host;
    this.#given = given;
    this.source = new PagedSource({
      fetch: (query, signal) => given.client().reviews.list({ ...query, ...(this.search && { search: this.search }), ...this.#narrowing() }, { signal }),
      changed: () => given.changed(),
      failing: () => host.requestUpdate(),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.source.close();
  }

  narrow(change: { filter?: QueueFilter; search?: string }): void {
    Object.assign(this, change);
    this.chooseNone();
  }

  /** Where a registration stands, among the rows that are loaded; -1 where it stands not. */
  indexOf(id: string | undefined): number {
    if (id) for (let index = 0; index < this.source.length; index++) if (this.source.at(index)?.id === id) return index;
    return -1;
  }

  /** What is looked at after this one: the next, or the one before the last. */
  after(id: string): ReviewRow | undefined {
    const index = this.indexOf(id);
    return this.source.at(index + 1) ?? this.source.at(index - 1);
  }

  /** Chooses a registration for a decision on several, or no more. */
  choose(row: ReviewRow): void {
    const chosen = new Map(this.chosen);
    if (!chosen.delete(row.id) && chosen.size < most) chosen.set(row.id, row);
    this.chosen = chosen;
    this.#host.requestUpdate();
  }

  chooseAll(): void {
    const rows = Array.from({ length: Math.min(this.source.length, most) }, (_, index) => this.source.at(index)).filter((row) => row !== undefined);
    this.chosen = new Map(rows.map((row) => [row.id, row]));
    this.#host.requestUpdate();
  }

  chooseNone(): void {
    this.chosen = new Map();
    this.#host.requestUpdate();
  }

  #narrowing() {
    return { ...narrowings[this.filter], ...(this.filter === 'mine' && { reviewerId: this.#given.memberId() }) };
  }
}
