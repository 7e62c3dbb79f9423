import type { Tx } from '../call.js';
import { readProgramme } from '../programme/queries.js';
import { invalid } from '../service-error.js';

/** A reason is one of the programme's closed list. */
export async function requireReason(tx: Tx, programmeId: string, list: 'leadDecline' | 'leadClose', reason: string): Promise<void> {
  const { settings } = await readProgramme(tx, programmeId);
  if (!settings.reasons[list].some(({ code }) => code === reason)) throw invalid('/reason', 'unknown', 'This is not one of the programme\'s reasons.');
}
