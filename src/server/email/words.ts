import type { EmailWords, Sentence } from './catalogue.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ja } from './ja.js';
import { pt } from './pt.js';
import { zh } from './zh.js';

const catalogues: Readonly<Record<string, EmailWords>> = {
  en,
  de,
  fr,
  es,
  pt,
  ja,
  zh,
  ar,
};

/** The language of a member's locale that there are words in, written as the member reads it: `zh-TW` is not `zh`. English for all others. */
export const languageOf = (locale: string | null): string => {
  try {
    const { language, script } = new Intl.Locale(locale ?? 'en').maximize();
    return Object.hasOwn(catalogues, language) && new Intl.Locale(language).maximize().script === script ? language : 'en';
  } catch {
    // It looked like a locale when it was taken, and is none.
    return 'en';
  }
};

/** As HTML says it. The bare `zh` would leave it to the mail program which characters are drawn. */
export const langAndDir = (language: string): string => `lang="${language === 'zh' ? 'zh-Hans' : language}"${isRightToLeft(language) ? ' dir="rtl"' : ''}`;

const isRightToLeft = (language: string): boolean => language === 'ar';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])[\p{L}\p{N}]/u;

/** A name that may run against the sentence around it, shut off from that. One that cannot is left as it is. */
export const isolated = (name: string, language: string): string =>
  (isRightToLeft(language) ? leftToRight : rightToLeft).test(name) ? `\u2068${name}\u2069` : name;

export const wordsFor = (language: string): EmailWords => catalogues[language] ?? en;

/** Fills `{name}` and its like. What is filled in is not looked through again. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** Chooses by the number of days that are left. */
export function sentence(text: Sentence, language: string, days: number): string {
  if (typeof text === 'string') return text;
  if (days === 0) return text.zero;
  return text[new Intl.PluralRules(language).select(days)] ?? text.other;
}
