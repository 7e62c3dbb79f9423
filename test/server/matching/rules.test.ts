import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressKey, addressStrength } from '../../../src/server/matching/addresses.js';
import { compareNames, rarityOf, type Book } from '../../../src/server/matching/compare-names.js';
import { registrableDomain } from '../../../src/server/matching/domains.js';
import { readName } from '../../../src/server/matching/names.js';
import { defaultMatching, scoreOf, verdictOf, type Reason } from '../../../src/server/matching/rules.js';
import { plainTaxNumber } from '../../../src/server/matching/tax-numbers.js';

const book = (frequencies: Record<string, number> = {}, names = 500): Book =>
  ({ frequency: (word) => frequencies[word] ?? 1, spelling: (word) => frequencies[word] ?? 1, names });
const strength = (one: string, other: string, among = book()) => compareNames(readName(one), readName(other), among).strength;
const verdict = (one: string, other: string, among?: Book) => verdictOf(strength(one, other, among), defaultMatching);

describe('two names', () => {
  for (const [about, one, other, expected] of [
    ['another legal form', 'Norvik GmbH & Co. KG', 'NORVIK B.V.', 'automatic'],
    ['another order', 'Norvik Halden', 'Halden Norvik AG', 'automatic'],
    ['a letter left out', 'Halvorsen Ltd', 'Halvorsn Ltd', 'automatic'],
    ['a letter exchanged', 'Veridian Labs', 'Veridain Labs', 'automatic'],
    ['a letter doubled', 'Talvik', 'Tallvik', 'automatic'],
    ['parted words', 'Nord Halden', 'NordHalden', 'automatic'],
    ['parted letters', 'D S M Halden', 'DSM Halden', 'automatic'],
    ['another script', 'Газпром', 'Gazprom', 'automatic'],
    ['abbreviations', 'Norvik Intl Mfg', 'Norvik International Manufacturing', 'automatic'],
    ['another land', 'Norvik Nederland B.V.', 'Norvik Deutschland GmbH', 'automatic'],
    ['a group', 'Norvik', 'Norvik Group Holding', 'automatic'],
    ['an address behind it', 'Norvik N.V., Hoofdweg 12, Delft, NL', 'Norvik N.V.', 'automatic'],
    ['another trade', 'Target Corp', 'Target Hospitality', 'review'],
    ['two trades', 'Target Logistics', 'Target Hospitality', 'review'],
    ['two technical words', 'Norvik Systems', 'Norvik Instruments', 'review'],
    ['another second name', 'Norvik Halden', 'Norvik Berger', 'review'],
    ['common words alone', 'General Electric', 'General Dynamics', 'review'],
    ['two banks', 'Deutsche Bank', 'Austria Bank', 'review'],
    ['a short word mistyped', 'Abb', 'Abc', 'none'],
    ['nothing alike', 'Norvik', 'Halden', 'none'],
    ['a trade alone', 'Norvik Hospitality', 'Halden Hospitality', 'none'],
    ['nothing to compare', '', 'Norvik', 'none'],
  ] as const) {
    it(`with ${about} are ${expected}: ${one} and ${other}`, () => {
      assert.equal(verdict(one, other), expected, `${strength(one, other)}`);
      assert.equal(strength(one, other), strength(other, one));
    });
  }

  it('count for more where the word they share is rare', () => {
    const shared = (names: number) => strength('Norvik Halden', 'Norvik Berger', book({ norvik: names }));
    assert.ok(shared(1) > shared(30) && shared(30) > shared(1_000));
    assert.deepEqual([1, 1_000, 1_000_000].map((names) => Number(rarityOf(names).toFixed(2))), [1, 0.6, 0.6]);
  });

  it('are two where both spellings are usual', () => {
    assert.equal(verdict('Philips Corp', 'Phillips Inc'), 'automatic');
    assert.equal(verdict('Philips Corp', 'Phillips Inc', book({ philips: 40, phillips: 40 })), 'review');
  });

  it('match by their first letters among few names, and are shown to people among many', () => {
    for (const [names, expected] of [[200, 'automatic'], [20_000, 'review']] as const) assert.equal(verdict('NHB Corp', 'Norvik Halden Berger Corp', book({}, names)), expected);
    assert.equal(verdict('NHX', 'Norvik Halden Berger'), 'none');
  });
});

