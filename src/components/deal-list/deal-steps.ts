import type { Deal, PortalClient, Programme } from '../../client/index.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { fromMinor, parseDecimal, toMinor, wholeNumber } from '../locale/decimals.js';
import type { DealStep } from './deal-events.js';
import type en from './en.js';
import type panelEn from './panel-words/en.js';

/** Says the words of the list and the board. */
export type ListTranslate = TranslateWidget<typeof en>;
/** Says those of one deal, too. */
export type PanelTranslate = TranslateWidget<typeof en & typeof panelEn>;

/** What a step asks before it is taken. All as typed. */
export interface StepInput {
  stage: string;
  reason: string;
  note: string;
  days: string;
  closedOn: string;
  value: string;
  memberId: string;
}

type Field = keyof StepInput;

/** What a step asks for; `needs` must be filled. Steps that ask nothing are taken at once, unless they ask for a second look. */
interface StepForm {
  asks: readonly Field[];
  needs?: readonly Field[];
  /** Says what it does before it is taken. */
  explained?: true;
  danger?: true;
}

const forms: Partial<Record<DealStep, StepForm>> = {
  withdraw: { asks: [], explained: true, danger: true },
  moveStage: { asks: ['stage'], needs: ['stage'] },
  requestExtension: { asks: ['days', 'note'], needs: ['days', 'note'], explained: true },
  reassign: { asks: ['memberId'], needs: ['memberId'] },
  requestAction: { asks: ['note'], needs: ['note'] },
  approve: { asks: ['days', 'note'], needs: ['days'] },
  reject: { asks: ['reason', 'note'], needs: ['reason'], danger: true },
  refuseWin: { asks: ['note'], needs: ['note'], danger: true },
  grantExtension: { asks: ['days', 'note'], needs: ['days'] },
  refuseExtension: { asks: ['note'], needs: ['note'], danger: true },
};

/** A stage that closes asks for more. */
const closing: Record<string, StepForm> = {
  closed_won: { asks: ['stage', 'value', 'closedOn'], needs: ['stage', 'value', 'closedOn'], explained: true },
  closed_lost: { asks: ['stage', 'reason', 'closedOn'], needs: ['stage', 'reason', 'closedOn'] },
};

/** The form of a step as it stands; undefined for one that asks nothing. */
export const formOf = (step: DealStep, input: Pick<StepInput, 'stage'>): StepForm | undefined =>
  (step === 'moveStage' && closing[input.stage]) || forms[step];

/** A step's first answers: what the programme and the deal suggest. */
export function firstInput(step: DealStep, deal: Deal, programme: Programme, locale: string): StepInput {
  const { settings, today } = programme;
  const asked = deal.extensions?.find(({ state }) => state === 'requested')?.days;
  const days = step === 'approve' ? settings.protection.days : asked ?? settings.protection.extensionDays;
  return {
    stage: '', reason: '', note: '', memberId: '', days: String(days), closedOn: today,
    value: deal.value ? fromMinor(deal.value.amount, deal.value.currency, locale) : '',
  };
}

/** What stands in the way of a step: field → code. */
export type StepProblems = Map<Field, 'required' | 'money' | 'days' | 'future' | 'date'>;

export function problemsOf(step: DealStep, input: StepInput, { currency, today }: Programme, locale: string): StepProblems {
  const form = formOf(step, input);
  const problems: StepProblems = new Map();
  for (const field of form?.needs ?? []) if (!input[field].trim()) problems.set(field, 'required');
  const filled = (field: Field) => form?.asks.includes(field) && !problems.has(field);
  if (filled('days') && !(wholeNumber(input.days) >= 1 && wholeNumber(input.days) <= 1_095)) problems.set('days', 'days');
  if (filled('value') && moneyOf(input.value, currency, locale) === undefined) problems.set('value', 'money');
  if (filled('closedOn') && !/^\d{4}-\d\d-\d\d$/.test(input.closedOn)) problems.set('closedOn', 'date');
  else if (filled('closedOn') && input.closedOn > today) problems.set('closedOn', 'future');
  return problems;
}

function moneyOf(text: string, currency: string, locale: string) {
  const decimal = parseDecimal(text, locale);
  const amount = decimal === undefined ? undefined : toMinor(decimal, currency);
  return amount === undefined ? undefined : { amount, currency };
}

/** Takes the step. The deal's version goes with it, so that nobody decides on what was changed meanwhile. */
export function takeStep(client: PortalClient, step: DealStep, deal: Deal, input: StepInput, { currency }: Programme, locale: string): Promise<Deal> {
  const note = input.note.trim();
  const days = wholeNumber(input.days);
  switch (step) {
    case 'moveStage':
      return client.deals.moveStage(deal, {
        stage: input.stage as 'prospect',
        ...(input.stage === 'closed_lost' && { reason: input.reason }),
        ...(input.stage === 'closed_won' && { value: moneyOf(input.value, currency, locale)! }),
        ...(input.stage.startsWith('closed') && { closedOn: input.closedOn }),
      });
    case 'requestExtension':
      return client.deals.requestExtension(deal, { days, reason: note });
    case 'reassign':
      return client.deals.reassign(deal, { memberId: input.memberId });
    case 'approve':
      return client.deals.approve(deal, { ...(note && { note }), protectionDays: days });
    case 'reject':
      return client.deals.reject(deal, { reason: input.reason, ...(note && { note }) });
    case 'requestAction':
      return client.deals.requestAction(deal, { note });
    case 'refuseWin':
    case 'refuseExtension':
      return client.deals[step](deal, { note });
    case 'grantExtension':
      return client.deals.grantExtension(deal, { days, ...(note && { note }) });
    default:
      return client.deals[step](deal);
  }
}

/** Where the service says that a field is wrong, by the name it has here. */
export const fieldOfPointer = (pointer: string, step: DealStep): Field | undefined => {
  const [, name = ''] = pointer.split('/');
  if (name === 'protectionDays') return 'days';
  if (name === 'reason' && step === 'requestExtension') return 'note';
  return ['stage', 'reason', 'note', 'days', 'closedOn', 'value', 'memberId'].includes(name) ? (name as Field) : undefined;
};
