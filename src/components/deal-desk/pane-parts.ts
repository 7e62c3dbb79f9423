import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Deal, MatchReason, Programme, ReviewRecord, Territory } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import type { LocalText } from '../locale/local-text.js';
import type { PaneTranslate } from './desk-words.js';

/** One registration with all that is known for deciding on it. */
export interface DeskRecord {
  readonly review: ReviewRecord;
  readonly deal: Deal;
  readonly territories: readonly Pick<Territory, 'id' | 'name'>[];
}

/** What each part of the pane is drawn with. */
export interface PaneParts {
  readonly t: PaneTranslate;
  readonly format: Formats;
  readonly label: (text: LocalText | undefined) => string;
  readonly programme: Programme;
  readonly record: DeskRecord;
}

/** A titled part of the pane. */
export const section = (title: string, content: unknown, name = ''): TemplateResult =>
  html`<section class="part ${name}"><h4>${title}</h4>${content}</section>`;

/** How alike two companies are, drawn and in per cent. */
export const strengthBar = (t: PaneTranslate, format: Formats, strength: number): TemplateResult =>
  html`<span class="strength"
    ><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4" rx="2"></rect><rect class="full" width=${Math.round(strength * 100)} height="4" rx="2"></rect></svg
    ><span>${t('match.strength', { share: format.percent(strength) })}</span></span
  >`;

/** Why two companies are taken for one. */
export const matchReasons = (t: PaneTranslate, format: Formats, reasons: readonly MatchReason[]): TemplateResult | typeof nothing =>
  reasons.length === 0
    ? nothing
    : html`<ul class="reasons">
        ${reasons.map(({ kind, detail, strength }) => {
          const word = codeWord(t, 'match', kind);
          return html`<li>${detail && detail !== word ? t('match.reason', { kind: word, detail }) : word} <small>${format.percent(strength)}</small></li>`;
        })}
      </ul>`;
