import type { ReactiveControllerHost } from 'lit';
import type { PortalClient } from '../../client/index.js';
import type * as DeskPane from './desk-pane.js';
import type { DeskRecord } from './pane-parts.js';

/** What is needed to name a registration. */
export interface Selected {
  readonly id: string;
  readonly name: string;
}

interface ReaderGiven {
  readonly client: () => PortalClient;
  /** Loads what the pane is made of. */
  readonly load: () => Promise<typeof DeskPane>;
  /** The registration has come, or has come anew; `after` the last one could not be read, for this reason. */
  readonly came: (record: DeskRecord, after: Error | undefined) => void;
  readonly failed: (error: Error) => void;
}

/** The registration that is looked at. Whoever runs through the queue is not held up: of those passed by, only the last is read. */
export class RegistrationReader {
  selected: Selected | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #given: ReaderGiven;
  #record: DeskRecord | undefined;
  #parts: typeof DeskPane | undefined;
  #wanted: string | undefined;
  #reading = false;
  #failure: Error | undefined;

  constructor(host: ReactiveControllerHost, given: ReaderGiven) {
    this.#host = host;
    this.#given = given;
  }

  /** The record and what it is drawn with, once both are there. */
  get current(): { record: DeskRecord; parts: typeof DeskPane } | undefined {
    const [record, parts] = [this.#record, this.#parts];
    return record && parts && record.review.id === this.selected?.id ? { record, parts } : undefined;
  }

  async select(selected: Selected | undefined): Promise<void> {
    this.selected = selected;
    if (!selected) this.#record = undefined;
    this.#host.requestUpdate();
    await this.read();
  }

  /** Reads what is looked at, once more. */
  async read(): Promise<void> {
    this.#wanted = this.selected?.id;
    if (this.#reading) return;
    this.#reading = true;
    let next: string | undefined;
    while ((next = this.#wanted)) {
      this.#wanted = undefined;
      await this.#readOne(next);
    }
    this.#reading = false;
  }

  async #readOne(id: string): Promise<void> {
    try {
      const parts = (this.#parts ??= await this.#given.load());
      const record = await parts.readRecord(this.#given.client(), id);
      if (id !== this.selected?.id) return;
      this.#record = record;
      this.#given.came(record, this.#failure);
      this.#failure = undefined;
    } catch (error) {
      if (id !== this.selected?.id) return;
      if (!this.current) this.selected = undefined;
      this.#failure = error as Error;
      this.#given.failed(this.#failure);
    }
    this.#host.requestUpdate();
  }
}
