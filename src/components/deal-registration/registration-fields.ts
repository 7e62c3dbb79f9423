import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { FormField, Product, Programme, Territory } from '../../client/index.js';
import type { Formats } from '../locale/format.js';
import type { LocalText } from '../locale/local-text.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { andSmall } from '../parts/and-small.js';
import { button } from '../parts/button.js';
import { checkbox, selectField, textArea, textField, type FieldOptions } from '../parts/field.js';
import type { UploadedFile } from '../parts/file-uploads.js';
import { focusAfter } from '../parts/focus-after.js';
import { iconPlus, iconX } from '../parts/icons.js';
import { emptyLine, isNeeded, pointerOf, type CustomValue, type DealValues, type LineValues } from './deal-values.js';
import { fromMinor, minorDigits, parseDecimal } from '../locale/decimals.js';
import type en from './en.js';

type Choice = Pick<Product, 'id' | 'name'> & Partial<Pick<Product, 'listPrice'>>;

export type RegistrationTranslate = TranslateWidget<typeof en>;

/** What a field needs to draw itself. */
export interface FieldParts {
  t: RegistrationTranslate;
  locale: string;
  format: Formats;
  label: (text: LocalText | undefined) => string;
  programme: Programme;
  products: readonly Choice[];
  territories: readonly Pick<Territory, 'id' | 'name'>[];
  values: DealValues;
  problems: ReadonlyMap<string, string>;
  /** A field that keeps what it drew knows nothing of what the others hold meanwhile: it says how to change whatever stands there. */
  set: (change: Partial<DealValues> | ((values: DealValues) => Partial<DealValues>)) => void;
  /** A field was left: time to say what is wrong with it. */
  leave: (pointer: string) => void;
  /** A field for files uploads by itself. */
  files: (options: FieldOptions, files: readonly UploadedFile[], change: (files: readonly UploadedFile[]) => void) => unknown;
  /** The customer's field has a life of its own. */
  picker: (field: FormField) => TemplateResult;
}

/** Those that hang on nothing but their own value. */
const plain = new Set(['name', 'closeOn', 'territoryId', 'project', 'note', 'text', 'long_text', 'number', 'money', 'date', 'choice']);

/** One field of the programme's form. A plain one is drawn anew only when it changes, for a form is drawn with every key. */
export function renderField(field: FormField, parts: FieldParts): unknown {
  const isStandard = field.type === 'standard';
  const draw = () => (isStandard ? renderStandard(field, parts) : renderCustom(field, parts));
  if (!plain.has(isStandard ? field.key : field.type)) return draw();
  const { t, locale, programme, territories, values, problems } = parts;
  const value = isStandard ? values[field.key as 'name'] : values.custom[field.key];
  return guard([field, t, locale, programme, territories, value, problems.get(pointerOf(field)), isNeeded(field, values)], draw);
}

const basics = (field: FormField, { t, label, values, problems, leave }: FieldParts) => ({
  id: `deal-${field.key}`, label: label(field.label), help: label(field.help) || undefined, required: isNeeded(field, values), optional: t('optional'),
  error: problems.get(pointerOf(field)), leave: () => leave(pointerOf(field)),
});

function renderStandard(field: FormField, parts: FieldParts): unknown {
  const { t, format, programme, values, territories, set } = parts;
  const common = basics(field, parts);
  switch (field.key) {
    case 'name':
      return textField({ ...common, value: values.name, input: (name) => set({ name }) });
    case 'customerId':
      return parts.picker(field);
    case 'value':
      return values.lines.some(({ unitPrice }) => unitPrice.trim())
        ? nothing
        : textField({ ...common, value: values.value, inputMode: 'decimal', unit: programme.currency, input: (value) => set({ value }) });
    case 'closeOn':
      return textField({ ...common, type: 'date', value: values.closeOn, input: (closeOn) => set({ closeOn }) });
    case 'territoryId':
      return territories.length === 0
        ? nothing
        : selectField({ ...common, value: values.territoryId, placeholder: t('choose'), options: territories.map(({ id, name }) => ({ value: id, label: name })), change: (territoryId) => set({ territoryId }) });
    case 'project':
      return textField({ ...common, value: values.project, input: (project) => set({ project }) });
    case 'note':
      return textArea({ ...common, wide: true, value: values.note, input: (note) => set({ note }) });
    case 'attachments':
      return parts.files({ ...common, wide: true }, values.attachments, (attachments) => set({ attachments }));
    case 'lines':
      return renderLines(field, parts, format);
    default:
      return nothing;
  }
}

