import * as z from 'zod/mini';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf } from './record.js';
import { vendor } from './roles.js';
import { country, externalKey, line } from './text.js';

/** A host name: `example.com`. */
export const domain = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(253), z.regex(/^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u));

const fields = {
  name: z.string(),
  domain: z.nullable(z.string()),
  country: z.nullable(z.string()),
  city: z.nullable(z.string()),
  externalKey: z.nullable(z.string()),
};

/** An end-customer company as the vendor knows it. No partner ever sees one. */
export const account = z.object({ ...recordOf('account'), ...fields, actions });
export const accountRow = z.object({ ...recordOf('account'), ...fields, actions: actionNames });
export type Account = z.infer<typeof account>;

const input = {
  domain: z.optional(z.nullable(domain)),
  country: z.optional(z.nullable(country)),
  city: z.optional(z.nullable(line(120))),
  externalKey: z.optional(z.nullable(externalKey)),
};

export const accountOperations = {
  list: operation({
    summary: 'Lists accounts by name.',
    method: 'GET',
    path: '/v1/accounts',
    who: vendor,
    query: z.strictObject({ ...paging, search }),
    answer: page(accountRow),
  }),
  read: operation({
    summary: 'Reads one account.',
    method: 'GET',
    path: '/v1/accounts/{accountId}',
    who: vendor,
    answer: account,
  }),
  create: operation({
    summary: 'Adds an account.',
    method: 'POST',
    path: '/v1/accounts',
    who: vendor,
    body: z.strictObject({ name: line(), ...input }),
    answer: account,
    status: 201,
    changes: ['accounts'],
    errors: ['already_exists'],
  }),
  change: operation({
    summary: 'Changes an account.',
    method: 'PATCH',
    path: '/v1/accounts/{accountId}',
    who: vendor,
    body: z.strictObject({ name: z.optional(line()), ...input }),
    answer: account,
    ifMatch: 'required',
    changes: ['accounts'],
    errors: ['already_exists'],
  }),
};
