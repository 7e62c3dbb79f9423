import { initialsOf, lettersOf } from './compare-names.js';
import type { Word } from './names.js';
import { soundOf } from './sounds.js';

/*
 * What a name is found by. A key is how a telling word sounds; `+` and two neighbours written as one, which finds names that part or join
 * words and tells apart names whose every word is common; `=` and the first letters. Misspelt words are found in SQL (0003-matching).
 */

const most = 24;
const tells = ({ kind, text }: Word): boolean => kind === 'core' && text.length > 1;

/** The sounds of the words that say who it is; of a name without any, of all its words. */
export function soundsOf(words: readonly Word[]): string[] {
  const telling = words.filter(tells);
  return unique((telling.length ? telling : words).map(({ text }) => soundOf(text)).filter(Boolean));
}

const pairsOf = (words: readonly Word[]): string[] => {
  const named = words.filter(({ kind }) => kind !== 'tail');
  return unique(named.slice(1).map(({ text }, index) => soundOf(named[index]!.text + text)));
};

/** What a stored name is found by; and its words as they are spelt, marked `"`, which are counted and no more. */
export function keysOf(words: readonly Word[]): string[] {
  const initials = initialsOf(words);
  const spelt = unique(words.filter(tells).map(({ text }) => `"${text}`));
  return [...soundsOf(words), ...(initials ? [`=${initials}`] : []), ...pairsOf(words).map((pair) => `+${pair}`), ...spelt].slice(0, 2 * most);
}

/** What names like this one are looked for by, besides misspellings: also joined where they are parted, and spelled out where they are letters. */
export function askedKeysOf(words: readonly Word[]): string[] {
  const [initials, letters] = [initialsOf(words), lettersOf(words)];
  const [sounds, pairs] = [soundsOf(words), pairsOf(words)];
  return unique([...sounds, ...pairs.map((pair) => `+${pair}`), ...sounds.map((sound) => `+${sound}`), ...pairs, ...(letters ? [`=${letters}`] : []), ...(initials ? [soundOf(initials)] : [])]).slice(0, 2 * most);
}

const unique = (keys: readonly string[]): string[] => [...new Set(keys)];
