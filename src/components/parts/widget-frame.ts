import { html, type TemplateResult } from 'lit';
import { directionOf, langOf } from '../locale/language.js';

/** What stands around every face of a widget. */
export const widgetFrame = (language: string, waiting: boolean, face: unknown): TemplateResult =>
  html`<div class="widget" part="widget" lang=${langOf(language)} dir=${directionOf(language)} aria-busy=${waiting ? 'true' : 'false'}>${face}</div>`;