describe('reasons', () => {
  const reasons = (of: Partial<Record<Reason['kind'], number>>): Reason[] => Object.entries(of).map(([kind, value]) => ({ kind: kind as Reason['kind'], strength: value, detail: '' }));
  for (const [of, expected] of [
    [{}, 'none'], [{ name: 1 }, 'automatic'], [{ name: 0.6 }, 'review'], [{ name: 0.3 }, 'none'], [{ domain: 1 }, 'automatic'], [{ tax_number: 1 }, 'automatic'], [{ address: 1 }, 'none'],
    [{ name: 0.6, domain: 1 }, 'automatic'], [{ name: 0.7, address: 1 }, 'automatic'], [{ name: 0.3, address: 1 }, 'review'],
  ] as const) {
    it(`${JSON.stringify(of)} make a match ${expected}`, () => assert.equal(verdictOf(scoreOf(reasons(of), defaultMatching), defaultMatching), expected));
  }

  it('weigh what the programme says', () => {
    const own = { ...defaultMatching, weights: { ...defaultMatching.weights, domain: 0.1 } };
    assert.equal(scoreOf(reasons({ domain: 1 }), own), 0.1);
  });

  it('decide nothing while the tax numbers differ', () => assert.equal(verdictOf(scoreOf(reasons({ name: 1, domain: 1 }), defaultMatching, true), defaultMatching), 'review'));
});

describe('a domain', () => {
  for (const [host, domain] of [
    ['acme.example', 'acme.example'], ['shop.acme.co.uk', 'acme.co.uk'], ['WWW.ACME.COM.', 'acme.com'], ['acme.github.io', 'acme.github.io'], ['gmail.com', undefined], ['web.de', undefined], ['co.uk', undefined],
    ['192.168.1.1', undefined], ['localhost', undefined], ['', undefined], [null, undefined],
  ] as const) it(`${host} is registered as ${domain ?? 'nothing'}`, () => assert.equal(registrableDomain(host), domain));
});

describe('a tax number', () => {
  for (const [number, plain] of [['DE 123 456 789', '123456789'], ['123456789', '123456789'], ['NL8123.45.678.B01', '812345678B01'], ['CHE-123.456.788 MWST', '123456788'], ['000000000', undefined], ['12', undefined], [null, undefined]] as const) {
    it(`${number} is ${plain ?? 'nothing'}`, () => assert.equal(plainTaxNumber(number), plain));
  }
});

describe('two addresses', () => {
  const door = { country: 'DE', city: 'Köln', postalCode: '50667', street: 'Hauptstraße 12' };
  for (const [about, other, expected] of [
    ['written otherwise', { country: 'DE', city: 'KOELN', postalCode: 'D-50667', street: '12 Hauptstr.' }, 1],
    ['in one street', { ...door, street: 'Hauptstr. 40' }, 0.5], ['in one city', { city: 'Köln', street: 'Domplatz 1' }, 0.2], ['in two cities', { ...door, city: 'Bonn', postalCode: '53111' }, 0],
    ['in two countries', { ...door, country: 'AT' }, 0], ['of which one is unknown', {}, 0],
  ] as const) it(`${about} are alike by ${expected}`, () => assert.equal(addressStrength(door, other), expected));

  it('are found by code and number', () => assert.equal(addressKey({ postalCode: 'D-50667', street: 'Hauptstraße 12a' }), addressKey({ postalCode: '50667', street: '12 Haupt Str.' })));
});
