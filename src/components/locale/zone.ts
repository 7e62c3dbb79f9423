import { onceFor } from './once-for.js';

/** A locale that `Intl` takes, else English. */
export function supportedLocale(locale: string | null | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale || 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Tells the day (`2026-03-31`) that an instant falls on in a zone. sv is the locale whose short date is the ISO one. */
export const dayFormat = onceFor((timeZone) => new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }));

/** A time zone that `Intl` takes, else the browser's own. */
export const supportedTimeZone = onceFor((timeZone) => {
  try {
    dayFormat(timeZone);
    return timeZone;
  } catch {
    return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  }
});
