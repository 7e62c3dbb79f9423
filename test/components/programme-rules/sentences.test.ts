import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatsFor } from '../../../src/components/locale/format.js';
import { createTranslate } from '../../../src/components/locale/translate.js';
import shared from '../../../src/components/locale/en.js';
import sharedGerman from '../../../src/components/locale/de.js';
import german from '../../../src/components/programme-rules/de.js';
import english from '../../../src/components/programme-rules/en.js';
import { approvalSentence, automaticSentence, differences, type RulesTranslate, type Speech } from '../../../src/components/programme-rules/rules-sentences.js';
import { bookOf, changesBetween, inBoth, laidOver, valuesOf, type RuleBook } from '../../../src/components/programme-rules/rules-values.js';
import type { ApprovalRule, AutomaticApproval, ProgrammeRules } from '../../../src/contract/index.js';

const names: Record<string, string> = { p1: 'Pump P40', p2: 'Pump P60', t1: 'Nordost', m1: 'Petra', m2: 'Omar' };
const speak = (locale: 'en' | 'de'): Speech => ({
  t: createTranslate(locale, locale === 'en' ? [english, shared] : [german, sharedGerman]) as unknown as RulesTranslate,
  format: formatsFor(locale, 'Europe/Berlin'), label: (text) => text?.[locale] ?? '', currency: 'EUR', nameOf: (id) => names[id] ?? id,
  tiers: [{ key: 'gold', label: { en: 'Gold', de: 'Gold' } }, { key: 'silver', label: { en: 'Silver', de: 'Silber' } }],
});

it('says a rule of automatic approval in a sentence', () => {
  const table: [Partial<AutomaticApproval>, en: string, de: string][] = [
    [{}, 'Any value: approved by itself.', 'Jeder Wert: automatisch genehmigt.'],
    [{ maxValue: 1_000_000, partnerKinds: ['reseller'], tiers: ['gold'] }, 'Up to €10,000 from Gold resellers: approved by itself.', 'Bis 10.000 € durch Reseller der Stufe Gold: automatisch genehmigt.'],
    [{ maxValue: 999_950, tiers: ['gold', 'silver'] }, 'Up to €9,999.50 from Gold or Silver partners: approved by itself.', 'Bis 9.999,50 € durch Partner der Stufe Gold oder Silber: automatisch genehmigt.'],
    [{ partnerKinds: ['reseller', 'distributor'], productIds: ['p1', 'p2'], territoryIds: ['t1'] }, 'Any value from resellers or distributors for Pump P40 or Pump P60 in Nordost: approved by itself.', 'Jeder Wert durch Reseller oder Distributoren für Pump P40 oder Pump P60 in Nordost: automatisch genehmigt.'],
  ];
  for (const [rule, en, de] of table) {
    assert.equal(automaticSentence(speak('en'), rule), en);
    assert.equal(automaticSentence(speak('de'), rule).replaceAll('\u00a0', ' '), de);
  }
});

it('says who must agree, and in which order', () => {
  const table: [ApprovalRule, string][] = [
    [{ aboveValue: 5_000_000, order: 'sequential', memberIds: ['m1', 'm2'] }, 'Above €50,000: Petra, then Omar must agree.'],
    [{ aboveValue: 5_000_000, order: 'parallel', memberIds: ['m1', 'm2'] }, 'Above €50,000: Petra and Omar must agree, in any order.'],
    [{ aboveValue: 0, order: 'parallel', memberIds: ['m1'] }, 'Above €0: Petra must agree.'],
  ];
  for (const [rule, sentence] of table) assert.equal(approvalSentence(speak('en'), rule), sentence);
});

const rules: ProgrammeRules = {
  undoSeconds: 30, releaseMinutes: 240, sampledShare: 20, automaticApprovals: [{ key: 'small', label: 'Small', maxValue: 1_000_000 }], approvals: [],
  protectionDays: { least: 30, most: 180 }, excludedAccountIds: [], excludedProductIds: ['p1'], conflictsNarrowedBy: [],
};
const book: RuleBook = {
  rules,
  settings: { protection: { days: 90, expiringDays: 14, extensionDays: 30, maxExtensions: 2 }, reviewDays: 5, holidays: ['2026-12-25'], disclosure: { mode: 'none', dailyQuota: 10 } },
};

it('tells two versions apart by what they say', () => {
  const after = { ...rules, undoSeconds: 60, automaticApprovals: [], excludedProductIds: [] };
  assert.deepEqual(differences(speak('en'), rules, after), {
    gone: ['Up to €10,000: approved by itself.', 'Always looked at, as products: Pump P40.', 'A decision can be taken back for 30 seconds.'],
    come: ['People look at every registration.', 'Nothing is excluded.', 'A decision can be taken back for 60 seconds.'],
  });
});

it('gives back in the form what it was given, in any language', () => {
  for (const locale of ['en', 'de']) {
    const tongue = { locale, currency: 'EUR' };
    const { book: back, problems } = bookOf(valuesOf(book, tongue), tongue);
    assert.deepEqual([back, [...problems]], [book, []]);
    assert.deepEqual(changesBetween(book, back), { rules: [], settings: [] });
  }
});

it('names what cannot be read, by the pointer that the service would use', () => {
  const tongue = { locale: 'en', currency: 'EUR' };
  const values = valuesOf(book, tongue);
  const wrong = { ...values, undoSeconds: 'soon', days: '', automatic: [{ ...values.automatic[0]!, label: ' ', maxValue: '1.2.3' }], approvals: [{ aboveValue: '', order: 'parallel' as const, memberIds: [] }] };
  assert.deepEqual(Object.fromEntries(bookOf(wrong, tongue).problems), {
    '/rules/undoSeconds': 'number', '/settings/protection/days': 'required', '/rules/automaticApprovals/0/label': 'required', '/rules/automaticApprovals/0/maxValue': 'number',
    '/rules/approvals/0/memberIds': 'required', '/rules/approvals/0/aboveValue': 'required',
  });
});

it('lays one person\'s changes over another\'s', () => {
  const mine: RuleBook = { ...book, rules: { ...rules, undoSeconds: 60, sampledShare: 50 } };
  const theirs: RuleBook = { rules: { ...rules, undoSeconds: 10 }, settings: { ...book.settings, reviewDays: 3 } };
  const [my, their] = [changesBetween(book, mine), changesBetween(book, theirs)];
  assert.deepEqual(inBoth(my, their), { rules: ['undoSeconds'], settings: [] });
  const merged = laidOver(theirs, mine, my);
  assert.deepEqual([merged.rules.undoSeconds, merged.rules.sampledShare, merged.settings.reviewDays], [60, 50, 3]);
});
