const separators = new Map<string, string>();

/** The decimal separator of a language: `.` or `,` or `٫`. */
function decimalSeparator(locale: string): string {
  let separator = separators.get(locale);
  if (!separator) {
    separator = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
    separators.set(locale, separator);
  }
  return separator;
}

/**
 * A number's text in the characters that a program reads, whatever keyboard it came from: `١٢`, `۱۲` and the wide `１２` are `12`.
 * Each of these has its zero where the last four bits are zero. Marks of direction and spaces go.
 */
const latin = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\uff0c\u060c\u3001]/g, ',')
    .replace(/[\uff0e\u3002]/g, '.')
    .replace(/[\s\u061c\u200e\u200f\u2066-\u2069'’]/g, '');

/** What somebody typed as a whole number, or NaN. */
export const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(latin(text)) ? Number(latin(text)) : Number.NaN);

/**
 * What somebody typed as a plain decimal: `1.234,50` in German is `1234.50`. Grouping and spaces are ignored; a text that is
 * no number, or has more than `places` decimals, is undefined.
 */
export function parseDecimal(text: string, locale: string, places = 4): string | undefined {
  // Arabic has separators of its own; who writes Latin digits there writes English ones.
  const separator = decimalSeparator(locale).replace('٫', '.');
  const grouping = separator === '.' ? ',' : '.';
  let [whole = '', fraction, ...rest] = latin(text).replaceAll('٫', separator).replaceAll('٬', grouping).split(separator);
  // In a group of three it groups; anywhere else it can only be a decimal point in the wrong language.
  if (/^\d{1,3}(\D\d{3})+$/.test(whole)) whole = whole.replaceAll(grouping, '');
  else if (fraction === undefined && whole.split(grouping).length === 2) [whole = '', fraction] = whole.split(grouping);
  if (rest.length > 0 || !/^\d{1,12}$/.test(whole) || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  const trimmed = (fraction ?? '').replace(/0+$/, '');
  return trimmed.length > places ? undefined : trimmed ? `${whole}.${trimmed}` : whole;
}

/** How many minor digits a currency has. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** A decimal in whole minor units, or undefined where it has more places than the currency. */
export function toMinor(decimal: string, currency: string): number | undefined {
  const digits = minorDigits(currency);
  const [whole = '', fraction = ''] = decimal.split('.');
  return fraction.length > digits ? undefined : Number(whole + fraction.padEnd(digits, '0'));
}

/** Whole minor units as somebody would type them. */
export const fromMinor = (amount: number, currency: string, locale: string): string => {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, { useGrouping: false, minimumFractionDigits: amount % 10 ** digits === 0 ? 0 : digits, maximumFractionDigits: digits }).format(amount / 10 ** digits);
};

/** A decimal as the service writes it (`2.0000`), as somebody would type it. */
export const fromDecimal = (text: string, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 }).format(Number(text));
