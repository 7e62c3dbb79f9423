import { latinised } from './letters.js';
import { wordSimilarity } from './sounds.js';

export interface Address {
  country?: string | null | undefined;
  city?: string | null | undefined;
  street?: string | null | undefined;
  postalCode?: string | null | undefined;
}

/** Kinds of streets in the languages that shorten or join them; left out, since they are written in every way. */
const kindsOfStreet = /(strasse|straat|gasse|vej|gatan|gata|weg)$/;
const streetWords = new Set('street str st road rd avenue ave av boulevard blvd lane ln drive dr square sq court ct way place pl platz strasse weg gasse allee rue via viale piazza calle plaza rua ulica ul utca ulitsa straat laan plein vej gade gatan the de la du des di del della am an der im'.split(' '));

const wordsOf = (text: string | null | undefined): string[] => latinised(text ?? '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** `Hauptstr. 12a` → `haupt` and `12`. */
function readStreet(street: string | null | undefined): { names: string[]; number: string | undefined } {
  const words = wordsOf(street);
  const number = words.map((word) => /^\d{1,5}/.exec(word)?.[0]).find(Boolean);
  const names = words.filter((word) => !/^\d/.test(word) && !streetWords.has(word)).map((word) => word.replace(kindsOfStreet, '').replace(/str$/, '') || word);
  return { names, number };
}

const plainPostalCode = (code: string | null | undefined): string => wordsOf(code).join('').replace(/^[a-z]{1,2}(?=\d{4,})/, '');

/** What an address is found by: postal code and house number, which nobody spells in two ways. */
export function addressKey({ street, postalCode }: Address): string | undefined {
  const code = plainPostalCode(postalCode);
  const { number } = readStreet(street);
  return code && number ? `${code} ${number}` : undefined;
}

/** How surely two addresses are one, 0 to 1: the same door, else the same street, else the same city. */
export function addressStrength(one: Address, other: Address): number {
  if (one.country && other.country && one.country !== other.country) return 0;
  const [a, b] = [readStreet(one.street), readStreet(other.street)];
  const sameStreet = a.names.length > 0 && a.names.some((name) => b.names.some((likely) => wordSimilarity(name, likely) >= 0.75));
  const [codeA, codeB] = [plainPostalCode(one.postalCode), plainPostalCode(other.postalCode)];
  const [cityA, cityB] = [wordsOf(one.city).join(' '), wordsOf(other.city).join(' ')];
  const samePlace = codeA && codeB ? codeA === codeB : Boolean(cityA) && cityA === cityB;
  if (samePlace && sameStreet) return a.number && a.number === b.number ? 1 : 0.5;
  return cityA && cityA === cityB ? 0.2 : 0;
}
