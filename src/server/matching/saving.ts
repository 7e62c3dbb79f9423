import { sql, type Kysely } from 'kysely';
import type { Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { inBatches } from '../jobs/batches.js';
import { addressKey } from './addresses.js';
import { registrableDomain } from './domains.js';
import { keysOf } from './keys.js';
import { readName, writeForm } from './names.js';
import { plainTaxNumber } from './tax-numbers.js';

/** What of an account it is matched by. */
export interface MatchedBy {
  id: string;
  name: string;
  domain: string | null;
  country: string | null;
  tax_number: string | null;
  street: string | null;
  postal_code: string | null;
}

export function matchingOf({ id, name, domain, street, postal_code, tax_number }: MatchedBy) {
  const words = readName(name);
  return {
    account_id: id, form: writeForm(words), keys: keysOf(words), domain: registrableDomain(domain) ?? null,
    tax_number: plainTaxNumber(tax_number) ?? null, address: addressKey({ street, postalCode: postal_code }) ?? null,
  };
}

/** Makes accounts that were just written findable. The database has a row for each already, and does the rest. */
export async function saveMatching(tx: Tx, programmeId: string, accounts: readonly MatchedBy[]): Promise<void> {
  if (!accounts.length) return;
  await sql`update account_matching m set form = r.form, keys = r.keys, domain = r.domain, tax_number = r.tax_number, address = r.address
    from jsonb_to_recordset(${JSON.stringify(accounts.map(matchingOf))}::jsonb) as r (account_id text, form text, keys text[], domain text, tax_number text, address text)
    where m.programme_id = ${programmeId} and m.account_id = r.account_id`.execute(tx);
}

const batch = 500;

/** Reads accounts that were written past the service, or before it could match them. */
export const readUnmatched = (db: Kysely<Database>): Promise<void> => inBatches(db, async (tx) => {
  const unread = await tx.selectFrom('account_matching as m')
    .innerJoin('accounts as a', (join) => join.onRef('a.programme_id', '=', 'm.programme_id').onRef('a.id', '=', 'm.account_id'))
    .select(['a.programme_id', 'a.id', 'a.name', 'a.domain', 'a.country', 'a.tax_number', 'a.street', 'a.postal_code'])
    .where('m.form', 'is', null).orderBy('m.programme_id').orderBy('m.account_id').limit(batch).forUpdate('m').skipLocked().execute();
  const programmes = new Map<string, MatchedBy[]>();
  for (const account of unread) programmes.set(account.programme_id, [...(programmes.get(account.programme_id) ?? []), account]);
  for (const [programmeId, accounts] of programmes) await saveMatching(tx, programmeId, accounts);
  return unread.length;
}, batch);
