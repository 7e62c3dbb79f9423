/** Which sign stands before the decimals. */
export type DecimalSign = ',' | '.';
export type Read = { value: string } | { problem: string };

/** Without currency and the spaces and apostrophes that group thousands; `undefined` where something else stands in it. */
function bare(text: string): string | undefined {
  const digits = text.replace(/^(?:[A-Z]{3}|\p{Sc})\s*|\s*(?:[A-Z]{3}|\p{Sc})$/gu, '').replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/gu, '');
  return /^\d[\d.,]*$/.test(digits) ? digits : undefined;
}

/**
 * What a number tells of the file's decimal sign: `1.234,50` is sure, `12,5` is sure, `1.234` may be either, and `1234` says nothing.
 * A sign that stands twice groups thousands; of two different ones the last is the decimal sign.
 */
export function decimalSignOf(text: string): DecimalSign | 'either' | undefined {
  const digits = bare(text);
  if (!digits) return undefined;
  const signs = digits.replace(/\d/g, '');
  const last = signs.at(-1) as DecimalSign | undefined;
  if (!last) return undefined;
  const other = last === ',' ? '.' : ',';
  if (signs.includes(other)) return last;
  if (signs.length > 1) return other;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? 'either' : last;
}

/** A decimal as the contract has it, `1234.5`, out of `1.234,50 €`. */
export function readDecimal(text: string, sign: DecimalSign | undefined): Read {
  const digits = bare(text);
  if (!digits) return { problem: /^[-(−]/.test(text) ? `${text} is negative.` : `${text} is no number.` };
  const own = decimalSignOf(text);
  if (own === 'either' && !sign) return { problem: `${text} may have a decimal or a thousands separator. Say which with --decimal , or --decimal .` };
  const decimal = sign ?? (own === 'either' || own === undefined ? '.' : own);
  const group = decimal === ',' ? '.' : ',';
  const [whole = '', ...parts] = digits.split(decimal);
  if (parts.length > 1) return { problem: `${text} has more than one decimal sign.` };
  const ungrouped = whole.includes(group) ? (/^\d{1,3}([.,]\d{3})+$/.test(whole) ? whole.replaceAll(group, '') : undefined) : whole;
  if (ungrouped === undefined || parts[0]?.includes(group) || parts[0] === '') return { problem: `${text} is no number with “${decimal}” before the decimals.` };
  const decimals = (parts[0] ?? '').replace(/0+$/, '');
  if (decimals.length > 4) return { problem: `${text} has more than four decimals.` };
  return { value: (ungrouped.replace(/^0+(?=\d)/, '') || '0') + (decimals && `.${decimals}`) };
}
