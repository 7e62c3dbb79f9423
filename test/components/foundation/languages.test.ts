import assert from 'node:assert/strict';
import { it } from 'node:test';
import ar from '../../../src/components/locale/ar.js';
import { fromDecimal, fromMinor, parseDecimal, wholeNumber } from '../../../src/components/locale/decimals.js';
import en from '../../../src/components/locale/en.js';
import { formatsFor } from '../../../src/components/locale/format.js';
import { directionOf, langOf, languageIn } from '../../../src/components/locale/language.js';
import { localText } from '../../../src/components/locale/local-text.js';
import { sharedWords, type TranslateShared } from '../../../src/components/locale/shared-words.js';
import { createTranslate, loadCatalogue } from '../../../src/components/locale/translate.js';

it('a locale is spoken in its language, where that is written alike', () => {
  const table: [locale: string, language: string][] = [
    ['ja', 'ja'], ['ja-JP', 'ja'], ['ar', 'ar'], ['ar-EG', 'ar'], ['ar-MA-u-nu-latn', 'ar'], ['de-AT', 'de'], ['en-GB', 'en'],
    ['zh', 'zh'], ['zh-CN', 'zh'], ['zh-Hans', 'zh'], ['zh-SG', 'zh'], ['zh-Hans-HK', 'zh'],
    ['zh-TW', 'en'], ['zh-HK', 'en'], ['zh-Hant', 'en'], ['zh-Hant-CN', 'en'],
    ['he', 'en'], ['tlh', 'en'],
  ];
  for (const [locale, language] of table) assert.equal(languageIn(sharedWords, locale), language, locale);
});

it('a language has its direction and its letters', () => {
  assert.deepEqual(['en', 'ja', 'zh', 'ar'].map((language) => [langOf(language), directionOf(language)]), [['en', 'ltr'], ['ja', 'ltr'], ['zh-Hans', 'ltr'], ['ar', 'rtl']]);
});

it('Chinese words are not loaded for who reads traditional characters', async () => {
  assert.equal((await loadCatalogue(sharedWords, 'zh-CN'))['cancel'], '取消');
  assert.equal((await loadCatalogue(sharedWords, 'zh-TW'))['cancel'], 'Cancel');
});

it('English words that stand in for another language keep English plurals', () => {
  const say = createTranslate('zh-TW', [en], {}, 'en');
  assert.equal(say('protection.left', { count: 1 }), '1 day left');
});

it('a programme\'s own label is found in another region\'s or script\'s words before English ones', () => {
  const label = { en: 'Gold', 'zh-Hans': '黄金', 'pt-BR': 'Ouro' };
  assert.deepEqual(['zh-CN', 'zh', 'pt', 'pt-BR', 'fr'].map((locale) => localText(label, locale)), ['黄金', '黄金', 'Ouro', 'Ouro', 'Gold']);
});

it('Arabic counts in six forms', () => {
  const say = createTranslate('ar-MA', [ar]);
  assert.deepEqual([0, 1, 2, 3, 11, 100].map((count) => say('protection.left', { count })), [
    'المتبقي: 0 يوم', 'المتبقي: يوم واحد', 'المتبقي: يومان', 'المتبقي: 3 أيام', 'المتبقي: 11 يومًا', 'المتبقي: 100 يوم',
  ]);
});

it('a name of the other direction is shut off from the sentence around it', () => {
  const arabic = createTranslate('ar', [ar]) as unknown as TranslateShared;
  assert.equal(arabic('reference', { id: 'req_7' }), 'الرقم المرجعي: \u2068req_7\u2069');
  assert.equal(arabic('reference', { id: 'مرجع ٧' }), 'الرقم المرجعي: مرجع ٧', 'what runs along is left as it is');
  const english = createTranslate('en', [en]) as unknown as TranslateShared;
  assert.equal(english('reference', { id: 'req_7' }), 'Reference req_7');
  assert.equal(english('reference', { id: 'مرجع' }), 'Reference \u2068مرجع\u2069');
});

it('what is typed is read in the digits and separators of any keyboard', () => {
  const table: [locale: string, typed: string, decimal: string | undefined][] = [
    ['en', '1,234.50', '1234.5'], ['en', '1234,5', '1234.5'], ['en', '12 x', undefined], ['en', '1.2.3', undefined],
    ['de', '1.234,50', '1234.5'], ['de', '1’234,50', '1234.5'],
    ['ar-EG', '١٬٢٣٤٫٥٠', '1234.5'], ['ar-EG', '١٢٣٤٫٥', '1234.5'], ['ar-EG', '1,234.50', '1234.5'], ['ar-EG', '1234.5', '1234.5'], ['ar-EG', '\u200f١٢', '12'],
    ['ar-MA', '1.234,50', '1234.5'], ['ar-MA', '١٢٣٤٫٥', '1234.5'],
    ['fa', '۱۲۳۴٫۵', '1234.5'],
    ['ja', '１，２３４．５０', '1234.5'], ['ja', '１２', '12'], ['ja', '1、234', '1234'], ['zh-CN', '12。5', '12.5'],
  ];
  for (const [locale, typed, decimal] of table) assert.equal(parseDecimal(typed, locale), decimal, `${locale}: ${typed}`);
  for (const [typed, whole] of [['90', 90], ['٩٠', 90], ['９０', 90], [' 90 ', 90], ['9.5', NaN], ['', NaN], ['-3', NaN], ['ninety', NaN]] as const) assert.equal(wholeNumber(typed), whole, typed);
});

it('what a field is filled with can be read again in every language', () => {
  for (const locale of ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ar', 'ar-EG', 'ar-SA', 'ar-AE', 'ar-MA']) {
    assert.equal(parseDecimal(fromMinor(1_234_550, 'EUR', locale), locale), '12345.5', locale);
    assert.equal(parseDecimal(fromDecimal('2.2500', locale), locale), '2.25', locale);
  }
});

it('dates are Gregorian, as date fields are, in the digits of the region', () => {
  assert.match(formatsFor('ar-EG', 'UTC').date('2026-03-31'), /^٣١.*٢٠٢٦$/);
  assert.match(formatsFor('ar-SA', 'UTC').date('2026-03-31', 'long'), /مارس ٢٠٢٦/);
  assert.match(formatsFor('th-TH', 'UTC').date('2026-03-31'), /2026/);
  assert.equal(formatsFor('ja', 'UTC').date('2026-03-31', 'long'), '2026年3月31日');
  assert.match(formatsFor('zh-CN', 'UTC').money({ amount: 1_234_567_800, currency: 'CNY' }, 'compact'), /万$/);
});
