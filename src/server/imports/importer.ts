import type { importRows, Importable } from '../../contract/index.js';
import type * as z from 'zod/mini';
import type { Call } from '../call.js';
import type { Change } from '../history/entries.js';
import type { ProgrammeRow } from '../programme/queries.js';
import type { KeyedTable, Keys } from './keys.js';

export type RowOf<K extends Importable> = z.output<(typeof importRows)[K]>;

/** What is wrong with a row. `field` is the row's, `lines.0.productKey` within. */
export interface RowProblem {
  field: string;
  code: string;
  message: string;
}

/** A row of sound form that is not there yet, and what was found wrong with it. */
export interface Candidate<Row> {
  row: Row;
  problems: RowProblem[];
}

/** What an importer may look at. */
export interface ImportContext {
  tx: Call['tx'];
  caller: Call['caller'];
  requestId: string;
  programme: ProgrammeRow;
  /** The records that the rows name by their keys. */
  keys: Keys;
}

/** A record that was written, for its history. */
export type Imported = Pick<Change, 'recordType' | 'recordId' | 'partnerId' | 'ownerMemberId' | 'audience'>;

/** How rows of one kind are checked together and written together: a statement for a table, never one for a row. */
export interface Importer<K extends Importable> {
  table: KeyedTable;
  /** Which records a row names by their keys: field, table, key. */
  references: (row: RowOf<K>) => Reference[];
  /** What a row's form cannot say. */
  check?: (candidates: readonly Candidate<RowOf<K>>[], context: ImportContext) => Promise<void> | void;
  /** Writes rows without problems. */
  write: (rows: readonly RowOf<K>[], context: ImportContext) => Promise<Imported[]>;
}

export interface Reference {
  field: string;
  table: KeyedTable;
  key: string | undefined;
}

export const unknownKey = (field: string): RowProblem => ({ field, code: 'unknown', message: 'No record has this key. Import that one first, or correct the key.' });
