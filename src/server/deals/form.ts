import type { DealForm, FieldProblem, FormField } from '../../contract/index.js';

/** The fields that partners of a kind are asked for. */
export const fieldsFor = (form: DealForm, kind: string): FormField[] =>
  form.sections.flatMap((section) => section.fields).filter((field) => !field.partnerKinds || (field.partnerKinds as readonly string[]).includes(kind));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

interface Refusal { part?: string; code: string; message: string }

/** What is wrong with a value for a field of the programme's own, if anything. */
function refuseValue(field: FormField, value: unknown, currency: string): Refusal | undefined {
  const expected = (what: string): Refusal => ({ code: 'invalid_type', message: `Expected ${what}.` });
  const isOption = (choice: unknown) => (field.options ?? []).some((option) => option.value === choice);
  switch (field.type) {
    case 'text':
    case 'long_text':
      if (typeof value !== 'string') return expected('text');
      if (control.test(value)) return { code: 'invalid_format', message: 'The text holds characters that cannot be stored.' };
      return field.type === 'text' && /[\r\n\t]/.test(value) ? { code: 'invalid_format', message: 'This is one line of text.' } : undefined;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : expected('a number');
    case 'money':
      if (typeof value !== 'object' || value === null || !('currency' in value)) return expected('an amount with its currency');
      return value.currency === currency ? undefined : { part: '/currency', code: 'currency', message: `Amounts are in ${currency} here.` };
    case 'date':
      return isDay(value) ? undefined : { code: 'invalid_date', message: 'Expected a day such as 2026-03-31.' };
    case 'choice':
      return isOption(value) ? undefined : { code: 'unknown', message: 'This is not one of the options.' };
    case 'multi_choice':
      if (!Array.isArray(value)) return expected('a list of options');
      return new Set(value).size === value.length && value.every(isOption) ? undefined : { code: 'unknown', message: 'These are not all options, or one is named twice.' };
    case 'consent':
      return typeof value === 'boolean' ? undefined : expected('yes or no');
    default:
      return { code: 'unknown', message: 'The form has no such field.' };
  }
}

/** Holds the programme's own fields against its form. What is not filled in yet is no problem here: a draft may wait. */
export function checkCustom(form: DealForm, kind: string, custom: Record<string, unknown>, currency: string): FieldProblem[] {
  const fields = new Map(fieldsFor(form, kind).filter((field) => field.type !== 'standard').map((field) => [field.key, field]));
  return Object.entries(custom).flatMap(([key, value]): FieldProblem[] => {
    const field = fields.get(key);
    const pointer = `/custom/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!field) return [{ pointer, code: 'unknown', message: 'The form has no such field.' }];
    const refusal = value === null || value === '' ? undefined : refuseValue(field, value, currency);
    return refusal ? [{ pointer: pointer + (refusal.part ?? ''), code: refusal.code, message: refusal.message }] : [];
  });
}

/** What a deal holds, by the names that the form knows its fields by. */
export interface FilledIn {
  name: string;
  customerId: string | null;
  lines: readonly unknown[];
  value: unknown;
  closeOn: string | null;
  territoryId: string | null;
  note: string | null;
  custom: Record<string, unknown>;
}

/** What a submission still needs: the required fields that are empty, and fields of the form that changed under a draft. */
export function checkComplete(form: DealForm, kind: string, deal: FilledIn, currency: string): FieldProblem[] {
  const fields = fieldsFor(form, kind);
  const missing = fields.filter((field) => field.required && isEmpty(field.type === 'standard' ? deal[field.key as keyof FilledIn] : deal.custom[field.key]))
    .map((field) => ({ pointer: field.type === 'standard' ? `/${field.key}` : `/custom/${field.key}`, code: 'required', message: 'This is needed.' }));
  // A field that the form no longer has stays with the draft, and in nobody's way.
  const asked = Object.fromEntries(Object.entries(deal.custom).filter(([key]) => fields.some((field) => field.key === key && field.type !== 'standard')));
  return [...missing, ...checkCustom(form, kind, asked, currency)];
}
