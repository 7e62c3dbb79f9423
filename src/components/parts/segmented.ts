import { html, type TemplateResult } from 'lit';
import { andSmall } from './and-small.js';

/** One of a few, seen at once: native radio buttons, so arrows and readers know what they are. `name` is unique in the widget. */
export const segmented = <Value extends string>(options: {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly count?: string }[];
  readonly change: (value: Value) => void;
}): TemplateResult => html`
  <fieldset class="segmented">
    <legend class="visually-hidden">${options.label}</legend>
    ${options.options.map(
      ({ value, label, count }) => html`<label
        ><input
          type="radio"
          name=${options.name}
          value=${value as string}
          .checked=${value === options.value}
          @change=${() => options.change(value)}
        /><span>${andSmall(label, count)}</span></label
      >`,
    )}
  </fieldset>
`;
