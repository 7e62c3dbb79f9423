import type { FieldProblem, ProgrammeRules, ProgrammeSettings } from '../../contract/index.js';

/** What the records are that the rules point to, as far as they are the programme's own. */
export interface Known {
  accounts: ReadonlySet<string>;
  products: ReadonlySet<string>;
  territories: ReadonlySet<string>;
  /** Active people of the vendor. */
  approvers: ReadonlySet<string>;
}

/** What a schema cannot say of rules: records that are not there, bounds that cross, the same key or value twice. */
export function checkRules(rules: ProgrammeRules, settings: Pick<ProgrammeSettings, 'tiers' | 'protection'>, known: Known): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (pointer: string, code: string, message: string) => problems.push({ pointer: `/rules/${pointer}`, code, message });
  const hold = (pointer: string, ids: readonly string[] | undefined, there: ReadonlySet<string>, what: string) =>
    ids?.forEach((id, index) => { if (!there.has(id)) say(`${pointer}/${index}`, 'unknown', `There is no such ${what}.`); });

  const { least, most } = rules.protectionDays;
  if (least > most) say('protectionDays/least', 'range', 'The least must not be more than the most.');
  const { days } = settings.protection;
  if (days < least || days > most) say('protectionDays', 'range', `The programme's ${days} days must lie between the least and the most.`);
  hold('excludedAccountIds', rules.excludedAccountIds, known.accounts, 'account');
  hold('excludedProductIds', rules.excludedProductIds, known.products, 'product');
  const keys = new Set<string>();
  rules.automaticApprovals.forEach((rule, index) => {
    const at = `automaticApprovals/${index}`;
    if (keys.has(rule.key)) say(`${at}/key`, 'duplicate', 'Another rule has this key.');
    keys.add(rule.key);
    hold(`${at}/productIds`, rule.productIds, known.products, 'product');
    hold(`${at}/territoryIds`, rule.territoryIds, known.territories, 'territory');
    hold(`${at}/tiers`, rule.tiers, new Set(settings.tiers.map(({ key }) => key)), 'tier');
  });
  const values = new Set<number>();
  rules.approvals.forEach((rule, index) => {
    const at = `approvals/${index}`;
    if (values.has(rule.aboveValue)) say(`${at}/aboveValue`, 'duplicate', 'Another rule begins at this value.');
    values.add(rule.aboveValue);
    hold(`${at}/memberIds`, rule.memberIds, known.approvers, 'active member of the vendor');
    if (new Set(rule.memberIds).size < rule.memberIds.length) say(`${at}/memberIds`, 'duplicate', 'Somebody is named twice.');
  });
  return problems;
}
