import { compoundEnds, fillers, generalWords, placeWords, technicalWords, tradeWords } from './common-words.js';
import { latinised } from './letters.js';
import { stripLegalForms, withoutJoinedForms } from './legal.js';
import { editDistance, soundOf } from './sounds.js';

/**
 * What a word of a name says. `core`: who it is. `number` and `initial` the same, faintly. `trade`, `technical` and `general`: what it does,
 * ever more broadly. `place`: a land. `tail`: what stands behind the legal form, mostly an address.
 */
export type WordKind = 'core' | 'number' | 'initial' | 'trade' | 'technical' | 'general' | 'place' | 'tail';
export interface Word { text: string; kind: WordKind }

/** Bumped whenever names are read differently; accounts that were read by an older one are read again. */
export const namesVersion = 1;

const marks: Record<WordKind, string> = { core: '', number: '#', initial: '.', trade: '+', technical: '~', general: '-', place: '@', tail: '>' };
const kinds = new Map(Object.entries(marks).map(([kind, mark]) => [mark, kind as WordKind]));

/** Most words of a name that are looked at. */
const most = 12;

const vocabulary: readonly (readonly [ReadonlyMap<string, string>, WordKind])[] = [[placeWords, 'place'], [generalWords, 'general'], [technicalWords, 'technical'], [tradeWords, 'trade']];
/** Long words by the first letter of their sound, for those that are mistyped. */
const longWords = new Map<string, { sound: string; text: string; kind: WordKind }[]>();
for (const [words, kind] of vocabulary) {
  for (const [spelling, text] of words) {
    const sound = soundOf(spelling);
    if (sound.length < 7) continue;
    if (!longWords.has(sound[0]!)) longWords.set(sound[0]!, []);
    longWords.get(sound[0]!)!.push({ sound, text, kind });
  }
}

/** A common word that this is, or is a mistyped or cut-off form of. */
function commonWord(word: string): Word | undefined {
  for (const [words, kind] of vocabulary) {
    const text = words.get(word);
    if (text) return { text, kind };
  }
  if (compoundEnds.test(word)) return { text: word, kind: 'general' };
  const sound = soundOf(word);
  if (sound.length < 6) return undefined;
  const errors = sound.length < 7 ? 0 : sound.length < 9 ? 1 : 2;
  let nearest: Word | undefined;
  let least = errors + 1;
  for (const { sound: other, text, kind } of longWords.get(sound[0]!) ?? []) {
    const distance = editDistance(sound, other, errors);
    if (distance < least) [nearest, least] = [{ text, kind }, distance];
    if (!nearest && other.length >= 9 && other.startsWith(sound)) nearest = { text, kind };
  }
  return nearest;
}

/** Halves of one common word: `konin klijke`, `gloeilampen fabrieken`. */
function mended(words: readonly string[]): string[] {
  const whole: string[] = [];
  for (const word of words) {
    const before = whole.at(-1);
    const joined = before ? before + word : '';
    const isHalf = joined.length >= 8 && (isCommon(joined) || (whole.length > 1 && /^(fabri|werke)/.test(word) && compoundEnds.test(joined)))
      && !(commonWord(before!) && commonWord(word));
    if (isHalf) whole[whole.length - 1] = joined;
    else whole.push(...parted(word));
  }
  return whole;
}

/** A long common word that sticks to the one before or behind it: `philipselectronics`. The longer it is, the less must be left. */
function parted(word: string): string[] {
  if (word.length < 12 || commonWord(word)) return [word];
  for (let length = word.length - 2; length >= 8; length--) {
    if (word.length - length < (length >= 12 ? 2 : 4)) continue;
    if (isCommon(word.slice(-length))) return [word.slice(0, -length), word.slice(-length)];
    if (isCommon(word.slice(0, length))) return [word.slice(0, length), word.slice(length)];
  }
  return [word];
}

const isCommon = (word: string): boolean => vocabulary.some(([known]) => known.has(word));

function readWord(text: string): Word {
  if (/^\d+$/.test(text)) return { text, kind: 'number' };
  if (/^[a-z]$/.test(text)) return { text, kind: 'initial' };
  return commonWord(text) ?? { text, kind: 'core' };
}

/** Names of nothing but common words (`General Electric`, `Deutsche Bank`) are known by these words together. */
function promote(words: readonly Word[], left: readonly string[]): Word[] {
  const told = words.some(({ kind }) => kind === 'core');
  if (told) return [...words];
  for (const among of [['trade', 'technical'], ['general', 'place', 'number', 'initial'], ['tail']] as const) {
    const chosen: readonly string[] = among;
    if (!words.some(({ kind }) => chosen.includes(kind))) continue;
    // Two words must say it: `Deutsche Bank` is not any bank.
    const few = words.filter(({ kind }) => chosen.includes(kind)).length < 2;
    return words.map((word) => (chosen.includes(word.kind) || (few && word.kind !== 'tail') ? { ...word, kind: 'core' } : word));
  }
  return left.map((text) => ({ text, kind: 'core' }));
}

/** The words of a company's name, each once, in its order. */
export function readName(name: string): Word[] {
  const { words, tail } = stripLegalForms(splitName(latinised(withoutJoinedForms(name))));
  const telling = mended(words.filter((word) => !fillers.has(word)));
  const read = [...telling.map(readWord), ...tail.filter((word) => !fillers.has(word)).map((text): Word => ({ text, kind: 'tail' }))];
  const once = [...new Map(read.map((word) => [word.text, word] as const).reverse()).values()].reverse();
  return promote(once.slice(0, most), [...words, ...tail].slice(0, most));
}

/** A name as it is stored and compared: two names with one form are one name. */
export const formOf = (name: string): string => writeForm(readName(name));
export const writeForm = (words: readonly Word[]): string => words.map(({ text, kind }) => marks[kind] + text).join(' ');
export const readForm = (form: string): Word[] =>
  form.split(' ').filter(Boolean).map((written) => {
    const kind = kinds.get(written[0]!);
    return kind ? { text: written.slice(1), kind } : { text: written, kind: 'core' };
  });

/** Words of a name in small Latin letters; `,` stands where a comma, a bracket or a line ended a part. */
export function splitName(text: string): string[] {
  const words = text
    // N.V., G.m.b.H., A/S, N,V: one word; also where it sticks to the word before.
    .replace(/(\p{L}{3,})(\p{L}\.\p{L}\.(?:\p{L}\.)?)(?!\p{L})/gu, '$1 $2')
    .replace(/(?<![\p{L}\p{N}])\p{L}(?:[.,/]-?\p{L})+(?![\p{L}\p{N}])\.?/gu, (letters) => ` ${letters.replace(/[^\p{L}]/gu, '')} `)
    .replace(/(?<![\p{L}\p{N}])(\p{L}{1,3})&(\p{L}{1,3})(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/(?<=\p{L})['’‘`´[]s?(?![\p{L}\p{N}])/gu, (ending) => (ending.endsWith('s') ? 's ' : ' '))
    .replace(/(\p{L}{3,})['’‘`´[]+(?=\p{L}{6,})/gu, '$1 ')
    .replace(/(?<=\p{L})['’‘`´]+(?=\p{L})/gu, '')
    .replace(/[&+]/g, ' und ')
    .replace(/[,;:()[\]{}|\n/]/g, ' , ')
    .split(/[^\p{L}\p{N},]+/u).filter(Boolean);
  // Single letters in a row are one abbreviation: `D S M`, `N V`.
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const single = /^\p{L}$/u.test(word);
    if (single && open) joined.push(joined.pop()! + word);
    else joined.push(word);
    open = single;
  }
  return joined;
}
