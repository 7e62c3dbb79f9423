/** Chance that is the same every time: the demonstration looks alike on every machine. */
export interface Chance {
  /** 0 up to 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** Any number from `from` up to `to`. */
  between(from: number, to: number): number;
  happens(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Different ones, at most as many as there are. */
  some<T>(from: readonly T[], count: number): T[];
  weighted<T>(from: readonly (readonly [T, number])[]): T;
}

/** Mulberry32: 32 bits of state, good enough to look like life. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const chance: Chance = {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    between: (from, to) => from + next() * (to - from),
    happens: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    some(from, count) {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(next() * left.length), 1)[0]!);
    },
    weighted(from) {
      let at = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      return (from.find(([, weight]) => (at -= weight) < 0) ?? from.at(-1)!)[0];
    },
  };
  return chance;
}

const hex = (chance: Chance, digits: number): string => Array.from({ length: digits }, () => chance.whole(0, 15).toString(16)).join('');

/** An id as the database makes them: it sorts by when the record was created. */
export const idAt = (chance: Chance, prefix: string, at: number): string =>
  `${prefix}_${Math.floor(at).toString(16).padStart(12, '0')}${hex(chance, 20)}`;
