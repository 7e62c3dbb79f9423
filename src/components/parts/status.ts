import { html, type TemplateResult } from 'lit';

export type Tone = 'neutral' | 'active' | 'success' | 'warning' | 'danger';

/** A word with a mark: the mark's shape differs by tone, so that colour alone says nothing. */
export const statusMark = (label: string, tone: Tone = 'neutral'): TemplateResult =>
  html`<span class="status ${tone}"><span class="mark"></span>${label}</span>`;
