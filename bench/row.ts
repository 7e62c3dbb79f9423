/** One line of the benchmark's table. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  budget?: number;
  ok?: boolean;
  note?: string;
}

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** A line that is held against a budget. */
export const held = (name: string, value: number, unit: string, budget: number, note?: string): Row =>
  ({ name, value, unit, budget, ok: value <= budget, ...(note && { note }) });
