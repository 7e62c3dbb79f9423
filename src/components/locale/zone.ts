/** A locale that `Intl` takes, else English. */
export function supportedLocale(locale: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale || 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** A time zone that `Intl` takes, else the browser's own. */
export function supportedTimeZone(timeZone: string | null | undefined): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  try {
    return timeZone ? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone : own;
  } catch {
    return own;
  }
}

/** Tells the day (`2026-03-31`) that an instant falls on in a zone. sv is the locale whose short date is the ISO one. */
export const dayFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
