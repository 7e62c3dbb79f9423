import { html, type TemplateResult } from 'lit';
import type { Deal, PortalClient } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import { wholeNumber } from '../locale/decimals.js';
import { button } from '../parts/button.js';
import { checkbox, selectField, textArea, textField } from '../parts/field.js';
import type { DeskDecision } from './desk-events.js';
import type { PaneParts } from './pane-parts.js';

/** What a decision is given. All as typed. */
export interface DecisionInput {
  days: string;
  reason: string;
  note: string;
  fields: readonly string[];
}

/** What stands in the way of an input: which field, and why. */
export type InputProblem = { field: 'days' | 'reason' | 'note'; sentence: string };

const standardDays = ({ record: { review }, programme }: Pick<PaneParts, 'record' | 'programme'>) =>
  review.previews.find(({ kind }) => kind === 'approve')?.days ?? { standard: programme.settings.protection.days, least: 1, most: 1_095 };

export const emptyInput = (parts: Pick<PaneParts, 'record' | 'programme'>): DecisionInput =>
  ({ days: String(standardDays(parts).standard), reason: '', note: '', fields: [] });

/** What is missing or outside of policy, if anything. */
export function checkInput(decision: DeskDecision, input: DecisionInput, parts: Pick<PaneParts, 't' | 'record' | 'programme'>): InputProblem | undefined {
  const { t } = parts;
  if (decision === 'reject' && !input.reason) return { field: 'reason', sentence: t('field.required') };
  if (decision === 'request_action' && !input.note.trim()) return { field: 'note', sentence: t('field.required') };
  if (decision !== 'approve') return undefined;
  const { least, most } = standardDays(parts);
  const days = wholeNumber(input.days);
  return Number.isInteger(days) && days >= least && days <= most ? undefined : { field: 'days', sentence: t('ask.days.outside', { least, most }) };
}

/** Takes the decision. The deal's version goes with it, so that nobody decides on what was changed meanwhile. */
export function takeDecision(client: PortalClient, decision: DeskDecision, deal: Deal, input: DecisionInput): Promise<Deal> {
  const note = input.note.trim();
  switch (decision) {
    case 'approve':
      return client.deals.approve(deal, { ...(note && { note }), protectionDays: wholeNumber(input.days) });
    case 'reject':
      return client.deals.reject(deal, { reason: input.reason, ...(note && { note }) });
    case 'request_action':
      return client.deals.requestAction(deal, { note, ...(input.fields.length > 0 && { fields: [...input.fields] }) });
  }
}

interface FormParts extends PaneParts {
  decision: DeskDecision;
  input: DecisionInput;
  problem: InputProblem | undefined;
  set: (change: Partial<DecisionInput>) => void;
  confirm: () => void;
  leave: () => void;
  busy: boolean;
}

/** What a decision asks for and what it will do. Enter confirms; in a message, Ctrl and Enter. */
export function renderDecision(parts: FormParts): TemplateResult {
  const { t, decision, confirm, leave, busy } = parts;
  return html`<form
    class="decision"
    novalidate
    aria-label=${t(`do.${decision}`)}
    @submit=${(event: Event) => (event.preventDefault(), confirm())}
    @keydown=${(event: KeyboardEvent) => onKey(event, confirm, leave)}
  >
    <p>${spans(effectOf(decision, parts))}</p>
    ${renderFields(parts)}
    <div class="buttons">
      ${button({ label: t(`do.${decision}`), kind: decision === 'reject' ? 'danger' : 'primary', type: 'submit', busy })}
      ${button({ label: t('cancel'), press: leave })}
    </div>
  </form>`;
}

function onKey(event: KeyboardEvent, confirm: () => void, leave: () => void): void {
  const target = event.target as HTMLElement;
  const inMessage = target.matches('textarea') && !event.ctrlKey && !event.metaKey;
  if (event.key === 'Enter' && !inMessage && !target.matches('button')) confirm();
  else if (event.key === 'Escape') leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function renderFields({ t, label, programme, record, decision, input, problem, set }: FormParts): unknown {
  const { settings } = programme;
  const error = (field: InputProblem['field']) => (problem?.field === field ? problem.sentence : undefined);
  const note = (words: string, required = false) =>
    textArea({ id: 'decision-note', label: words, value: input.note, maxLength: 1_000, rows: 2, required, optional: t('optional'), error: error('note'), input: (text) => set({ note: text }) });
  switch (decision) {
    case 'approve': {
      const { standard, least, most } = standardDays({ record, programme });
      return [
        textField({
          id: 'decision-days', label: t('ask.days'), help: t('ask.days.policy', { least, most, standard }), error: error('days'), value: input.days,
          inputMode: 'numeric', maxLength: 4, input: (days) => set({ days }),
        }),
        note(t('ask.note')),
      ];
    }
    case 'reject':
      return [
        selectField({
          id: 'decision-reason', label: t('ask.reason'), value: input.reason, required: true, placeholder: t('choose'), error: error('reason'),
          options: settings.reasons.dealReject.map((reason) => ({ value: reason.code, label: label(reason.label) })), change: (reason) => set({ reason }),
        }),
        note(t('ask.note')),
      ];
    case 'request_action':
      return [
        note(t('ask.question'), true),
        html`<fieldset class="choices" aria-describedby="decision-fields-help">
          <legend>${t('ask.fields')}</legend>
          <div>
            ${settings.dealForm.sections.flatMap(({ fields }) => fields).map(({ key, label: words }) =>
              checkbox({
                id: `ask-${key}`, label: label(words), checked: input.fields.includes(key),
                change: (checked) => set({ fields: checked ? [...input.fields, key] : input.fields.filter((one) => one !== key) }),
              }))}
          </div>
          <small id="decision-fields-help">${t('ask.fields.help')}</small>
        </fieldset>`,
      ];
  }
}

/** Sentences in one paragraph. */
export const spans = (sentences: readonly string[]): TemplateResult[] => sentences.map((sentence) => html`<span>${sentence}</span> `);

/** What a decision would do, or why it cannot be taken now: in sentences. */
export function effectOf(decision: DeskDecision, { t, format, programme, record: { review }, input }: PaneParts & { input?: DecisionInput }): string[] {
  const preview = review.previews.find(({ kind }) => kind === decision);
  if (preview && !preview.allowed) return [refusal(t, preview.reason)];
  if (decision !== 'approve') return [t(`effect.${decision}`)];
  const days = input ? wholeNumber(input.days) : (preview?.days?.standard ?? Number.NaN);
  // The service says until when; other days than the programme's are counted on from there.
  const until = preview?.protectedUntil && preview.days ? addDays(preview.protectedUntil, days - preview.days.standard) : addDays(programme.today, days);
  const names = preview && format.list(preview.approvers.map(({ name }) => name));
  return [until && t('effect.approve', { date: format.date(until) }), names && t('effect.approvers', { names })].flatMap((sentence) => sentence || []);
}

/** Why not, in words where there are any. */
export const refusal = (t: PaneParts['t'], reason: string | null | undefined): string => {
  const words = reason ? codeWord(t, 'why', reason) : '';
  return words && words !== reason ? words : t('effect.no');
};

const addDays = (day: string, days: number): string =>
  Number.isFinite(days) && Math.abs(days) < 5_000 ? new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) : '';
