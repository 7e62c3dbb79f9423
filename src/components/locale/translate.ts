import type { Catalogue, CatalogueSource, Messages, PluralForms } from './catalogue.js';
import { isLatin, isolated, languageIn } from './language.js';
import { onceFor } from './once-for.js';

type Word = string | PluralForms;
type Values = Readonly<Record<string, string | number>>;

/** Loads the words of a locale's language, or English where there are none in it. */
export const loadCatalogue = async (source: CatalogueSource<Catalogue>, locale: string): Promise<Catalogue> =>
  (await source[languageIn(source, locale)]!()).default;

const pluralsOf = onceFor((locale) => new Intl.PluralRules(locale));
const numbersOf = onceFor((locale) => new Intl.NumberFormat(locale));

const sayNumber = (value: number, locale: string): string =>
  isLatin(locale) && Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : numbersOf(locale).format(value);

const isForms = (value: unknown): value is PluralForms => typeof value === 'object' && value !== null && typeof (value as { other?: unknown }).other === 'string';

/**
 * Makes the function that says words: the host's own come first, then the catalogues in their order. A missing key is
 * impossible for typed callers; the codes of a newer service are looked up with `has` first. `spoken` is the language of the
 * catalogues: English says “21 rows” to a reader whose own language would count otherwise. What is filled in keeps its own
 * direction.
 */
export function createTranslate(locale: string, catalogues: readonly Catalogue[], messages: Messages = {}, spoken = locale) {
  const inLanguage = messages[locale] ?? messages[locale.split('-')[0]!];
  const own = inLanguage && typeof inLanguage === 'object' && !isForms(inLanguage) ? (inLanguage as Record<string, Word>) : {};

  // They may come from a JSON that nobody checked: null is no word, and a thing must be called something.
  const ofHost = (key: string): Word | undefined => {
    const given = own[key] ?? messages[key];
    const host = given === '' && key.startsWith('term.') ? undefined : given;
    return typeof host === 'string' || isForms(host) ? host : undefined;
  };
  const find = (key: string): Word | undefined => {
    const host = ofHost(key);
    if (host !== undefined) return host;
    for (const catalogue of catalogues) if (Object.hasOwn(catalogue, key)) return catalogue[key];
    return undefined;
  };

  const term = (name: string): string => {
    const lower = name[0]!.toLowerCase() + name.slice(1);
    const word = find(`term.${lower}`);
    const text = typeof word === 'string' ? word : lower;
    return name === lower ? text : text[0]!.toLocaleUpperCase(spoken) + text.slice(1);
  };

  // Most words are whole, and are said anew with every key that is typed beside them.
  const whole = new Map<string, string>();

  const translate = (key: string, values?: Values): string => {
    if (values) return say(key, values);
    let said = whole.get(key);
    if (said === undefined) whole.set(key, (said = say(key)));
    return said;
  };

  const say = (key: string, values: Values = {}): string => {
    const word = find(key);
    if (word === undefined) return '';
    const text = typeof word === 'string' ? word : word[pluralsOf(ofHost(key) ? locale : spoken).select(Number(values['count']))] ?? word.other;
    return text.replace(/\{(@?)(\w+)\}/g, (_, isTerm: string, name: string) => {
      if (isTerm) return term(name);
      const value = values[name];
      if (typeof value === 'number') return sayNumber(value, locale);
      return value ? isolated(value, spoken) : '';
    });
  };
  return Object.assign(translate, { has: (key: string) => find(key) !== undefined });
}
