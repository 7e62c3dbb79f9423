/**
 * `npm test` runs every step; `npm test -- types lint` runs those named, and `npm test -- node test/server/gate.test.ts`
 * some files of one. A step that is not a test runner counts as one test. Ends with `N passed, N failed`.
 */
import { readdirSync } from 'node:fs';
import { matchesGlob } from './matches-glob.js';
import { noPostgres, startPostgres } from './postgres.js';
import { capture } from './run.js';
import { transpile } from './transpile.js';

interface Outcome { passed: number; failed: number; output: string; note?: string }
type Step = (patterns: readonly string[]) => Promise<Outcome>;

const tool = (script: string, ...args: string[]) => () => check(['node_modules/' + script, ...args]);
const ownScript = (script: string, ...args: string[]) => () => check(['--import', 'tsx', script, ...args]);

/** Rules of the template checker that know only the CSS and the attributes of its time, or take Lit's `nothing` for a value. */
const bornBefore = ['no-incompatible-type-binding', 'no-unknown-attribute', 'no-invalid-css'];

/** Group after group; the steps of one need nothing of each other and run at once. The build is there when Node's tests kill it. */
const groups: readonly Record<string, Step>[] = [
  {
    routes: ownScript('scripts/generate-routes.ts', '--check'),
    types: tool('typescript/bin/tsc', '--noEmit'),
    lint: tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
    templates: tool('lit-analyzer/cli.js', 'src/components', '--strict', ...bornBefore.flatMap((rule) => [`--rules.${rule}`, 'off'])),
    boundaries: ownScript('scripts/boundaries.ts'),
    build: ownScript('scripts/build.ts'),
  },
  { node: runNodeTests },
  { browser: runBrowserTests },
  {
    stories: tool('storybook/dist/bin/dispatcher.js', 'build', '--quiet', '-o', 'storybook-static'),
    sizes: ownScript('bench/bench.ts', 'sizes', '--check'),
    package: ownScript('scripts/test-package.ts'),
  },
];
const steps: Record<string, Step> = Object.assign({}, ...groups);

/** Milliseconds that a file of tests may take: a bound for what hangs, and no measure of speed. */
const patience = 1_800_000;

/** Rooms whose files take long, for they wait for browsers and processes: begun first, they do not run alone at the end. */
const long = ['end-to-end', 'weather', 'embedding', 'accessibility', 'kill', 'docs', 'command', 'server/reviews', 'server/isolation'];
const placeOf = (file: string): number => {
  const place = long.findIndex((room) => file.startsWith(`test/${room}/`));
  return place < 0 ? long.length : place;
};

async function check(args: readonly string[]): Promise<Outcome> {
  const { code, output } = await capture('node', args);
  return code === 0 ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output };
}

async function runNodeTests(patterns: readonly string[]): Promise<Outcome> {
  const files = testFiles(/\.test\.ts$/, patterns);
  if (files.length === 0) return { passed: 0, failed: 1, output: `No test file matches ${patterns.join(' ')}.` };
  const [postgres, modules] = await Promise.all([startPostgres(), transpile()]);
  try {
    const env = { ...process.env, ...(postgres && { PRMKIT_TEST_POSTGRES: postgres.url }), ...(chosen.includes('build') && { PRMKIT_TEST_BUILD: 'dist' }) };
    const longestFirst = files.sort((one, other) => placeOf(one) - placeOf(other)).map(modules.moduleOf);
    const run = await capture('node', ['--enable-source-maps', '--import', './scripts/quiet-tests.mjs', 'scripts/node-tests.mjs', '3', String(patience), ...longestFirst], { env });
    const outcome = { ...totals(run), figures: [...run.output.matchAll(/^ℹ (.+)$/gm)].map((match) => match[1]!) };
    return { ...outcome, note: [postgres ? `on PGlite and PostgreSQL ${postgres.version}` : noPostgres, ...outcome.figures].join('\n  · ') };
  } finally {
    modules.remove();
    await postgres?.stop();
  }
}

async function runBrowserTests(patterns: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, ...(patterns.length > 0 && { PRMKIT_BROWSER_TESTS: testFiles(/\.browser\.ts$/, patterns).join() }) };
  const run = await capture('node', ['--import', 'tsx', 'node_modules/@web/test-runner/dist/bin.js', '--config', 'web-test-runner.config.mjs'], { env });
  const figures = [...run.output.matchAll(/browser: ℹ (.+)$/gm)].map((match) => `\n  · ${match[1]!}`);
  return { ...totals(run), note: figures.join('') };
}

function testFiles(kind: RegExp, patterns: readonly string[]): string[] {
  const all = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((path) => `test/${path}`).filter((path) => kind.test(path)).sort();
  return patterns.length === 0 ? all : all.filter((path) => patterns.some((pattern) => path.startsWith(pattern) || matchesGlob(path, pattern)));
}

/** Reads the last line of a test runner. One that ended badly without a failed test, or without that line, counts as a failure of its own. */
function totals({ code, output }: { code: number; output: string }): Outcome {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  const passed = Number(last?.[1] ?? 0);
  const failed = Number(last?.[2] ?? 0);
  const silent = (code !== 0 || !last) && failed === 0;
  return { passed, failed: silent ? failed + 1 : failed, output: failed > 0 || silent ? output : '' };
}

const given = process.argv.slice(2).filter((word) => word !== '--only');
const unknown = given[0] !== undefined && !(given[0] in steps);
if (unknown) {
  console.error(`There is no step called ${given[0]}. The steps are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}
const chosen = given.length > 0 ? Object.keys(steps).filter((name) => given.includes(name)) : Object.keys(steps);
const patterns = given.filter((word) => !(word in steps));

let passed = 0;
let failed = 0;

async function runStep(name: string): Promise<void> {
  const started = Date.now();
  const outcome = await steps[name]!(patterns).catch((error: unknown) => ({ passed: 0, failed: 1, output: String(error), note: undefined }));
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const counted = outcome.passed + outcome.failed > 1 ? `${outcome.passed} passed, ${outcome.failed} failed` : outcome.failed ? 'failed' : 'passed';
  console.log(`${outcome.failed ? '✖' : '✔'} ${name.padEnd(11)}${counted}, ${seconds} s${outcome.note ? ` · ${outcome.note}` : ''}`);
  if (outcome.output.trim()) console.log(outcome.output.trimEnd());
}

for (const group of groups) await Promise.all(Object.keys(group).filter((name) => chosen.includes(name)).map(runStep));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
