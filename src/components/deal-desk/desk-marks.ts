import { html, nothing, type TemplateResult } from 'lit';
import type { ReviewRow } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import { statusMark, type Tone } from '../parts/status.js';
import { shareLeft, timeBar } from '../parts/time-bar.js';
import { countdown } from './countdown.js';
import type { DeskTranslate } from './desk-words.js';

/** The gravest first: a row has room for one. */
const tones: Record<string, Tone> = {
  conflict: 'danger', excluded_account: 'warning', excluded_product: 'warning', possible_conflict: 'warning', needs_approvals: 'active',
  not_assessed: 'neutral', no_rule: 'neutral', new_account: 'neutral', sampled: 'neutral', clean: 'success',
};
const gravity = Object.keys(tones);

type Found = Pick<ReviewRow, 'findings' | 'conflicts'>;

/** A finding as a word with a mark; conflicts are counted. */
export const findingMark = (t: DeskTranslate, code: string, { conflicts }: Found): TemplateResult =>
  statusMark(code === 'conflict' && conflicts > 0 ? t('finding.conflicts', { count: conflicts }) : codeWord(t, 'finding', code), tones[code] ?? 'neutral');

/** What was found, the gravest first. */
export const sortedFindings = ({ findings }: Found): string[] =>
  [...findings].sort((one, other) => gravity.indexOf(one) - gravity.indexOf(other));

/** The one thing to know of a registration in a row: a decision that waits, or what was found. */
export function rowMark(t: DeskTranslate, format: Formats, row: ReviewRow): unknown {
  if (row.pending) return pendingMark(t, format, row.pending);
  const [gravest] = sortedFindings(row);
  return gravest ? findingMark(t, gravest, row) : nothing;
}

/** A decision that waits, and for how long. The instant is the service's, whose clock may be another than this device's. */
export function pendingMark(t: DeskTranslate, format: Formats, { kind, appliesAt }: NonNullable<ReviewRow['pending']>): TemplateResult {
  if (!appliesAt) return statusMark(t('pending.others'), 'active');
  return html`${statusMark(codeWord(t, 'pending', kind), 'active')} ${countdown(t, Date.parse(appliesAt) - format.now() + Date.now(), appliesAt)}`;
}

/** What is left until the decision is due, drawn. */
export function dueBar(t: DeskTranslate, format: Formats, { reviewDueOn, submittedAt }: Pick<ReviewRow, 'reviewDueOn' | 'submittedAt'>): TemplateResult | typeof nothing {
  if (!reviewDueOn) return nothing;
  const days = format.daysUntil(reviewDueOn);
  const inAll = submittedAt ? days - format.daysUntil(submittedAt) : days;
  const words = days < 0 ? t('due.over', { count: -days }) : days === 0 ? t('due.today') : t('due.left', { count: days });
  return timeBar({ left: days < 0 ? 0 : shareLeft(days + 1, inAll + 1), words });
}
