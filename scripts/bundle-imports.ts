import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a bundled file imports at once, and what later: read by the bundler's own spelling, `from"./x.js"` and import(`./x.js`), so that no parser is needed. */
export function importsOf(file: string): { now: string[]; later: string[] } {
  const text = readFileSync(file, 'utf8');
  const found = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, path]) => join(dirname(file), path!));
  return { now: found(/\b(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g), later: found(/\bimport\(\s*["'`](\.[^"'`]+\.js)["'`]\s*\)/g) };
}

/** A bundled file with all that it imports at once, each once. */
export function allOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const path of importsOf(file).now) allOf(path, seen);
  return seen;
}
