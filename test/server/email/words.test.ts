import assert from 'node:assert/strict';
import { it } from 'node:test';
import { renderMessage, type Told } from '../../../src/server/email/message.js';
import { languageOf, sentence, wordsFor } from '../../../src/server/email/words.js';

const told = (values: Partial<Told> = {}): Told => ({
  noticeId: 'ntc_1', kind: 'review_due', recordType: 'deal', recordId: 'deal_1', recordName: 'Line 4 retrofit', params: { days: 3, dueOn: '2026-03-31' },
  language: 'ar', member: { name: 'سارة', address: 'sara@partner.example' }, programmeName: 'Varnholt', logo: null, unsubscribeUrl: 'https://prm.example/unsubscribe/x', ...values,
});
const places = { from: 'Varnholt <partners@vendor.example>', portalUrl: 'https://www.vendor.example/?{recordType}={recordId}' };

it('an e-mail is written in the member\'s language, where that is written alike', () => {
  const table: [locale: string | null, language: string][] = [
    [null, 'en'], ['de-AT', 'de'], ['ja', 'ja'], ['ja-JP', 'ja'], ['zh', 'zh'], ['zh-CN', 'zh'], ['zh-SG', 'zh'], ['zh-TW', 'en'], ['zh-Hant', 'en'], ['ar-EG', 'ar'], ['tlh', 'en'], ['en-12', 'en'],
  ];
  for (const [locale, language] of table) assert.equal(languageOf(locale), language, String(locale));
});

it('every language tells each kind with the same names in braces', () => {
  const names = (word: unknown) => [...new Set([...JSON.stringify(word).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join();
  const kinds = Object.entries(wordsFor('en').kinds);
  for (const language of ['de', 'ja', 'zh', 'ar']) {
    const words = wordsFor(language);
    for (const [kind, { text }] of kinds) assert.equal(names(words.kinds[kind as 'deal_approved'].text), names(text), `${language}: ${kind}`);
    for (const key of ['other', 'greeting', 'lastDay', 'why', 'page'] as const) assert.equal(names(words[key]), names(wordsFor('en')[key]), `${language}: ${key}`);
  }
});

it('days are counted as the language counts them', () => {
  const { text } = wordsFor('ar').kinds.review_due;
  assert.deepEqual([0, 1, 2, 3, 11].map((days) => sentence(text, 'ar', days)), [
    '{name}: يلزم القرار اليوم.', '{name}: يلزم القرار خلال يوم واحد.', '{name}: يلزم القرار خلال يومين.', '{name}: يلزم القرار خلال {days} أيام.', '{name}: يلزم القرار خلال {days} يومًا.',
  ]);
  assert.equal(sentence(wordsFor('ja').kinds.review_due.text, 'ja', 1), '{name}は、あと {days} 日以内に判断が必要です。');
});

it('an Arabic e-mail runs from right to left, and a Latin name in it does not turn its sentence', () => {
  const { html, text, subject } = renderMessage(told(), places);
  assert.match(html, /<html lang="ar" dir="rtl">/);
  const said = '«\u2068Line 4 retrofit\u2069»: يلزم القرار خلال 3 أيام.';
  assert.ok(html.includes(`<p>${said}</p>`) && text.includes(said), text);
  assert.equal(subject, 'اقتراب موعد المراجعة: \u2068Line 4 retrofit\u2069');
});

it('a name that runs with its sentence is left as it is, and one that does not is shut off in any language', () => {
  const { html, text } = renderMessage(told({ language: 'zh', recordName: '四号线改造' }), places);
  assert.match(html, /<html lang="zh-Hans">/);
  assert.ok(text.includes('“四号线改造”须在 3 天内完成审核。'), text);
  assert.ok(renderMessage(told({ language: 'en', recordName: 'تحديث' }), places).text.includes('“\u2068تحديث\u2069” must be decided within 3 days.'));
});

it('the programme\'s logo heads an e-mail, by the programme\'s name where images are not shown', () => {
  assert.doesNotMatch(renderMessage(told(), places).html, /<img/);
  const { html } = renderMessage(told({ logo: 'https://www.vendor.example/logo.png?v=2&w=200', programmeName: 'Varnholt "Partners"' }), places);
  assert.match(html, /<img src="https:\/\/www\.vendor\.example\/logo\.png\?v=2&amp;w=200" alt="Varnholt &quot;Partners&quot;" height="32">/);
});
