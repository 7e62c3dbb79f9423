import type { ApprovalRule, AutomaticApproval, FindingCode, ProgrammeRules } from '../../contract/index.js';

/** What the programme's rules look at in a registration. */
export interface Registration {
  dealId: string;
  /** Minor units. */
  value: number | null;
  partnerKind: string;
  tier: string | null;
  productIds: readonly string[];
  territoryId: string | null;
  accountId: string | null;
}

/** What was found beside it. */
export interface Surroundings {
  /** Others' claims that overlap on the same account, and claims on accounts that look alike. */
  certainConflicts: number;
  possibleConflicts: number;
  /** Whether the account was made for this registration. */
  newAccount: boolean;
}

/** The first rule whose every condition holds. A value that is not known meets no limit; products must all be among those named. */
export const automaticRuleFor = (deal: Registration, rules: Pick<ProgrammeRules, 'automaticApprovals'>): AutomaticApproval | undefined =>
  rules.automaticApprovals.find((rule) =>
    (rule.maxValue === undefined || (deal.value !== null && deal.value <= rule.maxValue))
    && (!rule.partnerKinds || (rule.partnerKinds as readonly string[]).includes(deal.partnerKind))
    && (!rule.tiers || (deal.tier !== null && rule.tiers.includes(deal.tier)))
    && (!rule.productIds || (deal.productIds.length > 0 && deal.productIds.every((id) => rule.productIds!.includes(id))))
    && (!rule.territoryIds || (deal.territoryId !== null && rule.territoryIds.includes(deal.territoryId))));

/** Who must agree to an approval of this value: the rule with the highest value below it. */
export const approvalRuleFor = (value: number | null, rules: Pick<ProgrammeRules, 'approvals'>): ApprovalRule | undefined =>
  rules.approvals.filter(({ aboveValue }) => value !== null && value > aboveValue).sort((one, other) => other.aboveValue - one.aboveValue)[0];

/** Whether people look at a clean registration all the same. The same for a deal however often it is asked, and not to be foreseen: the end of an id is random. */
export const isSampled = (dealId: string, share: number): boolean => Number.parseInt(dealId.slice(-8), 16) % 100 < share;

/** All that the rules have to say of a registration. It is decided by itself only where that is `clean` alone, or with a new account. */
export function findingsOf(deal: Registration, around: Surroundings, rules: ProgrammeRules): FindingCode[] {
  const found: FindingCode[] = [];
  if (around.certainConflicts) found.push('conflict');
  if (around.possibleConflicts) found.push('possible_conflict');
  if (deal.accountId && rules.excludedAccountIds.includes(deal.accountId)) found.push('excluded_account');
  if (deal.productIds.some((id) => rules.excludedProductIds.includes(id))) found.push('excluded_product');
  if (approvalRuleFor(deal.value, rules)) found.push('needs_approvals');
  const clean = found.length === 0;
  if (clean) found.push('clean');
  if (clean && !automaticRuleFor(deal, rules)) found.push('no_rule');
  else if (clean && isSampled(deal.dealId, rules.sampledShare)) found.push('sampled');
  if (around.newAccount) found.push('new_account');
  return found;
}

const decidable: readonly FindingCode[] = ['clean', 'new_account'];

/** Whether these findings leave the decision to the rule. */
export const isAutomatic = (findings: readonly FindingCode[]): boolean => findings.every((code) => decidable.includes(code));

/** One who must agree. */
export interface Agreement {
  memberId: string;
  position: number;
  agreed: boolean;
}

/** Whether it is this member's turn: in any order, or everybody before has agreed. */
export const mayAgree = (agreements: readonly Agreement[], memberId: string | null): boolean => {
  const next = agreements.filter(({ agreed }) => !agreed).map(({ position }) => position);
  return agreements.some((one) => one.memberId === memberId && !one.agreed && one.position === Math.min(...next));
};
