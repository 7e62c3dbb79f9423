// Ids, keys and sort keys are compared byte by byte: the same order on every engine, and an index that serves prefixes.
export const id = 'text collate "C"';
const sortable = 'text collate "C"';
export const instant = 'timestamptz not null default now()';
/** For what is read in the order it was written: several rows of one transaction differ in it. */
export const moment = 'timestamptz not null default clock_timestamp()';

/** What every record of a programme carries. */
const record = (prefix: string) => `
  programme_id ${id} not null references programmes,
  id ${id} not null default new_id('${prefix}'),
  version int not null default 1,
  created_at ${instant},
  updated_at ${instant},
  primary key (programme_id, id)`;

const named = `name text not null, name_sort ${sortable} not null, words text[] not null default '{}'`;
export const within = (column: string, table: string) => `foreign key (programme_id, ${column}) references ${table} (programme_id, id)`;
/** The member belongs to the partner of the row; with none named, nothing is checked. */
const memberOf = (column: string) => `foreign key (programme_id, partner_id, ${column}) references members (programme_id, partner_id, id)`;
export const oneOf = (column: string, ...values: string[]) => `check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`;
const currency = (column: string) => `check (${column} ~ '^[A-Z]{3}$')`;

/** External keys are written for the vendor alone (see the guard in 0001-triggers), so a partner cannot probe this index. */
const externalKeys = ['partners', 'members', 'products', 'territories', 'accounts', 'customers', 'leads', 'deals'].map(
  (table) => `create unique index ${table}_external_key on ${table} (programme_id, external_key) where external_key is not null`);

