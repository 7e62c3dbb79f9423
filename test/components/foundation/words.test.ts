import assert from 'node:assert/strict';
import { it } from 'node:test';
import de from '../../../src/components/locale/de.js';
import en from '../../../src/components/locale/en.js';
import { errorSentence, fieldSentence, issueSentences } from '../../../src/components/locale/error-sentences.js';
import { formatsFor } from '../../../src/components/locale/format.js';
import type { TranslateShared } from '../../../src/components/locale/shared-words.js';
import { createTranslate } from '../../../src/components/locale/translate.js';
import { safeUrl, safeWebsite } from '../../../src/components/safe-url.js';
import { DraftStore } from '../../../src/components/drafts/draft-store.js';
import { errors } from '../../../src/contract/errors.js';

const t = createTranslate('en', [en]) as unknown as TranslateShared;

it('plurals follow the language', () => {
  assert.equal(t('rows', { count: 1 }), '1 row');
  assert.equal(t('rows', { count: 12_000 }), '12,000 rows');
  assert.equal((createTranslate('de', [de]) as unknown as TranslateShared)('rows', { count: 12_000 }), '12.000 Zeilen');
});

it('the host overrides a word, in one language or in all', () => {
  const say = createTranslate('de', [de], { retry: 'Again', de: { cancel: 'Zurück' } }) as unknown as TranslateShared;
  assert.equal(say('retry'), 'Again');
  assert.equal(say('cancel'), 'Zurück');
});

it('a missing key or value does not compile', () => {
  // @ts-expect-error there is no such key
  t('no.such.key');
  // @ts-expect-error the count is missing
  assert.equal(t('rows'), ' rows');
  // @ts-expect-error the value has another name
  t('reference', { number: 1 });
});

it('every translation keeps the names in braces', () => {
  const names = (word: unknown) => [...JSON.stringify(word).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join();
  for (const key of Object.keys(en) as (keyof typeof en)[]) assert.equal(names(de[key]), names(en[key]), key);
});

it('an error is told by its code and never by its message', () => {
  assert.deepEqual(errorSentence(t, { name: 'ConflictError', code: 'already_exists', message: 'internals', requestId: 'r1' }), {
    text: 'There is one like this already.', reference: 'r1', retryable: false,
  });
  assert.equal(errorSentence(t, { name: 'ApiError', code: 'newer_than_this' }).text, t('error.unknown'));
  assert.equal(errorSentence(t, new Error('internals')).text, t('error.unknown'));
  assert.equal(errorSentence(t, { name: 'ConnectionError', code: 'timeout' }).retryable, true);
});

it('each error that somebody at a screen can meet has a sentence', () => {
  const forDevelopers = ['malformed_request', 'token_missing', 'token_invalid', 'secret_key_in_browser', 'route_not_found', 'method_not_allowed', 'unsupported_media_type', 'idempotency_key_reused', 'precondition_required'];
  for (const code of Object.keys(errors)) assert.equal(t.has(`error.${code}`), !forDevelopers.includes(code), code);
});

it('a schema\'s issues become sentences', () => {
  const table: [Parameters<typeof fieldSentence>[1], string][] = [
    [{ code: 'invalid_type', input: undefined }, 'Fill this in.'],
    [{ code: 'too_small', origin: 'string', minimum: 1 }, 'Fill this in.'],
    [{ code: 'too_small', origin: 'string', minimum: 3 }, 'Too short: at least 3 characters.'],
    [{ code: 'too_big', origin: 'string', maximum: 4_000 }, 'Too long: at most 4,000 characters.'],
    [{ code: 'too_small', origin: 'number', minimum: 0 }, 'At least 0.'],
    [{ code: 'invalid_format', format: 'email' }, t('field.email')],
    [{ code: 'invalid_value' }, 'Choose one of the options.'],
    [{ code: 'of_tomorrow' }, 'Check this value.'],
  ];
  for (const [issue, sentence] of table) assert.equal(fieldSentence(t, issue), sentence);
  assert.deepEqual([...issueSentences(t, [{ code: 'invalid_value', path: ['lines', 0, 'quantity'] }])], [['/lines/0/quantity', 'Choose one of the options.']]);
});

it('money, days and numbers speak one locale and one zone', () => {
  const berlin = formatsFor('de-DE', 'Europe/Berlin');
  assert.equal(berlin.money({ amount: 123_450, currency: 'EUR' }).replace(/\s/g, ' '), '1.234,50 €');
  assert.equal(formatsFor('en-US', 'UTC').money({ amount: 1_500, currency: 'JPY' }), '¥1,500');
  assert.equal(formatsFor('en-US', 'UTC').money({ amount: 1_234_567_00, currency: 'USD' }, 'compact'), '$1.2M');
  // German abbreviates no thousands, and a tenth of a euro is none of a short figure's business.
  assert.equal(berlin.money({ amount: 71_269_840, currency: 'EUR' }, 'compact').replace(/\s/g, ' '), '712.698 €');
  assert.equal(berlin.dayOf('2026-03-28T23:30:00Z'), '2026-03-29');
  assert.equal(formatsFor('en-GB', 'Europe/Berlin').date('2026-03-31'), '31 Mar 2026');
  assert.equal(formatsFor('en-GB', 'America/Los_Angeles').date('2026-03-31'), '31 Mar 2026', 'a day has no zone');
});

it('days are counted in the zone, across a change of clocks', () => {
  const berlin = formatsFor('en', 'Europe/Berlin');
  const now = Date.parse('2026-03-28T22:30:00Z'); // 23:30 in Berlin, the night of the change
  assert.equal(berlin.daysUntil('2026-03-29', now), 1);
  assert.equal(berlin.daysUntil('2026-03-30', now), 2);
  assert.equal(berlin.relativeDay('2026-03-28', now), 'today');
  assert.equal(berlin.relativeDay('2026-04-25', now), 'in 4 weeks');
  assert.equal(berlin.relativeDay('2025-03-28', now), 'Mar 28, 2025');
});

it('a link from data runs no script', () => {
  for (const bad of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'blob:x', '/relative', '', null]) assert.equal(safeUrl(bad), undefined);
  assert.equal(safeUrl('https://example.com/a'), 'https://example.com/a');
  assert.equal(safeWebsite('example.com'), 'https://example.com/');
  assert.equal(safeWebsite('javascript:alert(1)'), undefined);
});

