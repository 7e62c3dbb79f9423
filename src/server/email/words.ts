import type { EmailWords, Sentence } from './catalogue.js';
import { de } from './de.js';
import { en } from './en.js';

const catalogues: Readonly<Record<string, EmailWords>> = { en, de };

/** The language of a member's locale that there are words in; English for all others. */
export const languageOf = (locale: string | null): string => {
  const language = (locale ?? 'en').toLowerCase().split('-')[0]!;
  return Object.hasOwn(catalogues, language) ? language : 'en';
};

export const wordsFor = (language: string): EmailWords => catalogues[language] ?? en;

/** Fills `{name}` and its like. What is filled in is not looked through again. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** Chooses by the number of days that are left. */
export function sentence(text: Sentence, language: string, days: number): string {
  if (typeof text === 'string') return text;
  if (days === 0) return text.zero;
  return new Intl.PluralRules(language).select(days) === 'one' ? text.one : text.other;
}
