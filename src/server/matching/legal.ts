import { closingForms, firmWords, joinedForms, leadingForms, legalForms } from './legal-forms.js';

/** `and` in every language that forms are written in. */
const and = (word: string): string => (/^(and|et|y|i|og|och|ve|e)$/.test(word) ? 'und' : word);
const phrase = (form: string): string => form.split(' ').map(and).join(' ');

const trailing = new Set(Object.values(legalForms).flatMap((forms) => forms.split('|')).map(phrase));
const firms = new Set(firmWords.split('|').map(phrase));
/** Long forms in words may stand in front; of the short ones only those that do. */
const leading = new Set([...leadingForms.split('|'), ...[...trailing].filter((form) => form.includes(' ') && !/^(co|und|and|company|pty|private|public co|gmbh|ag|se|ug|corp) /.test(form)), ...firms]);
const longest = Math.max(...[...trailing].map((form) => form.split(' ').length));

/** Takes legal forms off both ends, and from the middle where one closes the name; what stands behind it is the `tail`. */
export function stripLegalForms(split: readonly string[]): { words: string[]; tail: string[] } {
  let parts = split.map(and);
  const from = (list: readonly string[]) => list.filter((word) => word !== ',');
  const words = from(parts);
  const start = leadingLength(words);
  if (start && start < words.length) {
    // `N.V. Nutricia, Zoetermeer`: with the form in front, a comma ends the name.
    parts = dropWords(parts, start);
    const comma = parts.indexOf(',', parts[0] === ',' ? 1 : 0);
    const [head, rest] = comma > 0 ? [from(parts.slice(0, comma)), from(parts.slice(comma))] : [from(parts), []];
    if (head.length) {
      const inner = close(head);
      return { words: inner.words, tail: [...inner.tail, ...withoutForms(rest)] };
    }
  }
  return close(from(parts));
}

function close(words: readonly string[]): { words: string[]; tail: string[] } {
  const bare = dropTrailing(words);
  // `te` is the Dutch `at`: a place follows.
  const at = bare.findIndex((word, index) => index > 0 && (closingForms.has(word) || (word === 'te' && index === bare.length - 2)));
  if (at < 0) return { words: bare, tail: [] };
  return { words: dropTrailing(bare.slice(0, at + 1)), tail: withoutForms(bare.slice(at + 1)) };
}

const withoutForms = (words: readonly string[]): string[] => words.filter((word) => !trailing.has(word));

function dropTrailing(words: readonly string[]): string[] {
  let rest = [...words];
  for (let again = true; again;) {
    again = false;
    for (let length = Math.min(longest, rest.length - 1); length > 0; length--) {
      if (!trailing.has(rest.slice(-length).join(' '))) continue;
      rest = rest.slice(0, -length);
      again = true;
      break;
    }
    // What is left of `& Co` once the form is gone.
    while (rest.length > 1 && rest.at(-1) === 'und') rest = rest.slice(0, -1);
  }
  return rest;
}

function leadingLength(words: readonly string[]): number {
  let taken = 0;
  for (let again = true; again;) {
    again = false;
    for (let length = Math.min(longest, words.length - taken - 1); length > 0; length--) {
      if (!leading.has(words.slice(taken, taken + length).join(' '))) continue;
      taken += length;
      again = true;
      break;
    }
  }
  return taken;
}

/** Leaves out so many words from the front, commas among them included. */
function dropWords(parts: readonly string[], count: number): string[] {
  let left = count;
  let at = 0;
  while (left > 0) if (parts[at++] !== ',') left -= 1;
  return parts.slice(at);
}

/** The same name without the forms that scripts without spaces write into it. */
export const withoutJoinedForms = (name: string): string => name.replace(joinedForms, ' ');
