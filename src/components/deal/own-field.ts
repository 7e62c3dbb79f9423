import type { FormField, Money } from '../../client/index.js';
import type { Formats } from '../locale/format.js';
import type { Label } from './deal-marks.js';

/** The value of a field of the programme's own, in its words; nothing where there is none. */
export function ownFieldWord({ type, options }: FormField, value: unknown, { label, format }: { label: Label; format: Formats }): string | null {
  if (value === undefined || value === null || value === '') return null;
  const word = (one: unknown) => label(options?.find((option) => option.value === one)?.label) || String(one);
  switch (type) {
    case 'choice': return word(value);
    case 'multi_choice': return format.list((value as unknown[]).map(word));
    case 'consent': return value ? '✓' : null;
    case 'date': return format.date(String(value));
    case 'money': return format.money(value as Money);
    case 'number': return format.number(Number(value));
    case 'file': return null;
    default: return String(value);
  }
}
