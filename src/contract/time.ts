import * as z from 'zod/mini';

/** A day in the programme's time zone: `2026-03-31`. From 1900 to 2999, which every calendar and spreadsheet knows. */
export const day = z.iso.date().check(z.refine((text) => text >= '1900' && text < '3000', { error: 'Use a day from 1900 to 2999.', params: { code: 'invalid_date' } }));
/** A month in the programme's time zone: `2026-03`. */
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
/** An instant in UTC: `2026-03-31T09:00:00.000Z`. */
export const instant = z.iso.datetime();
