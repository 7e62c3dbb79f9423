import { customerSorts, type customerOperations } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Call, Handlers } from '../call.js';
import { isVendor } from '../caller.js';
import { matchesWords, sortKey } from '../database/words.js';
import { changesBetween, remember } from '../history/entries.js';
import { readPage } from '../keyset.js';
import { partnerExists } from '../members/queries.js';
import { found, invalid, requireVersion } from '../service-error.js';
import {
  customerWords, findCustomer, findOwner, lockCustomer, orderOf, presentCustomer, presentRow, readContacts, renameInDeals, selectRow, storeContacts,
  visibleCustomers, type ContactInput, type WholeRow,
} from './queries.js';
import { refuseOwner } from './rules.js';

type Create = Call<(typeof customerOperations)['create']>;
type Change = Call<(typeof customerOperations)['change']>;

const entry = (row: WholeRow) =>
  ({ recordType: 'customer', recordId: row.id, partnerId: row.partner_id, ownerMemberId: row.owner_member_id, audience: 'partner' }) as const;

/** Whose new customer it is: the vendor says, a partner's is its own. */
async function partnerFor({ tx, caller, body: { partnerId } }: Create): Promise<string> {
  const unknown = invalid('/partnerId', 'unknown', 'There is no such partner.');
  if (!isVendor(caller)) {
    if (partnerId && partnerId !== caller.partnerId) throw unknown;
    return caller.partnerId!;
  }
  if (!partnerId) throw invalid('/partnerId', 'required', 'Say whose customer it is.');
  if (!(await partnerExists(tx, caller.programmeId, partnerId))) throw unknown;
  return partnerId;
}

async function requireOwner({ tx, caller }: Create | Change, partnerId: string, ownerId: string | null): Promise<void> {
  if (refuseOwner(caller, ownerId)) throw invalid('/ownerId', 'not_yours', 'Only an admin of your company hands a customer to somebody else.');
  if (ownerId && !(await findOwner(tx, caller.programmeId, partnerId, ownerId))) throw invalid('/ownerId', 'unknown', 'There is no such active member in the customer\'s company.');
}

/** Each contact is new or one of the customer's, and named once. */
function requireContacts(contacts: readonly ContactInput[], known: readonly { id: string }[]): void {
  const left = new Set(known.map(({ id }) => id));
  contacts.forEach(({ id }, index) => {
    if (id && !left.delete(id)) throw invalid(`/contacts/${index}/id`, 'unknown', 'The customer has no such contact. Leave the id out to add one.');
  });
}

/** The fields of a body that are columns of the same record. */
function columnsOf({ postalCode, taxNumber, ownerId, contacts: _contacts, ...same }: Change['body']) {
  return { ...same, postal_code: postalCode, tax_number: taxNumber, owner_member_id: ownerId, ...(same.city !== undefined && { city_sort: sortKey(same.city) }) };
}

export const customerRoutes: Handlers<typeof customerOperations> = {
  list(call) {
    const { tx, caller, reach, query } = call;
    let rows = visibleCustomers(call);
    if (query.lifecycle) rows = rows.where('customers.lifecycle', 'in', query.lifecycle);
    if (query.partnerId) rows = rows.where('customers.partner_id', '=', query.partnerId);
    if (query.ownerId) rows = rows.where('customers.owner_member_id', '=', query.ownerId);
    if (query.search) rows = rows.where(matchesWords('customer', 'customers.id', query.search, { programmeId: caller.programmeId, partnerId: reach.partnerId }));
    return readPage(tx, rows, selectRow, orderOf(query.sort ?? customerSorts[0]), query, presentRow(caller));
  },

  read: async (call) => presentCustomer(call, found(await findCustomer(call, call.params.customerId))),

  async create(call) {
    const { tx, caller } = call;
    const { partnerId: _named, externalKey, contacts = [], ...body } = call.body;
    const partnerId = await partnerFor(call);
    if (externalKey && !isVendor(caller)) throw invalid('/externalKey', 'vendor_only', 'Only the vendor gives external keys.');
    const ownerId = body.ownerId === undefined && caller.role === 'partner_seller' ? caller.memberId : body.ownerId ?? null;
    await requireOwner(call, partnerId, ownerId);
    requireContacts(contacts, []);
    const { id } = await tx.insertInto('customers').values({
      ...columnsOf({ ...body, ownerId }), name: body.name, programme_id: caller.programmeId, partner_id: partnerId,
      name_sort: sortKey(body.name), words: customerWords(body, contacts), external_key: externalKey,
    }).returning('id').executeTakeFirstOrThrow();
    await storeContacts(tx, caller.programmeId, id, contacts);
    const row = found(await findCustomer(call, id));
    await remember(call, { ...entry(row), action: 'created', changes: changesBetween({}, { name: row.name, city: row.city, lifecycle: row.lifecycle }) });
    return presentCustomer(call, row);
  },

  async change(call) {
    const { tx, caller, params, body, ifMatch } = call;
    const before = found(await lockCustomer(call, params.customerId));
    const shownBefore = await presentCustomer(call, before);
    await requireVersion(before, ifMatch, async () => shownBefore);
    requireAction(shownBefore.actions, 'change');
    if (body.ownerId !== undefined && body.ownerId !== before.owner_member_id) await requireOwner(call, before.partner_id, body.ownerId);
    if (body.contacts) {
      requireContacts(body.contacts, shownBefore.contacts);
      await storeContacts(tx, caller.programmeId, before.id, body.contacts);
    }
    const named = { name: body.name ?? before.name, city: body.city === undefined ? before.city : body.city, domain: body.domain === undefined ? before.domain : body.domain };
    await tx.updateTable('customers')
      .set({ ...columnsOf(body), name_sort: sortKey(named.name), words: customerWords(named, await readContacts(tx, caller.programmeId, before.id)) })
      .where('programme_id', '=', caller.programmeId).where('id', '=', before.id).execute();
    if (named.name !== before.name) await renameInDeals(tx, caller.programmeId, before.id, named.name);
    const row = found(await findCustomer(call, before.id));
    const after = await presentCustomer(call, row);
    const { version: _version, updatedAt: _updatedAt, actions: _actions, ...shown } = after;
    await remember(call, { ...entry(row), action: 'changed', changes: changesBetween(shownBefore, shown) });
    return after;
  },

  /** The record keeps its version: its partner must not learn from a number that the vendor linked it. */
  async link(call) {
    const { tx, caller: { programmeId }, params, body: { accountId }, ifMatch } = call;
    const before = found(await lockCustomer(call, params.customerId));
    const shownBefore = await presentCustomer(call, before);
    await requireVersion(before, ifMatch, async () => shownBefore);
    requireAction(shownBefore.actions, 'link');
    const account = accountId && await tx.selectFrom('accounts').select('id').where('programme_id', '=', programmeId).where('id', '=', accountId).executeTakeFirst();
    if (accountId && !account) throw invalid('/accountId', 'unknown', 'There is no such account.');
    await tx.deleteFrom('customer_accounts').where('programme_id', '=', programmeId).where('customer_id', '=', before.id).execute();
    if (accountId) await tx.insertInto('customer_accounts').values({ programme_id: programmeId, customer_id: before.id, account_id: accountId }).execute();
    const after = await presentCustomer(call, before);
    await remember(call, { ...entry(before), audience: 'vendor', action: accountId ? 'linked' : 'unlinked', changes: changesBetween({ account: shownBefore.account }, { account: after.account }) });
    return after;
  },
};
