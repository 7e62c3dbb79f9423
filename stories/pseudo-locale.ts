/// <reference types="vite/client" />
/**
 * English as a language that nobody wrote down: every letter with an accent, every word two fifths longer, every text in brackets.
 * What stands on the screen without brackets is not from a catalogue, and what breaks would break in a longer language. For stories
 * and tests only, as a host's own words.
 */
import type { Catalogue, Messages, PluralForms } from '../src/components/locale/catalogue.js';

/** The tag for private use that `Intl` reads as English. */
export const pseudoLocale = 'en-XA';

const accents: Readonly<Record<string, string>> = Object.fromEntries([...'aàbƀcçdđeéfƒgğhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzž'].flatMap((letter, at, all) => (at % 2 ? [] : [[letter, all[at + 1]!]])));

const accented = (letter: string): string => {
  const lower = letter.toLowerCase();
  const accent = accents[lower];
  if (!accent) return letter;
  const written = lower === letter ? accent : accent.toUpperCase();
  return 'aeiou'.includes(lower) ? written + accent : written;
};

/** What is filled in, and a tag that a developer is told to write, stays as it is. */
export const pseudo = (text: string): string =>
  text.split(/(\{[^}]*\}|<[^>]*>|[\w-]+="[^"]*")/).map((part, at) => (at % 2 ? part : [...part].map(accented).join(''))).join('');

const bracketed = (text: string): string => (/\p{L}/u.test(text) ? `[${pseudo(text)}]` : text);

const disguised = (key: string, word: string | PluralForms): string | PluralForms => {
  // A term stands within a sentence, which has brackets already.
  const say = key.startsWith('term.') ? pseudo : bracketed;
  return typeof word === 'string' ? say(word) : (Object.fromEntries(Object.entries(word).map(([form, text]) => [form, say(text as string)])) as unknown as PluralForms);
};

const catalogues = import.meta.glob<{ default: Catalogue }>('../src/components/**/en.ts');

/** The words of one widget, and those that all share, in disguise: for its portal's `messages`. */
export async function pseudoMessages(tag: string): Promise<Messages> {
  const folder = `/${tag.replace('prm-', '')}/`;
  const paths = Object.keys(catalogues).filter((path) => path.includes('/locale/') || path.includes(folder));
  const loaded = await Promise.all(paths.map((path) => catalogues[path]!()));
  return Object.fromEntries(loaded.flatMap(({ default: words }) => Object.entries(words)).map(([key, word]) => [key, disguised(key, word)]));
}
