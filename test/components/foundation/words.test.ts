import assert from 'node:assert/strict';
import { it } from 'node:test';
import customersDe from '../../../src/components/customer-list/de.js';
import customers from '../../../src/components/customer-list/en.js';
import de from '../../../src/components/locale/de.js';
import en from '../../../src/components/locale/en.js';
import fileWords from '../../../src/components/parts/file-words/en.js';
import { addressLines } from '../../../src/components/locale/address.js';
import type { Messages } from '../../../src/components/locale/catalogue.js';
import { fromDecimal, parseDecimal } from '../../../src/components/locale/decimals.js';
import { errorSentence, fieldSentence, issueSentences } from '../../../src/components/locale/error-sentences.js';
import { formatsFor } from '../../../src/components/locale/format.js';
import { sharedWords, type TranslateShared, type TranslateWidget } from '../../../src/components/locale/shared-words.js';
import { languageIn } from '../../../src/components/locale/language.js';
import { createTranslate, loadCatalogue } from '../../../src/components/locale/translate.js';
import { safeUrl, safeWebsite } from '../../../src/components/safe-url.js';
import { DraftStore } from '../../../src/components/drafts/draft-store.js';
import { errors } from '../../../src/contract/errors.js';

const t = createTranslate('en', [en]) as unknown as TranslateShared;
const customersIn = (locale: string, ...rest: [Messages?, string?]) =>
  createTranslate(locale, locale.startsWith('de') ? [customersDe, de] : [customers, en], ...rest) as unknown as TranslateWidget<typeof customers>;

it('plurals follow the language', () => {
  assert.equal(customersIn('en')('count', { count: 1 }), '1 customer');
  assert.equal(customersIn('en')('count', { count: 12_000 }), '12,000 customers');
  assert.equal(customersIn('de')('count', { count: 12_000 }), '12.000 Kunden');
});

it('English that stands in for a language without words keeps the plurals of English, and the host\'s own words theirs', () => {
  // In Russian 21 is as one.
  assert.equal(customersIn('ru', {}, 'en')('count', { count: 21 }), '21 customers');
  assert.equal(customersIn('ru', { ru: { count: { one: '{count} клиент', other: '{count} клиентов' } } }, 'en')('count', { count: 21 }), '21 клиент');
  // In Turkish the capital of i has a dot.
  assert.equal(customersIn('tr', { 'term.customer': 'installer' }, 'en')('add'), 'Add installer');
  assert.equal(customersIn('tr', { 'term.customers': 'installers' }, 'en')('title'), 'Installers');
});

it('a locale speaks its language, and English where there are no words in it', async () => {
  const table: [locale: string, language: string][] = [
    ['pt', 'pt'], ['pt-BR', 'pt'], ['pt-PT', 'pt'], ['fr-CA', 'fr'], ['es-419', 'es'], ['de-AT', 'de'], ['EN-gb', 'en'], ['nl-NL', 'en'], ['zh-Hant-TW', 'en'], ['zh-TW', 'en'], ['en-XA', 'en'],
  ];
  for (const [locale, language] of table) assert.equal(languageIn(sharedWords, locale), language, locale);
  assert.equal((await loadCatalogue(sharedWords, 'pt-BR'))['save'], 'Salvar');
  assert.equal((await loadCatalogue(sharedWords, 'nl'))['save'], 'Save');
});

it('the host overrides a word, in one language or in all', () => {
  const say = createTranslate('de', [de], { retry: 'Again', de: { cancel: 'Zurück' } }) as unknown as TranslateShared;
  assert.equal(say('retry'), 'Again');
  assert.equal(say('cancel'), 'Zurück');
});

it('what the host left empty in its JSON is said in our own words', () => {
  const nothing = { 'term.deal': '', retry: null, reference: { other: null }, de: { 'term.deals': '', cancel: null } } as unknown as Messages;
  for (const messages of [nothing, { ...nothing, de: null } as unknown as Messages]) {
    const [said, own] = [createTranslate('de', [de], messages), createTranslate('de', [de])];
    for (const key of Object.keys(de)) assert.equal(said(key), own(key), key);
  }
  const deals = { name: '{@Deal}, {@deals}' };
  assert.equal(createTranslate('en', [deals, en], { 'term.deal': '', en: { 'term.deals': '' } })('name'), 'Deal, deals');
});

