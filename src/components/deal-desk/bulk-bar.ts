import { html, type TemplateResult } from 'lit';
import { button } from '../parts/button.js';
import { decisions, type DeskDecision } from './desk-events.js';
import type { DeskTranslate } from './desk-words.js';
import type { ReviewQueue } from './review-queue.js';

/** How many registrations are chosen, and what can be decided on all of them. */
export const renderBulk = (t: DeskTranslate, queue: ReviewQueue, decide: (decision: DeskDecision) => void): TemplateResult => html`
  <div class="bulk" role="group" aria-label=${t('keys.choose')}>
    <span>${t('bulk.chosen', { count: queue.chosen.size })}</span>
    ${decisions.map((decision) => button({ label: t(`do.${decision}`), press: () => decide(decision) }))}
    ${button({ label: t('bulk.all'), kind: 'plain', press: () => queue.chooseAll() })}
    ${button({ label: t('bulk.none'), kind: 'plain', press: () => queue.chooseNone() })}
  </div>`;
