/** Languages whose names of countries are understood. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da'];
const alsoCalled: Readonly<Record<string, string>> = {
  usa: 'US', unitedstatesofamerica: 'US', america: 'US', uk: 'GB', greatbritain: 'GB', england: 'GB', scotland: 'GB', wales: 'GB', northernireland: 'GB', czechrepublic: 'CZ', holland: 'NL', thenetherlands: 'NL',
  southkorea: 'KR', korea: 'KR', russia: 'RU', vietnam: 'VN', uae: 'AE', turkey: 'TR', türkiye: 'TR', hongkong: 'HK', macau: 'MO', brd: 'DE', ivorycoast: 'CI', burma: 'MM', capeverde: 'CV', swaziland: 'SZ', macedonia: 'MK',
};

const plain = (name: string): string => name.toLowerCase().normalize('NFC').replace(/[^\p{L}]/gu, '');

let codes: Map<string, string> | undefined;

/** Every country's names in those languages, read backwards. Built once, at the first name that is no code. */
function namesToCodes(): Map<string, string> {
  const found = new Map(Object.entries(alsoCalled));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const regions = letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => {
    // Codes that are gone (DD) or another's by-name (UK) lead to the one in use.
    return new Intl.Locale(`und-${code}`).region === code && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  });
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of regions) {
      const name = names.of(code);
      if (name && !found.has(plain(name))) found.set(plain(name), code);
    }
  }
  return found;
}

/** `United States`, `Vereinigte Staaten` or `us` to `US`; nothing for what is no country. */
export function countryCode(text: string): string | undefined {
  if (/^[A-Za-z]{2}$/.test(text) && text.toLowerCase() !== 'uk') return text.toUpperCase();
  return (codes ??= namesToCodes()).get(plain(text));
}
