import { askedFields, inputOf, type DealValues, type Typing } from './deal-values.js';

const standard = ['name', 'value', 'closeOn', 'territoryId', 'project', 'note', 'lines', 'attachments'] as const;

/** What is merged as one: a field of the form by its key. The customer's id and name go together. */
export const mergedFields = (typing: Typing): string[] =>
  ['name', 'customerId', ...standard.slice(1), ...askedFields(typing).filter(({ type }) => type !== 'standard').map(({ key }) => `custom.${key}`)];

export interface Merged {
  /** Everything of both; where both changed the same field, this side's. */
  values: DealValues;
  /** Fields that only the other side changed: taken over. */
  adopted: string[];
  /** Fields that both changed, to different values: somebody must choose. */
  clashes: string[];
}

/** Puts two people's changes of one draft together, field by field. Nothing of either is lost. */
export function merge(base: DealValues, mine: DealValues, theirs: DealValues, typing: Typing): Merged {
  const said = [base, mine, theirs].map((values) => meaning(values, typing)) as [Meaning, Meaning, Meaning];
  const merged: Merged = { values: mine, adopted: [], clashes: [] };
  for (const field of mergedFields(typing)) {
    const [before, here, there] = said.map((meant) => meant(field)) as [string, string, string];
    if (there === before || there === here) continue;
    if (here === before) {
      merged.values = take(merged.values, theirs, field);
      merged.adopted.push(field);
    } else merged.clashes.push(field);
  }
  return merged;
}

/** What the other side had before it was changed there: what this side sent itself, and never heard of, is no change of another's. */
export function withoutOwn(base: DealValues, sent: DealValues, theirs: DealValues, typing: Typing): DealValues {
  const [mine, there] = [meaning(sent, typing), meaning(theirs, typing)];
  return mergedFields(typing).filter((field) => mine(field) === there(field)).reduce((known, field) => take(known, theirs, field), base);
}

/** Whether two say the same, however it was written. */
export function same(one: DealValues, other: DealValues, typing: Typing): boolean {
  const [here, there] = [meaning(one, typing), meaning(other, typing)];
  return mergedFields(typing).every((field) => here(field) === there(field));
}

/** The values with one field of another side's. */
export function take(into: DealValues, from: DealValues, field: string): DealValues {
  if (field === 'customerId') return { ...into, customerId: from.customerId, customerName: from.customerName, newCustomer: from.newCustomer };
  if (field.startsWith('custom.')) return { ...into, custom: { ...into.custom, [field.slice(7)]: from.custom[field.slice(7)] ?? '' } };
  return { ...into, [field]: from[field as 'name'] };
}

type Meaning = (field: string) => string;

/** What a field says, however it was written: `1.234,50` and `1234.5` are one amount. What cannot be read says itself. */
function meaning(values: DealValues, typing: Typing): Meaning {
  const { input, problems } = inputOf(values, typing, false);
  return (field) => {
    const key = field.replace('custom.', '');
    const own = field !== key;
    const pointer = own ? `/custom/${key}` : `/${key}`;
    const unread = [...problems.keys()].some((problem) => problem === pointer || problem.startsWith(`${pointer}/`));
    if (field === 'customerId') return JSON.stringify(input.customerId ? [input.customerId] : [values.customerName.trim(), values.newCustomer]);
    if (unread) return JSON.stringify([own ? values.custom[key] : values[field as 'name']]);
    // Without lines the value is the field's; with lines it is theirs, and what stands in the field says nothing.
    const value = own ? input.custom?.[key] : input[field as 'name'];
    return JSON.stringify(Array.isArray(value) && value.length === 0 ? null : value ?? null);
  };
}
