import { html, nothing, type TemplateResult } from 'lit';
import type { Deal, Programme } from '../../client/index.js';
import type { Formats } from '../locale/format.js';
import { shareLeft, timeBar } from '../parts/time-bar.js';
import { protectionBar, type DealTranslate } from './deal-marks.js';

interface ClockParts {
  t: DealTranslate;
  format: Formats;
  /** Today as the service counts it, and what the programme grants. */
  programme: Pick<Programme, 'today' | 'settings'>;
  deal: Pick<Deal, 'review' | 'protection' | 'submittedAt' | 'reviewDueOn' | 'decidedAt'> & Partial<Pick<Deal, 'extensions'>>;
  /** Whether the reader is of the vendor's people: the same clocks, and whose turn it is in their words. */
  isVendor: boolean;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Both clocks of a deal, side by side, alike for both sides: until when it is protected, and until when the vendor decides. */
export const dealClocks = (parts: ClockParts): TemplateResult =>
  html`<dl class="clocks" part="clocks">${renderProtection(parts)}${renderDecision(parts)}</dl>`;

const clock = (name: string, picture: unknown, ...notes: unknown[]): TemplateResult =>
  html`<div><dt>${name}</dt><dd>${picture}</dd>${notes.map((note) => (note ? html`<dd><small>${note}</small></dd>` : nothing))}</div>`;

function renderProtection({ t, format, programme: { settings }, deal }: ClockParts): TemplateResult {
  const { protection, extensions = [] } = deal;
  const name = t('clock.protection');
  const { days, maxExtensions: most } = settings.protection;
  if (protection.endsOn === null) {
    const closed = deal.review === 'rejected' || deal.review === 'withdrawn';
    return clock(name, t('clock.protection.none'), closed ? '' : t('clock.protection.then', { count: days }));
  }
  const date = format.date(protection.endsOn);
  const asked = extensions.find(({ state }) => state === 'requested');
  const used = extensions.filter(({ state }) => state === 'granted').length;
  const refused = !asked && newest(extensions)?.state === 'refused';
  return clock(
    name, protectionBar(t, { protection }) ?? t('protection.none'), t(protection.state === 'expired' ? 'clock.protection.ended' : 'clock.protection.until', { date }),
    asked ? t('clock.extension.requested', { count: asked.days }) : most > 0 ? t('clock.extensions', { used, most }) : '',
    refused ? t('clock.extension.refused') : '',
  );
}

const newest = (extensions: NonNullable<ClockParts['deal']['extensions']>) =>
  extensions.reduce<(typeof extensions)[number] | undefined>((last, one) => (last && last.requestedAt > one.requestedAt ? last : one), undefined);

function renderDecision({ t, format, programme: { today }, deal, isVendor }: ClockParts): TemplateResult {
  const { review, submittedAt, reviewDueOn, decidedAt } = deal;
  const name = t('clock.decision');
  if (review === 'action_required') return clock(name, t(isVendor ? 'clock.decision.theirs' : 'clock.decision.yours'));
  if ((review === 'submitted' || review === 'in_review') && reviewDueOn && submittedAt) {
    const left = daysBetween(today, reviewDueOn);
    const words = left > 0 ? t('clock.decision.left', { count: left }) : left === 0 ? t('clock.decision.today') : t('clock.decision.late', { count: -left });
    return clock(name, timeBar({ left: shareLeft(left, Math.max(1, daysBetween(format.dayOf(submittedAt), reviewDueOn))), words }), t('clock.decision.by', { date: format.date(reviewDueOn, 'full') }));
  }
  return clock(name, decidedAt ? t('clock.decision.done', { date: format.date(decidedAt) }) : t('clock.decision.none'));
}
