import type { LitElement, TemplateResult } from 'lit';
import type { Deal, PortalClient } from '../../client/index.js';
import { checkInput, emptyInput, renderDecision, takeDecision, type DecisionInput, type InputProblem } from './desk-decision.js';
import type { DeskDecision } from './desk-events.js';
import { reasonAgainst, renderSteps } from './desk-steps.js';
import type { PaneParts } from './pane-parts.js';

export interface DecidingGiven {
  /** The registration that is looked at, once it is there. */
  readonly parts: () => PaneParts | undefined;
  readonly busy: () => string | undefined;
  /** Whether keys are on, to be told in the buttons' titles. */
  readonly keys: () => boolean;
  readonly change: <Result>(name: string, work: (client: PortalClient) => Promise<Result>, done?: string) => Promise<Result | undefined>;
  /** Whether the page lets it be decided. */
  readonly allow: (dealIds: readonly string[], decision: DeskDecision) => boolean;
  readonly decided: (decision: DeskDecision, deal: Deal) => void;
  readonly refused: (reason: string) => void;
  readonly reread: () => void;
  readonly undo: (deal: Deal) => void;
  readonly open: (dialog: 'handOver' | 'coSell' | 'linkAccount') => void;
  /** Gives the focus back to the pane. */
  readonly leave: () => void;
}

type Host = Pick<LitElement, 'renderRoot' | 'requestUpdate' | 'updateComplete'>;

/** The decision that is being taken on the registration in the pane. */
export class DeskDeciding {
  readonly #host: Host;
  readonly #given: DecidingGiven;
  #decision: DeskDecision | undefined;
  #input: DecisionInput | undefined;
  #problem: InputProblem | undefined;

  constructor(host: Host, given: DecidingGiven) {
    this.#host = host;
    this.#given = given;
  }

  /** The foot of the pane: what can be done, or what the decision that was begun asks for. */
  render(parts: PaneParts): TemplateResult {
    const [decision, input] = [this.#decision, this.#input];
    const { busy, keys, undo, open } = this.#given;
    if (!decision || !input) {
      return renderSteps({ ...parts, keys: keys(), busy: busy(), begin: (one) => this.begin(one), undo: () => undo(parts.record.deal), startReview: () => void this.#startReview(), open });
    }
    return renderDecision({
      ...parts, decision, input, problem: this.#problem, busy: busy() === decision,
      set: (change) => this.#set({ ...input, ...change }), confirm: () => void this.#decide(), leave: () => this.stop(),
    });
  }

  begin(decision: DeskDecision): void {
    if (this.#given.busy()) return;
    this.#decision = decision;
    this.#input = this.#problem = undefined;
    this.prepare();
  }

  /** Opens the form of a decision that was begun, as soon as the registration is there. */
  prepare(): void {
    const parts = this.#given.parts();
    if (!parts || !this.#decision || this.#input) return;
    const reason = reasonAgainst(parts, this.#decision);
    if (reason) {
      this.stop();
      return this.#given.refused(reason);
    }
    this.#set(emptyInput(parts));
    void this.#focusField();
  }

  /** Leaves the decision; nothing was decided. */
  stop(): void {
    const hadFocus = this.#host.renderRoot.querySelector('.decision:focus-within');
    this.#decision = this.#problem = undefined;
    this.#set(undefined);
    if (hadFocus) this.#given.leave();
  }

  async link(account: { id: string; name: string }): Promise<void> {
    const { t, record: { deal } } = this.#given.parts()!;
    await this.#given.change('link', (client) => client.deals.linkAccount(deal, { accountId: account.id }), t('account.linkedTo', { name: account.name }));
    this.#given.reread();
  }

  async #startReview(): Promise<void> {
    const { t, record: { deal } } = this.#given.parts()!;
    await this.#given.change('startReview', (client) => client.deals.startReview(deal), t('done.startReview', { name: deal.name }));
    this.#given.reread();
  }

  async #decide(): Promise<void> {
    const [decision, input, parts] = [this.#decision, this.#input, this.#given.parts()];
    if (!parts || !decision || !input || this.#given.busy()) return;
    const { deal } = parts.record;
    this.#problem = checkInput(decision, input, parts);
    this.#host.requestUpdate();
    if (this.#problem) return this.#focusField();
    if (!this.#given.allow([deal.id], decision)) return;
    const after = await this.#given.change(decision, (client) => takeDecision(client, decision, deal, input));
    // Somebody was quicker, or a rival's claim was: what is shown must be what there is. What was typed stays.
    if (!after) return this.#given.reread();
    this.stop();
    this.#given.decided(decision, after);
  }

  #set(input: DecisionInput | undefined): void {
    this.#input = input;
    this.#host.requestUpdate();
  }

  async #focusField(): Promise<void> {
    await this.#host.updateComplete;
    const form = this.#host.renderRoot.querySelector('.decision');
    const field = form?.querySelector<HTMLInputElement>('[aria-invalid="true"]') ?? form?.querySelector<HTMLInputElement>('.control');
    field?.focus();
    if (field?.type === 'number') field.select();
  }
}
