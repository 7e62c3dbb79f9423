import type { FieldProblem, PortalClient, Programme, RulesRecord } from '../../client/index.js';
import type { EditorTranslate } from './rules-sentences.js';
import { partsOf, type Changes, type RuleBook } from './rules-values.js';

interface Saving {
  readonly record: RulesRecord;
  readonly programme: Programme;
  readonly book: RuleBook;
  readonly changes: Changes;
  readonly note: string;
}

/**
 * Saves rules and settings, each with the version it was read at. They are two records, and the programme's days of protection
 * must lie within the bounds of the rules at every moment: so bounds that move away wait for the days, and others go first.
 */
export async function saveBook(client: PortalClient, saving: Saving, refused: Map<string, string>): Promise<{ record: RulesRecord; programme: Programme }> {
  let { record, programme } = saving;
  const { book, changes, note } = saving;
  const saveRules = async () => {
    if (changes.rules.length > 0) record = await client.rules.change({ rules: partsOf(book.rules, changes.rules), ...(note && { note }) }, { version: record.version });
  };
  const saveSettings = async () => {
    if (changes.settings.length > 0) programme = await client.programme.change({ settings: partsOf(book.settings, changes.settings) }, { version: programme.version });
  };
  const { least, most } = record.rules.protectionDays;
  const { days } = book.settings.protection;
  const daysFirst = days >= least && days <= most;
  try {
    for (const save of daysFirst ? [saveSettings, saveRules] : [saveRules, saveSettings]) await save();
  } catch (error) {
    for (const { pointer, code } of (error as { fields?: readonly FieldProblem[] }).fields ?? []) refused.set(pointer, code);
    throw error;
  }
  return { record, programme };
}

/** What the service has against a field. */
export const serviceProblems = (t: EditorTranslate, code: string): string =>
  code === 'range' || code === 'duplicate' || code === 'unknown' ? t(`problem.${code}`) : t('field.invalid');
