import type { PortalClient, Programme, RulesRecord } from '../../client/index.js';
import { readNames, type RuleNames } from './rules-names.js';
import type { RuleBook } from './rules-values.js';

/** Rules and settings as they stand, and the names of what they point to. */
export interface LoadedRules {
  readonly record: RulesRecord;
  readonly programme: Programme;
  readonly names: RuleNames;
}

export async function loadRules(client: PortalClient, signal: AbortSignal): Promise<LoadedRules> {
  const [record, programme] = await Promise.all([client.rules.read({ signal }), client.programme.read({ signal })]);
  return { record, programme, names: await readNames(client, record.rules, signal) };
}

export const bookIn = ({ record, programme }: Pick<LoadedRules, 'record' | 'programme'>): RuleBook => {
  const { protection, reviewDays, holidays, disclosure } = programme.settings;
  return { rules: record.rules, settings: { protection, reviewDays, holidays, disclosure } };
};
