import { sql, type SelectQueryBuilder } from 'kysely';
import type { ProgrammeRules, RulesRecord } from '../../contract/index.js';
import type { Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { defaultRules } from './defaults.js';

export interface RulesRow {
  version: number;
  changedAt: Date;
  changedBy: string | null;
  note: string | null;
  rules: ProgrammeRules;
}

type Versions = SelectQueryBuilder<{ r: Database['programme_rules'] }, 'r', object>;

export const selectVersions = (tx: Tx, programmeId: string): Versions => tx.selectFrom('programme_rules as r').where('r.programme_id', '=', programmeId) as unknown as Versions;

export const versionColumns = [
  'r.version', 'r.changed_at', 'r.note', 'r.rules',
  sql<string | null>`(select m.name from members m where m.programme_id = r.programme_id and m.id = r.changed_by)`.as('changed_by_name'),
] as const;

/** The rules as they are now. A programme that never changed any is at version 1, the default. */
export async function readRules(tx: Tx, programmeId: string): Promise<RulesRow> {
  const row = await selectVersions(tx, programmeId).select([...versionColumns]).orderBy('r.version', 'desc').limit(1).executeTakeFirst();
  if (row) return { version: row.version, changedAt: row.changed_at, changedBy: row.changed_by_name, note: row.note, rules: { ...defaultRules, ...row.rules } };
  const { created_at: changedAt } = await tx.selectFrom('programmes').select('created_at').where('id', '=', programmeId).executeTakeFirstOrThrow();
  return { version: 1, changedAt, changedBy: null, note: null, rules: defaultRules };
}

export const presentVersion = (row: RulesRow): Omit<RulesRecord, 'actions'> => ({ ...row, changedAt: row.changedAt.toISOString() });

/** Writes the next version; the one before it too, where that was the default and so never written. The caller holds the programme. */
export async function storeRules(tx: Tx, programmeId: string, before: RulesRow, rules: ProgrammeRules, by: { memberId: string | null; note: string | null }): Promise<void> {
  const base = { programme_id: programmeId };
  await tx.insertInto('programme_rules')
    .values({ ...base, version: before.version, changed_at: before.changedAt, rules: JSON.stringify(before.rules) })
    .onConflict((conflict) => conflict.columns(['programme_id', 'version']).doNothing()).execute();
  await tx.insertInto('programme_rules').values({ ...base, version: before.version + 1, changed_by: by.memberId, note: by.note, rules: JSON.stringify(rules) }).execute();
}