export const tables: readonly string[] = [
  `create function new_id(prefix text) returns text language sql volatile as $$
    select prefix || '_' || lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || substr(random, 1, 12) || substr(random, 18, 8)
    from (select replace(gen_random_uuid()::text, '-', '') as random) as made
  $$`,

  `create table programmes (
    id ${id} primary key default new_id('prg'), version int not null default 1, created_at ${instant}, updated_at ${instant},
    name text not null, currency text not null ${currency('currency')}, time_zone text not null, settings jsonb not null)`,
  `create table partners (${record('ptn')}, ${named},
    kind text not null ${oneOf('kind', 'distributor', 'reseller', 'dropshipper', 'licensee', 'referrer', 'service')},
    status text not null default 'active' ${oneOf('status', 'active', 'suspended')},
    parent_id ${id}, tier text, country text, city text, territory_ids text[] not null default '{}', external_key ${id},
    ${within('parent_id', 'partners')})`,
  `create table members (${record('mem')}, ${named},
    partner_id ${id}, role text not null ${oneOf('role', 'programme_admin', 'channel_manager', 'partner_admin', 'partner_seller')},
    email text not null, status text not null default 'invited' ${oneOf('status', 'invited', 'active', 'suspended')}, locale text, external_key ${id},
    check ((partner_id is null) = (role in ('programme_admin', 'channel_manager'))),
    unique (programme_id, partner_id, id), unique nulls not distinct (programme_id, partner_id, email),
    ${within('partner_id', 'partners')})`,
  `create table products (${record('prd')}, ${named},
    code text, category text, list_price_minor bigint, currency text ${currency('currency')},
    status text not null default 'active' ${oneOf('status', 'active', 'retired')}, external_key ${id})`,
  `create table territories (${record('ter')}, ${named}, region text, country text, external_key ${id})`,
  `create table accounts (${record('acc')}, ${named}, domain ${id}, country text, city text, external_key ${id})`,

  `create table customers (${record('cus')}, ${named},
    partner_id ${id} not null, owner_member_id ${id}, domain ${id}, country text, city text, city_sort ${sortable} not null default '',
    street text, postal_code text, state text, phone text, industry text,
    lifecycle text not null default 'acquired' ${oneOf('lifecycle', 'acquired', 'screened', 'engaged', 'sold', 'serviced', 're_engaged', 'repeat')},
    note text, external_key ${id},
    unique (programme_id, partner_id, id), ${within('partner_id', 'partners')}, ${memberOf('owner_member_id')})`,
  `create table contacts (
    programme_id ${id} not null, id ${id} not null default new_id('con'), created_at ${instant}, updated_at ${instant},
    customer_id ${id} not null, position int not null, name text not null, email text, phone text, title text,
    primary key (programme_id, id), ${within('customer_id', 'customers')} on delete cascade)`,

  `create table leads (${record('lead')},
    company text not null, subject text not null, words text[] not null default '{}',
    contact_name text, contact_email text, contact_phone text, country text, city text, territory_id ${id}, product_ids text[] not null default '{}',
    message text, source text, value_minor bigint, currency text ${currency('currency')},
    state text not null default 'new' ${oneOf('state', 'new', 'offered', 'accepted', 'declined', 'expired', 'converted', 'closed')},
    partner_id ${id}, member_id ${id}, offered_at timestamptz, answer_due_at timestamptz, answered_at timestamptz,
    reason text, reason_note text, deal_id ${id}, external_key ${id},
    ${within('territory_id', 'territories')}, ${within('partner_id', 'partners')}, ${memberOf('member_id')})`,
  `create table lead_offers (
    programme_id ${id} not null, id ${id} not null default new_id('off'), lead_id ${id} not null, partner_id ${id} not null, member_id ${id},
    offered_at ${instant}, answer_due_at timestamptz not null,
    outcome text ${oneOf('outcome', 'accepted', 'declined', 'expired', 'taken_back')}, outcome_at timestamptz, reason text, note text,
    primary key (programme_id, id), ${within('lead_id', 'leads')} on delete cascade, ${within('partner_id', 'partners')}, ${memberOf('member_id')})`,

  `create table deals (${record('deal')},
    name text not null, words text[] not null default '{}', partner_id ${id} not null, member_id ${id}, customer_id ${id}, customer_name text,
    lead_id ${id}, territory_id ${id},
    review text not null default 'draft' ${oneOf('review', 'draft', 'submitted', 'in_review', 'action_required', 'approved', 'rejected', 'withdrawn')},
    review_due_on date,
    stage text not null default 'prospect' ${oneOf('stage', 'prospect', 'qualified', 'technical_validation', 'business_validation', 'committed', 'closed_won', 'closed_lost')},
    stage_reason text,
    protection_state text not null default 'none' ${oneOf('protection_state', 'none', 'active', 'expiring', 'expired')},
    protection_starts_on date, protection_ends_on date,
    value_minor bigint, currency text not null ${currency('currency')}, close_on date, closed_on date, win_confirmed_at timestamptz,
    custom jsonb not null default '{}', note text, submitted_at timestamptz,
    decided_at timestamptz, decided_by ${id}, decision_reason text, decision_note text, external_key ${id},
    ${within('partner_id', 'partners')}, ${memberOf('member_id')}, ${within('territory_id', 'territories')}, ${within('lead_id', 'leads')},
    ${within('decided_by', 'members')},
    foreign key (programme_id, partner_id, customer_id) references customers (programme_id, partner_id, id))`,
  `alter table leads add ${within('deal_id', 'deals')}`,
  `create table deal_lines (
    programme_id ${id} not null, deal_id ${id} not null, position int not null, product_id ${id}, description text,
    quantity numeric(19, 4) not null, unit_price numeric(19, 4) not null, amount numeric(19, 4) not null,
    primary key (programme_id, deal_id, position), ${within('deal_id', 'deals')} on delete cascade, ${within('product_id', 'products')})`,
  `create table deal_partners (
    programme_id ${id} not null, deal_id ${id} not null, partner_id ${id} not null, member_id ${id},
    role text not null ${oneOf('role', 'lead', 'co_seller')}, share int not null default 100 check (share between 0 and 100), deal_updated_at ${instant},
    primary key (programme_id, deal_id, partner_id),
    ${within('deal_id', 'deals')} on delete cascade, ${within('partner_id', 'partners')}, ${memberOf('member_id')})`,

  // The vendor's links stand apart from the records: a policy hides rows, not columns.
  `create table customer_accounts (
    programme_id ${id} not null, customer_id ${id} not null, account_id ${id} not null, primary key (programme_id, customer_id),
    ${within('customer_id', 'customers')} on delete cascade, ${within('account_id', 'accounts')} on delete cascade)`,
  `create table deal_accounts (
    programme_id ${id} not null, deal_id ${id} not null, account_id ${id} not null, primary key (programme_id, deal_id),
    ${within('deal_id', 'deals')} on delete cascade, ${within('account_id', 'accounts')} on delete cascade)`,

  `create table history (
    programme_id ${id} not null references programmes, id ${id} not null default new_id('his'), at ${moment},
    record_type text not null, record_id ${id} not null, partner_id ${id}, owner_member_id ${id}, actor_role text not null, actor_member_id ${id},
    action text not null, changes jsonb not null default '{}', reason text, rule text, request_id text,
    audience text not null ${oneOf('audience', 'vendor', 'partner')}, primary key (programme_id, id))`,
  `create table outbox (
    programme_id ${id} not null references programmes, id ${id} not null default new_id('evt'), event text not null, payload jsonb not null,
    created_at ${moment}, delivered_at timestamptz, attempts int not null default 0, next_attempt_at ${instant}, primary key (programme_id, id))`,
  `create table idempotency_keys (
    programme_id ${id} not null, subject ${id} not null, operation ${id} not null, key ${id} not null, body_hash text not null,
    status int not null, headers jsonb not null, body text not null, created_at ${instant}, primary key (programme_id, subject, operation, key))`,
  `create table secret_keys (
    programme_id ${id} not null references programmes, id ${id} not null default new_id('key'), name text not null, hash text not null, scopes text[],
    created_at ${instant}, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz, primary key (programme_id, id))`,
  `create table sessions (
    programme_id ${id} not null, id ${id} not null default new_id('ses'), member_id ${id} not null, partner_id ${id}, role text not null,
    origins text[] not null, scopes text[], issued_at ${instant}, expires_at timestamptz not null, revoked_at timestamptz,
    primary key (programme_id, id), ${within('member_id', 'members')})`,
  `create table signing_keys (kid text primary key, secret text not null, created_at ${instant}, retired_at timestamptz)`,
  // Lost in a crash, and no harm done: the counts begin again.
  `create unlogged table rate_counters (
    programme_id ${id} not null, subject ${id} not null, window_start timestamptz not null, count int not null,
    primary key (programme_id, subject, window_start))`,

  ...externalKeys,
];

