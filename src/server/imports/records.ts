import { sumToMinor } from '../../contract/index.js';
import { sortKey, wordsOf } from '../database/words.js';
import { customerWords } from '../customers/queries.js';
import { isPartnerRole } from '../members/rules.js';
import { hasTier } from '../partners/rules.js';
import { insertMany, newIds } from './bulk.js';
import { circular, repeated } from './check.js';
import { unknownKey, type Imported, type Importer } from './importer.js';

const named = (name: string, ...texts: (string | undefined)[]) => ({ name, name_sort: sortKey(name), words: wordsOf(name, ...texts) });

export const territories: Importer<'territories'> = {
  table: 'territories',
  references: () => [],
  async write(rows, { tx, programme }) {
    const ids = await newIds(tx, 'territory', rows.length);
    await insertMany(tx, 'territories', rows.map((row, index) => ({
      programme_id: programme.id, id: ids[index]!, external_key: row.key, ...named(row.name, row.region), region: row.region ?? null, country: row.country ?? null,
    })));
    return ids.map((recordId) => ({ recordType: 'territory', recordId, audience: 'partner' }));
  },
};

export const products: Importer<'products'> = {
  table: 'products',
  references: () => [],
  async write(rows, { tx, programme }) {
    const ids = await newIds(tx, 'product', rows.length);
    await insertMany(tx, 'products', rows.map((row, index) => ({
      programme_id: programme.id, id: ids[index]!, external_key: row.key, ...named(row.name, row.code, row.category), code: row.code ?? null, category: row.category ?? null,
      list_price_minor: row.listPrice === undefined ? null : sumToMinor([row.listPrice], programme.currency),
      currency: row.listPrice === undefined ? null : programme.currency,
    })));
    return ids.map((recordId) => ({ recordType: 'product', recordId, audience: 'partner' }));
  },
};

export const partners: Importer<'partners'> = {
  table: 'partners',
  references: (row) => [{ field: 'territoryKey', table: 'territories', key: row.territoryKey }],
  async check(candidates, { tx, programme, keys }) {
    await keys.load(tx, programme.id, 'partners', candidates.flatMap(({ row }) => row.parentKey ?? []));
    for (const { row, problems } of candidates) {
      if (row.tier && !hasTier(programme.settings, row.tier)) problems.push({ field: 'tier', code: 'unknown', message: 'The programme has no such tier.' });
    }
    const circles = circular(new Map(candidates.map(({ row }) => [row.key, row.parentKey])));
    for (const { row, problems } of candidates) {
      if (circles.has(row.key)) problems.push({ field: 'parentKey', code: 'circle', message: 'This partner would stand below itself.' });
    }
    // A parent may come with the same rows; one that is rejected takes those below it along.
    for (let settled = false; !settled;) {
      const coming = new Set(candidates.filter(({ problems }) => !problems.length).map(({ row }) => row.key));
      const orphans = candidates.filter(({ row, problems }) => !problems.length && row.parentKey && !keys.get('partners', row.parentKey) && !coming.has(row.parentKey));
      for (const { problems } of orphans) problems.push(unknownKey('parentKey'));
      settled = !orphans.length;
    }
  },
  async write(rows, { tx, programme, keys }) {
    const ids = await newIds(tx, 'partner', rows.length);
    const coming = new Map(rows.map((row, index) => [row.key, ids[index]!]));
    await insertMany(tx, 'partners', rows.map((row, index) => ({
      programme_id: programme.id, id: ids[index]!, external_key: row.key, ...named(row.name, row.city), kind: row.kind,
      parent_id: row.parentKey ? coming.get(row.parentKey) ?? keys.must('partners', row.parentKey).id : null,
      tier: row.tier ?? null, country: row.country ?? null, city: row.city ?? null,
      territory_ids: row.territoryKey ? [keys.must('territories', row.territoryKey).id] : [],
    })));
    return ids.map((recordId) => ({ recordType: 'partner', recordId, partnerId: recordId, audience: 'partner' }));
  },
};

