/** A period of whole months, both included: `2026-01` to `2026-12`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export type PeriodName = 'year' | 'quarter' | 'this' | 'last';

/** The month `count` months before another. */
export function monthsBefore(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = year * 12 + number - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The months of a named period, for the day it is in the programme. */
export function periodOf(name: PeriodName, today: string): Period {
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  switch (name) {
    case 'year': return { from: monthsBefore(month, 11), to: month };
    case 'quarter': return { from: monthsBefore(month, 2), to: month };
    case 'this': return { from: `${year}-01`, to: `${year}-12` };
    case 'last': return { from: `${year - 1}-01`, to: `${year - 1}-12` };
  }
}
