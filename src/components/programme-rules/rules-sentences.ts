import type { ApprovalRule, AutomaticApproval, ProgrammeRules, ProgrammeSettings } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import { minorDigits } from '../locale/decimals.js';
import type { Formats } from '../locale/format.js';
import type { LocalText } from '../locale/local-text.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import type editorEn from './editor-words/en.js';
import type en from './en.js';
import type { RuleBook, RuleSettings } from './rules-values.js';

export type RulesTranslate = TranslateWidget<typeof en>;
/** Says what the form needs, too. */
export type EditorTranslate = TranslateWidget<typeof en & typeof editorEn>;

/** What sentences are made with. */
export interface Speech {
  readonly t: RulesTranslate;
  readonly format: Formats;
  readonly label: (text: LocalText | undefined) => string;
  readonly currency: string;
  readonly tiers: ProgrammeSettings['tiers'];
  /** The name of a record that a rule points to. */
  readonly nameOf: (id: string) => string;
}

/** The parts of the rules, as the form has them. */
export const ruleParts = ['protection', 'review', 'automatic', 'approvals', 'exclusions', 'secrecy', 'undo', 'conflicts'] as const;
export type RulePart = (typeof ruleParts)[number];

const listed = ({ format }: Speech, words: readonly string[], type: 'conjunction' | 'disjunction'): string => format.list(words, type);

const money = ({ format, currency }: Speech, amount: number): string => {
  const full = { amount, currency };
  // Cents are told only where there are some.
  return amount % 10 ** minorDigits(currency) === 0 ? format.money(full, 'whole') : format.money(full);
};

/** “Up to €10,000 from Gold resellers for Pump P40: approved by itself.” */
export function automaticSentence(speech: Speech, { maxValue, partnerKinds, tiers, productIds, territoryIds }: Omit<AutomaticApproval, 'key' | 'label'>): string {
  const { t, label, nameOf } = speech;
  const kinds = partnerKinds && listed(speech, partnerKinds.map((kind) => codeWord(t, 'kinds', kind)), 'disjunction');
  const tier = tiers && listed(speech, tiers.map((key) => label(speech.tiers.find((one) => one.key === key)?.label) || key), 'disjunction');
  const named = (key: 'auto.for' | 'auto.in', ids: readonly string[] | undefined) =>
    ids ? t(key, { what: listed(speech, ids.map(nameOf), 'disjunction') }) : '';
  const who = tier ? t('auto.tier', { tier, kinds: kinds ?? t('kinds.any') }) : kinds;
  // Each language puts the conditions in its own order, and brings its own spaces.
  return t('auto.sentence', {
    value: maxValue === undefined ? t('auto.any') : t('auto.upTo', { amount: money(speech, maxValue) }),
    from: who ? t('auto.from', { who }) : '', for: named('auto.for', productIds), in: named('auto.in', territoryIds),
  });
}

/** “Above €50,000: Petra, then Omar must agree.” */
export function approvalSentence(speech: Speech, { aboveValue, order, memberIds }: ApprovalRule): string {
  const { t, nameOf } = speech;
  const names = memberIds.map(nameOf);
  const who = order === 'sequential' ? names.join(t('approval.then')) : listed(speech, names, 'conjunction');
  return t(order === 'parallel' && names.length > 1 ? 'approval.parallel' : 'approval.sequential', { amount: money(speech, aboveValue), who });
}

/** Minutes as somebody would say them. */
function duration({ t }: Speech, minutes: number): string {
  if (minutes >= 2_880 && minutes % 1_440 === 0) return t('time.days', { count: minutes / 1_440 });
  return minutes >= 60 && minutes % 60 === 0 ? t('time.hours', { count: minutes / 60 }) : t('time.minutes', { count: minutes });
}

/** How the programme decides, in plain sentences: part by part. */
export function ruleSentences(speech: Speech, rules: ProgrammeRules): Record<Exclude<RulePart, 'review'>, string[]> {
  const { t, nameOf, format } = speech;
  const { least, most } = rules.protectionDays;
  const names = (ids: readonly string[]) => listed(speech, ids.map(nameOf), 'conjunction');
  const narrowed = rules.conflictsNarrowedBy.map((what) => codeWord(t, 'narrowed', what));
  return {
    protection: [t('says.policy', { least, most })],
    automatic: rules.automaticApprovals.length > 0 ? rules.automaticApprovals.map((rule) => automaticSentence(speech, rule)) : [t('says.noAutomatic')],
    approvals: rules.approvals.length > 0 ? rules.approvals.map((rule) => approvalSentence(speech, rule)) : [t('says.noApprovals')],
    exclusions: [
      rules.excludedAccountIds.length > 0 && t('says.accounts', { names: names(rules.excludedAccountIds) }),
      rules.excludedProductIds.length > 0 && t('says.products', { names: names(rules.excludedProductIds) }),
      rules.excludedAccountIds.length + rules.excludedProductIds.length === 0 && t('says.noExclusions'),
    ].filter((sentence) => sentence !== false),
    secrecy: [
      rules.releaseMinutes > 0 ? t('says.release', { time: duration(speech, rules.releaseMinutes) }) : t('says.releaseAtOnce'),
      rules.sampledShare > 0 ? t('says.sampled', { share: format.percent(rules.sampledShare / 100) }) : t('says.notSampled'),
    ],
    undo: [rules.undoSeconds > 0 ? t('says.undo', { count: rules.undoSeconds }) : t('says.noUndo')],
    conflicts: [narrowed.length > 0 ? t('says.narrowed', { what: listed(speech, narrowed, 'conjunction') }) : t('says.notNarrowed')],
  };
}

/** What partners may know as well. */
export function settingSentences({ t }: Speech, { protection, reviewDays, holidays, disclosure }: RuleSettings): Partial<Record<RulePart, string[]>> {
  return {
    protection: [
      t('says.protection', { count: protection.days }),
      protection.maxExtensions > 0 ? t('says.extensions', { count: protection.maxExtensions, days: protection.extensionDays }) : t('says.noExtensions'),
      t('says.expiring', { count: protection.expiringDays }),
    ],
    review: [t('says.review', { count: reviewDays }), holidays.length > 0 ? t('says.holidays', { count: holidays.length }) : t('says.noHolidays')],
    secrecy: [disclosure.mode === 'none' ? t('says.undisclosed') : t('says.disclosed', { count: disclosure.dailyQuota })],
  };
}

/** All that is true of one part. */
export function partSentences(speech: Speech, { rules, settings }: RuleBook, part: RulePart): string[] {
  const of = (sentences: Partial<Record<RulePart, string[]>>) => sentences[part] ?? [];
  return [...of(settingSentences(speech, settings)), ...of(ruleSentences(speech, rules))];
}

/** What one version says that the one before it did not, and the other way round. */
export function differences(speech: Speech, before: ProgrammeRules, after: ProgrammeRules): { gone: string[]; come: string[] } {
  const [old, young] = [before, after].map((rules) => Object.values(ruleSentences(speech, rules)).flat());
  return { gone: old!.filter((sentence) => !young!.includes(sentence)), come: young!.filter((sentence) => !old!.includes(sentence)) };
}
