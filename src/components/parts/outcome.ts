import { html, nothing, type TemplateResult } from 'lit';
import type { TranslateShared } from '../locale/shared-words.js';
import { button } from './button.js';
import { icon } from './icon.js';
import { iconCircleAlert, iconCircleCheck, iconX } from './icons.js';

/** How a change ended. */
export interface Outcome {
  readonly tone: 'success' | 'danger';
  readonly text: string;
  readonly reference?: string;
  readonly error?: unknown;
}

/** An outcome in its place, until it is dismissed. It is spoken by `announce`, so it is no live region itself. */
export const outcomeNote = (t: TranslateShared, outcome: Outcome | undefined, dismiss: () => void, action: unknown = nothing): TemplateResult | typeof nothing =>
  outcome
    ? html`<div class="outcome ${outcome.tone}" data-tone=${outcome.tone}>
        ${icon(outcome.tone === 'success' ? iconCircleCheck : iconCircleAlert)}
        <span>${outcome.text}${outcome.reference ? html` <small>${t('reference', { id: outcome.reference })}</small>` : nothing}</span>
        ${action} ${button({ label: t('close'), icon: iconX, iconOnly: true, press: dismiss })}
      </div>`
    : nothing;
