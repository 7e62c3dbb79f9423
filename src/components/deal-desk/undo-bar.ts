import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Deal } from '../../client/index.js';
import { button } from '../parts/button.js';
import { countdown } from './countdown.js';
import type { DeskDecision } from './desk-events.js';
import type { DeskTranslate } from './desk-words.js';

/** A decision that nobody was told of yet. */
export interface Taken {
  readonly decision: DeskDecision;
  readonly deals: readonly { readonly id: string; readonly name: string }[];
  /** When it is applied, by this device's clock: ms since 1970. */
  readonly until: number;
}

/** A decision as the service answered it. Its time is counted from here: the clocks of two machines differ. */
export function takenOf({ pendingDecision, id, name }: Deal, deals: Taken['deals'] = [{ id, name }]): Taken {
  const left = pendingDecision?.appliesAt ? Date.parse(pendingDecision.appliesAt) - Date.parse(pendingDecision.decidedAt) : 0;
  return { decision: (pendingDecision?.kind ?? 'approve') as DeskDecision, deals, until: Date.now() + left };
}

const nameOf = (t: DeskTranslate, { deals }: Taken): string =>
  deals.length > 1 ? t('undo.many', { name: deals[0]!.name, count: deals.length - 1 }) : deals[0]!.name;

/** The sentence of a decision: seen in the bar, and spoken once with how to take it back. */
export const sentenceOf = (t: DeskTranslate, taken: Taken): string => t(`undo.${taken.decision}`, { name: nameOf(t, taken) });

/** The decisions that can still be taken back, the last one in view. */
export class UndoBar {
  readonly #host: ReactiveControllerHost;
  #taken: readonly Taken[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What would be taken back next. */
  get last(): Taken | undefined {
    return this.#taken.findLast(({ until }) => until > Date.now());
  }

  add(taken: Taken): void {
    this.#taken = [...this.#taken.filter(({ until }) => until > Date.now()), taken];
    this.#host.requestUpdate();
  }

  drop(taken: Taken): void {
    this.#taken = this.#taken.filter((one) => one !== taken);
    this.#host.requestUpdate();
  }

  render(t: DeskTranslate, { busy, undo, keys }: { busy: boolean; undo: (taken: Taken) => void; keys: boolean }): TemplateResult | typeof nothing {
    const { last } = this;
    if (!last) return nothing;
    const earlier = this.#taken.filter((one) => one !== last && one.until > Date.now()).length;
    return html`<div class="undo" part="undo">
      <span>${sentenceOf(t, last)}</span>
      ${earlier > 0 ? html`<small>${t('undo.earlier', { count: earlier })}</small>` : nothing} ${countdown(t, last.until)}
      ${button({ label: t('do.undo'), kind: 'plain', busy, ...(keys && { keys: 'U' }), press: () => undo(last) })}
    </div>`;
  }
}