/** For each list its sort columns and the id; for each clock what is due; for the dashboards the days they add up by. */
export const indexes: readonly string[] = [
  'partners (programme_id, name_sort, id)',
  'members (programme_id, name_sort, id)',
  'members (programme_id, partner_id, name_sort, id)',
  'members (programme_id, email)',
  'products (programme_id, name_sort, id)',
  'territories (programme_id, name_sort, id)',
  'accounts (programme_id, name_sort, id)',
  'accounts (programme_id, domain)',
  'customers (programme_id, name_sort, id)',
  'customers (programme_id, city_sort, id)',
  'customers (programme_id, updated_at, id)',
  'customers (programme_id, partner_id, name_sort, id)',
  'customers (programme_id, partner_id, city_sort, id)',
  'customers (programme_id, partner_id, updated_at, id)',
  'customers (programme_id, owner_member_id, name_sort, id)',
  'customer_accounts (programme_id, account_id)',
  'contacts (programme_id, customer_id, position)',
  'leads (programme_id, created_at, id)',
  'leads (programme_id, partner_id, created_at, id)',
  `leads (answer_due_at) where state = 'offered'`,
  `leads (programme_id, created_at) where state in ('new', 'declined', 'expired')`,
  'lead_offers (programme_id, lead_id, offered_at)',
  'lead_offers (programme_id, partner_id, answer_due_at)',
  'deals (programme_id, updated_at, id)',
  'deals (programme_id, partner_id, updated_at, id)',
  'deals (programme_id, review, updated_at, id)',
  'deals (programme_id, customer_id)',
  'deals (programme_id, lead_id)',
  'deals (programme_id, closed_on) where closed_on is not null',
  'deals (programme_id, partner_id, closed_on) where closed_on is not null',
  'deals (programme_id, submitted_at) where submitted_at is not null',
  `deals (programme_id, partner_id) where review = 'approved' and stage not in ('closed_won', 'closed_lost')`,
  `deals (programme_id, updated_at) where review = 'approved' and stage = 'closed_won' and win_confirmed_at is null`,
  `deals (protection_ends_on) where protection_state in ('active', 'expiring')`,
  'deal_lines (programme_id, product_id)',
  'deal_partners (programme_id, partner_id, deal_updated_at desc, deal_id)',
  'deal_accounts (programme_id, account_id)',
  'history (programme_id, record_id, at, id)',
  'history (programme_id, at, id)',
  'history (programme_id, partner_id, at, id)',
  'outbox (created_at, id) where delivered_at is null',
  'outbox (delivered_at) where delivered_at is not null',
  'idempotency_keys (created_at)',
  // The gate finds a key before it knows the programme.
  'secret_keys (id)',
  'sessions (programme_id, member_id)',
  'sessions (expires_at)',
  'rate_counters (window_start)',
].map((index) => `create index on ${index}`);
