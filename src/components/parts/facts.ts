import { html, nothing, type TemplateResult } from 'lit';

/** Terms and what they are. What has no value is left out. */
export const facts = (entries: readonly (readonly [term: string, value: unknown])[]): TemplateResult =>
  html`<dl class="facts">
    ${entries.map(([term, value]) => (value === undefined || value === null || value === '' ? nothing : html`<dt>${term}</dt><dd>${value}</dd>`))}
  </dl>`;

/** Keys that do something here: `keys(['J', 'K'], 'next, previous')`. Hidden from readers, who have their own. */
export const keyHint = (keys: readonly string[], words: string): TemplateResult =>
  html`<small class="key-hint" aria-hidden="true">${keys.map((key) => html`<kbd>${key}</kbd> `)}${words}</small>`;
