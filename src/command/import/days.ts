import { UsageError } from '../command.js';
import type { Read } from './numbers.js';

/** Which part of `03/04/2026` comes first. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export function dateOrderNamed(text: string): DateOrder {
  if (text === 'dmy' || text === 'mdy' || text === 'ymd') return text;
  throw new UsageError(`--date-format is dmy, mdy or ymd, not ${text}.`);
}

// A time of day may follow; it is not read.
const form = /^(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})(?:[T ,].*)?$/;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const germanMonths: Readonly<Record<string, number>> = { mär: 3, maer: 3, mai: 5, okt: 10, dez: 12 };
const wordForm = /^(\d{1,2})[.\s-]+(\p{L}{3,})\.?[\s,-]+(\d{4})$/u;
const wordFirst = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/u;

/** What a date tells of the file's order: `31/12/2026` is sure, `03/04/2026` may be either. Points are the continent's: day first. */
export function dateOrderOf(text: string): DateOrder | 'either' | undefined {
  const [, first, sign, second, last] = form.exec(text) ?? [];
  if (!first || !second || !last) return undefined;
  if (first.length === 4) return 'ymd';
  if (sign === '.' || Number(first) > 12) return 'dmy';
  if (Number(second) > 12) return 'mdy';
  return first === second ? undefined : 'either';
}

/** A day as the contract has it, `2026-12-31`. */
export function readDay(text: string, order: DateOrder | undefined): Read {
  const words = wordForm.exec(text);
  const wordsFirst = words ? undefined : wordFirst.exec(text);
  if (words) return dayFrom(text, words[3]!, monthNamed(words[2]!), words[1]!);
  if (wordsFirst) return dayFrom(text, wordsFirst[3]!, monthNamed(wordsFirst[1]!), wordsFirst[2]!);
  const [, first, , second, last] = form.exec(text) ?? [];
  if (!first || !second || !last) return { problem: `${text} is no date. Dates are written as 2026-12-31, 31.12.2026 or 12/31/2026.` };
  const own = dateOrderOf(text);
  if (own === 'either' && !order) return { problem: `${text} may begin with the day or the month. Say which with --date-format dmy or --date-format mdy.` };
  const by = own === 'ymd' ? 'ymd' : order && order !== 'ymd' ? order : own === 'mdy' ? 'mdy' : 'dmy';
  if (by === 'ymd') return dayFrom(text, first, Number(second), last);
  return by === 'dmy' ? dayFrom(text, last, Number(second), first) : dayFrom(text, last, Number(first), second);
}

const monthNamed = (name: string): number => {
  const short = name.toLowerCase();
  return germanMonths[short.slice(0, 3)] ?? months.indexOf(short.slice(0, 3)) + 1;
};

function dayFrom(text: string, year: string, month: number, day: string): Read {
  // Two digits are of this century: nobody imports deals of the last one.
  const iso = `${year.length === 2 ? `20${year}` : year.padStart(4, '0')}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso ? { value: iso } : { problem: `${text} is no day of the calendar.` };
}
