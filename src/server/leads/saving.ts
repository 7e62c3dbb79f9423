import type { BodyOf, FieldProblem, leadOperations } from '../../contract/index.js';
import type { Call } from '../call.js';
import { wordsOf } from '../database/words.js';
import { territoryExists, unknownProducts } from '../deals/queries.js';
import { readProgramme } from '../programme/queries.js';
import { ServiceError } from '../service-error.js';

type LeadInput = BodyOf<(typeof leadOperations)['change']>;

/** What a lead is found by. */
const leadWords = (lead: { company: string; subject: string; contact_name?: string | null | undefined; city?: string | null | undefined }): string[] =>
  wordsOf(lead.company, lead.subject, lead.contact_name, lead.city);

interface Named { company: string; subject: string; contact_name: string | null; city: string | null }

/** Holds what was sent against the programme's records and turns it into columns; what is not sent stays as it was. */
export async function readInput({ tx, caller }: Pick<Call, 'tx' | 'caller'>, body: LeadInput, before: Named) {
  const programme = await readProgramme(tx, caller.programmeId);
  const problems: FieldProblem[] = [];
  const say = (pointer: string, code: string, message: string) => problems.push({ pointer, code, message });
  if (body.value && body.value.currency !== programme.currency) say('/value/currency', 'currency', `Amounts are in ${programme.currency} here.`);
  if (body.territoryId && !(await territoryExists(tx, programme.id, body.territoryId))) say('/territoryId', 'unknown', 'There is no such territory.');
  const unknown = await unknownProducts(tx, programme.id, body.productIds ?? []);
  body.productIds?.forEach((productId, index) => {
    if (unknown.has(productId)) say(`/productIds/${index}`, 'unknown', 'There is no such product.');
  });
  if (problems.length) throw new ServiceError('validation_failed', { fields: problems });

  const { contact = {}, value, territoryId, productIds, externalKey, ...same } = body;
  const columns = {
    ...same,
    ...(contact.name !== undefined && { contact_name: contact.name }),
    ...(contact.email !== undefined && { contact_email: contact.email }),
    ...(contact.phone !== undefined && { contact_phone: contact.phone }),
    ...(value !== undefined && { value_minor: value?.amount ?? null, currency: value?.currency ?? null }),
    ...(territoryId !== undefined && { territory_id: territoryId }),
    ...(productIds !== undefined && { product_ids: [...new Set(productIds)] }),
    ...(externalKey !== undefined && { external_key: externalKey }),
  };
  const { company, subject, contact_name, city } = before;
  return { ...columns, words: leadWords({ company, subject, contact_name, city, ...columns as Partial<Named> }) };
}
