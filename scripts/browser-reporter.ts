/** Reports the browser's tests in few words: what failed, in full, and at the end `N passed, N failed`. */
import type { Reporter, TestResult, TestSession, TestSuiteResult } from '@web/test-runner';
import { relative } from 'node:path';

export function compactReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        const file = relative(process.cwd(), session.testFile ?? '');
        for (const problem of fileProblems(session)) {
          failed++;
          console.log(`\n✖ ${file}\n${problem}`);
        }
        for (const { title, test } of eachTest(session.testResults)) {
          if (test.skipped) continue;
          if (test.passed) { passed++; continue; }
          failed++;
          console.log(`\n✖ ${title} (${file})\n${explain(test)}`);
        }
        for (const log of session.logs) if (!session.passed || String(log[0]).startsWith('ℹ')) console.log('  browser:', ...log);
      }
      // On a line of its own: what the runner prints of its progress ends without one.
      console.log(`\n${passed} passed, ${failed} failed`);
    },
  };
}

/** What went wrong outside any test: a file that does not load, a request that is not answered. */
const fileProblems = (session: TestSession): string[] => [
  ...session.errors.map((error) => `  ${error.stack ?? error.message}`),
  ...session.request404s.map((url) => `  Not found: ${url}`),
  ...(session.testResults || session.errors.length > 0 ? [] : ['  The file ended without results.']),
];

function* eachTest(suite: TestSuiteResult | undefined, above: string[] = []): Generator<{ title: string; test: TestResult }> {
  if (!suite) return;
  const path = suite.name ? [...above, suite.name] : above;
  for (const test of suite.tests) yield { title: [...path, test.name].join(' › '), test };
  for (const inner of suite.suites) yield* eachTest(inner, path);
}

const explain = ({ error }: TestResult): string => {
  if (!error) return '  It failed without a reason.';
  const compared = error.expected === undefined ? '' : `\n  expected ${error.expected}\n  actual   ${error.actual}`;
  return `  ${error.message}${compared}\n${(error.stack ?? '').split('\n').map((line) => `  ${line}`).join('\n')}`;
};
