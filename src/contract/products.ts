import * as z from 'zod/mini';
import { money, price } from './money.js';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf } from './record.js';
import { everyoneAlike, vendor } from './roles.js';
import { externalKey, known, line, oneOf } from './text.js';

export const productStatuses = ['active', 'retired'] as const;

const fields = {
  name: z.string(),
  code: z.nullable(z.string()),
  category: z.nullable(z.string()),
  listPrice: z.nullable(money),
  status: known(productStatuses),
  externalKey: z.nullable(z.string()),
};

/** What the vendor sells. */
export const product = z.object({ ...recordOf('product'), ...fields, actions });
export const productRow = z.object({ ...recordOf('product'), ...fields, actions: actionNames });
export type Product = z.infer<typeof product>;

const input = {
  code: z.optional(z.nullable(line(80))),
  category: z.optional(z.nullable(line(120))),
  listPrice: z.optional(z.nullable(price)),
  externalKey: z.optional(z.nullable(externalKey)),
};

export const productOperations = {
  list: operation({
    summary: 'Lists products by name.',
    method: 'GET',
    path: '/v1/products',
    who: everyoneAlike,
    query: z.strictObject({ ...paging, search, status: z.optional(oneOf(productStatuses)) }),
    answer: page(productRow),
  }),
  read: operation({
    summary: 'Reads one product.',
    method: 'GET',
    path: '/v1/products/{productId}',
    who: everyoneAlike,
    answer: product,
  }),
  create: operation({
    summary: 'Adds a product.',
    method: 'POST',
    path: '/v1/products',
    who: vendor,
    body: z.strictObject({ name: line(), ...input }),
    answer: product,
    status: 201,
    changes: ['products'],
    errors: ['already_exists'],
  }),
  change: operation({
    summary: 'Changes a product; a retired one can no longer be named on new deals.',
    method: 'PATCH',
    path: '/v1/products/{productId}',
    who: vendor,
    body: z.strictObject({ name: z.optional(line()), status: z.optional(oneOf(productStatuses)), ...input }),
    answer: product,
    ifMatch: 'required',
    changes: ['products'],
    errors: ['already_exists'],
  }),
};
