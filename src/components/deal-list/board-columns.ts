import type { Deal, DealRow, PortalClient } from '../../client/index.js';
import { asked, stages, type DealQuery } from './deal-query.js';

/** One stage's deals: what is shown of them, how many there are, and what they are worth together. */
export interface Column {
  readonly stage: string;
  /** As many as are shown. */
  readonly rows: readonly DealRow[];
  readonly total: number;
  /** In minor units of `currency`; of what was read, which is all unless `complete` says otherwise. */
  readonly sum: number;
  readonly currency: string | undefined;
  readonly complete: boolean;
}

interface Read {
  rows: DealRow[];
  total: number;
  complete: boolean;
}

const pageSize = 200;
/** More of one stage are counted, and not added up. */
const mostPages = 10;
const shownAtFirst = 40;

/** The board's columns, each read whole, for a sum of a part would be a lie; beyond 2,000 deals of one stage it says so. */
export class BoardColumns {
  readonly #client: () => PortalClient;
  readonly #changed: () => void;
  #read = new Map<string, Read>();
  #shown = new Map<string, number>();

  constructor(client: () => PortalClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
  }

  get all(): readonly Column[] {
    return [...this.#read].map(([stage, { rows, total, complete }]) => {
      const currency = rows.find(({ value }) => value)?.value?.currency;
      const sum = rows.reduce((all, { value }) => all + (value?.currency === currency ? (value?.amount ?? 0) : 0), 0);
      return { stage, rows: rows.slice(0, this.#shown.get(stage) ?? shownAtFirst), total, sum, currency, complete };
    });
  }

  async load(query: DealQuery, signal: AbortSignal): Promise<void> {
    const wanted = query.stage.length > 0 ? stages.filter((stage) => query.stage.includes(stage)) : stages;
    const read = await Promise.all(wanted.map(async (stage) => [stage, await this.#readStage(query, stage, signal)] as const));
    this.#read = new Map(read);
  }

  showMore(stage: string): void {
    this.#shown.set(stage, (this.#shown.get(stage) ?? shownAtFirst) + shownAtFirst);
    this.#changed();
  }

  /** Puts a deal that was moved into its new column, before the list is read again. */
  place(row: DealRow, { actions, ...deal }: Deal): void {
    const from = this.#read.get(row.stage);
    const to = this.#read.get(deal.stage);
    if (from) this.#read.set(row.stage, { ...from, rows: from.rows.filter(({ id }) => id !== row.id), total: from.total - 1 });
    const moved = { ...row, ...deal, actions: actions.filter(({ allowed }) => allowed).map(({ name }) => name) };
    if (to) this.#read.set(deal.stage, { ...to, rows: [moved, ...to.rows.filter(({ id }) => id !== row.id)], total: to.total + 1 });
  }

  async #readStage(query: DealQuery, stage: (typeof stages)[number], signal: AbortSignal): Promise<Read> {
    const { list } = this.#client().deals;
    const narrowed = { ...asked(query), stage: [stage], limit: pageSize };
    const first = await list({ ...narrowed, include: 'anchors' }, { signal });
    const rows = [...first.data];
    let cursor = first.nextCursor;
    for (let page = 1; cursor && page < mostPages; page++) {
      const next = await list({ ...narrowed, cursor }, { signal });
      rows.push(...next.data);
      cursor = next.nextCursor;
    }
    return { rows, total: first.total ?? rows.length, complete: !cursor };
  }
}
