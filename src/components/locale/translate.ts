import type { Catalogue, CatalogueSource, Messages, PluralForms } from './catalogue.js';

type Word = string | PluralForms;
type Values = Readonly<Record<string, string | number>>;

const languageOf = (locale: string): string => locale.toLowerCase().split('-')[0]!;

/** Loads the words of a locale's language, or English where there are none in it. */
export async function loadCatalogue<C extends Catalogue>(source: CatalogueSource<C>, locale: string): Promise<Catalogue> {
  const load = source[languageOf(locale)] ?? source.en;
  return (await load()).default;
}

const isForms = (value: unknown): value is PluralForms => typeof value === 'object' && value !== null && 'other' in value;

/**
 * Makes the function that says words: the host's own come first, then the catalogues in their order. A missing key is
 * impossible for typed callers; the codes of a newer service are looked up with `has` first.
 */
export function createTranslate(locale: string, catalogues: readonly Catalogue[], messages: Messages = {}) {
  const inLanguage = messages[languageOf(locale)];
  const own = typeof inLanguage === 'object' && !isForms(inLanguage) ? (inLanguage as Record<string, Word>) : {};
  const plurals = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);

  const find = (key: string): Word | undefined => {
    const host = own[key] ?? messages[key];
    if (typeof host === 'string' || isForms(host)) return host;
    for (const catalogue of catalogues) if (Object.hasOwn(catalogue, key)) return catalogue[key];
    return undefined;
  };

  const term = (name: string): string => {
    const lower = name[0]!.toLowerCase() + name.slice(1);
    const word = find(`term.${lower}`);
    const text = typeof word === 'string' ? word : lower;
    return name === lower ? text : text[0]!.toLocaleUpperCase(locale) + text.slice(1);
  };

  const translate = (key: string, values: Values = {}): string => {
    const word = find(key);
    if (word === undefined) return '';
    const text = typeof word === 'string' ? word : word[plurals.select(Number(values['count']))] ?? word.other;
    return text.replace(/\{(@?)(\w+)\}/g, (_, isTerm: string, name: string) => {
      if (isTerm) return term(name);
      const value = values[name];
      return typeof value === 'number' ? number.format(value) : value ?? '';
    });
  };
  return Object.assign(translate, { has: (key: string) => find(key) !== undefined });
}
