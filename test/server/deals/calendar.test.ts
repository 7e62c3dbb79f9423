import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addWorkingDays, daysBetween } from '../../../src/server/deals/rules.js';

/** 2024 to 2035, and some more, so that a count may leave it. */
const day = fc.integer({ min: -400, max: 4_800 }).map((number) => Temporal.PlainDate.from('2024-01-01').add({ days: number }));
const runs = { numRuns: 5_000 };

/** The same count by an independent calendar, one day at a time. */
function workingDaysAfter(from: Temporal.PlainDate, days: number, holidays: ReadonlySet<string>): string {
  let at = from;
  for (let left = days; left > 0;) {
    at = at.add({ days: 1 });
    if (at.dayOfWeek < 6 && !holidays.has(at.toString())) left -= 1;
  }
  return at.toString();
}

describe('days of a deal', () => {
  it('are added as an independent calendar adds them', () => {
    fc.assert(fc.property(day, fc.integer({ min: -1_100, max: 1_100 }), (from, days) => {
      assert.equal(addDays(from.toString(), days), from.add({ days }).toString());
    }), runs);
  });

  it('are counted as an independent calendar counts them, and adding them leads back', () => {
    fc.assert(fc.property(day, day, (from, to) => {
      const days = daysBetween(from.toString(), to.toString());
      assert.equal(days, from.until(to, { largestUnit: 'days' }).days);
      assert.equal(addDays(from.toString(), days), to.toString());
    }), runs);
  });

  it('that are working days leave out weekends and the programme\'s holidays', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 90 }), fc.uniqueArray(fc.integer({ min: 0, max: 130 }), { maxLength: 25 }), (from, days, offsets) => {
      const holidays = offsets.map((offset) => from.add({ days: offset }).toString());
      assert.equal(addWorkingDays(from.toString(), days, holidays), workingDaysAfter(from, days, new Set(holidays)));
    }), runs);
  });
});