function renderCustom(field: FormField, parts: FieldParts): unknown {
  const { t, label, programme, values } = parts;
  const common = basics(field, parts);
  const value = values.custom[field.key];
  const text = typeof value === 'string' ? value : '';
  const set = (next: CustomValue) => parts.set(({ custom }) => ({ custom: { ...custom, [field.key]: next } }));
  const options = (field.options ?? []).map((option) => ({ value: option.value, label: label(option.label) }));
  switch (field.type) {
    case 'long_text':
      return textArea({ ...common, wide: true, value: text, input: set });
    case 'number':
      return textField({ ...common, value: text, inputMode: 'decimal', input: set });
    case 'money':
      return textField({ ...common, value: text, inputMode: 'decimal', unit: programme.currency, input: set });
    case 'date':
      return textField({ ...common, type: 'date', value: text, input: set });
    case 'choice':
      return selectField({ ...common, value: text, placeholder: t('choose'), options, change: set });
    case 'file':
      return parts.files({ ...common, wide: true }, (Array.isArray(value) ? value : []) as UploadedFile[], (files) => set([...files]));
    case 'consent':
      return checkbox({ ...common, wide: true, checked: value === true, change: set });
    case 'multi_choice': {
      const chosen = (Array.isArray(value) ? value : []) as string[];
      return html`<fieldset class="choices" aria-describedby=${common.error ? `${common.id}-error` : nothing}>
        <legend>${andSmall(common.label, !common.required && t('optional'))}</legend>
        <div>${options.map((option) => checkbox({
          id: `${common.id}-${option.value}`, label: option.label, checked: chosen.includes(option.value),
          change: (checked) => set(checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value)),
        }))}</div>
        ${common.error ? html`<p class="field-error" id="${common.id}-error">${common.error}</p>` : nothing}
        ${common.help ? html`<small>${common.help}</small>` : nothing}
      </fieldset>`;
    }
    default:
      return textField({ ...common, value: text, input: set });
  }
}

function renderLines(field: FormField, parts: FieldParts, format: Formats): TemplateResult {
  const { t, label, locale, programme, products, values, problems, set, leave } = parts;
  const change = (index: number, line: Partial<LineValues> | undefined) =>
    set({ lines: line === undefined ? values.lines.toSpliced(index, 1) : values.lines.with(index, { ...values.lines[index]!, ...line }) });
  const sum = values.lines.reduce((total, line) => total + Number(parseDecimal(line.quantity, locale) ?? 0) * Number(parseDecimal(line.unitPrice, locale) ?? 0), 0);
  const digits = minorDigits(programme.currency);
  return html`<fieldset class="lines">
    <legend>${andSmall(label(field.label), !isNeeded(field, values) && t('optional'))}</legend>
    ${values.lines.map((line, index) => {
      const error = (key: string) => problems.get(`/lines/${index}/${key}`);
      return html`<div class="line">
        ${selectField({
          id: `line-${index}-product`, label: t('lines.product'), labelHidden: index > 0, value: line.productId, required: true, placeholder: t('choose'), error: error('productId'),
          options: products.map(({ id, name }) => ({ value: id, label: name })),
          change: (productId) => {
            const listPrice = products.find(({ id }) => id === productId)?.listPrice;
            change(index, { productId, ...(listPrice && !line.unitPrice && { unitPrice: fromMinor(listPrice.amount, listPrice.currency, locale) }) });
          },
        })}
        ${textField({ id: `line-${index}-quantity`, label: t('lines.quantity'), labelHidden: index > 0, value: line.quantity, required: true, inputMode: 'decimal', error: error('quantity'), leave: () => leave(`/lines/${index}/quantity`), input: (quantity) => change(index, { quantity }) })}
        ${textField({ id: `line-${index}-price`, label: t('lines.price'), labelHidden: index > 0, value: line.unitPrice, required: true, inputMode: 'decimal', unit: programme.currency, error: error('unitPrice'), leave: () => leave(`/lines/${index}/unitPrice`), input: (unitPrice) => change(index, { unitPrice }) })}
        ${button({ label: t('lines.remove', { number: index + 1 }), icon: iconX, iconOnly: true, press: (event) => {
          change(index, undefined);
          focusAfter(event, '.line-foot > .button');
        } })}
      </div>`;
    })}
    <div class="line-foot">
      ${button({ label: t('lines.add'), icon: iconPlus, press: (event) => {
        set({ lines: [...values.lines, emptyLine()] });
        focusAfter(event, `#line-${values.lines.length}-product`);
      } })}
      ${sum > 0 ? html`<span class="number">${t('lines.sum', { amount: format.money({ amount: Math.round(sum * 10 ** digits), currency: programme.currency }) })}</span>` : nothing}
    </div>
  </fieldset>`;
}
