import * as z from 'zod/mini';

// PostgreSQL stores no NUL, and a control character in a name is never meant.
const printable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;
const printableLine = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/;
// With these a name can look like another, or turn round what stands beside it. The marks that scripts need are others.
const turning = /[\u202a-\u202e\u2066-\u2069]/;

/** A line of text, trimmed, 1 to `max` characters. */
export const line = (max = 200) => z.string().check(
  z.trim(), z.minLength(1), z.maxLength(max),
  z.regex(printableLine, { error: 'Remove line breaks and control characters.' }),
  z.refine((text) => !turning.test(text), { error: 'Remove the invisible characters that turn the direction of text.', params: { code: 'invalid_direction' } }),
);

/** Free text of several lines, up to `max` characters; may be empty. */
export const prose = (max = 4_000) => z.string().check(z.trim(), z.maxLength(max), z.regex(printable, { error: 'Remove control characters.' }));

/** Lower-case e-mail address. */
export const email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email());

/** ISO 3166-1 alpha-2 country code. */
export const country = z.string().check(z.regex(/^[A-Z]{2}$/));

/** A word in several languages: BCP 47 tag → text. `en` is the fallback. */
export const localText = z.record(z.string().check(z.maxLength(35)), line(300));
export type LocalText = z.infer<typeof localText>;

/** A short machine name: lower case, digits, underscores. */
export const slug = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/));

/** The vendor's own key for a record that came from elsewhere. */
export const externalKey = line(200);

/** Closed where a caller sends it. */
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V) => z.enum(values);

/** Open where the service answers: an older widget must survive a newer service. */
export const known = <const V extends readonly string[]>(_values: V) =>
  z.string() as unknown as z.ZodMiniType<V[number] | (string & {}), string>;

/** Several values in one query parameter, separated by commas. */
export const several = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.pipe(
    z.transform((value: unknown) => (typeof value === 'string' ? value.split(',') : value)),
    z.array(z.enum(values)).check(z.minLength(1), z.maxLength(values.length)),
  );
