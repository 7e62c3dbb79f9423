import type { ReactiveControllerHost } from 'lit';
import type { Customer, PortalClient } from '../../client/index.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { fieldSentences, issueSentences } from '../locale/error-sentences.js';
import type { TranslateShared } from '../locale/shared-words.js';
import { changeOf, valuesOf, type CustomerValues } from './customer-values.js';

/**
 * A customer being typed: kept on this device from the first letter, held against the contract's own schema when it is saved,
 * and told where it was changed by somebody else meanwhile.
 */
export class CustomerEditor {
  values: CustomerValues = valuesOf();
  problems: ReadonlyMap<string, string> = new Map();
  /** The draft of an earlier time was brought back. */
  restored = false;
  /** The device would not keep it. */
  unsaved = false;
  /** The record meanwhile differs from the one that was opened; saving again goes over it. */
  conflict = false;
  readonly #host: ReactiveControllerHost;
  #base: Customer | undefined;
  #drafts!: DraftStore;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  open(drafts: DraftStore, customer: Customer | undefined): void {
    this.#drafts = drafts;
    this.#base = customer;
    const kept = drafts.read<CustomerValues>(this.#name)?.value;
    this.values = kept ?? valuesOf(customer);
    this.restored = kept !== undefined;
    this.unsaved = this.conflict = false;
    this.problems = new Map();
  }

  readonly set = (change: Partial<CustomerValues>): void => {
    this.values = { ...this.values, ...change };
    this.unsaved = this.#drafts.write(this.#name, this.values) === 'not-saved';
    const problems = new Map(this.problems);
    for (const field of Object.keys(change)) for (const pointer of this.problems.keys()) if (pointer.startsWith(`/${field}`)) problems.delete(pointer);
    this.problems = problems;
    this.#host.requestUpdate();
  };

  discard(): void {
    this.#drafts.remove(this.#name);
    this.open(this.#drafts, this.#base);
    this.#host.requestUpdate();
  }

  /** Holds the form against the schema; the schemas are loaded here, with the first form, and not with the list. */
  async check(t: TranslateShared): Promise<boolean> {
    const { customerChange } = await import('../../contract/customers.js');
    const change = changeOf(this.values);
    const parsed = customerChange.safeParse(change, { reportInput: true });
    this.problems = parsed.success ? new Map() : issueSentences(t, parsed.error.issues);
    this.#host.requestUpdate();
    return parsed.success;
  }

  /** What is wrong, in other words. */
  async sayAgain(t: TranslateShared, error: unknown): Promise<void> {
    if (this.problems.size === 0) return;
    if (await this.check(t)) this.problems = error ? fieldSentences(t, error) : new Map();
  }

  async save(client: PortalClient, t: TranslateShared): Promise<Customer> {
    const change = changeOf(this.values);
    try {
      const saved = this.#base ? await client.customers.change(this.#base, change) : await client.customers.create(withoutNulls(change));
      this.#drafts.remove(this.#name);
      return saved;
    } catch (error) {
      this.problems = fieldSentences(t, error);
      const { name, current } = error as { name?: string; current?: Customer };
      if (name === 'PreconditionFailedError' && current) {
        this.#base = current;
        this.conflict = true;
      }
      throw error;
    }
  }

  get isNew(): boolean {
    return this.#base === undefined;
  }

  get #name(): string {
    return `customer:${this.#base?.id ?? 'new'}`;
  }
}

/** A new record has nothing to clear. */
const withoutNulls = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as T;
