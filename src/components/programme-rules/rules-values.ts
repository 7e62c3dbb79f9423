import type { ApprovalRule, AutomaticApproval, ProgrammeRules, ProgrammeSettings } from '../../client/index.js';
import { fromMinor, parseDecimal, toMinor, wholeNumber } from '../locale/decimals.js';

/** The public settings that belong to the rules. */
export const settingKeys = ['protection', 'reviewDays', 'holidays', 'disclosure'] as const;
export type RuleSettings = Pick<ProgrammeSettings, (typeof settingKeys)[number]>;

/** Rules and settings together, as the service has them. */
export interface RuleBook {
  readonly rules: ProgrammeRules;
  readonly settings: RuleSettings;
}

export interface AutomaticValues {
  readonly key: string;
  readonly label: string;
  readonly maxValue: string;
  readonly partnerKinds: readonly string[];
  readonly tiers: readonly string[];
  readonly productIds: readonly string[];
  readonly territoryIds: readonly string[];
}

export interface ApprovalValues {
  readonly aboveValue: string;
  readonly order: 'sequential' | 'parallel';
  readonly memberIds: readonly string[];
}

/** What the form holds. Numbers and money as typed, so that nothing typed is lost. */
export interface RulesValues {
  readonly undoSeconds: string;
  readonly releaseMinutes: string;
  readonly sampledShare: string;
  readonly least: string;
  readonly most: string;
  readonly automatic: readonly AutomaticValues[];
  readonly approvals: readonly ApprovalValues[];
  readonly excludedAccountIds: readonly string[];
  readonly excludedProductIds: readonly string[];
  readonly narrowedBy: readonly string[];
  readonly days: string;
  readonly expiringDays: string;
  readonly extensionDays: string;
  readonly maxExtensions: string;
  readonly reviewDays: string;
  readonly holidays: readonly string[];
  readonly disclosed: boolean;
  readonly dailyQuota: string;
}

interface Tongue {
  readonly locale: string;
  readonly currency: string;
}

/** The book as somebody would type it. */
export function valuesOf({ rules, settings }: RuleBook, { locale, currency }: Tongue): RulesValues {
  const { protection, disclosure } = settings;
  const money = (amount: number | undefined) => (amount === undefined ? '' : fromMinor(amount, currency, locale));
  return {
    undoSeconds: String(rules.undoSeconds), releaseMinutes: String(rules.releaseMinutes), sampledShare: String(rules.sampledShare),
    least: String(rules.protectionDays.least), most: String(rules.protectionDays.most),
    automatic: rules.automaticApprovals.map(({ key, label, maxValue, partnerKinds = [], tiers = [], productIds = [], territoryIds = [] }) =>
      ({ key, label, maxValue: money(maxValue), partnerKinds, tiers, productIds, territoryIds })),
    approvals: rules.approvals.map(({ aboveValue, order, memberIds }) => ({ aboveValue: money(aboveValue), order, memberIds })),
    excludedAccountIds: rules.excludedAccountIds, excludedProductIds: rules.excludedProductIds, narrowedBy: rules.conflictsNarrowedBy,
    days: String(protection.days), expiringDays: String(protection.expiringDays), extensionDays: String(protection.extensionDays), maxExtensions: String(protection.maxExtensions),
    reviewDays: String(settings.reviewDays), holidays: [...settings.holidays].sort(), disclosed: disclosure.mode === 'taken_or_free', dailyQuota: String(disclosure.dailyQuota),
  };
}

/** What is wrong with a value: the pointer that the service would name it by → the code of a sentence. */
export type ValueProblems = ReadonlyMap<string, 'required' | 'number'>;

