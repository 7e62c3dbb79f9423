import type { LitElement } from 'lit';
import type { Deal, PortalClient } from '../../client/index.js';
import type { Outcome } from '../parts/outcome.js';
import { DeskDecidedEvent, type DeskDecision } from './desk-events.js';
import type { DeskLooking } from './desk-looking.js';
import type { DeskTranslate } from './desk-words.js';
import type { RegistrationReader, Selected } from './registration-reader.js';
import { sentenceOf, takenOf, UndoBar, type Taken } from './undo-bar.js';

interface SettlingGiven {
  readonly t: () => DeskTranslate;
  readonly reader: RegistrationReader;
  readonly looking: DeskLooking;
  readonly busy: () => string | undefined;
  /** Whether keys are on, to be told with the way back. */
  readonly keys: () => boolean;
  readonly change: <Result>(name: string, work: (client: PortalClient) => Promise<Result>, done?: string) => Promise<Result | undefined>;
  readonly say: (outcome: Outcome) => void;
  readonly announce: (text: string) => void;
}

/** What follows a decision that was taken: how it ended is said, it may be taken back, and the next registration is looked at. */
export class DeskSettling {
  readonly #host: LitElement;
  readonly #given: SettlingGiven;
  readonly #undo: UndoBar;

  constructor(host: LitElement, given: SettlingGiven) {
    this.#host = host;
    this.#given = given;
    this.#undo = new UndoBar(host);
  }

  render(): unknown {
    const { t, busy, keys } = this.#given;
    return this.#undo.render(t(), { busy: busy() === 'undo', keys: keys(), undo: (taken) => void this.takeBack(taken) });
  }

  /** On to the next registration. */
  async goOn(decision: DeskDecision, deal: Deal, next: Selected | undefined): Promise<void> {
    const { looking, reader } = this.#given;
    this.settle(decision, [deal]);
    if (next) return looking.select(next, 'row');
    void reader.select(undefined);
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.undo button')?.focus();
  }

  /** Says how it ended: by the bar that takes it back, or where there is no way back by a note. */
  settle(decision: DeskDecision, deals: readonly Deal[]): void {
    const { t, keys, say, announce } = this.#given;
    const first = deals[0]!;
    const taken = takenOf(first, deals);
    this.#host.dispatchEvent(new DeskDecidedEvent(deals.map(({ id }) => id), decision));
    if (taken.until > Date.now()) {
      this.#undo.add(taken);
      const sentence = sentenceOf(t(), taken);
      return announce(keys() ? t()('undo.said', { sentence, seconds: Math.round((taken.until - Date.now()) / 1_000) }) : sentence);
    }
    say({ tone: 'success', text: first.pendingDecision ? t()('undo.others', { name: first.name }) : t()(`done.${decision}`, { name: first.name }) });
  }

  async takeBack(taken: Taken): Promise<void> {
    const { t, change, looking } = this.#given;
    const first = taken.deals[0]!;
    const undone = await change('undo', (client) => Promise.all(taken.deals.map(({ id }) => client.deals.undoDecision(id))), t()('undo.done', { name: first.name }));
    this.#undo.drop(taken);
    if (undone) await looking.select(first, 'row');
  }

  async undoLast(): Promise<void> {
    const deal = this.#given.reader.current?.record.deal;
    const taken = this.#undo.last ?? (deal?.pendingDecision ? takenOf(deal) : undefined);
    if (taken) await this.takeBack(taken);
  }
}
