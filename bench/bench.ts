/**
 * `npm run bench` measures everything, `npm run bench -- sizes list` some of it, and `--json FILE` writes the figures down.
 * `matching FILE.csv [--distractors FILE]` measures on names whose companies are known.
 * What it measures is built first, where that is missing or older than its sources. Sizes alone are held: with `--check` a broken
 * budget is a failure. Times are only reported, since they are the machine's as well as ours.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isOutdated } from '../scripts/outdated.js';
import { run } from '../scripts/run.js';
import type { Row } from './row.js';

interface Options { large: boolean; file?: string | undefined; distractors?: string | undefined }

const parts: Record<string, (options: Options) => Promise<Row[]>> = {
  sizes: async () => (await import('./sizes.js')).run(),
  client: async () => (await import('./client.js')).run(),
  service: async (options) => (await import('./service.js')).run(options),
  oracle: async () => (await import('./oracle.js')).run(),
  list: async () => (await import('./list.js')).run(),
  form: async () => (await import('./form.js')).run(),
  dashboard: async () => (await import('./dashboard.js')).run(),
  start: async () => (await import('./start.js')).run(),
  matching: async (options) => (await import('./matching.js')).run(options),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, json: { type: 'string' }, large: { type: 'boolean', default: false }, distractors: { type: 'string' } },
});
const file = positionals[0] === 'matching' && positionals[1] && !(positionals[1] in parts) ? positionals[1] : undefined;
if (file && !existsSync(file)) fail(`There is no file ${file}.`);
const unknown = positionals.find((name) => !(name in parts) && name !== file);
if (unknown) fail(`There is no part called ${unknown}. The parts are ${Object.keys(parts).join(', ')}.`);
const chosen = Object.keys(parts).filter((name) => positionals.length === 0 || positionals.includes(name));
const built = ['sizes', 'list', 'form', 'dashboard', 'start'].some((name) => chosen.includes(name));
if (built && (await isOutdated('dist/cdn/prmkit.js', ['src', 'vite.config.ts', 'package-lock.json']))) await run('node', ['--import', 'tsx', 'scripts/build.ts']);

const rows: Row[] = [];
for (const name of chosen) {
  const measured = await parts[name]!({ large: values.large, file, distractors: values.distractors });
  print(measured);
  rows.push(...measured);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, rows }, null, 2)}\n`);

const broken = rows.filter(({ name, ok }) => name.startsWith('size: ') && ok === false);
if (values.check && broken.length > 0) fail(`Over the budget: ${broken.map(({ name }) => name.replace('size: ', '')).join(', ')}.`);
// Databases and browsers are closed by now; what a library may have left running is no reason to wait.
process.exit(0);

/** In columns: what, how much, the budget, whether it holds, and what to compare it with. */
function print(lines: readonly Row[]): void {
  const cells = lines.map(({ name, value, unit, budget, ok, note }) =>
    [name, `${value.toLocaleString('en')} ${unit}`, budget === undefined ? '' : `≤ ${budget} ${unit}`, ok === undefined ? '' : ok ? 'ok' : 'OVER', note ?? '']);
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]!.length))) ?? [];
  for (const line of cells) console.log(line.map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ').trimEnd());
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
