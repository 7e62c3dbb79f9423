import { html, nothing, type TemplateResult } from 'lit';
import type { FormField } from '../../client/index.js';
import { button } from '../parts/button.js';
import type { Meanwhile } from './deal-draft.js';
import type { DealValues } from './deal-values.js';
import { fieldWord } from './field-word.js';
import type { FieldParts } from './registration-fields.js';

interface MeanwhileParts extends FieldParts {
  meanwhile: Meanwhile;
  fields: readonly FormField[];
  /** Whether it was the same person, in another tab or on another device. */
  isSelf: boolean;
  values: DealValues;
  choices: ReadonlyMap<string, 'mine' | 'theirs'>;
  choose: (field: string, side: 'mine' | 'theirs') => void;
  resolve: () => void;
  acknowledge: () => void;
}

/** Says who changed what meanwhile, and asks for each field that both changed which of the two stays. */
export function renderMeanwhile(parts: MeanwhileParts): TemplateResult {
  const { t, meanwhile, isSelf, resolve, acknowledge } = parts;
  const { adopted, clashes, by } = meanwhile;
  const who = isSelf ? t('meanwhile.self') : by ?? t('meanwhile.somebody');
  return html`<section class="meanwhile" role="group" aria-label=${t('meanwhile.title')} tabindex="-1">
    ${adopted.length > 0 ? html`<p>${t('meanwhile.adopted', { who, fields: parts.format.list(adopted.map((field) => nameOf(field, parts))) })}</p>` : nothing}
    ${clashes.length > 0
      ? html`
        <p><strong>${t('meanwhile.clash', { who })}</strong></p>
        ${clashes.map((field) => renderClash(field, parts))}
        ${button({ label: t('meanwhile.resolve'), press: resolve })}`
      : button({ label: t('meanwhile.read'), kind: 'plain', press: acknowledge })}
  </section>`;
}

function renderClash(field: string, parts: MeanwhileParts): TemplateResult {
  const { t, values, meanwhile: { theirs }, choices, choose } = parts;
  const chosen = choices.get(field) ?? 'mine';
  const side = (name: 'mine' | 'theirs', held: DealValues) => html`<label class="check">
    <input type="radio" name="clash-${field}" value=${name} .checked=${chosen === name} @change=${() => choose(field, name)} />
    <span>${t(`meanwhile.${name}`, { value: wordOf(field, held, parts) || t('meanwhile.empty') })}</span>
  </label>`;
  return html`<fieldset class="choices"><legend>${nameOf(field, parts)}</legend>${side('mine', values)}${side('theirs', theirs)}</fieldset>`;
}

const keyOf = (field: string): string => field.replace('custom.', '');

const fieldOf = (field: string, { fields }: MeanwhileParts): FormField | undefined =>
  fields.find(({ key, type }) => key === keyOf(field) && (type === 'standard') === !field.startsWith('custom.'));

const nameOf = (field: string, parts: MeanwhileParts): string => parts.label(fieldOf(field, parts)?.label) || keyOf(field);

const wordOf = (field: string, values: DealValues, parts: MeanwhileParts): string =>
  fieldWord(fieldOf(field, parts) ?? { key: keyOf(field), type: 'standard' }, values, parts);
