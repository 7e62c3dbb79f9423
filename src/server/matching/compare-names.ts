import type { Word, WordKind } from './names.js';
import { wordSimilarity } from './sounds.js';

/** What an agreement or a difference in one word weighs. A `core` word weighs what its rarity in the programme gives it. */
const weightOf: Record<Exclude<WordKind, 'core'>, number> = { number: 0.35, initial: 0.12, trade: 0.5, technical: 0.15, general: 0.08, place: 0.08, tail: 0.04 };

/** A word that so many of a programme's names bear weighs the least, and is counted no further. */
export const commonAt = 1_000;

/** What a word of who it is weighs when so many of a programme's names bear it: 1 for one alone, 0.6 for a thousand. */
export const rarityOf = (names: number): number => 1 - 0.4 * Math.min(1, Math.log(Math.max(1, names)) / Math.log(commonAt));

/** The programme's names that a name is looked up among. */
export interface Book {
  /** In how many of them a word stands. */
  frequency: (word: string) => number;
  /** In how many it is spelt so. */
  spelling: (word: string) => number;
  /** How many there are; may be counted no further than `manyNames`. */
  names: number;
}

/** Below this two words are two. */
const sameWord = 0.7;

export interface NameStrength {
  /** 0 to 1. */
  strength: number;
  /** The words of the other name that were found again. */
  shared: string[];
}

interface Side { words: readonly Word[]; weights: number[]; open: Set<number> }

/**
 * How surely two names are one company's. Words are paired where they are equal, written as one, or mistyped; what agrees is held against what is
 * left over. What is left over on both sides contradicts and counts more than what one side merely leaves out.
 */
export function compareNames(one: readonly Word[], other: readonly Word[], book: Book): NameStrength {
  const a = side(one, book);
  const b = side(other, book);
  const shared: string[] = [];
  let agreed = 0;
  let doubtful = 0;
  let core = 0;
  const pair = (fromA: readonly number[], fromB: readonly number[], similarity: number) => {
    const weights = [sum(fromA.map((at) => a.weights[at]!)), sum(fromB.map((at) => b.weights[at]!))];
    // A word that is common on either side is common.
    const weight = Math.min(...weights);
    agreed += similarity * weight;
    doubtful += (1 - similarity) * weight;
    if ([...fromA.map((at) => a.words[at]!), ...fromB.map((at) => b.words[at]!)].some(({ kind }) => kind === 'core')) core += 1;
    for (const at of fromA) a.open.delete(at);
    for (const at of fromB) { b.open.delete(at); shared.push(b.words[at]!.text); }
  };

  for (const at of [...a.open]) {
    const same = [...b.open].find((candidate) => b.words[candidate]!.text === a.words[at]!.text);
    if (same !== undefined) pair([at], [same], 1);
  }
  pairJoined(a, b, (two, whole, similarity) => pair(two, [whole], similarity));
  pairJoined(b, a, (two, whole, similarity) => pair([whole], two, similarity));
  for (const { at, candidate, similarity } of likeWords(a, b, book)) if (a.open.has(at) && b.open.has(candidate)) pair([at], [candidate], similarity);

  if (!core) return acronymStrength(one, other, book);
  const left = [a, b].map(({ open, weights }) => sum([...open].map((at) => weights[at]!)));
  const against = Math.max(...left) + contradiction * Math.min(...left) + doubt * doubtful;
  return { strength: Math.sqrt(agreed / (agreed + against)) * otherTrade(a, b), shared };
}

/** One or two letters are somebody's initials. */
const letters = 0.4;
const contradiction = 1.5;
const doubt = 1;

/** Whatever else agrees, another trade is another company: `Target`, `Target Hospitality`; `Acme Systems`, `Acme Instruments`. */
function otherTrade(a: Side, b: Side): number {
  const says = ({ words, open }: Side, kind: WordKind) => [...open].some((at) => words[at]!.kind === kind);
  const differs = says(a, 'trade') || says(b, 'trade') || (says(a, 'technical') && says(b, 'technical'));
  return differs ? 0.86 : 1;
}

function side(words: readonly Word[], { frequency }: Book): Side {
  return { words, weights: words.map(({ text, kind }) => (kind === 'core' ? rarityOf(frequency(text)) * (text.length < 3 ? letters : 1) : weightOf[kind])), open: new Set(words.keys()) };
}

/** Two neighbours of one name that are one word in the other: `Gist Brocades`, `Gistbrocades`. */
function pairJoined(from: Side, to: Side, found: (two: readonly [number, number], whole: number, similarity: number) => void): void {
  for (let at = 0; at + 1 < from.words.length; at++) {
    if (!from.open.has(at) || !from.open.has(at + 1)) continue;
    const joined = from.words[at]!.text + from.words[at + 1]!.text;
    for (const whole of to.open) {
      if (Math.abs(joined.length - to.words[whole]!.text.length) > 4) continue;
      const similarity = wordSimilarity(joined, to.words[whole]!.text);
      if (similarity < 0.88) continue;
      found([at, at + 1], whole, similarity);
      break;
    }
  }
}

/** A spelling that stands in so many names is no typing error. */
const usualAt = 12;
const usualDoubt = 0.45;
/** Two spellings that are both usual (`Philips`, `Phillips`) may be two names. */
const bothUsual = (one: string, other: string, { spelling }: Book): boolean => spelling(one) >= usualAt && spelling(other) >= usualAt;

/** Pairs of words that are alike, the likest first. */
function likeWords(a: Side, b: Side, book: Book): { at: number; candidate: number; similarity: number }[] {
  const pairs = [...a.open].flatMap((at) => [...b.open].map((candidate) => {
    const [one, other] = [a.words[at]!.text, b.words[candidate]!.text];
    return { at, candidate, one, other, similarity: wordSimilarity(one, other) };
  }));
  return pairs.filter(({ similarity }) => similarity >= sameWord)
    .map(({ at, candidate, one, other, similarity }) => ({ at, candidate, similarity: bothUsual(one, other, book) ? similarity * usualDoubt : similarity }))
    .sort((one, other) => other.similarity - one.similarity);
}

/** What the name is in its first letters: `International Business Machines` is `ibm`. Nothing where these would be too few or too many. */
export function initialsOf(words: readonly Word[]): string | undefined {
  const spelled = words.filter(({ kind, text }) => kind !== 'tail' && text.length > 1);
  return spelled.length >= 3 && spelled.length <= 6 ? spelled.map(({ text }) => text[0]).join('') : undefined;
}

/** The letters, if the name is nothing else: `IBM`. */
export function lettersOf(words: readonly Word[]): string | undefined {
  const [word, ...more] = words.filter(({ kind }) => kind === 'core');
  return word && !more.length && /^[a-z]{3,6}$/.test(word.text) ? word.text : undefined;
}

/** Among so many names, some have any four initials by chance. */
export const manyNames = 20_000;

/** Letters are many companies' initials: enough for a look, and for a decision only among so few names that it can hardly be chance. */
function acronymStrength(one: readonly Word[], other: readonly Word[], { names }: Book): NameStrength {
  const [short, long] = lettersOf(one) === undefined || lettersOf(one) !== initialsOf(other) ? [other, one] : [one, other];
  const letters = lettersOf(short);
  if (!letters || letters !== initialsOf(long)) return { strength: 0, shared: [] };
  // A quarter of names has as many words; two initials are the same about once in fourteen.
  const chance = (names / 4) / 14 ** letters.length;
  return { strength: chance < 0.1 ? 0.85 : 0.65, shared: other.map(({ text }) => text) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
