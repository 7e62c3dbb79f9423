import { html, nothing, type TemplateResult } from 'lit';
import type { Deal, MemberRow, Programme } from '../../client/index.js';
import { stageWord, type Label } from '../deal/deal-marks.js';
import type { LocalText } from '../locale/local-text.js';
import { selectField, textArea, textField } from '../parts/field.js';
import type { DealStep } from './deal-events.js';
import { stages } from './deal-query.js';
import { formOf, type PanelTranslate, type StepInput } from './deal-steps.js';

interface StepFormParts {
  t: PanelTranslate;
  label: Label;
  programme: Programme;
  deal: Deal;
  step: DealStep;
  input: StepInput;
  /** Field → sentence. */
  problems: ReadonlyMap<string, string>;
  /** The company's people, where a step asks for one. */
  members: readonly MemberRow[];
  set: (change: Partial<StepInput>) => void;
}

/** What a step asks for, as fields, and what it does where that is not plain. */
export function renderStep(parts: StepFormParts): TemplateResult {
  const { t, step, input } = parts;
  const form = formOf(step, input);
  const explained = step === 'moveStage' ? 'explain.claimWin' : `explain.${step}`;
  return html`<div class="step">
    ${form?.explained && t.has(explained) ? html`<p>${t(explained as 'explain.withdraw')}</p>` : nothing}
    ${(form?.asks ?? []).map((field) => renderField(field, parts))}
  </div>`;
}

function renderField(field: keyof StepInput, { t, label, programme, deal, step, input, problems, members, set }: StepFormParts): TemplateResult {
  const { settings } = programme;
  const needed = formOf(step, input)?.needs?.includes(field) ?? false;
  const common = { id: `step-${field}`, required: needed, optional: t('optional'), error: problems.get(field) };
  const reasons = (list: readonly { code: string; label: LocalText }[]) => list.map((reason) => ({ value: reason.code, label: label(reason.label) }));
  switch (field) {
    case 'stage':
      return selectField({
        ...common, label: t('step.stage'), value: input.stage, placeholder: t('choose'), change: (stage) => set({ stage }),
        options: reachable(deal).map((stage) => ({ value: stage, label: stageWord(t, settings, label, stage) })),
      });
    case 'reason':
      return selectField({
        ...common, label: t('step.reason'), value: input.reason, placeholder: t('choose'), change: (reason) => set({ reason }),
        options: reasons(step === 'reject' ? settings.reasons.dealReject : settings.reasons.dealLost),
      });
    case 'days':
      return textField({ ...common, label: t(step === 'approve' ? 'step.days' : 'step.moreDays'), value: input.days, inputMode: 'numeric', maxLength: 4, input: (days) => set({ days }) });
    case 'closedOn':
      return textField({ ...common, label: t('step.closedOn'), type: 'date', value: input.closedOn, max: programme.today, input: (closedOn) => set({ closedOn }) });
    case 'value':
      return textField({ ...common, label: t('step.value'), value: input.value, inputMode: 'decimal', unit: programme.currency, input: (value) => set({ value }) });
    case 'memberId':
      return selectField({
        ...common, label: t('step.member'), value: input.memberId, placeholder: t('choose'), change: (memberId) => set({ memberId }),
        options: members.filter(({ id }) => id !== deal.member?.id).map(({ id, name }) => ({ value: id, label: name })),
      });
    default: {
      const words = step === 'requestExtension' ? 'step.why' : step === 'requestAction' ? 'step.ask' : 'step.note';
      return textArea({ ...common, label: t(words), value: input.note, maxLength: 1_000, input: (note) => set({ note }) });
    }
  }
}

/** The stages a deal may go to. A win is claimed of an approved deal alone, and what is closed is opened before it closes otherwise. */
export const reachable = ({ stage: from, review }: Pick<Deal, 'stage' | 'review'>): (typeof stages)[number][] =>
  stages.filter((stage) => stage !== from && (stage !== 'closed_won' || review === 'approved') && !(from.startsWith('closed') && stage.startsWith('closed')));
