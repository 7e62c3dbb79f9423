import type { Chance } from './random.js';

export const dayLength = 86_400_000;

/** Days and hours of the programme's zone. Instants are milliseconds. */
export interface Calendar {
  now: number;
  today: string;
  /** The day an instant falls on. */
  dayOf(at: number): string;
  /** The instant at which a day begins, or so many hours later. */
  startOf(day: string, hours?: number): number;
  /** A working hour, on the day of the instant or the next working day; it may lie ahead of now. */
  workingHour(chance: Chance, at: number): number;
}

export function calendarOf(now: number, timeZone: string): Calendar {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  /** How far the zone's clock is ahead of UTC at an instant. */
  const offset = (at: number) => {
    const read = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(read.year!, read.month! - 1, read.day, read.hour, read.minute, read.second) - Math.floor(at / 1000) * 1000;
  };
  const dayOf = (at: number) => new Date(at + offset(at)).toISOString().slice(0, 10);
  const startOf = (day: string, hours = 0) => {
    const local = Date.parse(day) + hours * 3_600_000;
    // Twice: the first guess may stand on the other side of a change of the clocks.
    return local - offset(local - offset(local));
  };
  return {
    now, today: dayOf(now), dayOf, startOf,
    workingHour(chance, at) {
      const day = new Date(dayOf(at));
      const weekend = [1, 0, 0, 0, 0, 0, 2][day.getUTCDay()]!;
      return startOf(dayOf(at + weekend * dayLength), chance.between(8, 17.5));
    },
  };
}
