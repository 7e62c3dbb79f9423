import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** WCAG 2.2 without AAA, and without 4.1.1, which is no more. */
const criteria = `
  1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
  2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8
  3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3`.trim().split(/\s+/);

const rows = [...readFileSync('docs/accessibility.md', 'utf8').matchAll(/^\| (\d\.\d\.\d+) [^|]+ \| (A|AA) \| ([^|]+) \| (.+) \|$/gm)]
  .map(([, criterion, level, status, shown]) => ({ criterion: criterion!, level: level!, status: status!, shown: shown! }));

describe('the published table of accessibility', () => {
  it('has each of the 55 criteria of A and AA, once, in order', () => {
    assert.equal(criteria.length, 55);
    assert.deepEqual(rows.map(({ criterion }) => criterion), criteria);
    assert.equal(rows.filter(({ level }) => level === 'A').length, 31);
  });

  it('says of each how it stands, by a test that exists or a dated record', () => {
    for (const { criterion, status, shown } of rows) {
      assert.match(status, /^(Supports|Partially|Not applicable)$/, criterion);
      const tests = [...shown.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!);
      assert.deepEqual(tests.filter((path) => !existsSync(path)), [], criterion);
      if (tests.length === 0) assert.match(shown, /^Record of \d{4}-\d\d-\d\d: .{20,}/, criterion);
      if (status === 'Partially') assert.match(shown, /\b(not|but)\b/, `${criterion} says what is missing`);
    }
  });
});
