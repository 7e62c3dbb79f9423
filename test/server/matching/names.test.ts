import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keysOf } from '../../../src/server/matching/keys.js';
import { latinised } from '../../../src/server/matching/letters.js';
import { legalForms } from '../../../src/server/matching/legal-forms.js';
import { formOf, readForm, readName, writeForm } from '../../../src/server/matching/names.js';
import { wordSimilarity } from '../../../src/server/matching/sounds.js';

describe('letters', () => {
  for (const [written, latin] of [
    ['Škoda', 'skoda'], ['MÆRSK', 'maersk'], ['Łódź', 'lodz'], ['Straße', 'strasse'], ['Œuvre', 'oeuvre'], ['ﬁnanz', 'finanz'], ['Ｓｏｎｙ', 'sony'], ['İstanbul', 'istanbul'],
    ['Газпром', 'gazprom'], ['Юлмарт', 'yulmart'], ['Київ', 'kiyiv'], ['Ψηφιακή', 'psifiaki'], ['Ευρώπη', 'eyropi'], ['ソニー', 'soni'], ['トヨタ', 'toyota'], ['東京', '東京'],
  ] as const) {
    it(`of ${written} are ${latin}`, () => assert.equal(latinised(written), latin));
  }
});

describe('legal forms', () => {
  for (const name of [
    'Acme GmbH', 'Acme G.m.b.H.', 'Acme GmbH & Co. KG', 'Acme GmbH und Co. KGaA', 'Acme AG', 'Acme A.-G.', 'Acme UG (haftungsbeschränkt)', 'Acme e.K.', 'Acme SE & Co. KGaA', 'Acme Ges.m.b.H.',
    'Acme S.p.A.', 'Acme S.r.l.', 'Acme S. r. l.', 'Acme S.à r.l.', 'Acme S.A.S.', 'Acme SARL', 'Acme S.A.', 'Société Anonyme Acme', 'Acme Sp. z o.o.', 'Acme sp. z o. o. sp. k.', 'Acme Spółka Akcyjna',
    'Acme s.r.o.', 'Acme spol. s r.o.', 'Acme a.s.', 'Acme Kft.', 'Acme Zrt.', 'Acme d.o.o.', 'Acme EOOD', 'Acme S.R.L.', 'ООО Acme', 'ПАО «Acme»', 'Acme ТОВ', 'Acme A.E.', 'Acme Α.Ε.', 'Acme A.Ş.', 'Acme Ltd. Şti.',
    'Acme N.V.', 'N. V. Acme', 'Acme N,V', 'Acme B V', 'Naamloze Vennootschap Acme', 'Acme BVBA', 'Acme A/S', 'Acme ApS', 'Acme AB (publ)', 'Aktiebolaget Acme', 'Acme Oy Ab', 'Acme Oyj', 'Acme ASA', 'Acme ehf.',
    'Acme OÜ', 'Acme UAB', 'SIA Acme', 'Acme Lda.', 'Acme S.L.U.', 'Acme S.A. de C.V.', 'Acme S. de R.L. de C.V.', 'Acme Ltda.', 'Acme C.A.', 'Acme Ltd', 'Acme Limited', 'Acme PLC', 'Acme L.L.C.', 'Acme LLC', 'The Acme Company, Inc.',
    'Acme Corp.', 'Acme Corporation', 'Acme Incorporated', 'Acme & Co.', 'Acme Pty Ltd', 'Acme Pty. Limited', 'Acme (Pty) Ltd', 'Acme Pvt. Ltd.', 'Acme Private Limited', 'Acme Pte Ltd', 'Acme Sdn. Bhd.', 'PT Acme Tbk',
    'Acme Co., Ltd.', 'Acme Kabushiki Kaisha', 'Acme K.K.', '株式会社Acme', 'Acme(주)', 'Acme 有限公司', 'Công ty TNHH Acme', 'Acme JSC', 'Acme W.L.L.', 'Acme FZCO', '* ACME N.V.,', "ACME' N.V.", 'ACME N.V.````', 'Acme B.V., Delft',
  ]) {
    it(`say nothing of who it is: ${name}`, () => assert.equal(formOf(name).split(' ')[0], 'acme'));
  }

  it('are known of at least forty countries', () => assert.ok(Object.keys(legalForms).length >= 40, `${Object.keys(legalForms).length}`));

  for (const [name, form] of [['Limited Brands', 'limited brands'], ['SC Johnson', 'sc johnson'], ['AG', 'ag'], ['A.S.M.L.', 'asml']] as const) {
    it(`stay where they are the name: ${name}`, () => assert.equal(formOf(name), form));
  }
});

describe('a name', () => {
  for (const [name, form] of [
    ['Acme Intl Mfg. Corp', 'acme -international -manufacturing'], ['Acme International Manufacturing', 'acme -international -manufacturing'], ['Acme Tech', 'acme ~technology'], ['ACME TECHNOLOGIES', 'acme ~technology'],
    ['Target Hospitality', 'target +hospitality'], ['D S M Chemie', 'dsm +chemicals'], ['Acme Elctronics', 'acme ~electronics'], ['AcmeWorks Electronics', 'acmeworks ~electronics'], ['Borealelectronics', 'boreal ~electronics'],
    ['Acme N.V., Hauptweg 5', 'acme >hauptweg >5'], ['Deutsche Bank AG', 'germany bank'], ['General Electric Co', 'general ~electric'], ['Procter & Gamble', 'procter gamble'], ['AT&T', 'att'],
    ["O'Reilly's", 'oreillys'], ['', ''], ['  ,.- ', ''], ['The', 'the'],
  ] as const) {
    it(`${JSON.stringify(name)} is read as ${JSON.stringify(form)}`, () => assert.equal(formOf(name), form));
  }

  it('is the same after it was written and read again', () => {
    const words = readName('Koninklijke Acme Hospitality 24 Europe B.V., Delft');
    assert.deepEqual(readForm(writeForm(words)), words);
  });

  it('has bounded form and keys, whatever it is', () => {
    for (const name of ['x'.repeat(200), 'ab '.repeat(66), 'a.b.c.d.'.repeat(25), '字'.repeat(200), '💥'.repeat(100), "'".repeat(200)]) {
      assert.ok(formOf(name).length <= 900, name);
      assert.ok(keysOf(readName(name)).length <= 48);
    }
  });
});

describe('two words', () => {
  for (const [a, b, same] of [
    ['philips', 'phillips', true], ['philips', 'filips', true], ['koninklijke', 'koninkijke', true], ['nutricia', 'nutrisia', true], ['electronics', 'electron', true], ['mueller', 'muller', true],
    ['nobel', 'novel', true], ['alcatel', 'alkatel', true], ['shell', 'bell', false], ['ibm', 'ibn', false], ['micro', 'microsoft', false], ['target', 'margret', false], ['2024', '2025', false],
  ] as const) {
    it(`${a} and ${b} are ${same ? 'one' : 'two'}`, () => assert.equal(wordSimilarity(a, b) >= 0.7, same));
  }
});
