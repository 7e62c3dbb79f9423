/**
 * `npm run bench` measures everything, `npm run bench -- sizes list` some of it, and `--json FILE` writes the figures down.
 * Sizes need `npm run build` first. They alone are held: with `--check` a broken size budget is a failure. Times are only
 * reported, since they are the machine's as well as ours.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Row } from './row.js';

const parts: Record<string, (options: { large: boolean }) => Promise<Row[]>> = {
  sizes: async () => (await import('./sizes.js')).run(),
  client: async () => (await import('./client.js')).run(),
  service: async (options) => (await import('./service.js')).run(options),
  list: async () => (await import('./list.js')).run(),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, json: { type: 'string' }, large: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !(name in parts));
if (unknown) fail(`There is no part called ${unknown}. The parts are ${Object.keys(parts).join(', ')}.`);
const chosen = Object.keys(parts).filter((name) => positionals.length === 0 || positionals.includes(name));
if (chosen.includes('sizes') && !existsSync('dist/cdn')) fail('There is nothing to weigh yet: run npm run build first.');

const rows: Row[] = [];
for (const name of chosen) {
  const measured = await parts[name]!({ large: values.large });
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
