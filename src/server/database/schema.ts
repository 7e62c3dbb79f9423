import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ProgrammeRules, ProgrammeSettings } from '../../contract/index.js';

/** Set by the database's clock; a Date in reading. */
type Instant = ColumnType<Date, Date | string | undefined, Date | string>;
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Written as JSON text. */
type Json<T extends object> = JSONColumnType<T, string, string>;
type DefaultedJson<T extends object> = ColumnType<T, string | undefined, string>;

/** What every record's table has. */
interface RecordTable {
  programme_id: string;
  id: Generated<string>;
  version: Defaulted<number>;
  created_at: Instant;
  updated_at: Instant;
}

interface NamedTable extends RecordTable {
  name: string;
  /** Normalised: lower case, no accents, single spaces. */
  name_sort: string;
  /** Normalised words to be found by; the database keeps them in the table of words beside. */
  words: Defaulted<string[]>;
  external_key: Optional<string>;
}

interface ProgrammesTable extends Omit<RecordTable, 'programme_id'> {
  name: string; currency: string; time_zone: string; settings: Json<ProgrammeSettings>;
}
interface PartnersTable extends NamedTable {
  kind: string; status: Defaulted<string>; parent_id: Optional<string>; tier: Optional<string>; country: Optional<string>; city: Optional<string>;
  territory_ids: Defaulted<string[]>;
}
interface MembersTable extends NamedTable { partner_id: Optional<string>; role: string; email: string; status: Defaulted<string>; locale: Optional<string> }
interface ProductsTable extends NamedTable { code: Optional<string>; category: Optional<string>; list_price_minor: Optional<number>; currency: Optional<string>; status: Defaulted<string> }
interface TerritoriesTable extends NamedTable { region: Optional<string>; country: Optional<string> }
interface AccountsTable extends NamedTable {
  domain: Optional<string>; country: Optional<string>; city: Optional<string>; tax_number: Optional<string>; street: Optional<string>; postal_code: Optional<string>;
}
/** What accounts are matched by; see 0003-matching. A row without a form is still to be read. */
interface AccountMatchingTable {
  programme_id: string; account_id: string; form: Optional<string>; keys: Defaulted<string[]>; domain: Optional<string>; tax_number: Optional<string>; address: Optional<string>;
}
interface AccountNamesTable { programme_id: string; form: string; accounts: number }
interface AccountNameKeysTable { programme_id: string; key: string; rank: number; form: string }
interface AccountNameWordsTable { programme_id: string; sound: string; names: number }
interface AccountNameSpellingsTable { programme_id: string; key: string; sound: string }
interface CustomersTable extends NamedTable {
  partner_id: string; owner_member_id: Optional<string>; domain: Optional<string>; country: Optional<string>; city: Optional<string>; city_sort: Defaulted<string>;
  street: Optional<string>; postal_code: Optional<string>; state: Optional<string>; phone: Optional<string>; industry: Optional<string>;
  lifecycle: Defaulted<string>; note: Optional<string>; tax_number: Optional<string>;
}
interface ContactsTable {
  programme_id: string; id: Generated<string>; customer_id: string; position: number; name: string; email: Optional<string>; phone: Optional<string>; title: Optional<string>;
}
interface LeadsTable extends RecordTable {
  company: string; subject: string; words: Defaulted<string[]>; contact_name: Optional<string>; contact_email: Optional<string>; contact_phone: Optional<string>; city: Optional<string>; country: Optional<string>; message: Optional<string>; source: Optional<string>;
  value_minor: Optional<number>; currency: Optional<string>; territory_id: Optional<string>; product_ids: Defaulted<string[]>; state: Defaulted<string>;
  partner_id: Optional<string>; member_id: Optional<string>; offered_at: MaybeInstant; answer_due_at: MaybeInstant; answered_at: MaybeInstant;
  reason: Optional<string>; reason_note: Optional<string>; deal_id: Optional<string>; external_key: Optional<string>;
}
interface LeadOffersTable {
  programme_id: string; id: Generated<string>; lead_id: string; offered_at: Instant; partner_id: string; member_id: Optional<string>; answer_due_at: ColumnType<Date, Date | string, Date | string>;
  outcome: Optional<string>; outcome_at: MaybeInstant; reason: Optional<string>; note: Optional<string>;
}
interface DealsTable extends RecordTable {
  name: string; name_sort: Generated<string>; words: Defaulted<string[]>;
  /** The partner that leads the deal and its seller; the lead's row in `deal_partners` follows them. */
  partner_id: string; member_id: Optional<string>;
  customer_id: Optional<string>; customer_name: Optional<string>; lead_id: Optional<string>; review: Defaulted<string>; stage: Defaulted<string>; stage_reason: Optional<string>;
  protection_state: Defaulted<string>; protection_starts_on: Optional<string>; protection_ends_on: Optional<string>;
  value_minor: Optional<number>; currency: string; close_on: Optional<string>; closed_on: Optional<string>; win_confirmed_at: MaybeInstant; territory_id: Optional<string>;
  custom: DefaultedJson<Record<string, unknown>>; note: Optional<string>; project: Optional<string>; asked_fields: Defaulted<string[]>; submitted_at: MaybeInstant; review_due_on: Optional<string>;
  decided_at: MaybeInstant; decided_by: Optional<string>; decision_note: Optional<string>; decision_reason: Optional<string>; external_key: Optional<string>;
}
interface DealPartnersTable {
  programme_id: string; deal_id: string; partner_id: string; member_id: Optional<string>; role: string; share: Defaulted<number>; deal_updated_at: Instant;
}
interface DealLinesTable {
  programme_id: string; deal_id: string; position: number; product_id: Optional<string>; description: Optional<string>;
  /** Decimals as text, four places. */
  quantity: string; unit_price: string; amount: string;
}
interface FilesTable extends RecordTable {
  /** Whose it is: the uploader's company and the uploader; both empty for the vendor's back end. */
  partner_id: Optional<string>; member_id: Optional<string>; deal_id: Optional<string>;
  name: string; size: number; media_type: string; sha256: Optional<string>; state: Defaulted<string>; refusal: Optional<string>;
  /** Where its content is in the store, while it has any. */
  content_key: Optional<string>;
  /** When somebody may take up the scan: whoever scans now has put this ahead. */
  scan_after: MaybeInstant;
}
interface ContentsToRemoveTable { programme_id: string; key: string; due_at: Instant }
interface CustomerAccountsTable { programme_id: string; customer_id: string; account_id: string }
interface DealAccountsTable { programme_id: string; deal_id: string; account_id: string }
/** Kept by triggers from the records' `words`. */
interface WordsTable { programme_id: string; partner_id: string | null; member_id: string | null; word: string; record_id: string }
/** What the vendor found out about a registration and who looks after it; no partner sees a row. */
interface DealReviewsTable {
  programme_id: string; deal_id: string; reviewer_id: Optional<string>; assessed_at: MaybeInstant; rules_version: Defaulted<number>; findings: Defaulted<string[]>;
  conflicts: Defaulted<number>; automatic_rule: Optional<string>;
}
interface DealDecisionsTable {
  programme_id: string; id: Generated<string>; deal_id: string; kind: string; by_member_id: Optional<string>; by_role: string; rule: Optional<string>; rules_version: number;
  decided_at: Instant; applies_at: MaybeInstant; applied_at: MaybeInstant; undone_at: MaybeInstant; undone_reason: Optional<string>; protection_days: Optional<number>;
  account_id: Optional<string>; reason: Optional<string>; note: Optional<string>; fields: Defaulted<string[]>;
}
interface DealApprovalsTable { programme_id: string; decision_id: string; member_id: string; position: number; approved_at: MaybeInstant }
interface DealExtensionsTable {
  programme_id: string; id: Generated<string>; deal_id: string; partner_id: string; state: Defaulted<string>; days: number; granted_days: Optional<number>; reason: string;
  note: Optional<string>; requested_at: Instant; requested_by: Optional<string>; decided_at: MaybeInstant; decided_by: Optional<string>;
}
interface DealMessagesTable { programme_id: string; id: Generated<string>; deal_id: string; partner_id: string; at: Instant; side: string; member_id: Optional<string>; text: string }
interface SavedViewsTable extends RecordTable { member_id: string; list: string; name: string; query: Json<Record<string, string>> }
interface ProgrammeRulesTable { programme_id: string; version: number; changed_at: Instant; changed_by: Optional<string>; note: Optional<string>; rules: Json<ProgrammeRules> }
interface AvailabilityChecksTable { programme_id: string; partner_id: string; day: string; count: number }
interface HistoryTable {
  programme_id: string; id: Generated<string>; at: Instant; record_type: string; record_id: string; partner_id: Optional<string>; owner_member_id: Optional<string>;
  actor_member_id: Optional<string>; actor_role: string; action: string; changes: DefaultedJson<Record<string, { from: unknown; to: unknown }>>;
  reason: Optional<string>; rule: Optional<string>; request_id: Optional<string>; audience: string;
}
interface OutboxTable { programme_id: string; id: Generated<string>; event: string; payload: Json<Record<string, unknown>>; created_at: Instant; delivered_at: MaybeInstant; attempts: Defaulted<number>; next_attempt_at: Instant }
interface IdempotencyKeysTable {
  programme_id: string; subject: string; operation: string; key: string; body_hash: string; status: number; headers: Json<Record<string, string>>; body: string; created_at: Instant;
}
interface SecretKeysTable { programme_id: string; id: Generated<string>; name: string; hash: string; scopes: Optional<string[]>; created_at: Instant; expires_at: MaybeInstant; revoked_at: MaybeInstant; last_used_at: MaybeInstant }
interface SessionsTable {
  programme_id: string; id: Generated<string>; member_id: string; partner_id: Optional<string>; role: string; origins: string[]; scopes: Optional<string[]>;
  issued_at: Instant; expires_at: ColumnType<Date, Date | string, Date | string>; revoked_at: MaybeInstant;
}
interface SigningKeysTable { kid: string; secret: string; created_at: Instant; retired_at: MaybeInstant }
interface RateCountersTable { programme_id: string; subject: string; window_start: Date; count: number }
interface NoticesTable {
  programme_id: string; id: Generated<string>; member_id: string; event_id: string; kind: string; record_type: string; record_id: string;
  params: DefaultedJson<Record<string, string | number>>; at: Instant; read_at: MaybeInstant;
}
interface NoticeEmailsTable {
  programme_id: string; notice_id: string; created_at: Instant; attempts: Defaulted<number>; next_attempt_at: Instant; ended_at: MaybeInstant; outcome: Optional<string>;
}
interface NoticePreferencesTable { programme_id: string; member_id: string; kind: string; email: boolean }
interface RemindersTable { programme_id: string; record_id: string; reminder: string; days: number; due_on: string; created_at: Instant }
interface UnsubscribeKeysTable { programme_id: string; secret: string; created_at: Instant }
interface MigrationsTable { name: string; hash: string; applied_at: Instant }

