import * as z from 'zod/mini';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf } from './record.js';
import { vendor } from './roles.js';
import { country, externalKey, known, line } from './text.js';

/** A host name: `example.com`. */
export const domain = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(253), z.regex(/^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u));

const fields = {
  name: z.string(),
  domain: z.nullable(z.string()),
  country: z.nullable(z.string()),
  city: z.nullable(z.string()),
  street: z.nullable(z.string()),
  postalCode: z.nullable(z.string()),
  taxNumber: z.nullable(z.string()),
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
  street: z.optional(z.nullable(line())),
  postalCode: z.optional(z.nullable(line(20))),
  taxNumber: z.optional(z.nullable(line(40))),
  externalKey: z.optional(z.nullable(externalKey)),
};

export const matchReasons = ['name', 'domain', 'tax_number', 'address'] as const;
export const matchVerdicts = ['automatic', 'review'] as const;

/** An account that may be the company that was asked for: how surely, and why. */
export const accountMatch = z.object({
  account: accountRow,
  /** 0 to 1. */
  score: z.number(),
  /** Whether the programme takes it for the company, or has people look at it. */
  verdict: known(matchVerdicts),
  /** The strongest first; `detail` is what agrees. */
  reasons: z.array(z.object({ kind: known(matchReasons), strength: z.number(), detail: z.string() })),
});
export type AccountMatch = z.infer<typeof accountMatch>;

export const accountOperations = {
  list: operation({
    summary: 'Lists accounts by name.',
    method: 'GET',
    path: '/v1/accounts',
    who: vendor,
    query: z.strictObject({ ...paging, search }),
    answer: page(accountRow),
  }),
  // Before `read`, or `matches` would be taken for an id.
  matches: operation({
    summary: 'Finds the accounts that may be a company, by what is known of it: at most 20, the surest first, each with the reasons.',
    method: 'GET',
    path: '/v1/accounts/matches',
    who: vendor,
    query: z.strictObject({
      name: z.optional(line()),
      domain: z.optional(domain),
      taxNumber: z.optional(line(40)),
      city: z.optional(line(120)),
      country: z.optional(country),
      street: z.optional(line()),
      postalCode: z.optional(line(20)),
    }),
    answer: z.object({ data: z.array(accountMatch) }),
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
