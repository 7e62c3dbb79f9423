import { sql } from 'kysely';
import type { Tx } from '../call.js';

export type KeyedTable = 'partners' | 'members' | 'products' | 'territories' | 'customers' | 'leads' | 'deals';

/** A record found by its external key, and what rules ask of it. */
export interface KeyedRecord {
  id: string;
  key: string;
  name: string | null;
  /** Of members and customers. */
  partnerId: string | null;
  city: string | null;
  country: string | null;
}

const extras: Record<KeyedTable, string> = {
  partners: 'name, null as "partnerId", city, country',
  members: 'name, partner_id as "partnerId", null as city, null as country',
  customers: 'name, partner_id as "partnerId", city, country',
  products: 'name, null as "partnerId", null as city, null as country',
  territories: 'name, null as "partnerId", null as city, null as country',
  leads: 'null as name, null as "partnerId", null as city, null as country',
  deals: 'name, partner_id as "partnerId", null as city, null as country',
};

/** Records by their external keys: one query for each table, however many rows name them. */
export class Keys {
  #found = new Map<KeyedTable, Map<string, KeyedRecord>>();

  /** Looks these keys up, besides those known already. */
  async load(tx: Tx, programmeId: string, table: KeyedTable, keys: Iterable<string>): Promise<void> {
    const known = this.#found.get(table) ?? new Map<string, KeyedRecord>();
    this.#found.set(table, known);
    const wanted = [...new Set(keys)].filter((key) => !known.has(key));
    if (!wanted.length) return;
    const { rows } = await sql<KeyedRecord>`
      select id, external_key as key, ${sql.raw(extras[table])} from ${sql.table(table)}
      where programme_id = ${programmeId} and external_key = any(${wanted})`.execute(tx);
    for (const row of rows) known.set(row.key, row);
  }

  get(table: KeyedTable, key: string | undefined): KeyedRecord | undefined {
    return key === undefined ? undefined : this.#found.get(table)?.get(key);
  }

  /** The same, for a key that was checked before. */
  must(table: KeyedTable, key: string): KeyedRecord {
    const record = this.get(table, key);
    if (!record) throw new Error(`An import wrote a row whose ${table} key was not checked.`);
    return record;
  }
}
