/** A locale that `Intl` takes, else English. */
export function supportedLocale(locale: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale || 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** A time zone that `Intl` takes, else the browser's own; UTC while none is known. */
export function supportedTimeZone(timeZone: string | null | undefined): string {
  if (!timeZone) return 'UTC';
  try {
    dayFormat(timeZone);
    return timeZone;
  } catch {
    return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  }
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Tells the day (`2026-03-31`) that an instant falls on in a zone, of which a page has one or two. sv is the locale whose short date is the ISO one. */
export function dayFormat(timeZone: string): Intl.DateTimeFormat {
  let format = dayFormats.get(timeZone);
  // Making one costs milliseconds on a slow machine.
  if (!format) dayFormats.set(timeZone, (format = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })));
  return format;
}
