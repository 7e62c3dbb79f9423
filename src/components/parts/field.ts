import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { andSmall } from './and-small.js';
import { icon } from './icon.js';
import { iconCircleAlert } from './icons.js';

/** What every field has. `id` is unique in the widget; the error stands under it until it is put right. */
export interface FieldOptions {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** The word for what may be left out, `optional`; nothing where all fields of a form must be filled. */
  readonly optional?: string | undefined;
  /** The label is heard but not seen. */
  readonly labelHidden?: boolean;
  /** Spans the form's whole width. */
  readonly wide?: boolean;
}

/** What a control takes over from its field, so that label, help and error are its name and description. */
export interface ControlBinding {
  readonly id: string;
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | typeof nothing;
}

/** Label, control, help and error in one shadow root: ARIA, autofill and validity work as in plain HTML. */
export function field(options: FieldOptions, control: (binding: ControlBinding) => unknown): TemplateResult {
  const { id, label, help, error, optional, required, labelHidden, wide } = options;
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`
    <div class=${wide ? 'field wide' : 'field'} part="field">
      <label class=${labelHidden ? 'visually-hidden' : nothing} for=${id}>${andSmall(label, !required && optional)}</label>
      ${control({ id, describedBy: described || nothing, invalid: error ? 'true' : nothing })}
      ${error ? html`<p class="field-error" id="${id}-error">${icon(iconCircleAlert)}<span>${error}</span></p>` : nothing}
      ${help ? html`<small id="${id}-help">${help}</small>` : nothing}
    </div>
  `;
}

type TextType = 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'number';

export interface TextOptions extends FieldOptions {
  readonly value: string;
  readonly type?: TextType;
  readonly name?: string;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url';
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly placeholder?: string;
  /** A fixed word after the value, such as a currency. */
  readonly unit?: string;
  readonly input: (value: string) => void;
  readonly leave?: () => void;
}

export const textField = (o: TextOptions): TemplateResult =>
  field(o, ({ id, describedBy, invalid }) => {
    const input = html`<input
      class="control"
      id=${id}
      type=${o.type ?? 'text'}
      name=${o.name ?? id}
      .value=${live(o.value)}
      ?required=${o.required}
      autocomplete=${(o.autocomplete ?? 'off') as 'off'}
      inputmode=${o.inputMode ?? nothing}
      maxlength=${o.maxLength ?? nothing}
      min=${o.min ?? nothing}
      max=${o.max ?? nothing}
      placeholder=${o.placeholder ?? nothing}
      aria-describedby=${describedBy}
      aria-invalid=${o.type === 'date' && !o.error ? 'false' : invalid}
      @input=${(event: Event) => o.input((event.target as HTMLInputElement).value)}
      @blur=${o.leave ?? nothing}
    />`;
    return o.unit ? html`<span class="with-unit">${input}<span aria-hidden="true">${o.unit}</span></span>` : input;
  });

export const textArea = (o: TextOptions & { readonly rows?: number }): TemplateResult =>
  field(o, ({ id, describedBy, invalid }) => html`<textarea
      class="control"
      id=${id}
      name=${o.name ?? id}
      rows=${o.rows ?? 3}
      .value=${live(o.value)}
      ?required=${o.required}
      maxlength=${o.maxLength ?? nothing}
      placeholder=${o.placeholder ?? nothing}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      @input=${(event: Event) => o.input((event.target as HTMLTextAreaElement).value)}
      @blur=${o.leave ?? nothing}
    ></textarea>`);

export interface SelectOptions extends FieldOptions {
  readonly value: string;
  readonly name?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The first, empty option: `Choose…`. */
  readonly placeholder?: string;
  readonly change: (value: string) => void;
  readonly leave?: () => void;
}

export const selectField = (o: SelectOptions): TemplateResult =>
  field(o, ({ id, describedBy, invalid }) => html`<select
      class="control"
      id=${id}
      name=${o.name ?? id}
      ?required=${o.required}
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      @change=${(event: Event) => o.change((event.target as HTMLSelectElement).value)}
      @blur=${o.leave ?? nothing}
    >
      ${o.placeholder === undefined ? nothing : html`<option value="" .selected=${live(o.value === '')}>${o.placeholder}</option>`}
      ${o.options.map(({ value, label }) => html`<option value=${value} .selected=${live(o.value === value)}>${label}</option>`)}
    </select>`);

/** One box with its label after it: a consent, a yes. */
export const checkbox = (o: Omit<FieldOptions, 'optional' | 'labelHidden'> & { readonly checked: boolean; readonly change: (checked: boolean) => void }): TemplateResult => html`
  <div class=${o.wide ? 'field wide' : 'field'} part="field">
    <label class="check">
      <input
        type="checkbox"
        id=${o.id}
        name=${o.id}
        .checked=${live(o.checked)}
        ?required=${o.required}
        aria-describedby=${o.error ? `${o.id}-error` : o.help ? `${o.id}-help` : nothing}
        aria-invalid=${o.error ? 'true' : nothing}
        @change=${(event: Event) => o.change((event.target as HTMLInputElement).checked)}
      /><span>${o.label}</span>
    </label>
    ${o.error ? html`<p class="field-error" id="${o.id}-error">${icon(iconCircleAlert)}<span>${o.error}</span></p>` : nothing}
    ${o.help ? html`<small id="${o.id}-help">${o.help}</small>` : nothing}
  </div>
`;
