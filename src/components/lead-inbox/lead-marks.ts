import type { TemplateResult } from 'lit';
import type { LeadRow } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { statusMark, type Tone } from '../parts/status.js';
import { shareLeft, timeBar } from '../parts/time-bar.js';
import type en from './en.js';

export type LeadTranslate = TranslateWidget<typeof en>;

const tones: Record<string, Tone> = { new: 'active', offered: 'active', accepted: 'success', converted: 'success', expired: 'warning', declined: 'danger' };

type Answerable = Pick<LeadRow, 'state' | 'offeredAt' | 'answerDueAt'>;

/** What is left to answer an offered lead, drawn; of any other its state. */
export function leadMark(t: LeadTranslate, format: Formats, { state, offeredAt, answerDueAt }: Answerable): TemplateResult {
  if (state !== 'offered' || !offeredAt || !answerDueAt) return statusMark(codeWord(t, 'state', state), tones[state] ?? 'neutral');
  const now = format.now();
  const left = Date.parse(answerDueAt) - now;
  const days = format.daysUntil(answerDueAt, now);
  const words = left < 0 ? t('due.over') : days <= 0 ? t('due.today') : t('due.left', { count: days });
  return timeBar({ left: shareLeft(left, Date.parse(answerDueAt) - Date.parse(offeredAt)), words });
}