/** A storage in memory, as a browser's; `full` makes it refuse. */
function memory() {
  const entries = new Map<string, string>();
  const storage = {
    full: false,
    get length() { return entries.size; },
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem(key: string, value: string) { if (this.full) throw new Error('QuotaExceededError'); entries.set(key, value); },
    removeItem: (key: string) => void entries.delete(key),
    clear: () => entries.clear(),
  };
  return storage as typeof storage & Storage;
}

it('a draft is there again for its member, and for nobody else', () => {
  const storage = memory();
  const ada = new DraftStore({ programmeId: 'p', memberId: 'ada' }, storage);
  assert.equal(ada.write('deal:new', { name: 'Harbour' }), 'saved');
  assert.deepEqual(new DraftStore({ programmeId: 'p', memberId: 'ada' }, storage).read('deal:new')?.value, { name: 'Harbour' });
  assert.equal(new DraftStore({ programmeId: 'p', memberId: 'bob' }, storage).read('deal:new'), undefined);
  assert.deepEqual(ada.names('deal:'), ['deal:new']);
  ada.remove('deal:new');
  assert.equal(ada.read('deal:new'), undefined);
});

it('a draft that cannot be kept is said to be not saved', () => {
  const storage = memory();
  const drafts = new DraftStore({ programmeId: 'p', memberId: 'ada' }, storage);
  assert.equal(drafts.write('deal:new', 'x'.repeat(70_000)), 'not-saved');
  storage.full = true;
  assert.equal(drafts.write('deal:new', 'x'), 'not-saved');
});

it('drafts are bounded: the oldest of a member goes first', () => {
  const drafts = new DraftStore({ programmeId: 'p', memberId: 'ada' }, memory());
  for (let index = 0; index < 25; index++) drafts.write(`deal:${index}`, index);
  assert.equal(drafts.names().length, 20);
  assert.equal(drafts.read('deal:24')?.value, 24);
});
