import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { periodOf } from '../../../src/server/dashboard/period.js';
import { addUp, type Tally } from '../../../src/server/dashboard/rules.js';

describe('the period of a dashboard', () => {
  const today = '2026-03-15';
  const cases: [string, { from?: string; to?: string }, [string, string, string, string, number]][] = [
    ['is the twelve months up to this one unless said', {}, ['2025-04-01', '2026-04-01', '2024-04-01', '2025-04', 12]],
    ['runs from a month up to this one', { from: '2026-01' }, ['2026-01-01', '2026-04-01', '2025-10-01', '2026-01', 3]],
    ['has twelve months up to the one that is named', { to: '2025-12' }, ['2025-01-01', '2026-01-01', '2024-01-01', '2025-01', 12]],
    ['may be one month', { from: '2026-02', to: '2026-02' }, ['2026-02-01', '2026-03-01', '2026-01-01', '2026-02', 1]],
  ];
  for (const [title, query, [startsOn, endsBefore, beforeStartsOn, from, months]] of cases) {
    it(title, () => {
      const period = periodOf(query, today);
      assert.deepEqual([period.startsOn, period.endsBefore, period.beforeStartsOn, period.from, period.months.length], [startsOn, endsBefore, beforeStartsOn, from, months]);
    });
  }

  it('neither runs backwards nor over more than 36 months', () => {
    for (const query of [{ from: '2026-02', to: '2026-01' }, { from: '2023-01', to: '2026-01' }, { from: '0001-01', to: '0001-02' }]) {
      assert.throws(() => periodOf(query, today), { code: 'validation_failed' });
    }
  });
});

describe('adding up', () => {
  const period = periodOf({ from: '2026-02', to: '2026-03' }, '2026-03-15');
  const tally = (month: string | null, what: string, count: number, value = 0): Tally => ({ month, what, count, value });
  const figures = (...tallies: Tally[]) => Object.fromEntries(addUp(tallies, period).figures.map(({ key, value, before }) => [key, [value, before]]));

  it('compares the period with the one before', () => {
    const { won_value, won_count, registered_count } = figures(tally('2026-03', 'closed_won', 2, 500), tally('2026-01', 'closed_won', 1, 300), tally('2025-12', 'registered', 4));
    assert.deepEqual({ won_value, won_count, registered_count }, { won_value: [500, 300], won_count: [2, 1], registered_count: [0, 4] });
  });

  it('gives rates, and none where there is nothing to divide by', () => {
    const { win_rate, lead_answer_rate } = figures(tally('2026-02', 'closed_won', 1), tally('2026-03', 'closed_lost', 3), tally('2026-01', 'answered', 9), tally('2026-01', 'unanswered', 1));
    assert.deepEqual({ win_rate, lead_answer_rate }, { win_rate: [0.25, null], lead_answer_rate: [null, 0.9] });
  });

  it('knows no before for what is open now', () => {
    const { open_value, open_count } = figures(tally(null, 'prospect', 2, 70), tally(null, 'committed', 1, 30));
    assert.deepEqual({ open_value, open_count }, { open_value: [100, null], open_count: [3, null] });
  });

  it('lists every month, and in the funnel every stage, those of the period before left out', () => {
    const { months, funnel } = addUp([tally('2026-03', 'closed_won', 1, 9), tally('2026-01', 'closed_won', 5, 5), tally(null, 'qualified', 2, 4)], period);
    assert.deepEqual(months, [{ month: '2026-02', wonValue: 0, wonCount: 0, registeredCount: 0 }, { month: '2026-03', wonValue: 9, wonCount: 1, registeredCount: 0 }]);
    assert.deepEqual(funnel.filter(({ count }) => count), [{ stage: 'qualified', count: 2, value: 4 }, { stage: 'closed_won', count: 1, value: 9 }]);
    assert.equal(funnel.length, 7);
  });
});
