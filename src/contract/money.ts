import * as z from 'zod/mini';

/** ISO 4217 code: `EUR`. */
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/));

/** An amount in whole minor units (cents; yen for JPY), up to 90 trillion of them. */
export const money = z.object({
  amount: z.int().check(z.minimum(-9_000_000_000_000_000), z.maximum(9_000_000_000_000_000)),
  currency,
});
export type Money = z.infer<typeof money>;

/** What a partner or vendor may enter: not negative. */
export const price = z.strictObject({ amount: z.int().check(z.minimum(0), z.maximum(1_000_000_000_000)), currency });

/** A decimal as text, up to four places: `2024.9940`. Never a float. */
export const decimal = z.string().check(z.regex(/^\d{1,12}(\.\d{1,4})?$/, { error: 'Send a decimal with a point and up to four places, such as 12.50.' }));

/** How many minor digits a currency has, as CLDR knows it: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (code: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits ?? 2;

/** A decimal in ten-thousandths, exactly. */
export function toTenThousandths(text: string): bigint {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole) * 10_000n + BigInt(part.padEnd(4, '0'));
}

/** Ten-thousandths to text with four places. */
export const fromTenThousandths = (value: bigint): string => `${value / 10_000n}.${String(value % 10_000n).padStart(4, '0')}`;

/** Quantity × unit price to four places, half up. */
export const lineAmount = (quantity: string, unitPrice: string): string =>
  fromTenThousandths((toTenThousandths(quantity) * toTenThousandths(unitPrice) + 5_000n) / 10_000n);

/** The sum of lines' amounts, rounded once, half up, to the currency's minor unit. */
export function sumToMinor(amounts: readonly string[], code: string): number {
  const total = amounts.reduce((sum, amount) => sum + toTenThousandths(amount), 0n);
  const unit = 10n ** BigInt(4 - Math.min(minorDigits(code), 4));
  return Number((total + unit / 2n) / unit);
}
