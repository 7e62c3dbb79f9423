import { onceFor } from './once-for.js';

const latin = /^(?:de|en|es|fr|pt)(?=$|-(?:[A-Z]{2}|\d{3})$)/;

/** Whether a locale is one of many whose letters and digits are Latin: then the first `Intl` object need not be made, which takes a slow machine as long as half a list. */
export const isLatin = (locale: string): boolean => latin.test(locale);

/** A locale's language and the script it is written in: `zh-TW` is Chinese in traditional characters, though it does not say so. */
const likely = onceFor((locale): { language: string; script: string } => {
  const [language] = latin.exec(locale) ?? [];
  if (language) return { language, script: 'Latn' };
  const { language: found, script = '' } = new Intl.Locale(locale).maximize();
  return { language: found, script };
});

/**
 * The language that a locale is spoken in, of those that there are: its own where that is written alike, else English. Who reads
 * traditional characters is not given simplified ones.
 */
export function languageIn(languages: Readonly<Record<string, unknown>>, locale: string): string {
  const { language, script } = likely(locale);
  return Object.hasOwn(languages, language) && likely(language).script === script ? language : 'en';
}

/** How a language runs. Not every browser's `Intl.Locale` tells. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (/^(Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/.test(likely(language).script) ? 'rtl' : 'ltr');

/** As `lang` has it. The bare `zh` would leave it to the browser which characters are drawn. */
export const langOf = (language: string): string => (language === 'zh' ? 'zh-Hans' : language);

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])[\p{L}\p{N}]/u;

/**
 * A text that stands in a language's sentence, shut off from that where it runs the other way: a Latin name in an Arabic sentence
 * does not drag the full stop or the arrow beside it along.
 */
export const isolated = (text: string, language: string): string =>
  (directionOf(language) === 'rtl' ? leftToRight : rightToLeft).test(text) ? `\u2068${text}\u2069` : text;
