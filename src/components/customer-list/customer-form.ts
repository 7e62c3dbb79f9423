import { html, type TemplateResult } from 'lit';
import { codeWord } from '../locale/code-word.js';
import { countries } from '../locale/countries.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { button } from '../parts/button.js';
import { selectField, textArea, textField, type TextOptions } from '../parts/field.js';
import { focusAfter } from '../parts/focus-after.js';
import { iconPlus, iconX } from '../parts/icons.js';
import { emptyContact, type ContactValues, type CustomerValues, type TextField } from './customer-values.js';
import type en from './en.js';
import { lifecycles } from './lifecycles.js';

export type CustomerTranslate = TranslateWidget<typeof en>;

interface FormParts {
  t: CustomerTranslate;
  locale: string;
  values: CustomerValues;
  /** RFC 6901 pointer → sentence. */
  problems: ReadonlyMap<string, string>;
  set: (change: Partial<CustomerValues>) => void;
}

/** The fields of a customer, each with its label and its own error. */
export function renderForm({ t, locale, values, problems, set }: FormParts): TemplateResult {
  const text = (key: TextField, more: Partial<TextOptions> = {}): TextOptions => ({
    id: `customer-${key}`, label: t(`field.${key}`), value: values[key], error: problems.get(`/${key}`), input: (value) => set({ [key]: value }), ...more,
  });
  return html`<div class="form">
    ${textField(text('name', { required: true, maxLength: 200, autocomplete: 'organization', wide: true }))}
    ${textField(text('domain', { maxLength: 253, help: t('field.domain.help'), inputMode: 'url' }))}
    ${textField(text('industry', { maxLength: 120 }))}
    ${selectField({
      id: 'customer-lifecycle', label: t('field.lifecycle'), value: values.lifecycle,
      options: lifecycles.map((value) => ({ value, label: codeWord(t, 'lifecycle', value) })), change: (lifecycle) => set({ lifecycle }),
    })}
    ${textField(text('phone', { type: 'tel', maxLength: 40, autocomplete: 'tel' }))}
    ${textField(text('street', { maxLength: 200, autocomplete: 'street-address', wide: true }))}
    ${textField(text('postalCode', { maxLength: 20, autocomplete: 'postal-code' }))}
    ${textField(text('city', { maxLength: 120, autocomplete: 'address-level2' }))}
    ${textField(text('state', { maxLength: 120, autocomplete: 'address-level1' }))}
    ${selectField({
      id: 'customer-country', label: t('field.country'), value: values.country, placeholder: t('none'), error: problems.get('/country'),
      options: countries(locale, values.country), change: (country) => set({ country }),
    })}
    ${textArea(text('note', { maxLength: 4_000, wide: true }))}
    <fieldset class="contacts">
      <legend>${t('contacts.title')}</legend>
      ${values.contacts.map((contact, index) => renderContact(t, contact, index, problems, (change) =>
        set({ contacts: change === undefined ? values.contacts.toSpliced(index, 1) : values.contacts.with(index, { ...contact, ...change }) })))}
      ${button({ label: t('contact.add'), icon: iconPlus, press: (event) => {
        set({ contacts: [...values.contacts, emptyContact()] });
        focusAfter(event, `#contact-${values.contacts.length}-name`);
      } })}
    </fieldset>
  </div>`;
}

function renderContact(
  t: CustomerTranslate, contact: ContactValues, index: number, problems: FormParts['problems'], set: (change: Partial<ContactValues> | undefined) => void,
): TemplateResult {
  const text = (key: 'name' | 'email' | 'phone' | 'title', more: Partial<TextOptions> = {}): TextOptions => ({
    id: `contact-${index}-${key}`, label: t(`contact.${key}`), value: contact[key], error: problems.get(`/contacts/${index}/${key}`), input: (value) => set({ [key]: value }), ...more,
  });
  return html`<div class="contact">
    ${textField(text('name', { required: true, maxLength: 200, autocomplete: 'off' }))}
    ${textField(text('title', { maxLength: 120 }))}
    ${textField(text('email', { type: 'email', maxLength: 254 }))}
    ${textField(text('phone', { type: 'tel', maxLength: 40 }))}
    ${button({ label: t('contact.remove', { name: contact.name || t('contact.nameless', { number: index + 1 }) }), icon: iconX, iconOnly: true, press: (event) => {
      set(undefined);
      focusAfter(event, '.contacts > .button');
    } })}
  </div>`;
}
