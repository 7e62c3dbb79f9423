import { all, company, isVendor, policies, setting, vendorOnly, vendorOr, withParent } from './0001-policies.js';
import { id, instant, moment, oneOf, within } from './0001-tables.js';
import type { Migration } from './migration.js';

const dealId = `deal_id ${id} not null, ${within('deal_id', 'deals')} on delete cascade`;

/** What the vendor keeps about a registration stands apart from it: a policy hides rows, not columns, and a deal's version must not tell of it. */
const tables: readonly string[] = [
  `alter table deals add project text, add asked_fields text[] not null default '{}'`,
  'alter table customers add tax_number text',
  // What deals are sorted by name by, as sortKey makes it: the database keeps it by itself, whoever writes a deal.
  `alter table deals add name_sort text collate "C" not null generated always as (lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g') collate "C")) stored`,
  'create index on deals (programme_id, name_sort, id)',
  'create index on deals (programme_id, coalesce(value_minor, -1), id)',
  `create index on deals (programme_id, coalesce(close_on, '9999-12-31'::date), id)`,
  `create table deal_reviews (
    programme_id ${id} not null, ${dealId}, reviewer_id ${id}, assessed_at timestamptz, rules_version int not null default 1,
    findings text[] not null default '{}', conflicts int not null default 0, automatic_rule text,
    primary key (programme_id, deal_id), ${within('reviewer_id', 'members')})`,
  `create table deal_decisions (
    programme_id ${id} not null, id ${id} not null default new_id('dec'), ${dealId},
    kind text not null ${oneOf('kind', 'approve', 'reject', 'request_action')}, by_member_id ${id}, by_role text not null, rule text, rules_version int not null,
    decided_at ${instant}, applies_at timestamptz, applied_at timestamptz, undone_at timestamptz, undone_reason text,
    protection_days int, account_id ${id}, reason text, note text, fields text[] not null default '{}',
    primary key (programme_id, id), ${within('by_member_id', 'members')}, ${within('account_id', 'accounts')})`,
  // One decision waits at a time. Vendor's rows only: no partner's insert can probe this.
  `create unique index deal_decisions_pending on deal_decisions (programme_id, deal_id) where applied_at is null and undone_at is null`,
  `create index on deal_decisions (applies_at) where applied_at is null and undone_at is null`,
  `create index on deal_decisions (programme_id, deal_id, decided_at)`,
  `create table deal_approvals (
    programme_id ${id} not null, decision_id ${id} not null, member_id ${id} not null, position int not null, approved_at timestamptz,
    primary key (programme_id, decision_id, member_id), ${within('decision_id', 'deal_decisions')} on delete cascade, ${within('member_id', 'members')})`,
  `create table deal_extensions (
    programme_id ${id} not null, id ${id} not null default new_id('ext'), ${dealId}, partner_id ${id} not null,
    state text not null default 'requested' ${oneOf('state', 'requested', 'granted', 'refused')}, days int not null, granted_days int,
    reason text not null, note text, requested_at ${instant}, requested_by ${id}, decided_at timestamptz, decided_by ${id},
    primary key (programme_id, id), ${within('partner_id', 'partners')}, ${within('requested_by', 'members')}, ${within('decided_by', 'members')})`,
  `create unique index deal_extensions_open on deal_extensions (programme_id, deal_id) where state = 'requested'`,
  `create index on deal_extensions (programme_id, deal_id, requested_at)`,
  `create table deal_messages (
    programme_id ${id} not null, id ${id} not null default new_id('msg'), ${dealId}, partner_id ${id} not null, at ${moment},
    side text not null ${oneOf('side', 'partner', 'vendor')}, member_id ${id}, text text not null,
    primary key (programme_id, id), ${within('partner_id', 'partners')}, ${within('member_id', 'members')})`,
  `create index on deal_messages (programme_id, deal_id, at, id)`,
  `create index on deal_messages (programme_id, at, id)`,
  `create table saved_views (
    programme_id ${id} not null, id ${id} not null default new_id('view'), version int not null default 1, created_at ${instant}, updated_at ${instant},
    member_id ${id} not null, list text not null, name text not null, query jsonb not null,
    primary key (programme_id, id), unique (programme_id, member_id, list, name), ${within('member_id', 'members')})`,
  `create trigger saved_views_touch before update on saved_views for each row execute function touch()`,
  `create table programme_rules (
    programme_id ${id} not null references programmes, version int not null, changed_at ${instant}, changed_by ${id}, note text, rules jsonb not null,
    primary key (programme_id, version), ${within('changed_by', 'members')})`,
  `create table availability_checks (
    programme_id ${id} not null, partner_id ${id} not null, day date not null, count int not null,
    primary key (programme_id, partner_id, day), ${within('partner_id', 'partners')})`,
  `create index on deals (programme_id, review_due_on, id) where review in ('submitted', 'in_review')`,
  // Settings that programmes made before did not have.
  `update programmes set settings = jsonb_set(settings, '{protection}', '{"extensionDays": 30, "maxExtensions": 2}'::jsonb || (settings -> 'protection'))
    || jsonb_build_object('disclosure', coalesce(settings -> 'disclosure', '{"mode": "none", "dailyQuota": 10}'::jsonb))`,
];

