import { sql } from 'kysely';
import type { Programme, ProgrammeSettings } from '../../contract/index.js';
import type { Tx } from '../call.js';
import type { Caller } from '../caller.js';
import { dayIn } from '../database/days.js';
import { mayChange } from './rules.js';

export interface ProgrammeRow {
  id: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  name: string;
  currency: string;
  time_zone: string;
  settings: ProgrammeSettings;
  /** The day it is in the programme's zone, by the database's clock. */
  today: string;
  /** The database's clock. */
  now: Date;
}

/** The programme with its rules and the day it is there. */
export const readProgramme = (tx: Tx, programmeId: string): Promise<ProgrammeRow> =>
  tx.selectFrom('programmes')
    .select(['id', 'version', 'created_at', 'updated_at', 'name', 'currency', 'time_zone', 'settings'])
    .select(sql<string>`${dayIn(sql.ref('time_zone'))}::text`.as('today'))
    .select(sql<Date>`now()`.as('now'))
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow() as Promise<ProgrammeRow>;

export const presentProgramme = (row: ProgrammeRow, isChangeable: boolean): Programme => ({
  id: row.id,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  name: row.name,
  currency: row.currency,
  timeZone: row.time_zone,
  today: row.today,
  settings: row.settings,
  actions: [isChangeable ? { name: 'change', allowed: true } : { name: 'change', allowed: false, reason: 'role' }],
});

/** The programme as one caller reads it. */
export const programmeFor = async (tx: Tx, { programmeId, role }: Caller): Promise<Programme> =>
  presentProgramme(await readProgramme(tx, programmeId), mayChange(role));
