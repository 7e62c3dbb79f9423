import type { Deal, DealInput, FormField, Money, Programme } from '../../client/index.js';
import type { UploadedFile } from '../parts/file-uploads.js';
import { fromDecimal, fromMinor, parseDecimal, toMinor } from '../locale/decimals.js';

export interface LineValues {
  productId: string;
  quantity: string;
  unitPrice: string;
}

/** One of the programme's own fields, as typed: text, a tick, or several choices or files. */
export type CustomValue = string | boolean | string[] | UploadedFile[];

/** The form, as typed. It is what outlives a reload. */
export interface DealValues {
  name: string;
  /** The chosen customer, or nothing while its name is typed. */
  customerId: string;
  customerName: string;
  /** The customer is not there yet and is added with the deal: what is known of it beside its name. */
  newCustomer: NewCustomer | null;
  value: string;
  closeOn: string;
  territoryId: string;
  project: string;
  note: string;
  lines: LineValues[];
  attachments: readonly UploadedFile[];
  custom: Record<string, CustomValue>;
}

export interface NewCustomer {
  domain: string;
  country: string;
}

export const emptyLine = (): LineValues => ({ productId: '', quantity: '1', unitPrice: '' });

/** Where and in which programme something is typed. */
export interface Typing {
  locale: string;
  programme: Programme;
  /** The partner's kind: some fields are asked of some kinds alone. */
  kind: string;
}

/** The programme's fields that this partner is asked. */
export const askedFields = ({ programme, kind }: Typing): FormField[] =>
  programme.settings.dealForm.sections.flatMap(({ fields }) => fields).filter((field) => isAsked(field, kind));

export const isAsked = ({ partnerKinds }: FormField, kind: string): boolean => !partnerKinds || (partnerKinds as readonly string[]).includes(kind);

/** Where a field's problem stands: an RFC 6901 pointer into what the form sends. */
export const pointerOf = ({ key, type }: Pick<FormField, 'key' | 'type'>): string => (type === 'standard' ? `/${key}` : `/custom/${key}`);

/** Whether a submission needs a field: always, or for what stands in another one. */
export function isNeeded({ required, requiredIf }: FormField, values: DealValues): boolean {
  if (required || !requiredIf) return required;
  const value = values.custom[requiredIf.field];
  const held: readonly unknown[] = Array.isArray(value) ? value : [value === true ? 'true' : value];
  return held.some((one) => typeof one === 'string' && requiredIf.values.includes(one));
}

/** A deal as form fields; an empty form without one. */
export function valuesOf(typing: Typing, deal?: Deal): DealValues {
  const { locale } = typing;
  const files = (deal?.attachments ?? []).map(({ id, name, size }): UploadedFile => ({ id, name, size }));
  const inFields = new Set(askedFields(typing).flatMap(({ key, type }) => (type === 'file' ? (deal?.custom[key] as string[] | undefined) ?? [] : [])));
  const money = (value: Money | null | undefined) => (value ? fromMinor(value.amount, value.currency, locale) : '');
  const custom = Object.fromEntries(askedFields(typing).filter(({ type }) => type !== 'standard').map(({ key, type }): [string, CustomValue] => {
    const value = deal?.custom[key];
    if (type === 'file') return [key, files.filter(({ id }) => Array.isArray(value) && value.includes(id))];
    if (type === 'multi_choice') return [key, Array.isArray(value) ? value.map(String) : []];
    if (type === 'consent') return [key, value === true];
    if (type === 'money') return [key, money(value as Money | null | undefined)];
    return [key, type === 'number' && typeof value === 'number' ? fromDecimal(String(value), locale) : value === null || value === undefined ? '' : String(value)];
  }));
  return {
    name: deal?.name ?? '', customerId: deal?.customer?.id ?? '', customerName: deal?.customer?.name ?? '', newCustomer: null, value: money(deal?.value), closeOn: deal?.closeOn ?? '',
    territoryId: deal?.territoryId ?? '', project: deal?.project ?? '', note: deal?.note ?? '', custom, attachments: files.filter(({ id }) => !inFields.has(id)),
    lines: (deal?.lines ?? []).map((line) => ({ productId: line.product?.id ?? '', quantity: fromDecimal(line.quantity, locale), unitPrice: fromDecimal(line.unitPrice, locale) })),
  };
}

