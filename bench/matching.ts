import type { Row } from './row.js';

/** With a file of names whose companies are known: how well they are matched. Without: how fast. */
export const run = async ({ file, distractors, large }: { file?: string | undefined; distractors?: string | undefined; large: boolean }): Promise<Row[]> =>
  (file ? (await import('./matching-truth.js')).measureTruth(file, distractors) : (await import('./matching-speed.js')).measureSpeed(large));
