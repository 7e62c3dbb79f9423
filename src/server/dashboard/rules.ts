import { stages, type Dashboard, type FigureKey } from '../../contract/index.js';
import type { Period } from './period.js';

/** What the database counted: so many of one thing in one month, or now where it is no matter of months. */
export interface Tally {
  month: string | null;
  /** A stage for approved deals, in the month they closed or open now; else what was counted. */
  what: string;
  count: number;
  /** Minor units. */
  value: number;
}

interface Sums {
  wonValue: number; wonCount: number; lostCount: number; registered: number; answered: number; unanswered: number;
}

function sums(tallies: readonly Tally[]): Sums {
  const of = (what: string, part: 'count' | 'value' = 'count') =>
    tallies.reduce((sum, tally) => (tally.what === what ? sum + tally[part] : sum), 0);
  return {
    wonValue: of('closed_won', 'value'), wonCount: of('closed_won'), lostCount: of('closed_lost'),
    registered: of('registered'), answered: of('answered'), unanswered: of('unanswered'),
  };
}

const ratio = (part: number, rest: number): number | null => (part + rest ? part / (part + rest) : null);

/** The key figures, months and funnel of a period, each as the contract defines it. */
export function addUp(tallies: readonly Tally[], period: Period): Pick<Dashboard, 'figures' | 'months' | 'funnel'> {
  const within = tallies.filter(({ month }) => month !== null && month >= period.from);
  const open = tallies.filter(({ month }) => month === null);
  const now = sums(within);
  const before = sums(tallies.filter(({ month }) => month !== null && month < period.from));
  const openSum = (part: 'count' | 'value') => open.reduce((sum, tally) => sum + tally[part], 0);

  const compared = (key: FigureKey, unit: 'money' | 'count' | 'ratio', figure: (sums: Sums) => number | null) =>
    ({ key, unit, value: figure(now), before: figure(before) });
  return {
    figures: [
      compared('won_value', 'money', ({ wonValue }) => wonValue),
      compared('won_count', 'count', ({ wonCount }) => wonCount),
      compared('registered_count', 'count', ({ registered }) => registered),
      compared('win_rate', 'ratio', ({ wonCount, lostCount }) => ratio(wonCount, lostCount)),
      { key: 'open_value', unit: 'money', value: openSum('value'), before: null },
      { key: 'open_count', unit: 'count', value: openSum('count'), before: null },
      compared('lead_answer_rate', 'ratio', ({ answered, unanswered }) => ratio(answered, unanswered)),
    ],
    months: period.months.map((month) => {
      const { wonValue, wonCount, registered } = sums(within.filter((tally) => tally.month === month));
      return { month, wonValue, wonCount, registeredCount: registered };
    }),
    funnel: stages.map((stage) => {
      const standing = [...open, ...within].filter(({ what }) => what === stage);
      return {
        stage,
        count: standing.reduce((sum, { count }) => sum + count, 0),
        value: standing.reduce((sum, { value }) => sum + value, 0),
      };
    }),
  };
}
