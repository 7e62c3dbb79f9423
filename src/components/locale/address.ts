import { countryName } from './countries.js';

/** An address as it is kept; each part may be missing. */
export interface Address {
  readonly street?: string | null;
  readonly postalCode?: string | null;
  readonly city?: string | null;
  readonly state?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
}

/** How a country writes its addresses, line by line, after the Universal Postal Union; most write as the first. */
const layouts = {
  usual: '{street}\n{postalCode} {city}\n{state}',
  cityFirst: '{street}\n{city} {state} {postalCode}',
  ownLine: '{street}\n{city}\n{state}\n{postalCode}',
  largestFirst: '{postalCode}\n{state} {city}\n{street}',
};
const layoutOf: Readonly<Record<string, keyof typeof layouts>> = {
  US: 'cityFirst', CA: 'cityFirst', AU: 'cityFirst', NZ: 'cityFirst', IN: 'cityFirst', SA: 'cityFirst', AE: 'cityFirst', EG: 'cityFirst',
  GB: 'ownLine', IE: 'ownLine', HK: 'ownLine', ZA: 'ownLine', BR: 'ownLine', JP: 'largestFirst', CN: 'largestFirst', TW: 'largestFirst',
};

/** The lines of an address in its own country's order, with the country in the reader's language. */
export function addressLines(locale: string, { country = null, ...parts }: Address): string[] {
  const filled = layouts[layoutOf[country ?? ''] ?? 'usual'].replace(/\{(\w+)\}/g, (_, name: keyof typeof parts) => parts[name] ?? '');
  return [...filled.split('\n'), countryName(locale, country) ?? ''].map((line) => line.trim().replace(/ {2,}/g, ' ')).filter(Boolean);
}