/** What stands in the way: RFC 6901 pointer → code. */
export type Problems = Map<string, 'required' | 'money' | 'number' | 'date' | 'consent' | 'customer'>;

/**
 * The typed form as the service takes it. What cannot be read is left out and named in `problems`, so that a draft saves
 * the rest; with `complete`, what a submission needs and is missing is named too.
 */
export function inputOf(values: DealValues, typing: Typing, complete: boolean): { input: DealInput; problems: Problems } {
  const problems: Problems = new Map();
  const { locale, programme: { currency } } = typing;
  const fields = askedFields(typing);
  const money = (text: string, pointer: string): Money | null => {
    if (!text.trim()) return null;
    const decimal = parseDecimal(text, locale);
    const amount = decimal === undefined ? undefined : toMinor(decimal, currency);
    if (amount === undefined) problems.set(pointer, 'money');
    return amount === undefined ? null : { amount, currency };
  };
  const decimal = (text: string, pointer: string): string | undefined => {
    const parsed = parseDecimal(text, locale);
    if (parsed === undefined) problems.set(pointer, 'number');
    return parsed;
  };

  const lines = values.lines.flatMap((line, index) => {
    if (!line.productId && !line.unitPrice.trim()) return [];
    const quantity = decimal(line.quantity, `/lines/${index}/quantity`);
    const unitPrice = decimal(line.unitPrice, `/lines/${index}/unitPrice`);
    if (!line.productId) problems.set(`/lines/${index}/productId`, 'required');
    return quantity === undefined || unitPrice === undefined || !line.productId ? [] : [{ productId: line.productId, quantity, unitPrice }];
  });
  if (values.customerName.trim() && !values.customerId && !values.newCustomer) problems.set('/customerId', 'customer');

  const custom = Object.fromEntries(fields.filter(({ type }) => type !== 'standard').map(({ key, type }) => {
    const value = values.custom[key];
    const text = typeof value === 'string' ? value.trim() : '';
    if (type === 'file') return [key, Array.isArray(value) && value.length > 0 ? (value as UploadedFile[]).map(({ id }) => id) : null];
    if (type === 'multi_choice') return [key, (value as string[] | undefined)?.length ? value : null];
    if (type === 'consent') return [key, value === true];
    if (type === 'money') return [key, money(text, `/custom/${key}`)];
    if (type === 'number' && text) {
      const number = decimal(text, `/custom/${key}`);
      return [key, number === undefined ? null : Number(number)];
    }
    return [key, text || null];
  })) as NonNullable<DealInput['custom']>;

  const input: DealInput = {
    ...(values.name.trim() && { name: values.name.trim() }),
    customerId: values.customerId || null, closeOn: values.closeOn || null, territoryId: values.territoryId || null, project: values.project.trim() || null, note: values.note.trim() || null,
    lines, attachments: values.attachments.map(({ id }) => id), value: lines.length > 0 ? null : money(values.value, '/value'), custom,
  };
  if (lines.length > 0) delete input.value;
  // Null or an empty list would take away what the service has, for a letter too many.
  const isUnread = (field: string) => !complete && [...problems.keys()].some((pointer) => pointer === field || pointer.startsWith(`${field}/`));
  if (isUnread('/lines')) delete input.lines;
  if (isUnread('/value') || (isUnread('/lines') && values.lines.some(({ unitPrice }) => unitPrice.trim()))) delete input.value;
  if (complete) for (const field of fields.filter((one) => isNeeded(one, values))) requireField(field, values, input, problems);
  return { input, problems };
}

function requireField({ key, type }: FormField, values: DealValues, input: DealInput, problems: Problems): void {
  const pointer = pointerOf({ key, type });
  if (problems.has(pointer)) return;
  if (type === 'consent') {
    if (values.custom[key] !== true) problems.set(pointer, 'consent');
    return;
  }
  if (key === 'value' && input.lines?.length) return;
  if (key === 'customerId' && values.newCustomer && values.customerName.trim()) return;
  const value = type === 'standard' ? input[key as keyof DealInput] : input.custom?.[key];
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) problems.set(pointer, 'required');
}
