import type { TestContext } from 'node:test';

/** Lets promises that are ready run. */
export const settle = async (rounds = 10): Promise<void> => {
  for (let round = 0; round < rounds; round++) await new Promise((resolve) => setImmediate(resolve));
};

export interface Clock {
  /** Time goes by, for timers and both clocks. */
  advance(milliseconds: number): Promise<void>;
  /** Somebody sets the wall clock; or the machine sleeps, and only the wall clock notices. */
  setWallClock(milliseconds: number): void;
}

/** Takes over timers, wall clock and monotonic clock of a test; chance always chooses the middle. */
export function fakeClock(t: TestContext): Clock {
  let monotonic = 1_000;
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 2, 29) });
  t.mock.method(performance, 'now', () => monotonic);
  t.mock.method(Math, 'random', () => 0.5);
  return {
    async advance(milliseconds) {
      await settle();
      // In steps, since what one timer sets off sets the next.
      const stride = Math.max(100, milliseconds / 100);
      for (let left = milliseconds; left > 0; left -= stride) {
        const step = Math.min(left, stride);
        monotonic += step;
        t.mock.timers.tick(step);
        await settle();
      }
    },
    setWallClock(milliseconds) {
      t.mock.timers.setTime(Date.now() + milliseconds);
    },
  };
}
