import assert from 'node:assert/strict';
import { it } from 'node:test';
import { defaultWords } from '../../../src/server/programme/default-words.js';

const languages = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'zh', 'ar'];

it('a new programme speaks every language from its first day', () => {
  for (const [name, word] of Object.entries(defaultWords)) {
    assert.deepEqual(Object.keys(word).sort(), [...languages].sort(), name);
    assert.ok(Object.values(word).every((text) => text.trim() === text && text !== '' && text.length <= 300), name);
  }
});
