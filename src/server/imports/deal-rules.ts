import { fromTenThousandths, lineAmount, sumToMinor, toTenThousandths, type ProgrammeSettings, type ProtectionState, type Review, type Stage } from '../../contract/index.js';
import { addDays, addWorkingDays, protectionOf } from '../deals/rules.js';
import type { RowOf, RowProblem } from './importer.js';

type DealRow = RowOf<'deals'>;
export interface Rules { settings: ProgrammeSettings; currency: string; today: string }

/** The most that the contract's money can say, in minor units. */
const mostMinor = 9_000_000_000_000_000;
/** What a column of four decimals holds, in ten-thousandths. */
const mostAmount = 10n ** 19n;

/** A row's two axes: what it does not say follows from the other. A win was approved, or it would not be one. */
export function axesOf(row: Pick<DealRow, 'review' | 'stage'>): { review: Review; stage: Stage } {
  const stage = row.stage ?? 'prospect';
  return { stage, review: row.review ?? (stage === 'closed_won' ? 'approved' : 'draft') };
}

/** Each line's amount, four decimals: the one given, or quantity × unit price. */
export const amountsOf = (row: Pick<DealRow, 'lines'>): string[] =>
  (row.lines ?? []).map((line) => (line.amount === undefined ? lineAmount(line.quantity, line.unitPrice) : fromTenThousandths(toTenThousandths(line.amount))));

/** A deal's value in minor units: the lines' sum rounded once, half up; without lines, what was given. */
export function valueOf(row: Pick<DealRow, 'lines' | 'value'>, currency: string): number | null {
  if (row.lines?.length) return sumToMinor(amountsOf(row), currency);
  return row.value === undefined ? null : sumToMinor([row.value], currency);
}

/** What a row says that cannot be. */
export function checkDeal(row: DealRow, { settings, currency, today }: Rules): RowProblem[] {
  const problems: RowProblem[] = [];
  const say = (field: string, code: string, message: string) => problems.push({ field, code, message });
  const { review, stage } = axesOf(row);
  const closed = stage === 'closed_won' || stage === 'closed_lost';
  if (stage === 'closed_won' && review !== 'approved') say('review', 'win_needs_approval', 'A win is an approved deal. Leave the review out or say approved.');
  if (stage === 'closed_won' && !row.closedOn) say('closedOn', 'required', 'A win needs the day it was closed.');
  if (!closed && row.closedOn) say('closedOn', 'not_closed', 'Only a closed deal has this day. Use closeOn for the expected one.');
  if (row.closedOn && row.closedOn > today) say('closedOn', 'future', 'This day is still to come.');
  if (row.submittedOn && row.submittedOn > today) say('submittedOn', 'future', 'This day is still to come.');
  if (row.stageReason && !settings.reasons.dealLost.some(({ code }) => code === row.stageReason)) say('stageReason', 'unknown', 'The programme has no such reason for a lost deal.');
  if (row.stageReason && stage !== 'closed_lost') say('stageReason', 'not_lost', 'Only a lost deal has a reason.');
  if (row.customerKey && row.customerName) say('customerName', 'not_both', 'Name the customer by key or by name, not both.');
  const amounts = amountsOf(row);
  const tooMuch = amounts.findIndex((amount) => toTenThousandths(amount) >= mostAmount);
  if (tooMuch >= 0) say(`lines.${tooMuch}.amount`, 'too_big', 'This amount is too large.');
  else if ((valueOf(row, currency) ?? 0) > mostMinor) say('value', 'too_big', 'This value is too large.');
  return problems;
}

export interface DealClock {
  /** The day it was handed in, if it ever was. */
  submittedOn: string | null;
  reviewDueOn: string | null;
  /** The day of the vendor's decision, if there was one. */
  decidedOn: string | null;
  protection: ProtectionState;
  protectionStartsOn: string | null;
  protectionEndsOn: string | null;
}

/**
 * The days of an imported deal, as if it had gone its way here. Where the row does not say when it was handed in, that was the day it was closed,
 * else today: old wins must not look like this week's registrations. An approved deal that is open is protected from then on.
 */
export function clockOf(row: DealRow, { settings, today }: Rules): DealClock {
  const { review, stage } = axesOf(row);
  const submittedOn = row.submittedOn ?? (review === 'draft' ? null : row.closedOn ?? today);
  const decided = review === 'approved' || review === 'rejected';
  const isProtected = review === 'approved' && stage !== 'closed_won' && stage !== 'closed_lost';
  const endsOn = isProtected ? addDays(submittedOn!, settings.protection.days) : null;
  return {
    submittedOn,
    reviewDueOn: review === 'submitted' || review === 'in_review' ? addWorkingDays(submittedOn!, settings.reviewDays, settings.holidays) : null,
    decidedOn: decided ? submittedOn : null,
    protection: endsOn === null ? 'none' : protectionOf(endsOn, today, settings.protection.expiringDays),
    protectionStartsOn: isProtected ? submittedOn : null,
    protectionEndsOn: endsOn,
  };
}
