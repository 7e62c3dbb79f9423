import { html, nothing } from 'lit';
import type { Deal, PortalClient } from '../../client/index.js';
import { wholeNumber } from '../locale/decimals.js';
import { button } from '../parts/button.js';
import { selectField, textArea, textField } from '../parts/field.js';
import type { DialogContent } from '../parts/modal-dialog.js';
import { skeletonLines } from '../parts/skeleton.js';
import { statusMark } from '../parts/status.js';
import { refusal } from './desk-decision.js';
import type { DialogGiven } from './dialog-given.js';

type Outcome = Awaited<ReturnType<PortalClient['reviews']['decide']>>['data'][number];

interface BulkInput {
  days: string;
  reason: string;
  note: string;
}

/** Decides on several registrations alike, each for itself, after it was seen what would happen to each. */
export class BulkDialog {
  readonly #given: DialogGiven;
  #previews: readonly Outcome[] | undefined;
  #input: BulkInput = { days: '', reason: '', note: '' };
  #tried = false;

  constructor(given: DialogGiven) {
    this.#given = given;
    void this.#preview();
  }

  content(): DialogContent {
    const { t, decision, rows, note, busy, close } = this.#given;
    const possible = this.#previews?.filter(({ outcome }) => outcome !== 'refused').length ?? 0;
    return {
      title: t(`bulk.title.${decision!}`, { count: rows.length }),
      close: t('close'),
      body: [note(), this.#renderFields(), this.#previews ? this.#renderPreviews(this.#previews) : skeletonLines(Math.min(rows.length, 6))],
      actions: [
        button({ label: t('cancel'), press: close }),
        button({
          label: t(`bulk.title.${decision!}`, { count: possible }), kind: decision === 'reject' ? 'danger' : 'primary',
          busy: busy() === 'bulk', disabled: possible === 0, press: () => void this.#take(),
        }),
      ],
    };
  }

  #renderFields(): unknown {
    const { t, label, decision, programme } = this.#given;
    const { days, reason, note } = this.#input;
    const needed = (value: string) => (this.#tried && !value.trim() ? t('field.required') : undefined);
    const asking = decision === 'request_action';
    return [
      decision === 'approve'
        ? textField({
            id: 'bulk-days', label: t('ask.days'), value: days, inputMode: 'numeric', maxLength: 4, error: this.#days === undefined ? t('field.number') : undefined, optional: t('optional'),
            placeholder: String(programme.settings.protection.days), input: (text) => this.#set({ days: text }), leave: () => (this.#days === undefined ? this.#given.update() : void this.#preview()),
          })
        : nothing,
      decision === 'reject'
        ? selectField({
            id: 'bulk-reason', label: t('ask.reason'), value: reason, required: true, placeholder: t('choose'), error: needed(reason),
            options: programme.settings.reasons.dealReject.map((one) => ({ value: one.code, label: label(one.label) })), change: (code) => this.#set({ reason: code }),
          })
        : nothing,
      textArea({
        id: 'bulk-note', label: t(asking ? 'ask.question' : 'ask.note'), value: note, rows: 2, maxLength: 1_000, required: asking, optional: t('optional'),
        error: asking ? needed(note) : undefined, input: (text) => this.#set({ note: text }),
      }),
    ];
  }

  #renderPreviews(previews: readonly Outcome[]): unknown {
    const { t, format } = this.#given;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('bulk.outcome')}>
      <table>
        <tbody>
          ${previews.map(({ deal, outcome, reason, protectedUntil, conflicts }) => html`<tr>
            <th scope="row">${deal.name}</th>
            <td>
              ${outcome === 'refused'
                ? [statusMark(t('bulk.refused'), 'danger'), html`<br /><small>${refusal(t, reason)}</small>`]
                : [statusMark(protectedUntil ? t('bulk.until', { date: format.date(protectedUntil) }) : t('bulk.would'), 'active')]}
              ${conflicts > 0 ? html`<br /><small>${t('finding.conflicts', { count: conflicts })}</small>` : nothing}
            </td>
          </tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  /** The days that were typed, 0 for none; undefined where it is no number of days. */
  get #days(): number | undefined {
    if (!this.#input.days.trim()) return 0;
    const days = wholeNumber(this.#input.days);
    return days >= 1 ? days : undefined;
  }

  #set(change: Partial<BulkInput>): void {
    this.#input = { ...this.#input, ...change };
    this.#given.update();
  }

  #body(preview: boolean) {
    const { decision, rows } = this.#given;
    const { reason, note } = this.#input;
    return {
      kind: decision!, preview, deals: rows.map(({ id, version }) => ({ dealId: id, version })),
      ...(note.trim() && { note: note.trim() }), ...(reason && { reason }), ...(this.#days && { protectionDays: this.#days }),
    };
  }

  async #preview(): Promise<void> {
    const { client, change, decision, programme, update } = this.#given;
    const body = this.#body(true);
    // What is only looked at needs a reason or a question that nobody has thought of yet.
    if (decision === 'reject') body.reason ??= programme.settings.reasons.dealReject[0]!.code;
    if (decision === 'request_action') body.note ??= '?';
    const answer = await client.reviews.decide(body).catch((error: unknown) => change<undefined>('preview', () => Promise.reject(error as Error)));
    this.#previews = answer?.data ?? this.#previews ?? [];
    update();
  }

  async #take(): Promise<void> {
    const { t, change, decision, rows, allow, settled, close, update, focusField } = this.#given;
    this.#tried = true;
    update();
    const { reason, note } = this.#input;
    if (this.#days === undefined || (decision === 'reject' && !reason) || (decision === 'request_action' && !note.trim())) return focusField();
    if (!allow(rows.map(({ id }) => id))) return;
    const deals = await change('bulk', async (client): Promise<Deal[]> => {
      const { data } = await client.reviews.decide(this.#body(false));
      this.#previews = data;
      const decided = data.filter(({ outcome }) => outcome === 'decided');
      // One is read for how long all can be undone.
      return decided.length > 0 ? [await client.deals.read(decided[0]!.deal.id), ...decided.slice(1).map(({ deal }) => deal as Deal)] : [];
    });
    if (!deals) return;
    if (deals.length > 0) settled(deals);
    if (deals.length === rows.length) return close();
    await change('partly', async () => undefined, t('bulk.partly', { done: deals.length, refused: rows.length - deals.length }));
    update();
  }
}
