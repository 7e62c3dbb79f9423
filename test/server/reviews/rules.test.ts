import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FindingCode, ProgrammeRules } from '../../../src/contract/index.js';
import { approvalRuleFor, automaticRuleFor, findingsOf, isAutomatic, isSampled, mayAgree, type Agreement, type Registration, type Surroundings } from '../../../src/server/reviews/rules.js';
import { defaultRules } from '../../../src/server/rules/defaults.js';

const id = (kind: string, digit: string) => `${kind}_${digit.repeat(32)}`;
const pump = id('prd', '1');
const valve = id('prd', '2');
const north = id('ter', '1');
const registration: Registration = { dealId: id('deal', '0'), value: 500_000, partnerKind: 'reseller', tier: 'gold', productIds: [pump], territoryId: north, accountId: id('acc', '1') };
const alone: Surroundings = { certainConflicts: 0, possibleConflicts: 0, newAccount: false };
const rule = (conditions: Partial<ProgrammeRules['automaticApprovals'][number]>) => ({ key: 'small', label: 'Small deals', ...conditions });
const rulesWith = (more: Partial<ProgrammeRules>): ProgrammeRules => ({ ...defaultRules, sampledShare: 0, ...more });

describe('an automatic approval', () => {
  const cases: [string, Partial<ProgrammeRules['automaticApprovals'][number]>, Partial<Registration>, boolean][] = [
    ['with no condition holds for all', {}, {}, true],
    ['holds at its highest value', { maxValue: 500_000 }, {}, true],
    ['does not above it', { maxValue: 499_999 }, {}, false],
    ['does not where the value is not known', { maxValue: 500_000 }, { value: null }, false],
    ['holds for a kind of partner it names', { partnerKinds: ['reseller', 'licensee'] }, {}, true],
    ['does not for another', { partnerKinds: ['licensee'] }, {}, false],
    ['holds for a tier it names', { tiers: ['gold'] }, {}, true],
    ['does not for a partner without a tier', { tiers: ['gold'] }, { tier: null }, false],
    ['holds where all products are named', { productIds: [pump, valve] }, {}, true],
    ['does not where one is not', { productIds: [pump] }, { productIds: [pump, valve] }, false],
    ['does not where no product is named: that means all of them', { productIds: [pump] }, { productIds: [] }, false],
    ['holds in its territory', { territoryIds: [north] }, {}, true],
    ['does not in none', { territoryIds: [north] }, { territoryId: null }, false],
    ['needs all its conditions', { maxValue: 1_000_000, tiers: ['silver'] }, {}, false],
  ];
  for (const [title, conditions, deal, holds] of cases) {
    it(title, () => assert.equal(Boolean(automaticRuleFor({ ...registration, ...deal }, { automaticApprovals: [rule(conditions)] })), holds));
  }

  it('goes by the first rule that holds', () => {
    const rules = { automaticApprovals: [{ ...rule({ tiers: ['silver'] }), key: 'first' }, { ...rule({}), key: 'second' }, { ...rule({}), key: 'third' }] };
    assert.equal(automaticRuleFor(registration, rules)?.key, 'second');
  });
});

describe('who must agree', () => {
  const [ada, ben] = [id('mem', '1'), id('mem', '2')];
  const approvals: ProgrammeRules['approvals'] = [{ aboveValue: 100_000, order: 'parallel', memberIds: [ada] }, { aboveValue: 1_000_000, order: 'sequential', memberIds: [ada, ben] }];
  for (const [value, members] of [[null, undefined], [100_000, undefined], [100_001, 1], [1_000_000, 1], [1_000_001, 2]] as const) {
    it(`is ${members ?? 'nobody'} at ${value}`, () => assert.equal(approvalRuleFor(value, { approvals })?.memberIds.length, members));
  }

  const turns: [string, [string, number, boolean][], string | null, boolean][] = [
    ['the first in order', [[ada, 0, false], [ben, 1, false]], ada, true],
    ['not the second before the first', [[ada, 0, false], [ben, 1, false]], ben, false],
    ['the second after the first', [[ada, 0, true], [ben, 1, false]], ben, true],
    ['anybody where the order is free', [[ada, 0, false], [ben, 0, false]], ben, true],
    ['nobody twice', [[ada, 0, true], [ben, 1, false]], ada, false],
    ['not a key, which is nobody', [[ada, 0, false]], null, false],
  ];
  for (const [title, agreements, member, may] of turns) {
    it(`may be ${title}`, () => assert.equal(mayAgree(agreements.map(([memberId, position, agreed]): Agreement => ({ memberId, position, agreed })), member), may));
  }
});

describe('what the rules find', () => {
  const cases: [string, Partial<Registration>, Partial<Surroundings>, Partial<ProgrammeRules>, FindingCode[], boolean][] = [
    ['a clean one that no rule takes', {}, {}, {}, ['clean', 'no_rule'], false],
    ['a clean one that a rule takes', {}, {}, { automaticApprovals: [rule({})] }, ['clean'], true],
    ['one at a company that nobody knew', {}, { newAccount: true }, { automaticApprovals: [rule({})] }, ['clean', 'new_account'], true],
    ['one among the share that people see', {}, {}, { automaticApprovals: [rule({})], sampledShare: 100 }, ['clean', 'sampled'], false],
    ['a rival\'s claim', {}, { certainConflicts: 1 }, { automaticApprovals: [rule({})] }, ['conflict'], false],
    ['a rival\'s claim at a company that looks alike', {}, { possibleConflicts: 2 }, { automaticApprovals: [rule({})] }, ['possible_conflict'], false],
    ['an account that is left out', {}, {}, { automaticApprovals: [rule({})], excludedAccountIds: [id('acc', '1')] }, ['excluded_account'], false],
    ['a product that is left out', {}, {}, { automaticApprovals: [rule({})], excludedProductIds: [pump] }, ['excluded_product'], false],
    ['one that needs others to agree', {}, {}, { automaticApprovals: [rule({})], approvals: [{ aboveValue: 1, order: 'parallel', memberIds: [id('mem', '1')] }] }, ['needs_approvals'], false],
    ['several things at once', {}, { certainConflicts: 1, possibleConflicts: 1, newAccount: true }, {}, ['conflict', 'possible_conflict', 'new_account'], false],
  ];
  for (const [title, deal, around, rules, findings, automatic] of cases) {
    it(`is said of ${title}`, () => {
      const found = findingsOf({ ...registration, ...deal }, { ...alone, ...around }, rulesWith(rules));
      assert.deepEqual(found, findings);
      assert.equal(isAutomatic(found), automatic);
    });
  }

  it('sends about the share to people that the programme says, and each deal always alike', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `deal_${'0'.repeat(24)}${Math.imul(index + 1, 2_654_435_761).toString(16).replace('-', '').padStart(8, '0').slice(-8)}`);
    const sampled = ids.filter((dealId) => isSampled(dealId, 20)).length;
    assert.ok(Math.abs(sampled / ids.length - 0.2) < 0.02, `${sampled}`);
    assert.ok(ids.every((dealId) => isSampled(dealId, 100) && !isSampled(dealId, 0)));
  });
});
