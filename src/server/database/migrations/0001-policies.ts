// In a sub-select, a setting is read once for the statement and not for each row, and an index can be used with it.
// After a transaction-local setting has ended, PostgreSQL answers '' where it was null before: hence the nullif.
export const setting = (name: string) => `(select nullif(current_setting('prmkit.${name}', true), ''))`;
const hasRole = (...roles: string[]) => `(select coalesce(current_setting('prmkit.role', true) in (${roles.map((role) => `'${role}'`).join(', ')}), false))`;

const inProgramme = `programme_id = ${setting('programme')}`;
export const isVendor = hasRole('programme_admin', 'channel_manager', 'secret_key');
const isAdmin = hasRole('partner_admin');
export const isPartner = hasRole('partner_admin', 'partner_seller');
export const company = `partner_id = ${setting('partner')}`;
/** An admin's whole company, or a seller's own rows. */
const own = (member: string) => `(${company} and (${isAdmin} or (${isPartner} and ${member} = ${setting('member')})))`;
/** The same, and for a seller also what is given to the company without naming anybody. */
const ownOrOpen = (member: string) => `(${company} and (${isAdmin} or (${isPartner} and (${member} is null or ${member} = ${setting('member')}))))`;
/** The parent row is looked up under its own policy. */
export const withParent = (table: string, column: string, parent: string) =>
  `exists (select from ${parent} parent where parent.programme_id = ${table}.programme_id and parent.id = ${table}.${column})`;

/** Who may do what with a table's rows, as conditions over a row of the programme. What is left out, nobody in a request may do. */
interface Access {
  table: string;
  /** The row is of the programme; another condition only for `programmes` itself. */
  tenant?: string;
  see?: string;
  add?: string;
  /** Holds before and after a change. */
  change?: string;
  remove?: string;
}

export const vendorOr = (condition: string) => `(${isVendor} or ${condition})`;
const alike = { see: 'true', add: isVendor, change: isVendor };
export const vendorOnly = { see: isVendor, add: isVendor, change: isVendor };
export const all = (condition: string) => ({ see: condition, add: condition, change: condition, remove: condition });

/** What no partner sees or writes. */
export const vendorAlone = all(isVendor);

const customersOwn = vendorOr(own('owner_member_id'));
const dealsOwn = vendorOr(own('member_id'));
const leadsOpen = vendorOr(`(${ownOrOpen('member_id')} and state <> 'new')`);
const managesMembers = vendorOr(`(${isAdmin} and ${company} and role in ('partner_admin', 'partner_seller'))`);

const access: readonly Access[] = [
  { table: 'programmes', tenant: `id = ${setting('programme')}`, see: 'true', change: isVendor },
  { table: 'partners', see: vendorOr(`id = ${setting('partner')}`), add: isVendor, change: isVendor },
  { table: 'members', see: vendorOr(`(${company} and ${isPartner})`), add: managesMembers, change: managesMembers },
  { table: 'products', ...alike },
  { table: 'territories', ...alike },
  { table: 'accounts', ...vendorOnly },
  { table: 'customers', see: customersOwn, add: customersOwn, change: customersOwn },
  { table: 'contacts', ...all(vendorOr(withParent('contacts', 'customer_id', 'customers'))) },
  { table: 'leads', see: leadsOpen, add: isVendor, change: leadsOpen },
  { table: 'lead_offers', see: vendorOr(ownOrOpen('member_id')), add: isVendor, change: vendorOr(ownOrOpen('member_id')) },
  // A co-seller sees the deal through its row in deal_partners; only the lead's people change it.
  { table: 'deals', see: vendorOr(`${own('member_id')} or exists (select from deal_partners p where p.programme_id = deals.programme_id and p.deal_id = deals.id)`), add: dealsOwn, change: dealsOwn },
  { table: 'deal_lines', ...all(vendorOr(withParent('deal_lines', 'deal_id', 'deals'))) },
  { table: 'deal_partners', see: dealsOwn, add: isVendor, change: isVendor, remove: isVendor },
  { table: 'customer_accounts', ...all(isVendor) },
  { table: 'deal_accounts', ...all(isVendor) },
  {
    table: 'history',
    see: vendorOr(`(audience = 'partner' and (partner_id is null or ${ownOrOpen('owner_member_id')}))`),
    add: vendorOr(`(${company} and actor_member_id = ${setting('member')})`),
  },
  { table: 'outbox', add: 'true' },
  { table: 'idempotency_keys', ...all(`subject = ${setting('subject')}`) },
  { table: 'secret_keys' },
  { table: 'sessions' },
  { table: 'rate_counters' },
  { table: 'partner_words', ...all(vendorOr(company)) },
  { table: 'member_words', ...all(vendorOr(company)) },
  { table: 'product_words', see: 'true', add: isVendor, remove: isVendor },
  { table: 'territory_words', see: 'true', add: isVendor, remove: isVendor },
  { table: 'account_words', ...all(isVendor) },
  { table: 'customer_words', ...all(vendorOr(own('member_id'))) },
  { table: 'lead_words', ...all(vendorOr(ownOrOpen('member_id'))) },
  { table: 'deal_words', see: vendorOr(own('member_id')) },
];

/** Row-level security for one table, with the grants that go with it. */
export function policies({ table, tenant = inProgramme, see, add, change, remove }: Access): string[] {
  const rule = (command: string, clause: string) => `create policy ${table}_${command} on ${table} for ${command} to prmkit_app ${clause}`;
  const both = (condition: string) => `(${tenant} and ${condition})`;
  const grants = [see && 'select', add && 'insert', change && 'update', remove && 'delete'].filter(Boolean).join(', ');
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_service on ${table} to prmkit_service using (true) with check (true)`,
    `grant select, insert, update, delete on ${table} to prmkit_service`,
    grants && `grant ${grants} on ${table} to prmkit_app`,
    see && rule('select', `using ${both(see)}`),
    add && rule('insert', `with check ${both(add)}`),
    change && rule('update', `using ${both(change)} with check ${both(change)}`),
    remove && rule('delete', `using ${both(remove)}`),
  ].filter((statement): statement is string => Boolean(statement));
}

/** ENABLE and FORCE on every table, so that not even the owner is above them; `prmkit_service` passes by a policy of its own. */
export const tenantPolicies: readonly string[] = [
  ...access.flatMap(policies),
  ...policies({ table: 'signing_keys' }),
  'grant select on prmkit_migrations to prmkit_service',
];
