import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dealColumns } from '../../../src/server/deals/export.js';
import { exportWords } from '../../../src/server/deals/export-words.js';

const languages = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'zh', 'ar'] as const;
const states = {
  review: ['draft', 'submitted', 'in_review', 'action_required', 'approved', 'rejected', 'withdrawn'],
  stage: ['prospect', 'qualified', 'technical_validation', 'business_validation', 'committed', 'closed_won', 'closed_lost'],
  protection: ['none', 'active', 'expiring', 'expired'],
} as const;

it('a table is headed in each language, every column by a name of its own', () => {
  for (const language of languages) {
    const heads = dealColumns(exportWords(language, { stageLabels: {} })).map(({ head }) => head);
    assert.equal(new Set(heads).size, heads.length, language);
    assert.ok(heads.every((head) => head.trim() === head && head !== ''), language);
  }
});

it('every state has a word in each language, and one that is newer stands as it is', () => {
  for (const language of languages) {
    const { state } = exportWords(language, { stageLabels: {} });
    for (const [of, names] of Object.entries(states)) {
      const words = names.map((name) => state(of as 'review', name));
      assert.equal(new Set(words).size, names.length, `${language} ${of}`);
      assert.ok(words.every((word, at) => word !== names[at]), `${language} ${of}`);
    }
    assert.equal(state('review', 'of_tomorrow'), 'of_tomorrow');
  }
});

it('the programme\'s own name of a stage goes before the language\'s', () => {
  const { state } = exportWords('fr', { stageLabels: { prospect: { fr: 'Piste' }, committed: { en: 'Commit' } } });
  assert.deepEqual([state('stage', 'prospect'), state('stage', 'committed'), state('stage', 'qualified')], ['Piste', 'Commit', 'Qualifié']);
});
