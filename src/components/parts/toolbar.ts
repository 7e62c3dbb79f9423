import { html, nothing, type TemplateResult } from 'lit';
import { andSmall } from './and-small.js';
import { icon } from './icon.js';
import { iconSearch } from './icons.js';

/** A widget's head: its name, what narrows the list, and its one primary action. */
export const toolbar = ({ title, count, tools, actions }: { title: string; count?: string; tools?: unknown; actions?: unknown }): TemplateResult => html`
  <div class="toolbar" part="toolbar">
    <h2>${andSmall(title, count)}</h2>
    ${tools ? html`<div class="tools">${tools}</div>` : nothing} ${actions ? html`<div class="actions">${actions}</div>` : nothing}
  </div>
`;

/** A search field that tells of a pause in typing (200 ms), of Enter and of clearing. Escape clears it. */
export const searchField = ({ id = 'search', label, value, search }: { id?: string; label: string; value: string; search: (words: string) => void }): TemplateResult => html`
  <label class="search" for=${id}>
    ${icon(iconSearch)}<span class="visually-hidden">${label}</span>
    <input
      class="control"
      id=${id}
      type="search"
      name=${id}
      maxlength="100"
      autocomplete="off"
      spellcheck="false"
      placeholder=${label}
      .value=${value}
      @input=${(event: Event) => later(event.target as HTMLInputElement, value, search)}
      @change=${(event: Event) => now(event.target as HTMLInputElement, value, search)}
    />
  </label>
`;

const pauses = new WeakMap<HTMLInputElement, ReturnType<typeof setTimeout>>();

function later(input: HTMLInputElement, value: string, search: (words: string) => void): void {
  clearTimeout(pauses.get(input));
  pauses.set(input, setTimeout(() => now(input, value, search), input.value ? 200 : 0));
}

/**
 * `value` is what the list shows already. Words are told as typed, spaces included, and the field follows `value` only when
 * that changes: else a list that refreshes meanwhile would take letters from under the user's fingers.
 */
function now(input: HTMLInputElement, value: string, search: (words: string) => void): void {
  clearTimeout(pauses.get(input));
  if (input.value.trim() !== value.trim()) search(input.value);
}
