import { countryCode } from './countries.js';
import { readDay, type DateOrder } from './days.js';
import type { Field } from './fields.js';
import { readDecimal, type DecimalSign, type Read } from './numbers.js';

/** How this file writes what can be written in several ways. */
export interface Manner {
  decimal: DecimalSign | undefined;
  dates: DateOrder | undefined;
  /** field → what the file says → what is meant. */
  meanings: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const asWord = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, '_');

/** Reads one cell for its field. */
export function readValue({ name, reading, choices }: Field, text: string, { decimal, dates, meanings }: Manner): Read {
  const meant = meanings.get(name)?.get(text.toLowerCase()) ?? text;
  switch (reading) {
    case 'decimal': return readDecimal(meant, decimal);
    case 'day': return readDay(meant, dates);
    case 'country': {
      const code = countryCode(meant);
      return code ? { value: code } : { problem: `${meant} is no country that is known. Use its two letters, such as DE.` };
    }
    case 'choice': {
      const word = asWord(meant);
      return choices!.includes(word) ? { value: word } : { problem: `${meant} is none of ${choices!.join(', ')}. Say what it means with --value-map "${name}:${meant}=…".` };
    }
    case 'slug': return { value: asWord(meant) };
    case 'domain': return { value: meant.toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/^www\./, '').replace(/[/:?#].*$/, '') };
    default: return { value: meant };
  }
}
