import type { Lead } from '../../contract/index.js';
import type { Call } from '../call.js';
import { customerWords, findCustomer, storeContacts } from '../customers/queries.js';
import { sortKey, wordsOf } from '../database/words.js';
import { changesBetween, remember } from '../history/entries.js';
import { readProgramme } from '../programme/queries.js';
import { invalid } from '../service-error.js';
import type { WholeRow } from './queries.js';

type Conversion = Pick<Call, 'tx' | 'caller' | 'reach' | 'requestId'> & { body: { customerId?: string | undefined } };

/** Makes the draft deal that a lead becomes, for the customer that was named or a new one, and answers with the deal. */
export async function convertLead(call: Conversion, row: WholeRow, lead: Lead): Promise<{ id: string; name: string }> {
  const { tx, caller: { programmeId, memberId, partnerId } } = call;
  const seller = row.member_id ?? memberId;
  const customer = call.body.customerId ? await namedCustomer(call, call.body.customerId) : await addCustomer(call, row, seller);
  const programme = await readProgramme(tx, programmeId);
  const name = row.subject;
  const { id } = await tx.insertInto('deals').values({
    programme_id: programmeId, partner_id: partnerId!, member_id: seller, lead_id: row.id, name, words: wordsOf(name, customer.name),
    customer_id: customer.id, customer_name: customer.name, currency: programme.currency,
    value_minor: row.currency === programme.currency ? row.value_minor : null, territory_id: row.territory_id, note: row.message || null,
  }).returning('id').executeTakeFirstOrThrow();
  await remember(call, {
    recordType: 'deal', recordId: id, action: 'created', partnerId, ownerMemberId: seller, audience: 'partner',
    changes: changesBetween({}, { name, customer, value: lead.value, leadId: row.id }),
  });
  return { id, name };
}

async function namedCustomer(call: Conversion, customerId: string): Promise<{ id: string; name: string }> {
  const customer = await findCustomer(call, customerId);
  if (customer?.partner_id !== call.caller.partnerId) throw invalid('/customerId', 'unknown', 'There is no such customer.');
  return { id: customer!.id, name: customer!.name };
}

async function addCustomer(call: Conversion, row: WholeRow, ownerId: string | null): Promise<{ id: string; name: string }> {
  const { tx, caller: { programmeId, partnerId } } = call;
  const { contact_name: name, contact_email: email, contact_phone: phone } = row;
  const contacts = name || email || phone ? [{ name: name ?? email ?? phone!, email, phone }] : [];
  const { id } = await tx.insertInto('customers').values({
    programme_id: programmeId, partner_id: partnerId!, owner_member_id: ownerId, name: row.company, name_sort: sortKey(row.company),
    words: customerWords({ name: row.company, city: row.city }, contacts), country: row.country, city: row.city, city_sort: sortKey(row.city),
  }).returning('id').executeTakeFirstOrThrow();
  await storeContacts(tx, programmeId, id, contacts);
  await remember(call, {
    recordType: 'customer', recordId: id, action: 'created', partnerId, ownerMemberId: ownerId, audience: 'partner',
    changes: changesBetween({}, { name: row.company, city: row.city, lifecycle: 'acquired' }),
  });
  return { id, name: row.company };
}
