import { sql, type Kysely, type Transaction } from 'kysely';
import type { Role } from '../../contract/index.js';
import type { Database } from './schema.js';

/** What the policies need to know of a caller. */
export interface TenantCaller {
  role: Role;
  programmeId: string;
  partnerId: string | null;
  memberId: string | null;
  /** Whose idempotency keys: the member's, or the key's. */
  subject: string;
}

type Work<T> = (tx: Transaction<Database>) => Promise<T>;

/** Longest that one statement of a request may take on PostgreSQL; PGlite takes no notice. */
const statementTimeout = '15s';

/** Does the work in one transaction in which the caller's policies hold. Role and settings cost one round trip and end with the transaction. */
export const inTenant = <T>(db: Kysely<Database>, caller: TenantCaller, readOnly: boolean, work: Work<T>): Promise<T> =>
  inRole(db, 'prmkit_app', caller, readOnly, work);

/** The same with the service's own role, for the rooms that open and close the gate: no policy stands behind these, so each query names the programme. */
export const inService = <T>(db: Kysely<Database>, caller: TenantCaller, readOnly: boolean, work: Work<T>): Promise<T> =>
  inRole(db, 'prmkit_service', caller, readOnly, work);

// Read-only is a setting like the others: Kysely's PGlite driver takes no notice of an access mode.
const inRole = <T>(db: Kysely<Database>, role: string, caller: TenantCaller, readOnly: boolean, work: Work<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select
      set_config('prmkit.programme', ${caller.programmeId}, true), set_config('prmkit.partner', ${caller.partnerId ?? ''}, true),
      set_config('prmkit.member', ${caller.memberId ?? ''}, true), set_config('prmkit.role', ${caller.role}, true),
      set_config('prmkit.subject', ${caller.subject}, true), set_config('statement_timeout', ${statementTimeout}, true),
      set_config('transaction_read_only', ${readOnly ? 'on' : 'off'}, true), set_config('role', ${role}, true)`.execute(tx);
    return work(tx);
  });

/**
 * One step of a request with the service's role: what a partner's action brings about but the partner itself may not do, such as giving a
 * declined lead back to the vendor. Only for a record that was first found under the caller's own policies; never for a query whose answer is shown.
 */
export async function asService<T>(tx: Transaction<Database>, step: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'prmkit_service', true)`.execute(tx);
  const result = await step();
  // Not in a `finally`: after an error the transaction is over, and its role with it.
  await sql`select set_config('role', 'prmkit_app', true)`.execute(tx);
  return result;
}
