import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Deal, DealInput, PortalClient } from '../../client/index.js';
import { newKey } from '../../client/new-key.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { TryLater } from '../try-later.js';
import { inputOf, valuesOf, type DealValues, type Typing } from './deal-values.js';
import { merge, same, take, withoutOwn } from './draft-merge.js';
import { nameOf, type DraftPlace, type KeptDraft, type Sent } from './draft-place.js';

/** Where what was typed is kept: at the service, on this device, nowhere. */
export type Kept = 'empty' | 'saving' | 'service' | 'device' | 'none';

/** What somebody else, or another tab, changed meanwhile. */
export interface Meanwhile {
  /** Taken over: this side had not touched them. */
  adopted: readonly string[];
  /** Changed on both sides: nothing is sent until somebody chose. */
  clashes: readonly string[];
  theirs: DealValues;
  /** Who it was, as far as history tells. */
  by: string | undefined;
}

/** Whether it stands in the form; another one does, and this one only ends what it began; or nothing more is sent of it. */
type Life = 'shown' | 'left' | 'over';

/** A pause in typing after which the draft goes to the service, in ms. */
const pause = 1_500;

export const isOpen = (deal: Pick<Deal, 'actions'>): boolean => deal.actions.some(({ name, allowed }) => name === 'change' && allowed);

/**
 * A deal being typed. Each letter is kept on the device first; after a pause the draft goes to the service. A save that fails keeps
 * what was typed and is tried again with the next letter, and by itself. What another tab or another person changed meanwhile is put together with
 * what stands here, field by field: neither is lost, and where both changed one field, somebody chooses. One is made for each that is opened,
 * so that what is still under way ends in its own.
 */
export class DealDraft implements ReactiveController {
  values: DealValues;
  /** The draft at the service, once there is one. */
  deal: Deal | undefined;
  kept: Kept = 'empty';
  meanwhile: Meanwhile | undefined;
  /** What the service had when both were last the same, field by field. */
  base: DealValues;
  life: Life = 'shown';
  /** What it is kept under on this device. */
  readonly name: string;
  /** Where and in which programme it is typed. */
  readonly typing: Typing;
  readonly #host: ReactiveControllerHost;
  readonly #drafts: DraftStore;
  readonly #client: PortalClient;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<Deal> | undefined;
  #dirty = false;
  #sent: Sent | undefined;
  /** What this one kept on the device last. */
  #keptValues: DealValues | undefined;
  readonly #again = new TryLater(() => void this.save().catch(() => undefined));
  #unwatch: (() => void) | undefined;

