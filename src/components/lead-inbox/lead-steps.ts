import { nothing } from 'lit';
import type { Lead, PartnerRow, PortalClient, Programme } from '../../client/index.js';
import type { LocalText } from '../locale/local-text.js';
import { selectField, textArea, textField } from '../parts/field.js';
import type { LeadStep } from './lead-events.js';
import type { LeadTranslate } from './lead-marks.js';

/** What a step asks before it is taken. All as typed. */
export interface StepInput {
  reason: string;
  note: string;
  partnerId: string;
  dueOn: string;
}

export const emptyInput: StepInput = { reason: '', note: '', partnerId: '', dueOn: '' };

/** Steps that ask for something; the others are taken at once. */
export const asks: readonly LeadStep[] = ['decline', 'close', 'offer'];

export const neededBy = (step: LeadStep): readonly (keyof StepInput)[] => (step === 'offer' ? ['partnerId'] : asks.includes(step) ? ['reason'] : []);

/** Takes the step. The lead's version goes with it. A declined lead leaves the inbox, so it answers nothing. */
export function takeStep(client: PortalClient, step: LeadStep, lead: Lead, { reason, note, partnerId, dueOn }: StepInput): Promise<Lead | void> {
  const why = { reason, ...(note.trim() && { note: note.trim() }) };
  switch (step) {
    case 'decline':
      return client.leads.decline(lead, why);
    case 'close':
      return client.leads.close(lead, why);
    case 'offer':
      return client.leads.offer(lead, { partnerId, ...(dueOn && { answerDueOn: dueOn }) });
    case 'convert':
      return client.leads.convert(lead, {});
    case 'takeBack':
      return client.leads.takeBack(lead, {});
    case 'accept':
      return client.leads.accept(lead);
  }
}

interface StepForm {
  t: LeadTranslate;
  label: (text: LocalText | undefined) => string;
  programme: Programme;
  partners: readonly PartnerRow[];
  input: StepInput;
  missing: ReadonlySet<string>;
  set: (change: Partial<StepInput>) => void;
}

/** What a step asks for, as fields. */
export function renderStep(step: LeadStep, { t, label, programme, partners, input, missing, set }: StepForm): unknown {
  const error = (field: keyof StepInput) => (missing.has(field) ? t('field.required') : undefined);
  if (step === 'offer') {
    return [
      selectField({
        id: 'step-partner', label: t('ask.partner'), value: input.partnerId, required: true, placeholder: t('choose'), error: error('partnerId'),
        options: partners.map(({ id, name }) => ({ value: id, label: name })), change: (partnerId) => set({ partnerId }),
      }),
      textField({ id: 'step-due', label: t('ask.dueOn'), type: 'date', value: input.dueOn, min: programme.today, optional: t('optional'), input: (dueOn) => set({ dueOn }) }),
    ];
  }
  if (!asks.includes(step)) return nothing;
  const { leadDecline, leadClose } = programme.settings.reasons;
  return [
    selectField({
      id: 'step-reason', label: t('ask.reason'), value: input.reason, required: true, placeholder: t('choose'), error: error('reason'),
      options: (step === 'decline' ? leadDecline : leadClose).map((reason) => ({ value: reason.code, label: label(reason.label) })), change: (reason) => set({ reason }),
    }),
    textArea({ id: 'step-note', label: t('ask.note'), value: input.note, maxLength: 1_000, optional: t('optional'), input: (note) => set({ note }) }),
  ];
}
