import { englishProjects, languages, wordsIn, type Language } from './languages.js';
import type { Chance } from './random.js';

const byCountry = new Map(languages.map((language) => [language.country, language]));

/** The language of a country; English where none is known. */
export const languageOf = (country: string): Language => byCountry.get(country) ?? byCountry.get('GB')!;

export interface PersonName { name: string; given: string; family: string }

/** Family name first where it stands first. */
export function personName(chance: Chance, { given, family, locale }: Language): PersonName {
  const [first, last] = [chance.pick(wordsIn(given)), chance.pick(wordsIn(family))];
  const name = locale === 'ja' ? `${last} ${first}` : locale === 'ko' ? last + first : `${first} ${last}`;
  return { name, given: first, family: last };
}

export const companyName = (chance: Chance, language: Language): string =>
  chance.pick(wordsIn(language.company)).replaceAll('{stem}', chance.pick(wordsIn(language.stems))).replaceAll('{branch}', chance.pick(wordsIn(language.branches)))
    // Falkenrode makes a Falkenroder, and Brückner stays one.
    .replace(/(?:e|er)er(?= )/u, 'er');

export const projectName = (chance: Chance, language: Language): string =>
  chance.pick(wordsIn(language.projects ?? englishProjects)).replace('{n}', String(chance.whole(1, 9)));

export const city = (chance: Chance, language: Language): string => chance.pick(wordsIn(language.cities));

export function street(chance: Chance, language: Language): string {
  const [name, number] = [chance.pick(wordsIn(language.streets)), chance.whole(1, 148)];
  return ['FR', 'GB', 'IE', 'US'].includes(language.country) ? `${number} ${name}` : `${name} ${number}`;
}

const digits = (chance: Chance, form: string): string => form.replace(/#/g, () => String(chance.whole(1, 9)));
export const postalCode = (chance: Chance, language: Language): string => digits(chance, language.postal);
export const phone = (chance: Chance, language: Language): string => digits(chance, `${language.dialling} ## ### ## ##`);

/** Letters that a host name can hold; of names in other scripts nothing is left. */
export const asciiName = (text: string): string =>
  text.normalize('NFKD').toLowerCase().replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('æ', 'ae').replaceAll('ı', 'i').replaceAll('đ', 'd')
    .replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
