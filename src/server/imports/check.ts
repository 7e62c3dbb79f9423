import { importRows, type Importable } from '../../contract/index.js';
import { fieldProblems } from '../http/input.js';
import type { RowOf, RowProblem } from './importer.js';

/** One row's form: what it holds, or what is wrong with it. */
export function checkRow<K extends Importable>(kind: K, row: unknown): { row: RowOf<K> } | { problems: RowProblem[] } {
  const parsed = importRows[kind].safeParse(row, { reportInput: true });
  if (parsed.success) return { row: parsed.data as RowOf<K> };
  return { problems: fieldProblems(parsed.error, (path) => path.map(String).join('.')).map(({ pointer, ...problem }) => ({ field: pointer, ...problem })) };
}

/** The places at which a value stands for the second time or later. */
export function repeated<T>(values: readonly (T | undefined)[]): Set<number> {
  const seen = new Set<T>();
  const again = new Set<number>();
  values.forEach((value, index) => {
    if (value === undefined) return;
    if (seen.has(value)) again.add(index);
    seen.add(value);
  });
  return again;
}

/**
 * The rows of one batch that would stand below themselves, by key → parent's key. What a chain reaches outside the batch is there already,
 * and cannot lead back into it.
 */
export function circular(parents: ReadonlyMap<string, string | undefined>): Set<string> {
  const circles = new Set<string>();
  for (const key of parents.keys()) {
    const passed = new Set<string>();
    for (let at: string | undefined = key; at !== undefined && !passed.has(at); at = parents.get(at)) {
      passed.add(at);
      if (parents.get(at) === key) circles.add(key);
    }
  }
  return circles;
}
