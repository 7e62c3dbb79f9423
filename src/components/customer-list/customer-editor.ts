import type { ReactiveControllerHost } from 'lit';
import type { Customer, PortalClient } from '../../client/index.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { fieldSentences, issueSentences } from '../locale/error-sentences.js';
import type { TranslateShared } from '../locale/shared-words.js';
import { changeOf, valuesOf, type CustomerValues } from './customer-values.js';

interface KeptCustomer {
  values: CustomerValues;
  /** What the record said when this was typed. */
  base: CustomerValues;
}

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
  /** What the record said when typing began; of a field that was changed on both sides, until it is saved. */
  #before = valuesOf();
  #drafts!: DraftStore;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  open(drafts: DraftStore, customer: Customer | undefined): void {
    this.#drafts = drafts;
    this.#base = customer;
    const kept = drafts.read<KeptCustomer | CustomerValues>(this.#name)?.value;
    // An older copy kept the values alone: whatever they hold was typed, as far as can be told.
    const typed = kept && !('base' in kept) ? { values: kept, base: valuesOf() } : kept;
    this.values = this.#before = valuesOf(customer);
    this.conflict = typed !== undefined && this.#layOver(typed);
    this.restored = typed !== undefined;
    this.unsaved = false;
    this.problems = new Map();
  }

  /** Puts what was typed over the record as it is now, and leaves the rest of it alone. Answers whether a field was changed on both sides. */
  #layOver(typed: KeptCustomer): boolean {
    const theirs = valuesOf(this.#base);
    const [said, before, now] = [typed.values, typed.base, theirs].map(changeOf) as [Said, Said, Said];
    const differ = (field: keyof CustomerValues, one: Said, other: Said) => JSON.stringify(one[field]) !== JSON.stringify(other[field]);
    const mine = (Object.keys(theirs) as (keyof CustomerValues)[]).filter((field) => differ(field, said, before));
    const both = mine.filter((field) => differ(field, now, before) && differ(field, now, said));
    this.values = withFields(theirs, typed.values, mine);
    this.#before = withFields(theirs, typed.base, both);
    return both.length > 0;
  }

  readonly set = (change: Partial<CustomerValues>): void => {
    this.values = { ...this.values, ...change };
    this.unsaved = this.#drafts.write(this.#name, { values: this.values, base: this.#before } satisfies KeptCustomer) === 'not-saved';
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
        this.#layOver({ values: this.values, base: this.#before });
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

type Said = ReturnType<typeof changeOf>;

/** The values, with some fields of others. */
const withFields = (values: CustomerValues, others: CustomerValues, fields: readonly (keyof CustomerValues)[]): CustomerValues =>
  ({ ...values, ...Object.fromEntries(fields.map((field) => [field, others[field]])) });

/** A new record has nothing to clear. */
const withoutNulls = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as T;
