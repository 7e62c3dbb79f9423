/** How a language writes numbers. */
interface Writing {
  /** `.` or `,` or `٫`. */
  readonly decimal: string;
  /** Whole digits in groups; never after a zero, for `0.500` groups nothing. */
  readonly grouped: RegExp;
}

const byThrees = /^[1-9]\d{0,2}(\D\d{3})+$/;
/** As in India, `12,34,567`, or as elsewhere. */
const byTwos = /^[1-9]\d?(\D\d{2})*\D\d{3}$|^[1-9]\d{0,2}(\D\d{3})+$/;
const writings = new Map<string, Writing>();

function writingOf(locale: string): Writing {
  let writing = writings.get(locale);
  if (!writing) {
    const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
    const groups = parts.filter(({ type }) => type === 'integer');
    writing = { decimal: parts.find(({ type }) => type === 'decimal')?.value ?? '.', grouped: [...groups[1]?.value ?? ''].length === 2 ? byTwos : byThrees };
    writings.set(locale, writing);
  }
  return writing;
}

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** A digit of any script as ours: the ten of a script stand in a row. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (isDigit(zero - 1)) zero--;
  return String((code - zero) % 10);
}

/** A number's text in the characters that a program reads, whatever keyboard it came from: `١٢`, `१२` and the wide `１２` are `12`. Marks of direction and spaces go. */
const latin = (text: string): string =>
  text
    .replace(/\p{Nd}/gu, latinDigit)
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
  const { decimal, grouped } = writingOf(locale);
  const separator = decimal.replace('٫', '.');
  const grouping = separator === '.' ? ',' : '.';
  let [whole = '', fraction, ...rest] = latin(text).replaceAll('٫', separator).replaceAll('٬', grouping).split(separator);
  // Where groups are, it groups; anywhere else it can only be a decimal point in the wrong language.
  if (grouped.test(whole)) whole = whole.replaceAll(grouping, '');
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
