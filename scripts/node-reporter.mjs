/**
 * Reports Node's tests in few words: what failed, in full, figures that a test tells by `diagnostic`, which files took longest, and at
 * the end `N passed, N failed`. Plain JavaScript, because Node 20 loads a reporter before the loader that reads TypeScript.
 */
import { relative, sep } from 'node:path';
import { inspect } from 'node:util';

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} source */
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  const rooms = new Map();
  const files = new Map();
  const path = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') path.splice(data.nesting, Infinity, data.name);
    if (type === 'test:stderr') yield data.message;
    if ((type === 'test:pass' || type === 'test:fail') && data.nesting === 0) files.set(sourceOf(data), (files.get(sourceOf(data)) ?? 0) + data.details.duration_ms);
    // Those of the outermost level are the runner's own counts.
    if (type === 'test:diagnostic' && data.nesting > 0) yield `\nℹ ${data.message}\n`;
    if (type === 'test:pass' && data.details.type !== 'suite') {
      if (data.skip === undefined) {
        passed++;
        const room = relative('test', sourceOf(data)).split(sep)[0];
        rooms.set(room, (rooms.get(room) ?? 0) + 1);
      } else skipped++;
    }
    // A suite fails with its tests, which have been told of; one that fails by itself (a hook) is told of here.
    if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') {
      failed++;
      const title = [...path.slice(0, data.nesting), data.name].join(' › ');
      const place = data.file ? ` (${sourceOf(data)})` : '';
      const { error } = data.details;
      yield `\n✖ ${title}${place}\n${indent(inspect(error.cause ?? error, { depth: 6 }))}\n`;
    }
  }
  const slowest = [...files].sort(([, one], [, other]) => other - one).slice(0, 12);
  yield `\nℹ took longest: ${slowest.map(([file, ms]) => `${relative('test', file).replace('.test.ts', '')} ${Math.round(ms / 1_000)} s`).join(', ')}\n`;
  yield `\nℹ passed by room: ${[...rooms].map(([room, count]) => `${room} ${count}`).join(', ')}\n`;
  yield `\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`;
}

/** The source of a test: what runs is made of it, in a folder below `.tmp`. */
const sourceOf = ({ file }) => relative(process.cwd(), file ?? '').replace(/^\.tmp[\\/][\w-]+[\\/]/, '').replace(/\.js$/, '.ts');

const indent = (text) => text.split('\n').map((line) => `  ${line}`).join('\n');