/** Only the partner that leads a deal talks about it with the vendor: a co-seller does not learn who leads. */
const dealsLead = (table: string) => vendorOr(`(${company} and ${withParent(table, 'deal_id', 'deals')})`);
const ofMember = `member_id = ${setting('member')}`;

const access = [
  { table: 'deal_reviews', ...all(isVendor) },
  { table: 'deal_decisions', ...vendorOnly },
  { table: 'deal_approvals', ...all(isVendor) },
  { table: 'deal_extensions', see: dealsLead('deal_extensions'), add: dealsLead('deal_extensions'), change: isVendor },
  { table: 'deal_messages', see: dealsLead('deal_messages'), add: dealsLead('deal_messages') },
  { table: 'saved_views', ...all(ofMember) },
  { table: 'programme_rules', see: isVendor, add: isVendor },
  { table: 'availability_checks' },
];

/**
 * Protection is unique per account and scope, and the database holds that by itself: whoever protects a deal, or joins a protected one to an
 * account, holds the account first and then looks for another that is protected. Two at once wait for each other, and the second finds the first.
 */
const guard: readonly string[] = [
  `create function products_overlap(programme text, one text, other text) returns boolean language sql stable as $$
    select not exists (select from deal_lines where programme_id = programme and deal_id = one and product_id is not null)
      or not exists (select from deal_lines where programme_id = programme and deal_id = other and product_id is not null)
      or exists (select from deal_lines a join deal_lines b on b.programme_id = a.programme_id and b.product_id = a.product_id
        where a.programme_id = programme and a.deal_id = one and b.deal_id = other)
  $$`,
  // Of two texts or territories only those that are both named can differ.
  `create function claims_overlap(one deals, other deals) returns boolean language sql stable as $$
    select products_overlap(one.programme_id, one.id, other.id)
      and not (narrowed.by ? 'territory' and coalesce(one.territory_id <> other.territory_id, false))
      and not (narrowed.by ? 'project' and coalesce(lower(btrim(one.project)) <> lower(btrim(other.project)), false))
    from (select coalesce((select rules -> 'conflictsNarrowedBy' from programme_rules where programme_id = one.programme_id order by version desc limit 1), '[]'::jsonb) as by) as narrowed
  $$`,
  `create function is_protected(deal deals) returns boolean language sql stable as $$
    select deal.review = 'approved' and deal.protection_state in ('active', 'expiring') and deal.stage <> 'closed_lost'
      and deal.protection_ends_on >= (select (now() at time zone g.time_zone)::date from programmes g where g.id = deal.programme_id)
  $$`,
  `create function guard_protection() returns trigger language plpgsql as $$
  declare
    mine deals;
    account text;
  begin
    if tg_table_name = 'deal_accounts' then
      select * into mine from deals where programme_id = new.programme_id and id = new.deal_id;
      account := new.account_id;
    else
      mine := new;
      select account_id into account from deal_accounts where programme_id = new.programme_id and deal_id = new.id;
    end if;
    if account is null or not is_protected(mine) then return null; end if;
    perform from accounts where programme_id = mine.programme_id and id = account for no key update;
    if exists (
      select from deal_accounts l join deals d on d.programme_id = l.programme_id and d.id = l.deal_id
      where l.programme_id = mine.programme_id and l.account_id = account and d.id <> mine.id and d.partner_id <> mine.partner_id and is_protected(d) and claims_overlap(mine, d)
    ) then
      raise exception using errcode = 'PRM01', message = 'Another deal is protected at this account.';
    end if;
    return null;
  end $$`,
  `create trigger deals_guard_protection after update of protection_state, protection_ends_on, review, stage on deals for each row
    when (new.protection_state in ('active', 'expiring') and (old.protection_state not in ('active', 'expiring') or new.protection_ends_on is distinct from old.protection_ends_on
      or old.review <> new.review or (old.stage = 'closed_lost' and new.stage <> 'closed_lost')))
    execute function guard_protection()`,
  `create trigger deal_accounts_guard_protection after insert or update on deal_accounts for each row execute function guard_protection()`,
];

export const dealProcess: Migration = { name: '0006-deal-process', statements: [...tables, ...access.flatMap(policies), ...guard] };
