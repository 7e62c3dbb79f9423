import * as z from 'zod/mini';
import { importRows, type Importable } from '../../contract/index.js';

/** How the text of a field is read. */
export type Reading = 'text' | 'decimal' | 'day' | 'country' | 'choice' | 'slug' | 'domain';

export interface Field {
  /** `name`, or `line.quantity` for what belongs to a deal's line. */
  name: string;
  reading: Reading;
  required: boolean;
  choices?: readonly string[];
}

type Schema = { properties?: Record<string, Schema>; required?: string[]; enum?: string[]; items?: Schema; pattern?: string; format?: string };

const decimals = new Set(['listPrice', 'value', 'quantity', 'unitPrice', 'amount']);

function fieldsOf({ properties = {}, required = [] }: Schema, prefix = ''): Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    if (name === 'lines') return fieldsOf(schema.items!, 'line.');
    const reading: Reading = schema.enum ? 'choice' : decimals.has(name) ? 'decimal' : schema.format === 'date' ? 'day' : name === 'country' || name === 'domain' ? name
      : name === 'tier' || name === 'stageReason' ? 'slug' : 'text';
    return [{ name: prefix + name, reading, required: required.includes(name), ...(schema.enum && { choices: schema.enum }) }];
  });
}

/** The fields of a kind's rows, as the contract has them. */
export const fieldsOfKind = (kind: Importable): Field[] => fieldsOf(z.toJSONSchema(importRows[kind], { io: 'input', unrepresentable: 'any' }) as Schema);