export const members: Importer<'members'> = {
  table: 'members',
  references: (row) => [{ field: 'partnerKey', table: 'partners', key: row.partnerKey }],
  async check(candidates, { tx, programme, keys }) {
    const taken = await tx.selectFrom('members').select(['partner_id', 'email']).where('programme_id', '=', programme.id)
      .where('email', 'in', candidates.map(({ row }) => row.email)).execute();
    const place = (partnerId: string | null | undefined, email: string) => `${partnerId ?? ''} ${email}`;
    const there = new Set(taken.map((member) => place(member.partner_id, member.email)));
    const again = repeated(candidates.map(({ row }) => place(row.partnerKey, row.email)));
    candidates.forEach(({ row, problems }, index) => {
      if (isPartnerRole(row.role) !== Boolean(row.partnerKey)) {
        problems.push(row.partnerKey
          ? { field: 'partnerKey', code: 'not_allowed', message: 'The vendor\'s own people have no partner.' }
          : { field: 'partnerKey', code: 'required', message: 'A partner\'s role needs the partner.' });
      }
      if (again.has(index) || there.has(place(keys.get('partners', row.partnerKey)?.id, row.email))) {
        problems.push({ field: 'email', code: 'taken', message: 'Another member of the same company has this address.' });
      }
    });
  },
  async write(rows, { tx, programme, keys }) {
    const ids = await newIds(tx, 'member', rows.length);
    const partnerOf = (row: (typeof rows)[number]) => (row.partnerKey ? keys.must('partners', row.partnerKey).id : null);
    await insertMany(tx, 'members', rows.map((row, index) => ({
      programme_id: programme.id, id: ids[index]!, external_key: row.key, ...named(row.name, row.email), email: row.email, role: row.role,
      status: row.status ?? 'invited', partner_id: partnerOf(row),
    })));
    return rows.map((row, index) => ({ recordType: 'member', recordId: ids[index]!, partnerId: partnerOf(row), audience: 'partner' }));
  },
};

export const customers: Importer<'customers'> = {
  table: 'customers',
  references: (row) => [{ field: 'partnerKey', table: 'partners', key: row.partnerKey }, { field: 'ownerKey', table: 'members', key: row.ownerKey }],
  check(candidates, { keys }) {
    for (const { row, problems } of candidates) {
      const owner = keys.get('members', row.ownerKey);
      if (owner && owner.partnerId !== keys.get('partners', row.partnerKey)?.id) problems.push({ field: 'ownerKey', code: 'other_partner', message: 'This member belongs to another company.' });
      if (!row.contactName && (row.contactEmail || row.contactPhone)) problems.push({ field: 'contactName', code: 'required', message: 'A contact needs a name.' });
    }
  },
  async write(rows, { tx, programme, keys }) {
    const ids = await newIds(tx, 'customer', rows.length);
    const imported: Imported[] = rows.map((row, index) => ({
      recordType: 'customer', recordId: ids[index]!, partnerId: keys.must('partners', row.partnerKey).id, ownerMemberId: keys.get('members', row.ownerKey)?.id ?? null, audience: 'partner',
    }));
    await insertMany(tx, 'customers', rows.map((row, index) => ({
      programme_id: programme.id, id: ids[index]!, external_key: row.key, partner_id: imported[index]!.partnerId!, owner_member_id: imported[index]!.ownerMemberId ?? null,
      name: row.name, name_sort: sortKey(row.name), words: customerWords(row, row.contactName ? [{ name: row.contactName }] : []), city_sort: sortKey(row.city),
      domain: row.domain ?? null, country: row.country ?? null, city: row.city ?? null, street: row.street ?? null, postal_code: row.postalCode ?? null, state: row.state ?? null,
      phone: row.phone ?? null, industry: row.industry ?? null, tax_number: row.taxNumber ?? null, lifecycle: row.lifecycle ?? 'acquired', note: row.note ?? null,
    })));
    await insertMany(tx, 'contacts', rows.flatMap((row, index) => (row.contactName
      ? [{ programme_id: programme.id, customer_id: ids[index]!, position: 0, name: row.contactName, email: row.contactEmail ?? null, phone: row.contactPhone ?? null }]
      : [])));
    return imported;
  },
};

export const leads: Importer<'leads'> = {
  table: 'leads',
  references: (row) => [{ field: 'territoryKey', table: 'territories', key: row.territoryKey }, { field: 'productKey', table: 'products', key: row.productKey }],
  async write(rows, { tx, programme, keys }) {
    const ids = await newIds(tx, 'lead', rows.length);
    await insertMany(tx, 'leads', rows.map((row, index) => ({
      programme_id: programme.id, id: ids[index]!, external_key: row.key, company: row.company, subject: row.subject,
      words: wordsOf(row.company, row.subject, row.city, row.contactName),
      contact_name: row.contactName ?? null, contact_email: row.contactEmail ?? null, contact_phone: row.contactPhone ?? null, country: row.country ?? null, city: row.city ?? null,
      message: row.message ?? null, source: row.source ?? null, territory_id: keys.get('territories', row.territoryKey)?.id ?? null,
      product_ids: row.productKey ? [keys.must('products', row.productKey).id] : [],
      value_minor: row.value === undefined ? null : sumToMinor([row.value], programme.currency), currency: row.value === undefined ? null : programme.currency,
    })));
    return ids.map((recordId) => ({ recordType: 'lead', recordId, audience: 'vendor' }));
  },
};
