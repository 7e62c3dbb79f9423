import type { Formats } from '../locale/format.js';
import { issueSentences } from '../locale/error-sentences.js';
import type * as Schemas from './deal-schema.js';
import { inputOf, type DealValues, type Typing } from './deal-values.js';
import { customerOf, customerPointer } from './new-customer.js';
import type { RegistrationTranslate } from './registration-fields.js';

interface CheckParts {
  t: RegistrationTranslate;
  format: Formats;
  typing: Typing;
  values: DealValues;
  /** Undefined until they are loaded: the service checks all the same. */
  schemas: typeof Schemas | undefined;
  /** Whether what is missing is wrong too: at submission. */
  complete: boolean;
}

/** Part of what the form sends that is one field to the reader. */
const fieldOf = (pointer: string): string => pointer.replace(/\/(amount|currency)$/, '').replace(/^(\/custom\/[^/]+)\/.*$/, '$1');

/** All that is wrong with the form, in the reader's words, by the pointer of its field: what cannot be read, and what the contract's schema refuses. */
export function checkForm({ t, format, typing, values, schemas, complete }: CheckParts): Map<string, string> {
  const { input, problems } = inputOf(values, typing, complete);
  const example = format.number(12_500.5, { minimumFractionDigits: 2 });
  const sentences = {
    required: t('field.required'), money: t('field.money', { example }), number: t('field.number'), date: t('field.date'), consent: t('field.consent'), customer: t('customer.choose'),
  };
  const found = new Map([...problems].map(([pointer, code]) => [pointer, sentences[code]]));
  const add = (pointer: string, sentence: string) => { if (!found.has(pointer)) found.set(pointer, sentence); };
  const deal = schemas?.dealInput.safeParse(input);
  if (deal?.error) for (const [pointer, sentence] of issueSentences(t, deal.error.issues)) add(fieldOf(pointer), sentence);
  const customer = values.newCustomer && schemas?.customerInput.safeParse(customerOf(values));
  if (customer?.error) for (const [pointer, sentence] of issueSentences(t, customer.error.issues)) add(customerPointer(pointer), sentence);
  return found;
}

/** The service's own word on a field, where the form shows it. */
export const serviceProblems = (sentences: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...sentences].map(([pointer, sentence]) => [fieldOf(pointer), sentence]));
