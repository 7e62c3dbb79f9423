import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ProgrammeSettings } from '../../contract/index.js';

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
interface AccountsTable extends NamedTable { domain: Optional<string>; country: Optional<string>; city: Optional<string> }
interface CustomersTable extends NamedTable {
  partner_id: string; owner_member_id: Optional<string>; domain: Optional<string>; country: Optional<string>; city: Optional<string>; city_sort: Defaulted<string>;
  street: Optional<string>; postal_code: Optional<string>; state: Optional<string>; phone: Optional<string>; industry: Optional<string>;
  lifecycle: Defaulted<string>; note: Optional<string>;
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
  name: string; words: Defaulted<string[]>;
  /** The partner that leads the deal and its seller; the lead's row in `deal_partners` follows them. */
  partner_id: string; member_id: Optional<string>;
  customer_id: Optional<string>; customer_name: Optional<string>; lead_id: Optional<string>; review: Defaulted<string>; stage: Defaulted<string>; stage_reason: Optional<string>;
  protection_state: Defaulted<string>; protection_starts_on: Optional<string>; protection_ends_on: Optional<string>;
  value_minor: Optional<number>; currency: string; close_on: Optional<string>; closed_on: Optional<string>; win_confirmed_at: MaybeInstant; territory_id: Optional<string>;
  custom: DefaultedJson<Record<string, unknown>>; note: Optional<string>; submitted_at: MaybeInstant; review_due_on: Optional<string>;
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
interface CustomerAccountsTable { programme_id: string; customer_id: string; account_id: string }
interface DealAccountsTable { programme_id: string; deal_id: string; account_id: string }
/** Kept by triggers from the records' `words`. */
interface WordsTable { programme_id: string; partner_id: string | null; member_id: string | null; word: string; record_id: string }
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
interface MigrationsTable { name: string; hash: string; applied_at: Instant }

/** The tables, as Kysely knows them. The migrations are what makes them. */
export interface Database {
  programmes: ProgrammesTable; partners: PartnersTable; members: MembersTable; products: ProductsTable; territories: TerritoriesTable; accounts: AccountsTable;
  customers: CustomersTable; contacts: ContactsTable; leads: LeadsTable; lead_offers: LeadOffersTable; deals: DealsTable; deal_partners: DealPartnersTable;
  deal_lines: DealLinesTable; customer_accounts: CustomerAccountsTable; deal_accounts: DealAccountsTable; 
  partner_words: WordsTable; member_words: WordsTable; product_words: WordsTable; territory_words: WordsTable; account_words: WordsTable;
  customer_words: WordsTable; lead_words: WordsTable; deal_words: WordsTable;
  history: HistoryTable; outbox: OutboxTable; idempotency_keys: IdempotencyKeysTable; secret_keys: SecretKeysTable; sessions: SessionsTable;
  signing_keys: SigningKeysTable; rate_counters: RateCountersTable; prmkit_migrations: MigrationsTable;
}
