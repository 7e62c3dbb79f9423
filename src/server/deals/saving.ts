import { lineAmount, sumToMinor, type DealInput, type FieldProblem } from '../../contract/index.js';
import type { Call } from '../call.js';
import { findCustomer, findOwner } from '../customers/queries.js';
import { wordsOf } from '../database/words.js';
import type { ProgrammeRow } from '../programme/queries.js';
import { ServiceError } from '../service-error.js';
import { checkCustom } from './form.js';
import { readPartnerKind, territoryExists, unknownProducts, type LineValues } from './queries.js';

type Seen = Pick<Call, 'tx' | 'caller' | 'reach'>;

/** What a deal has before it is saved; nothing yet for a new one. */
export interface Saved {
  name: string;
  customer_id: string | null;
  customer_name: string | null;
  member_id: string | null;
}

export const fourPlaces = (decimal: string): string => lineAmount(decimal, '1');

const linesOf = (lines: NonNullable<DealInput['lines']>): LineValues[] => lines.map(({ productId = null, description = null, quantity, unitPrice }) =>
  ({ productId, description, quantity: fourPlaces(quantity), unitPrice: fourPlaces(unitPrice), amount: lineAmount(quantity, unitPrice) }));

/** The fields that were left empty do not count as filled in. */
const filledIn = (custom: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null && value !== ''));

/** Lines that no money can hold: their sum must stay a whole number that every reader can count. */
const most = 9_000_000_000_000_000;

/**
 * Holds what a form sent against the records that the caller sees, and turns it into columns. All that is wrong is said at once; what is not
 * filled in yet is not wrong. Foreign keys look past the policies, so every id is looked up here first.
 */
export async function readInput(call: Seen, programme: ProgrammeRow, body: DealInput, before: Saved) {
  const { tx, caller } = call;
  const partnerId = caller.partnerId!;
  const problems: FieldProblem[] = [];
  const say = (pointer: string, code: string, message: string) => problems.push({ pointer, code, message });

  let { customer_id: customerId, customer_name: customerName } = before;
  // What the deal has already stays, though it was handed to somebody who does not see its customer.
  if (body.customerId !== undefined && body.customerId !== before.customer_id) {
    const customer = body.customerId ? await findCustomer(call, body.customerId) : undefined;
    if (body.customerId && customer?.partner_id !== partnerId) say('/customerId', 'unknown', 'There is no such customer.');
    [customerId, customerName] = customer ? [customer.id, customer.name] : [null, null];
  }
  if (body.memberId !== undefined && body.memberId !== before.member_id) {
    const mayName = body.memberId === caller.memberId || (caller.role === 'partner_admin' && await findOwner(tx, programme.id, partnerId, body.memberId));
    if (!mayName) say('/memberId', 'unknown', 'There is no such active member in your company, or you may not name it.');
  }
  if (body.territoryId && !(await territoryExists(tx, programme.id, body.territoryId))) say('/territoryId', 'unknown', 'There is no such territory.');
  if (body.value && body.value.currency !== programme.currency) say('/value/currency', 'currency', `Amounts are in ${programme.currency} here.`);
  if (body.custom) {
    const { dealForm } = programme.settings;
    const kind = await readPartnerKind(tx, programme.id, partnerId);
    problems.push(...checkCustom(dealForm, kind, body.custom, programme.currency));
  }

  const lines = body.lines && linesOf(body.lines);
  const unknown = await unknownProducts(tx, programme.id, (lines ?? []).flatMap(({ productId }) => productId ?? []));
  lines?.forEach(({ productId }, index) => {
    if (productId && unknown.has(productId)) say(`/lines/${index}/productId`, 'unknown', 'There is no such product.');
  });
  lines?.forEach(({ amount }, index) => {
    if (amount.split('.')[0]!.length > 15) say(`/lines/${index}/quantity`, 'too_big', 'Quantity and price together are too much.');
  });
  const sum = lines?.length ? sumToMinor(lines.map(({ amount }) => amount), programme.currency) : undefined;
  if (sum !== undefined && sum > most) say('/lines', 'too_big', 'The lines add up to too much.');
  if (problems.length) throw new ServiceError('validation_failed', { fields: problems.slice(0, 50) });

  const name = body.name ?? before.name;
  return {
    lines,
    columns: {
      name, words: wordsOf(name, customerName), customer_id: customerId, customer_name: customerName,
      ...(body.memberId !== undefined && { member_id: body.memberId }),
      ...(sum !== undefined ? { value_minor: sum } : body.value !== undefined && { value_minor: body.value?.amount ?? null }),
      ...(body.closeOn !== undefined && { close_on: body.closeOn }),
      ...(body.territoryId !== undefined && { territory_id: body.territoryId }),
      ...(body.project !== undefined && { project: body.project }),
      ...(body.note !== undefined && { note: body.note || null }),
      ...(body.custom !== undefined && { custom: JSON.stringify(filledIn(body.custom)) }),
    },
  };
}
