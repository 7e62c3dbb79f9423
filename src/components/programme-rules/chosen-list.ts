import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../parts/button.js';
import { selectField } from '../parts/field.js';
import { iconX } from '../parts/icons.js';
import type { Named } from './rules-names.js';

interface ChosenOptions {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly chosen: readonly string[];
  readonly nameOf: (id: string) => string;
  /** What can be added. */
  readonly options: readonly Named[];
  /** The word for adding one. */
  readonly add: string;
  readonly remove: (name: string) => string;
  readonly change: (ids: readonly string[]) => void;
}

/** Names that were chosen, each with a way to take it out, and a list to add to them: native, and good for hundreds. */
export const chosenList = ({ id, label, help, error, chosen, nameOf, options, add, remove, change }: ChosenOptions): TemplateResult => {
  const rest = options.filter((option) => !chosen.includes(option.id));
  return html`<div class="chosen" role="group" aria-label=${label}>
    ${rest.length > 0 || chosen.length === 0
      ? selectField({
          id, label, help, error, value: '', placeholder: add, options: rest.map((option) => ({ value: option.id, label: option.name })),
          change: (one) => one && change([...chosen, one]),
        })
      : html`<strong>${label}</strong>`}
    ${chips(chosen, nameOf, remove, change)}
  </div>`;
};

/** Names in a row, each with a way to take it out. */
export const chips = (ids: readonly string[], nameOf: (id: string) => string, remove: (name: string) => string, change: (ids: readonly string[]) => void): TemplateResult | typeof nothing =>
  ids.length === 0
    ? nothing
    : html`<ul class="chips">
        ${ids.map((id) => html`<li>
          <span>${nameOf(id)}</span>
          ${button({ label: remove(nameOf(id)), icon: iconX, iconOnly: true, press: () => change(ids.filter((one) => one !== id)) })}
        </li>`)}
      </ul>`;
