import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../../src/server/database/open.js';
import { matchesWords, sortKey, wordsOf } from '../../../src/server/database/words.js';
import { createTestDatabase, engines } from '../database.js';

describe('words', () => {
  for (const [texts, words] of [
    [['Müller & Söhne GmbH'], ['muller', 'sohne', 'gmbh']],
    [['ŁÓDŹ', 'Straße 5', 'Ærø'], ['lodz', 'strasse', '5', 'aero']],
    [['株式会社 東京', 'ООО «Ромашка»'], ['株式会社', '東京', 'ооо', 'ромашка']],
    [['nord-auto.example', 'Nord'], ['nord', 'auto', 'example']],
    [[null, undefined, ' ', '%_\\'], []],
  ] as const) {
    it(`of ${JSON.stringify(texts)} are ${words.join(', ') || 'none'}`, () => assert.deepEqual(wordsOf(...texts), words));
  }

  it('sort without case, accents and outer space', () => {
    assert.deepEqual(['zeta', ' Ähre', 'ahr', 'Zebra'].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)), ['ahr', ' Ähre', 'Zebra', 'zeta']);
  });
});

for (const engine of engines) {
  describe(`search by words on ${engine}`, () => {
    let database: OpenDatabase;
    let close: () => Promise<void>;
    let programmeId: string;
    let partnerId: string;
    before(async () => {
      ({ database, close } = await createTestDatabase(engine));
      const { db } = database;
      ({ id: programmeId } = await db.insertInto('programmes').values({ name: 'P', currency: 'EUR', time_zone: 'UTC', settings: '{}' }).returning('id').executeTakeFirstOrThrow());
      ({ id: partnerId } = await db.insertInto('partners').values({ programme_id: programmeId, name: 'A', name_sort: 'a', kind: 'reseller' }).returning('id').executeTakeFirstOrThrow());
      await db.insertInto('customers').values(['Nordsee Autohaus', 'Auto Nord AG', 'Süd Bau', '100 % Bio'].map((name) => (
        { programme_id: programmeId, partner_id: partnerId, name, name_sort: sortKey(name), words: wordsOf(name) }))).execute();
    });
    after(() => close());

    const found = async (search: string) => (await database.db.selectFrom('customers').select('name')
      .where(matchesWords('customer', 'customers.id', search, { programmeId, partnerId })).orderBy('name_sort').execute()).map(({ name }) => name);

    for (const [search, names] of [
      ['nord', ['Auto Nord AG', 'Nordsee Autohaus']],
      ['NORDS', ['Nordsee Autohaus']],
      ['auto nord', ['Auto Nord AG', 'Nordsee Autohaus']],
      ['nord ag', ['Auto Nord AG']],
      ['sud', ['Süd Bau']],
      ['%', ['100 % Bio', 'Auto Nord AG', 'Nordsee Autohaus', 'Süd Bau']],
      ['100', ['100 % Bio']],
      ['ord', []],
      [`'; drop table customers --`, []],
    ] as const) {
      it(`finds by the beginnings of words: ${search}`, async () => assert.deepEqual(await found(search), names));
    }

    it('follows the record: renamed, handed on, deleted', async () => {
      const { db } = database;
      const words = async () => (await sql<{ word: string; member_id: string | null }>`select word, member_id from customer_words where word in ('bau', 'neubau') order by word`.execute(db)).rows;
      await db.updateTable('customers').set({ words: ['neubau'] }).where('name', '=', 'Süd Bau').execute();
      assert.deepEqual(await words(), [{ word: 'neubau', member_id: null }]);
      const { id } = await db.insertInto('members').values({ programme_id: programmeId, partner_id: partnerId, name: 'M', name_sort: 'm', role: 'partner_seller', email: 'm@people.example' }).returning('id').executeTakeFirstOrThrow();
      await db.updateTable('customers').set({ owner_member_id: id }).where('name', '=', 'Süd Bau').execute();
      assert.deepEqual(await words(), [{ word: 'neubau', member_id: id }]);
      await db.deleteFrom('customers').where('name', '=', 'Süd Bau').execute();
      assert.deepEqual(await words(), []);
    });
  });
}