it('a missing key or value does not compile', () => {
  // @ts-expect-error there is no such key
  t('no.such.key');
  // @ts-expect-error the count is missing
  assert.equal(customersIn('en')('count'), ' customers');
  // @ts-expect-error the value has another name
  t('reference', { number: 1 });
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
  // Those of uploads come with the fields for files.
  for (const code of Object.keys(errors)) assert.equal(t.has(`error.${code}`) || `error.${code}` in fileWords, !forDevelopers.includes(code), code);
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

it('lists, years and addresses are written as their language and country do', () => {
  assert.equal(formatsFor('en', 'UTC').list(['Petra', 'Omar', 'Ada']), 'Petra, Omar, and Ada');
  assert.equal(formatsFor('es', 'UTC').list(['Petra', 'Ignacio']), 'Petra e Ignacio');
  assert.equal(formatsFor('ja', 'UTC').list(['A', 'B', 'C']), 'A、B、C');
  assert.equal(formatsFor('ja', 'UTC').year(2026), '2026年');
  const address = { street: '1 High Street', postalCode: '12345', city: 'Springfield', state: 'IL' };
  const table: [country: string | null, lines: string[]][] = [
    ['DE', ['1 High Street', '12345 Springfield', 'IL', 'Allemagne']],
    ['US', ['1 High Street', 'Springfield IL 12345', 'États-Unis']],
    ['GB', ['1 High Street', 'Springfield', 'IL', '12345', 'Royaume-Uni']],
    ['JP', ['12345', 'IL Springfield', '1 High Street', 'Japon']],
    [null, ['1 High Street', '12345 Springfield', 'IL']],
  ];
  for (const [country, lines] of table) assert.deepEqual(addressLines('fr', { ...address, country }), lines);
  assert.deepEqual(addressLines('fr', { street: null, postalCode: null, city: 'Kiel', state: null, country: null }), ['Kiel']);
});

it('a number is read as its language types it', () => {
  const table: [locale: string, typed: string, read: string | undefined][] = [
    ['fr', '12 500,50', '12500.5'], ['fr', '12\u202f500,50', '12500.5'], ['es', '12.500,5', '12500.5'], ['pt-BR', '1.234.567,89', '1234567.89'],
    ['ar-EG', '١٬٢٣٤٫٥', '1234.5'], ['ja', '１２，５００．５', '12500.5'], ['en', '12,500.50', '12500.5'], ['pt', 'doze', undefined],
    ['en-IN', '1,23,456', '123456'], ['en-IN', '12,34,567.50', '1234567.5'], ['en-IN', '1,234', '1234'], ['en-IN', '123,456', '123456'], ['hi', '१२,३४,५६७.५', '1234567.5'], ['en', '1,23,456', undefined],
    ['de', '0.500', '0.5'], ['en', '0,500', '0.5'], ['de', '1.500', '1500'], ['de', '0.500,5', undefined],
  ];
  for (const [locale, typed, read] of table) assert.equal(parseDecimal(typed, locale), read, `${locale} ${typed}`);
});

it('what a form is filled with is read again, in the digits of any language', () => {
  for (const locale of ['ar-EG', 'as', 'bn', 'ckb', 'dz', 'en-u-nu-adlm', 'en-u-nu-deva', 'en-u-nu-khmr', 'en-u-nu-thai', 'fa', 'mr', 'my', 'ne', 'ur', 'de-CH', 'sv']) {
    assert.equal(parseDecimal(fromDecimal('1234567890.5000', locale), locale), '1234567890.5', locale);
    assert.equal(parseDecimal(new Intl.NumberFormat(locale).format(1_234_567_890.5), locale), '1234567890.5', locale);
  }
});

it('a zone that Intl does not know is the reader\'s own', () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [strange, known] = [formatsFor('en-US', 'Mars/Olympus'), formatsFor('en-US', own)];
  assert.equal(strange.timeZone, own);
  assert.equal(strange.dateTime('2026-03-31T22:30:00Z'), known.dateTime('2026-03-31T22:30:00Z'));
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

/** A storage in memory, as a browser's; `full` makes it refuse, and so does having `room` entries already. */
function memory() {
  const entries = new Map<string, string>();
  const storage = {
    full: false,
    room: Infinity,
    get length() { return entries.size; },
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem(key: string, value: string) { if (this.full || (!entries.has(key) && entries.size >= this.room)) throw new Error('QuotaExceededError'); entries.set(key, value); },
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

it('a draft that grew too long to be kept leaves the last that was not', () => {
  const drafts = new DraftStore({ programmeId: 'p', memberId: 'ada' }, memory());
  drafts.write('deal:new', 'short');
  assert.equal(drafts.write('deal:new', 'x'.repeat(70_000)), 'not-saved');
  assert.equal(drafts.read('deal:new')?.value, 'short');
});

it('a full storage is cleared of what is too old before a draft is given up', (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) });
  const storage = memory();
  const [ada, bob] = ['ada', 'bob'].map((memberId) => new DraftStore({ programmeId: 'p', memberId }, storage)) as [DraftStore, DraftStore];
  bob.write('deal:new', 'Harbour');
  storage.room = 1;
  assert.equal(ada.write('deal:new', 'Line 4'), 'not-saved');
  context.mock.timers.tick(61 * 86_400_000);
  assert.equal(ada.write('deal:new', 'Line 4'), 'saved');
  assert.deepEqual([ada.read('deal:new')?.value, storage.length], ['Line 4', 1]);
});

it('drafts are bounded: the oldest of a member goes first, and nobody else\'s with it', (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) });
  const storage = memory();
  const [ada, bob] = ['ada', 'bob'].map((memberId) => new DraftStore({ programmeId: 'p', memberId }, storage)) as [DraftStore, DraftStore];
  bob.write('deal:new', 'Bob\'s');
  for (let index = 0; index < 25; index++) {
    context.mock.timers.tick(1_000);
    ada.write(`deal:${index}`, index);
  }
  assert.deepEqual(ada.names(), Array.from({ length: 20 }, (_, index) => `deal:${24 - index}`));
  assert.equal(bob.read('deal:new')?.value, 'Bob\'s');
});

it('a draft of more than 60 days is gone, and its room with the next that is written, whosever it was', (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) });
  const storage = memory();
  const [ada, bob] = ['ada', 'bob'].map((memberId) => new DraftStore({ programmeId: 'p', memberId }, storage)) as [DraftStore, DraftStore];
  storage.setItem('another', 'the page\'s own');
  bob.write('deal:new', 'Harbour');
  context.mock.timers.tick(59 * 86_400_000);
  assert.equal(bob.read('deal:new')?.value, 'Harbour');
  context.mock.timers.tick(2 * 86_400_000);
  assert.equal(bob.read('deal:new'), undefined);
  assert.equal(storage.length, 2);
  ada.write('deal:new', 'Line 4');
  assert.deepEqual(Array.from({ length: storage.length }, (_, index) => storage.key(index)), ['another', 'prmkit:draft:p:ada:deal:new']);
});