/** The tables, as Kysely knows them. The migrations are what makes them. */
export interface Database {
  programmes: ProgrammesTable; partners: PartnersTable; members: MembersTable; products: ProductsTable; territories: TerritoriesTable; accounts: AccountsTable;
  account_matching: AccountMatchingTable; account_names: AccountNamesTable; account_name_keys: AccountNameKeysTable; account_name_words: AccountNameWordsTable;
  account_name_spellings: AccountNameSpellingsTable;
  customers: CustomersTable; contacts: ContactsTable; leads: LeadsTable; lead_offers: LeadOffersTable; deals: DealsTable; deal_partners: DealPartnersTable;
  deal_lines: DealLinesTable; customer_accounts: CustomerAccountsTable; deal_accounts: DealAccountsTable;
  deal_reviews: DealReviewsTable; deal_decisions: DealDecisionsTable; deal_approvals: DealApprovalsTable; deal_extensions: DealExtensionsTable;
  deal_messages: DealMessagesTable; saved_views: SavedViewsTable; programme_rules: ProgrammeRulesTable; availability_checks: AvailabilityChecksTable;
  files: FilesTable; contents_to_remove: ContentsToRemoveTable;
  partner_words: WordsTable; member_words: WordsTable; product_words: WordsTable; territory_words: WordsTable; account_words: WordsTable;
  customer_words: WordsTable; lead_words: WordsTable; deal_words: WordsTable;
  history: HistoryTable; outbox: OutboxTable; idempotency_keys: IdempotencyKeysTable; secret_keys: SecretKeysTable; sessions: SessionsTable;
  signing_keys: SigningKeysTable; rate_counters: RateCountersTable; notices: NoticesTable; notice_emails: NoticeEmailsTable;
  notice_preferences: NoticePreferencesTable; reminders: RemindersTable; unsubscribe_keys: UnsubscribeKeysTable; prmkit_migrations: MigrationsTable;
}
