import type { TemplateResult } from 'lit';
import type { DealRow, ProgrammeSettings } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { LocalText } from '../locale/local-text.js';
import type { TranslateShared, TranslateWidget } from '../locale/shared-words.js';
import { statusMark, type Tone } from '../parts/status.js';
import { shareLeft, timeBar } from '../parts/time-bar.js';
import type en from './en.js';

/** Says all about a deal: of a widget that has `deal/en`, too. */
export type DealTranslate = TranslateWidget<typeof en>;

/** A label of the programme's in the reader's language. */
export type Label = (text: LocalText | undefined) => string;

const tones: Record<string, Tone> = {
  submitted: 'active', in_review: 'active', action_required: 'warning', approved: 'success', rejected: 'danger',
};

export const reviewMark = (t: TranslateShared, review: string): TemplateResult => statusMark(codeWord(t, 'review', review), tones[review] ?? 'neutral');

/** A stage in the programme's words, else in ours. */
export const stageWord = (t: TranslateShared, settings: ProgrammeSettings, label: Label, stage: string): string =>
  label(settings.stageLabels[stage]) || codeWord(t, 'stage', stage);

/** What is left of a deal's protection, drawn; nothing where there is none, and where the deal is over and needs none. */
export function protectionBar(t: TranslateShared, { protection, closedOn }: Pick<DealRow, 'protection'> & Partial<Pick<DealRow, 'closedOn'>>): TemplateResult | undefined {
  const { state, daysLeft, startsOn, endsOn } = protection;
  if (closedOn || state === 'none' || daysLeft === null || startsOn === null || endsOn === null) return undefined;
  if (state === 'expired') return timeBar({ left: 0, words: t('protection.expired') });
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000;
  return timeBar({ left: shareLeft(daysLeft, days), words: daysLeft === 0 ? t('protection.last') : t('protection.left', { count: daysLeft }) });
}
