import { day, line, prose, type Deal, type DealForm, type FieldProblem, type FormField } from '../../contract/index.js';
import type { NamedFiles } from '../files/attachments.js';
import type { WholeRow } from './queries.js';

/** The fields that partners of a kind are asked for. */
export const fieldsFor = (form: DealForm, kind: string): FormField[] =>
  form.sections.flatMap((section) => section.fields).filter((field) => !field.partnerKinds || (field.partnerKinds as readonly string[]).includes(kind));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

const fileId = /^file_[0-9a-f]{32}$/;
const mostFiles = 20;
/** What a column of numbers can be read as by anybody, exactly. */
const mostNumber = 1_000_000_000_000_000;

interface Refusal { part?: string; code: string; message: string }

/** The same as for the deal's own texts. */
function refuseText({ type }: FormField, value: string): Refusal | undefined {
  const [issue] = (type === 'text' ? line(500) : prose()).safeParse(value).error?.issues ?? [];
  if (!issue || value.trim() === '') return undefined;
  if (issue.code === 'too_big') return { code: 'too_big', message: `This is too much: ${String(issue.maximum)} at most.` };
  return { code: issue.code === 'custom' ? 'invalid_direction' : 'invalid_format', message: issue.message };
}

/** What is wrong with a value for a field of the programme's own, if anything. */
function refuseValue(field: FormField, value: unknown, currency: string): Refusal | undefined {
  const expected = (what: string): Refusal => ({ code: 'invalid_type', message: `Expected ${what}.` });
  const isOption = (choice: unknown) => (field.options ?? []).some((option) => option.value === choice);
  switch (field.type) {
    case 'text':
    case 'long_text':
      return typeof value === 'string' ? refuseText(field, value) : expected('text');
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return expected('a number');
      return Math.abs(value) > mostNumber ? { code: 'too_big', message: `This is too much: ${mostNumber} at most.` } : undefined;
    case 'money':
      if (typeof value !== 'object' || value === null || !('currency' in value)) return expected('an amount with its currency');
      return value.currency === currency ? undefined : { part: '/currency', code: 'currency', message: `Amounts are in ${currency} here.` };
    case 'date':
      return day.safeParse(value).success ? undefined : { code: 'invalid_date', message: 'Expected a day such as 2026-03-31.' };
    case 'choice':
      return isOption(value) ? undefined : { code: 'unknown', message: 'This is not one of the options.' };
    case 'multi_choice':
      if (!Array.isArray(value)) return expected('a list of options');
      return new Set(value).size === value.length && value.every(isOption) ? undefined : { code: 'unknown', message: 'These are not all options, or one is named twice.' };
    case 'file':
      if (!Array.isArray(value) || !value.every((id) => typeof id === 'string' && fileId.test(id))) return expected('a list of uploaded files');
      if (value.length > mostFiles) return { code: 'too_big', message: `This is too much: ${mostFiles} files at most.` };
      return new Set(value).size === value.length ? undefined : { code: 'duplicate', message: 'A file is named twice.' };
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
  project: string | null;
  note: string | null;
  attachments: readonly unknown[];
  custom: Record<string, unknown>;
}

/** A deal as its form sees it. */
export const filledIn = (row: Pick<WholeRow, 'customer_id'>, deal: Deal): FilledIn => ({ ...deal, customerId: row.customer_id, });

const valueOf = ({ key, type }: FormField, deal: FilledIn): unknown => (type === 'standard' ? deal[key as keyof FilledIn] : deal.custom[key]);

/** Where a field's value stands in what a form sends. */
export const pointerOf = ({ key, type }: FormField): string => (type === 'standard' ? `/${key}` : `/custom/${key}`);

/** Whether a field has one of the values that make another one needed. A field that this partner is not asked has none. */
function holds({ field: key, values }: NonNullable<FormField['requiredIf']>, fields: readonly FormField[], deal: FilledIn): boolean {
  const field = fields.find((other) => other.key === key);
  const value = field && valueOf(field, deal);
  return (Array.isArray(value) ? value : [value === true ? 'true' : value]).some((one) => (values as readonly unknown[]).includes(one));
}

/** Whether a submission needs a field. */
const isNeeded = (field: FormField, fields: readonly FormField[], deal: FilledIn): boolean =>
  field.required || (field.requiredIf !== undefined && holds(field.requiredIf, fields, deal));

/** What a submission still needs: the required fields that are empty, and fields of the form that changed under a draft. */
export function checkComplete(form: DealForm, kind: string, deal: FilledIn, currency: string): FieldProblem[] {
  const fields = fieldsFor(form, kind);
  const missing = fields.filter((field) => isNeeded(field, fields, deal) && isEmpty(valueOf(field, deal))).map((field) => ({ pointer: pointerOf(field), code: 'required', message: 'This is needed.' }));
  // A field that the form no longer has stays with the draft, and in nobody's way.
  const asked = Object.fromEntries(Object.entries(deal.custom).filter(([key]) => fields.some((field) => field.key === key && field.type !== 'standard')));
  return [...missing, ...checkCustom(form, kind, asked, currency)];
}

/**
 * The fields that a change touches and the vendor did not ask for. One that was empty and is needed now may be filled in all the same: what was
 * asked for may be what makes it needed.
 */
export function refuseUnasked(fields: readonly FormField[], asked: readonly string[], before: FilledIn, after: FilledIn): FieldProblem[] {
  const same = (one: unknown, other: unknown) => (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);
  return fields.filter((field) => {
    const [from, to] = [valueOf(field, before), valueOf(field, after)];
    return !asked.includes(field.key) && !same(from, to) && !(isEmpty(from) && isNeeded(field, fields, after));
  }).map((field) => ({ pointer: pointerOf(field), code: 'read_only', message: 'The vendor did not ask for this. Leave it as it was.' }));
}

/** The files that a form's own fields name. */
export const filesIn = (form: DealForm, kind: string, custom: Record<string, unknown>): NamedFiles[] =>
  fieldsFor(form, kind).filter(({ type, key }) => type === 'file' && Array.isArray(custom[key])).map((field) => ({ pointer: pointerOf(field), ids: custom[field.key] as string[] }));
