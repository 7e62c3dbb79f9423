import { html, nothing } from 'lit';
import type { Deal, PortalClient, Programme } from '../../client/index.js';
import type { LocalText } from '../locale/local-text.js';
import { selectField, textArea, textField } from '../parts/field.js';
import type { DealStep } from './deal-events.js';
import { stageWord, type DealTranslate } from './deal-marks.js';

/** What a step asks before it is taken. All as typed. */
export interface StepInput {
  stage: string;
  reason: string;
  note: string;
  days: string;
  closedOn: string;
}

export const emptyInput = (programme: Programme): StepInput =>
  ({ stage: '', reason: '', note: '', days: String(programme.settings.protection.days), closedOn: programme.today });

interface StepForm {
  t: DealTranslate;
  label: (text: LocalText | undefined) => string;
  programme: Programme;
  deal: Deal;
  input: StepInput;
  missing: ReadonlySet<string>;
  set: (change: Partial<StepInput>) => void;
}

/** Steps that ask for something, or for a second look; the others are taken at once. */
export const asks: readonly DealStep[] = ['withdraw', 'moveStage', 'requestAction', 'approve', 'reject'];

const stages = ['prospect', 'qualified', 'technical_validation', 'business_validation', 'committed', 'closed_won', 'closed_lost'];

/** The fields that a step must be given. */
export const neededBy = (step: DealStep, { stage }: StepInput): readonly (keyof StepInput)[] => {
  if (step === 'reject') return ['reason'];
  if (step === 'approve') return ['days'];
  if (step === 'requestAction') return ['note'];
  if (step === 'moveStage') return stage === 'closed_lost' ? ['stage', 'reason'] : ['stage'];
  return [];
};

/** Takes the step. The deal's version goes with it, so that nobody decides on what was changed meanwhile. */
export function takeStep(client: PortalClient, step: DealStep, deal: Deal, input: StepInput): Promise<Deal> {
  const note = input.note.trim();
  switch (step) {
    case 'approve':
      return client.deals.approve(deal, { ...(note && { note }), protectionDays: Number(input.days) });
    case 'reject':
      return client.deals.reject(deal, { reason: input.reason, ...(note && { note }) });
    case 'requestAction':
      return client.deals.requestAction(deal, { note });
    case 'moveStage':
      return client.deals.moveStage(deal, {
        stage: input.stage as 'prospect',
        ...(input.stage === 'closed_lost' && { reason: input.reason }),
        ...(input.stage.startsWith('closed') && { closedOn: input.closedOn }),
      });
    default:
      return client.deals[step](deal);
  }
}

/** What a step asks for, as fields. */
export function renderStep(step: DealStep, form: StepForm): unknown {
  const { t, label, programme, deal, input, missing, set } = form;
  const { settings } = programme;
  const error = (field: string) => (missing.has(field) ? t('field.required') : undefined);
  const reasons = (list: readonly { code: string; label: LocalText }[]) =>
    selectField({
      id: 'step-reason', label: t('step.reason'), value: input.reason, required: true, placeholder: t('choose'), error: error('reason'),
      options: list.map((reason) => ({ value: reason.code, label: label(reason.label) })), change: (reason) => set({ reason }),
    });
  const note = (words: string, required = false) =>
    textArea({ id: 'step-note', label: words, value: input.note, maxLength: 1_000, required, optional: t('optional'), error: error('note'), input: (text) => set({ note: text }) });
  switch (step) {
    case 'withdraw':
      return html`<p>${t('step.withdraw')}</p>`;
    case 'requestAction':
      return note(t('step.ask'), true);
    case 'reject':
      return [reasons(settings.reasons.dealReject), note(t('step.note'))];
    case 'approve':
      return [
        textField({ id: 'step-days', label: t('step.days'), value: input.days, type: 'number', inputMode: 'numeric', min: '1', max: '1095', required: true, error: error('days'), input: (days) => set({ days }) }),
        note(t('step.note')),
      ];
    case 'moveStage':
      return [
        selectField({
          id: 'step-stage', label: t('step.stage'), value: input.stage, required: true, placeholder: t('choose'), error: error('stage'),
          options: stages.filter((stage) => stage !== deal.stage && (stage !== 'closed_won' || deal.review === 'approved'))
            .map((stage) => ({ value: stage, label: stageWord(t, settings, label, stage) })),
          change: (stage) => set({ stage }),
        }),
        input.stage === 'closed_lost' ? reasons(settings.reasons.dealLost) : nothing,
        input.stage.startsWith('closed')
          ? textField({ id: 'step-closed', label: t('step.closedOn'), type: 'date', value: input.closedOn, max: programme.today, input: (closedOn) => set({ closedOn }) })
          : nothing,
      ];
    default:
      return nothing;
  }
}
