/*
 * How a word sounds, roughly and in no language in particular: spellings that one company's name takes in several languages fall together
 * (`Philips`, `Phillips`, `Филипс`; `Polyolefine`, `Poliolefine`). Equal sounds are near to equal words.
 */
const steps: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'], [/sch|sh|sz|tz|ts|cz/g, 's'], [/ch|ck|kh|cc/g, 'k'], [/c(?=[eiy])/g, 's'], [/[cq]/g, 'k'], [/z/g, 's'], [/x/g, 'ks'],
  [/w/g, 'v'], [/ij|[yj]/g, 'i'], [/(?!^)h/g, ''], [/([aou])e/g, '$1'], [/ou/g, 'u'], [/(.)\1+/g, '$1'],
];

const remembered = new Map<string, string>();

export function soundOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const sound = steps.reduce((so, [pattern, letters]) => so.replace(pattern, letters), word);
  // Bounded: a long import must not fill the memory.
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(word, sound);
  return sound;
}

/** Which letters a word holds, one bit each. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
}

/** Letters added, left out, changed or exchanged with their neighbour; stops counting past `most`. */
export function editDistance(a: string, b: string, most: number): number {
  // One change touches two letters at most; this spares nearly all of the comparisons.
  if (Math.abs(a.length - b.length) > most || bitCount(lettersIn(a) ^ lettersIn(b)) > 2 * most) return most + 1;
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + changed);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) cost = Math.min(cost, before[column - 2]! + 1);
      line.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = line;
  }
  return last[b.length]!;
}

/** Typing errors that a word of this length may hold and still be itself. */
const errorsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 11 ? 2 : 3);

/** How surely two words are one, 0 to 1. Short words must be equal, longer ones may be mistyped or cut off. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const [soundA, soundB] = [soundOf(a), soundOf(b)];
  if (soundA === soundB) return soundA.length < 3 ? 0 : 0.97;
  const shorter = Math.min(soundA.length, soundB.length);
  const longer = Math.max(soundA.length, soundB.length);
  if (shorter < 4 || /\d/.test(a + b)) return 0;
  // `Electron` of `Electronics`; but `Micro` is not `Microsoft`.
  const cut = shorter >= 6 && shorter / longer >= 0.55 && (soundA.startsWith(soundB) || soundB.startsWith(soundA)) ? 0.86 : 0;
  const most = errorsIn(shorter);
  const errors = Math.min(editDistance(soundA, soundB, most), editDistance(a, b, most));
  if (errors > most) return cut;
  // A first letter is seldom mistyped, unless one vowel stands for another.
  const begins = soundA[0] === soundB[0] || (/[aeiou]/.test(soundA[0]!) && /[aeiou]/.test(soundB[0]!));
  return Math.max(cut, 1 - (errors / shorter) * (begins ? 1 : 2.5));
}
