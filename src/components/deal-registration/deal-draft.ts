import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Deal, DealInput, PortalClient } from '../../client/index.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { inputOf, valuesOf, type DealValues, type Typing } from './deal-values.js';

/** Where what was typed is kept: at the service, on this device, nowhere. */
export type Kept = 'empty' | 'saving' | 'service' | 'device' | 'none';

interface KeptDraft {
  values: DealValues;
  dealId?: string | undefined;
}

/** A pause in typing after which the draft goes to the service, in ms. */
const pause = 1_500;

/**
 * A deal being typed. Each letter is kept on the device first; after a pause the draft goes to the service. A save that fails keeps
 * what was typed and is tried again with the next one; a draft that was changed elsewhere is saved over knowingly.
 */
export class DealDraft implements ReactiveController {
  values!: DealValues;
  /** The draft at the service, once there is one. */
  deal: Deal | undefined;
  kept: Kept = 'empty';
  /** Somebody, or another tab, changed the draft meanwhile. */
  changedElsewhere = false;
  readonly #host: ReactiveControllerHost;
  #name = 'deal:new';
  #typing!: Typing;
  #drafts!: DraftStore;
  #client!: PortalClient;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<Deal> | undefined;
  #dirty = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Opens a deal's draft, or the one that was being typed, or an empty form. */
  async open(client: PortalClient, drafts: DraftStore, typing: Typing, dealId: string | undefined, signal: AbortSignal): Promise<void> {
    clearTimeout(this.#timer);
    this.#client = client;
    this.#drafts = drafts;
    this.#typing = typing;
    this.#name = `deal:${dealId ?? 'new'}`;
    const kept = drafts.read<KeptDraft>(this.#name)?.value;
    const known = dealId ?? kept?.dealId;
    const deal = known ? await client.deals.read(known, { signal }).catch((error: unknown) => {
      // A draft that is gone leaves what was typed, as a new one.
      if ((error as Error).name !== 'NotFoundError' || dealId) throw error;
      return undefined;
    }) : undefined;
    const open = deal?.actions.some(({ name, allowed }) => name === 'change' && allowed);
    if (deal && !open && kept) drafts.remove(this.#name);
    this.deal = deal;
    this.values = deal && !open ? valuesOf(typing, deal) : { ...valuesOf(typing, deal), ...kept?.values };
    this.kept = kept && (!deal || open) ? 'device' : deal ? 'service' : 'empty';
    this.changedElsewhere = false;
    this.#dirty = kept !== undefined && this.kept === 'device';
  }

  set(change: Partial<DealValues>): void {
    this.values = { ...this.values, ...change };
    this.#dirty = true;
    this.#keep();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save().catch(() => undefined), pause);
    this.#host.requestUpdate();
  }

  /** Saves what was typed at the service, one save at a time; answers with the draft there. */
  save(): Promise<Deal> {
    clearTimeout(this.#timer);
    this.#saving ??= this.#save().finally(() => (this.#saving = undefined));
    return this.#saving;
  }

  async #save(): Promise<Deal> {
    while (this.#dirty || !this.deal) {
      this.#dirty = false;
      this.kept = 'saving';
      this.#host.requestUpdate();
      const { input } = inputOf(this.values, this.#typing, false);
      try {
        this.deal = this.deal ? await this.#change(input) : await this.#client.deals.create(input);
      } catch (error) {
        this.#dirty = true;
        this.#keep();
        this.#host.requestUpdate();
        throw error;
      }
      if (!this.#dirty) {
        this.kept = 'service';
        // The device remembers which draft is being typed until it is submitted.
        this.#drafts.write(this.#name, { values: this.values, dealId: this.deal.id } satisfies KeptDraft);
      }
      this.#host.requestUpdate();
    }
    return this.deal;
  }

  async #change(input: DealInput): Promise<Deal> {
    try {
      return await this.#client.deals.change(this.deal!, input);
    } catch (error) {
      const { name, current } = error as { name?: string; current?: Deal };
      if (name !== 'PreconditionFailedError' || !current) throw error;
      this.changedElsewhere = true;
      return this.#client.deals.change(current, input);
    }
  }

  /** Forgets what is kept on the device: it was submitted, or is not wanted. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.#drafts.remove(this.#name);
  }

  #keep(): void {
    this.kept = this.#drafts.write(this.#name, { values: this.values, dealId: this.deal?.id } satisfies KeptDraft) === 'saved' ? 'device' : 'none';
  }
}
