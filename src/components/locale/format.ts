/**
 * Numbers, money and time in one locale and one time zone. Making an `Intl` formatter costs about 50 µs and a list draws
 * hundreds of cells, so the formatters are kept for the life of a `Formats`, and a `Formats` per locale and zone; a page
 * has one or two, so nothing needs to be dropped.
 */
import { dayFormat, supportedTimeZone } from './zone.js';

export interface MoneyValue {
  /** In whole minor units. */
  readonly amount: number;
  readonly currency: string;
}

const dayMs = 86_400_000;
const kept = new WeakMap<Clock, Map<string, Formats>>();

/** Tells the time, in ms since 1970. */
type Clock = () => number;

/** The formats of a locale and zone, by a clock. A zone that `Intl` does not take is the browser's own. */
export function formatsFor(locale: string, timeZone: string, now: Clock = Date.now): Formats {
  const key = `${locale} ${timeZone}`;
  const ofClock = kept.get(now) ?? new Map<string, Formats>();
  kept.set(now, ofClock);
  let formats = ofClock.get(key);
  if (!formats) ofClock.set(key, (formats = new Formats(locale, timeZone, now)));
  return formats;
}

export class Formats {
  readonly #zone: string;
  readonly #kept = new Map<string, unknown>();
  #today = { minute: NaN, midnight: NaN };

  constructor(
    readonly locale: string,
    timeZone: string,
    /** What time it is now, in ms since 1970. */
    readonly now: Clock = () => Date.now(),
  ) {
    this.#zone = timeZone;
  }

  /** Looked at when it is needed: what asks for it first is dear. */
  get timeZone(): string {
    return supportedTimeZone(this.#zone);
  }

  /** `12,345` */
  readonly number = (value: number, options?: Intl.NumberFormatOptions): string =>
    this.#numbers(options ? JSON.stringify(options) : 'number', () => options).format(value);

  /** `42 %`, from a share of 1. */
  readonly percent = (share: number, digits = 0): string =>
    this.#numbers(`percent ${digits}`, () => ({ style: 'percent', maximumFractionDigits: digits })).format(share);

  /** `€1,234.50`; `whole` leaves the minor units off, `compact` says `€1.2M`. */
  readonly money = ({ amount, currency }: MoneyValue, form: 'full' | 'whole' | 'compact' = 'full'): string => {
    const money = (more?: Intl.NumberFormatOptions) => () => ({ style: 'currency', currency, ...more } as const);
    const full = this.#numbers(currency, money());
    const units = amount / this.#keep(`${currency} units`, () => 10 ** (full.resolvedOptions().maximumFractionDigits ?? 2));
    if (form === 'full') return full.format(units);
    if (form === 'compact') {
      const compact = this.#numbers(`${currency} compact`, money({ notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 }));
      const isShort = (value: number) => compact.formatToParts(value).some(({ type }) => type === 'compact');
      // German has no short word for thousands and would say 712.698,4 €.
      const from = this.#keep('short from', () => [1e3, 1e4, 1e6].find(isShort) ?? 1e9);
      if (Math.abs(units) >= from) return compact.format(units);
    }
    return this.#numbers(`${currency} whole`, money({ maximumFractionDigits: 0 })).format(units);
  };

  /** `Petra, Omar, and Ada`, or with `or`. */
  readonly list = (words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
    new Intl.ListFormat(this.locale, { type }).format(words);

  /** A day (`2026-03-31`) or an instant as a date: `31 Mar 2026`. */
  readonly date = (value: string, style: 'medium' | 'long' | 'full' = 'medium'): string => {
    // A day has no zone of its own: it is parsed as UTC midnight, so it is read there too.
    const isDay = value.length === 10;
    return this.#dates(isDay ? `day ${style}` : style, () => ({ dateStyle: style, timeZone: isDay ? 'UTC' : this.timeZone })).format(new Date(value));
  };

  /** An instant with its time: `31 Mar 2026, 11:00`. */
  readonly dateTime = (value: string): string =>
    this.#dates('time', () => ({ dateStyle: 'medium', timeStyle: 'short', timeZone: this.timeZone })).format(new Date(value));

  /** A month (`2026-03`): `Mar 2026`, or `Mar`. */
  readonly month = (value: string, form: 'full' | 'short' = 'full'): string =>
    this.#dates(`month ${form}`, () => ({ month: 'short', ...(form === 'full' && { year: 'numeric' }), timeZone: 'UTC' })).format(new Date(`${value.slice(0, 7)}-01`));

  /** `2026` */
  readonly year = (year: number): string => this.#dates('year', () => ({ year: 'numeric', timeZone: 'UTC' })).format(Date.UTC(year, 0));

  /** `today`, `in 3 days`, `2 weeks ago`; beyond two months the date itself. */
  readonly relativeDay = (value: string, now: number = this.now()): string => {
    // Far away it needs no counting, and most rows of a list are.
    if (Math.abs(Date.parse(value) - now) > 62 * dayMs) return this.date(value);
    const days = this.daysUntil(value, now);
    if (Math.abs(days) > 60) return this.date(value);
    const relative = this.#keep('relative', () => new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }));
    return Math.abs(days) < 14 ? relative.format(days, 'day') : relative.format(Math.round(days / 7), 'week');
  };

  /** Whole days from today to a day or an instant, both as the zone counts them: across a change of clocks too. */
  readonly daysUntil = (value: string, now: number = this.now()): number =>
    Math.round((Date.parse(this.dayOf(value)) - this.#todayAt(now)) / dayMs);

  /** The day (`2026-03-31`) that an instant falls on in the zone. */
  readonly dayOf = (value: string): string => {
    if (value.length === 10) return value;
    return dayFormat(this.timeZone).format(new Date(value));
  };

  /** Midnight of the day that an instant falls on; asked for each row of a list, and the same for a minute at least. */
  #todayAt(now: number): number {
    const minute = Math.floor(now / 60_000);
    if (this.#today.minute !== minute) this.#today = { minute, midnight: Date.parse(this.dayOf(new Date(now).toISOString())) };
    return this.#today.midnight;
  }

  #numbers(key: string, options: () => Intl.NumberFormatOptions | undefined): Intl.NumberFormat {
    return this.#keep(key, () => new Intl.NumberFormat(this.locale, options()));
  }

  #dates(key: string, options: () => Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    // Deadlines and date fields are Gregorian, also where a country keeps another calendar.
    return this.#keep(`date ${key}`, () => new Intl.DateTimeFormat(this.locale, { calendar: 'gregory', ...options() }));
  }

  #keep<Kind>(key: string, make: () => Kind): Kind {
    let kept = this.#kept.get(key) as Kind | undefined;
    if (kept === undefined) this.#kept.set(key, (kept = make()));
    return kept;
  }
}
