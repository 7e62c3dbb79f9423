import type { FormField } from '../../client/index.js';
import { parseDecimal } from '../locale/decimals.js';
import type { UploadedFile } from '../parts/file-uploads.js';
import type { DealValues } from './deal-values.js';
import type { FieldParts } from './registration-fields.js';

type Parts = Pick<FieldParts, 't' | 'locale' | 'format' | 'label' | 'programme' | 'products' | 'territories'>;

/** What a field holds, in one line of words; nothing where it is empty. */
export function fieldWord(field: Pick<FormField, 'key' | 'type' | 'options'>, values: DealValues, { t, locale, format, label, programme, products, territories }: Parts): string {
  const money = (text: string) => {
    const decimal = parseDecimal(text, locale);
    return decimal === undefined ? text : format.number(Number(decimal), { style: 'currency', currency: programme.currency });
  };
  const day = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? format.date(text) : text);
  if (field.type === 'standard') {
    switch (field.key) {
      case 'customerId': return values.customerName;
      case 'value': return values.value && money(values.value);
      case 'closeOn': return values.closeOn && day(values.closeOn);
      case 'territoryId': return territories.find(({ id }) => id === values.territoryId)?.name ?? '';
      case 'lines': return values.lines.map(({ productId, quantity, unitPrice }) =>
        `${quantity} × ${products.find(({ id }) => id === productId)?.name ?? '–'} · ${money(unitPrice)}`).join('; ');
      case 'attachments': return namesOf(values.attachments);
      default: return values[field.key as 'name' | 'note' | 'project'];
    }
  }
  const value = values.custom[field.key] ?? '';
  const option = (one: string) => label(field.options?.find((known) => known.value === one)?.label) || one;
  if (value === true) return t('yes');
  if (value === false || value.length === 0) return '';
  switch (field.type) {
    case 'file': return namesOf(value as UploadedFile[]);
    case 'multi_choice': return format.list((value as string[]).map(option));
    case 'choice': return option(value as string);
    case 'money': return money(value as string);
    case 'date': return day(value as string);
    default: return String(value);
  }
}

const namesOf = (files: readonly UploadedFile[]): string => files.map(({ name }) => name).join(' · ');