  /** Opens a deal's draft, or the one that was being typed, or an empty form; `deal` is what was found of it at the service. */
  constructor(host: ReactiveControllerHost, { client, drafts, typing }: DraftPlace, dealId?: string, deal?: Deal) {
    this.#host = host;
    this.#client = client;
    this.#drafts = drafts;
    this.typing = typing;
    this.name = nameOf(dealId);
    const kept = drafts.read<KeptDraft>(this.name)?.value;
    const open = deal && isOpen(deal);
    if (deal && !open && kept) drafts.remove(this.name);
    this.#sent = !deal || open ? kept?.sent : undefined;
    this.base = kept?.base ?? valuesOf(typing, deal);
    this.values = { ...valuesOf(typing, deal), ...((!deal || open) && kept?.values) };
    this.#keptValues = kept?.values;
    if (deal) this.#reconcile(deal);
    this.#dirty = kept !== undefined && (!deal || (isOpen(deal) && !same(this.values, this.base, typing)));
    this.kept = this.#dirty ? 'device' : deal ? 'service' : 'empty';
    if (this.#dirty) this.#saveLater();
    host.addController(this);
  }

  hostConnected(): void {
    this.#unwatch ??= this.#drafts.watch<KeptDraft>(this.name, (draft) => void this.#hearTab(draft?.value));
  }

  hostDisconnected(): void {
    this.#rest();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  /** Whether this is what stands in the form for a deal, in that place. */
  is({ client, drafts }: DraftPlace, dealId: string | undefined): boolean {
    return this.life === 'shown' && this.#client === client && this.#drafts === drafts && this.name === nameOf(dealId);
  }

  /** Another one takes its place: what was typed here is still saved here, and nothing of it ends there. */
  leave(): void {
    const isWaiting = this.#timer !== undefined;
    this.#host.removeController(this);
    this.hostDisconnected();
    if (this.life === 'shown') this.life = 'left';
    if (isWaiting) void this.save().catch(() => undefined);
  }

  /** Its person is gone: what is kept on the device is all that stays. */
  end(): void {
    this.#rest();
    this.leave();
    this.life = 'over';
  }

  set(change: Partial<DealValues>): void {
    this.values = { ...this.values, ...change };
    this.#dirty = true;
    this.#keep();
    this.#saveLater();
    this.#host.requestUpdate();
  }

  /** Saves what was typed at the service, one save at a time; answers with the draft there. Throws while somebody must choose. */
  save(): Promise<Deal> {
    this.#stopTimer();
    this.#saving ??= this.#save().finally(() => (this.#saving = undefined));
    return this.#saving;
  }

  async #save(): Promise<Deal> {
    while (this.#dirty || !this.deal) {
      if (this.meanwhile?.clashes.length) throw new DraftClash();
      try {
        this.deal = await this.#send();
      } catch (error) {
        this.#dirty = true;
        const { name, code, current, retryable } = error as { name?: string; code?: string; current?: Deal; retryable?: boolean };
        if (name === 'PreconditionFailedError' && current) {
          this.#reconcile(current);
          continue;
        }
        // Refused, so it did not arrive.
        if (!retryable) this.#sent = undefined;
        if (code === 'idempotency_key_reused') continue;
        if (this.life === 'shown') this.#again.failed(error);
        this.#keep();
        this.#host.requestUpdate();
        throw error;
      }
      this.#again.stop();
      this.#sent = undefined;
      this.base = valuesOf(this.typing, this.deal);
      if (!this.#dirty) {
        // The device remembers which draft is being typed until it is submitted.
        this.#keep();
        this.kept = 'service';
      }
      this.#host.requestUpdate();
    }
    return this.deal;
  }

  /** Sends what stands here; a new draft that may have arrived already, once more as it was. */
  #send(): Promise<Deal> {
    if (this.life === 'over') throw new Error('This draft is not sent any more.');
    const again = this.deal ? undefined : this.#sent;
    this.#dirty = again !== undefined && !same(again.values, this.values, this.typing);
    this.#sent = again ?? { values: this.values, key: newKey() };
    this.#keep();
    this.kept = 'saving';
    this.#host.requestUpdate();
    const { input } = inputOf(this.#sent.values, this.typing, false);
    if (!this.deal) return this.#client.deals.create(input, { idempotencyKey: this.#sent.key });
    return this.#client.deals.change(this.deal, this.#asked(this.deal, input));
  }

  /** Where the vendor asked for some fields, only what differs is sent: the rest is not this side's to change. */
  #asked({ askedFields }: Deal, input: DealInput): DealInput {
    if (!askedFields?.length) return input;
    const { input: base } = inputOf(this.base, this.typing, false);
    return Object.fromEntries(Object.entries(input).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key as keyof DealInput])));
  }

  /** Looks whether the draft was changed elsewhere, and saves what could not be saved before. */
  async catchUp(): Promise<void> {
    const { deal } = this;
    const isBusy = () => this.#saving !== undefined || this.life !== 'shown';
    if (isBusy()) return;
    const current = deal && await this.#client.deals.read(deal.id).catch(() => undefined);
    if (isBusy() || (deal && !current)) return;
    const isNews = current !== undefined && current.id === this.deal?.id && current.version > this.deal.version;
    if (isNews) {
      this.#reconcile(current);
      this.#host.requestUpdate();
    }
    if (!this.#dirty || this.meanwhile?.clashes.length) return;
    if (isNews) await this.save().catch(() => undefined);
    else this.#saveLater();
  }

  /** Somebody chose for each field that both changed. */
  resolve(choices: ReadonlyMap<string, 'mine' | 'theirs'>): void {
    const { clashes = [], theirs } = this.meanwhile ?? {};
    for (const field of clashes) {
      this.base = take(this.base, theirs!, field);
      if (choices.get(field) === 'theirs') this.values = take(this.values, theirs!, field);
    }
    this.meanwhile = undefined;
    this.set({});
    void this.save().catch(() => undefined);
  }

  /** What was taken over is read. */
  acknowledge(): void {
    this.meanwhile = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets what is kept on the device: it was submitted, or is not wanted. */
  forget(): void {
    this.#rest();
    this.life = 'over';
    this.#dirty = false;
    this.#sent = undefined;
    this.#drafts.remove(this.name);
  }

  /** Puts what the service has now together with what stands here. */
  #reconcile(current: Deal): void {
    const theirs = valuesOf(this.typing, current);
    const base = this.#sent ? withoutOwn(this.base, this.#sent.values, theirs, this.typing) : this.base;
    this.#sent = undefined;
    const { values, adopted, clashes } = merge(base, this.values, theirs, this.typing);
    this.deal = current;
    this.values = isOpen(current) ? values : theirs;
    // Until somebody chose, a field that both changed keeps what it was: so it is asked for after a reload, too.
    this.base = isOpen(current) ? clashes.reduce((known, field) => take(known, base, field), theirs) : theirs;
    const isNews = adopted.length > 0 || clashes.length > 0;
    if (!isOpen(current) || (!isNews && !this.meanwhile?.clashes.length)) return;
    this.meanwhile = isNews ? { adopted, clashes, theirs, by: undefined } : undefined;
    this.#keep();
    void this.#findOutWho(current.id, [...adopted, ...clashes]);
  }

  /** The last who changed one of these fields: what this side saves meanwhile is of others. */
  async #findOutWho(recordId: string, fields: readonly string[]): Promise<void> {
    const page = await this.#client.history.list({ recordId, limit: 10 }).catch(() => undefined);
    const names = fields.flatMap((field) => [field, field.replace('custom.', ''), field.replace('Id', '')]);
    const entries = page?.data.filter(({ action }) => action === 'changed') ?? [];
    const by = (entries.find(({ changes }) => names.some((name) => name in changes)) ?? entries[0])?.by;
    if (!by || !this.meanwhile) return;
    this.meanwhile = { ...this.meanwhile, by };
    this.#host.requestUpdate();
  }

  /** Another tab of the same person typed in the same form. */
  async #hearTab(kept: KeptDraft | undefined): Promise<void> {
    if (!kept || this.#saving) return;
    if (kept.dealId && kept.dealId === this.deal?.id) return this.catchUp();
    if (this.deal) return;
    if (kept.dealId) {
      const current = await this.#client.deals.read(kept.dealId).catch(() => undefined);
      // Meanwhile this tab may have made a draft of its own: then there are two, and nothing is lost.
      if (!current || this.deal || this.life !== 'shown') return;
      this.#reconcile(current);
    } else if (!this.#dirty) this.values = { ...this.values, ...kept.values };
    this.#host.requestUpdate();
  }

  /** Nothing is saved until somebody types again. */
  #rest(): void {
    this.#stopTimer();
    this.#again.stop();
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #saveLater(): void {
    this.#stopTimer();
    // Without a name or a customer nobody would know it again in a list: it stays on the device, where that keeps it.
    const { name, customerId } = this.values;
    if (!this.deal && this.kept === 'device' && !name.trim() && !customerId) return;
    this.#timer = setTimeout(() => void this.save().catch(() => undefined), pause);
  }

  #keep(): void {
    // It may have been opened anew since it was left, and typed in, or thrown away: then what is kept is no more its own.
    if (this.life !== 'shown' && JSON.stringify(this.#drafts.read<KeptDraft>(this.name)?.value.values) !== JSON.stringify(this.#keptValues)) return;
    this.#keptValues = this.values;
    const kept: KeptDraft = { values: this.values, dealId: this.deal?.id, base: this.base, sent: this.#sent };
    this.kept = this.#drafts.write(this.name, kept) === 'saved' ? 'device' : 'none';
  }
}

/** A field was changed here and elsewhere, and nobody chose yet. */
export class DraftClash extends Error {
  override readonly name = 'DraftClash';
  readonly code = 'draft_clash';
}
