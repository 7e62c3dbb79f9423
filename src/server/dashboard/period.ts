import { invalid } from '../service-error.js';

/** Whole months of the programme, with the equal stretch before them to compare with. Days are first days of months. */
export interface Period {
  /** `2026-01`, inclusive. */
  from: string;
  to: string;
  /** Every month, in order. */
  months: string[];
  startsOn: string;
  /** The first day that is no longer in it. */
  endsBefore: string;
  beforeStartsOn: string;
}

const longest = 36;
const count = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthAt = (index: number): string => `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
const firstDay = (index: number): string => `${monthAt(index)}-01`;

/** The months asked for: the twelve up to this one unless said. */
export function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }, today: string): Period {
  const last = count(to ?? today.slice(0, 7));
  const first = from ? count(from) : last - 11;
  const length = last - first + 1;
  if (length < 1) throw invalid('?from', 'range', 'The period ends before it begins. Swap the months.');
  if (length > longest) throw invalid('?from', 'range', `A period has at most ${longest} months. Choose a shorter one.`);
  // Year 1 has no year before it in the database's calendar.
  if (first - length < 12) throw invalid('?from', 'range', 'The period begins too early.');
  return {
    from: monthAt(first), to: monthAt(last), months: Array.from({ length }, (_, index) => monthAt(first + index)),
    startsOn: firstDay(first), endsBefore: firstDay(last + 1), beforeStartsOn: firstDay(first - length),
  };
}