/** The form's content as the service takes it, and what cannot be read. */
export function bookOf(values: RulesValues, { locale, currency }: Tongue): { book: RuleBook; problems: ValueProblems } {
  const problems = new Map<string, 'required' | 'number'>();
  const whole = (pointer: string, text: string): number => {
    const number = wholeNumber(text);
    if (Number.isNaN(number)) problems.set(pointer, text.trim() ? 'number' : 'required');
    return number;
  };
  const money = (pointer: string, text: string): number => {
    const decimal = parseDecimal(text.trim(), locale);
    const minor = decimal === undefined ? undefined : toMinor(decimal, currency);
    if (minor === undefined) problems.set(pointer, text.trim() ? 'number' : 'required');
    return minor ?? 0;
  };
  const named = <Name extends string>(name: Name, list: readonly string[]) => list.length > 0 && ({ [name]: [...list] } as Record<Name, string[]>);

  const automaticApprovals = values.automatic.map((rule, index) => {
    const at = `/rules/automaticApprovals/${index}`;
    if (!rule.label.trim()) problems.set(`${at}/label`, 'required');
    return {
      key: rule.key, label: rule.label.trim(), ...(rule.maxValue.trim() && { maxValue: money(`${at}/maxValue`, rule.maxValue) }),
      ...named('partnerKinds', rule.partnerKinds), ...named('tiers', rule.tiers), ...named('productIds', rule.productIds), ...named('territoryIds', rule.territoryIds),
    } as AutomaticApproval;
  });
  const approvals = values.approvals.map((rule, index): ApprovalRule => {
    const at = `/rules/approvals/${index}`;
    if (rule.memberIds.length === 0) problems.set(`${at}/memberIds`, 'required');
    return { aboveValue: money(`${at}/aboveValue`, rule.aboveValue), order: rule.order, memberIds: [...rule.memberIds] };
  });
  const rules: ProgrammeRules = {
    undoSeconds: whole('/rules/undoSeconds', values.undoSeconds),
    releaseMinutes: whole('/rules/releaseMinutes', values.releaseMinutes),
    sampledShare: whole('/rules/sampledShare', values.sampledShare),
    automaticApprovals, approvals,
    protectionDays: { least: whole('/rules/protectionDays/least', values.least), most: whole('/rules/protectionDays/most', values.most) },
    excludedAccountIds: [...values.excludedAccountIds], excludedProductIds: [...values.excludedProductIds],
    conflictsNarrowedBy: [...values.narrowedBy] as ProgrammeRules['conflictsNarrowedBy'],
  };
  const protection = {
    days: whole('/settings/protection/days', values.days), expiringDays: whole('/settings/protection/expiringDays', values.expiringDays),
    extensionDays: whole('/settings/protection/extensionDays', values.extensionDays), maxExtensions: whole('/settings/protection/maxExtensions', values.maxExtensions),
  };
  const settings: RuleSettings = {
    protection, reviewDays: whole('/settings/reviewDays', values.reviewDays), holidays: [...values.holidays],
    disclosure: { mode: values.disclosed ? 'taken_or_free' : 'none', dailyQuota: whole('/settings/disclosure/dailyQuota', values.dailyQuota) },
  };
  return { book: { rules, settings }, problems };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** With its keys in one order, for the database has another than the form. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

type RuleKey = keyof ProgrammeRules;
type SettingKey = keyof RuleSettings;

/** What of a book is otherwise than before, by its parts. */
export interface Changes {
  readonly rules: readonly RuleKey[];
  readonly settings: readonly SettingKey[];
}

export const changesBetween = (before: RuleBook, after: RuleBook): Changes => ({
  rules: (Object.keys(after.rules) as RuleKey[]).filter((key) => !same(before.rules[key], after.rules[key])),
  settings: settingKeys.filter((key) => !same(before.settings[key], after.settings[key])),
});

export const isChanged = ({ rules, settings }: Changes): boolean => rules.length + settings.length > 0;

/** The parts of a book that are named. */
export const partsOf = <Whole extends object, Key extends keyof Whole>(whole: Whole, keys: readonly Key[]): Pick<Whole, Key> =>
  Object.fromEntries(keys.map((key) => [key, whole[key]])) as Pick<Whole, Key>;

/** Puts the named parts of one book onto another. */
export const laidOver = (under: RuleBook, over: RuleBook, { rules, settings }: Changes): RuleBook => ({
  rules: { ...under.rules, ...partsOf(over.rules, rules) },
  settings: { ...under.settings, ...partsOf(over.settings, settings) },
});

/** What two people changed at once. */
export const inBoth = (one: Changes, other: Changes): Changes => ({
  rules: one.rules.filter((key) => other.rules.includes(key)),
  settings: one.settings.filter((key) => other.settings.includes(key)),
});

export const without = (one: Changes, other: Changes): Changes => ({
  rules: one.rules.filter((key) => !other.rules.includes(key)),
  settings: one.settings.filter((key) => !other.settings.includes(key)),
});
