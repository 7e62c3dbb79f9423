import type { Notice } from '../../client/index.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import type en from './en.js';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** A notice as a sentence. A kind that only a newer service knows is told as news about the record. */
export function noticeSentence(t: TranslateWidget<typeof en>, { kind, recordType, recordName, params }: Notice): string {
  const say = t as unknown as Say;
  const unnamed = t.has(`unnamed.${recordType}`) ? `unnamed.${recordType}` : 'unnamed.other';
  const name = recordName === null ? say(unnamed) : say('named', { name: recordName });
  const days = Number(params['days'] ?? 0);
  const keys = [...(days === 0 ? [`says.${kind}.0`] : []), `says.${kind}`];
  return say(keys.find((key) => t.has(key)) ?? 'says.other', { name, count: days });
}
