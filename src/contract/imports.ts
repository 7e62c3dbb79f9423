import * as z from 'zod/mini';
import { lifecycles } from './customers.js';
import { domain } from './accounts.js';
import { reviews, stages } from './deals.js';
import { memberStatuses } from './members.js';
import { decimal } from './money.js';
import { operation } from './operation.js';
import { partnerKinds } from './partners.js';
import { memberRoles } from './roles.js';
import { country, email, externalKey, line, oneOf, prose, slug } from './text.js';
import { day } from './time.js';

const key = externalKey;
const place = { country: z.optional(country), city: z.optional(line(120)) };

/** What one row of each kind holds. `key` tells rows apart: a row whose key is there already is left alone. Other records are named by their keys. */
export const importRows = {
  partners: z.strictObject({ key, name: line(), kind: oneOf(partnerKinds), parentKey: z.optional(key), tier: z.optional(slug), territoryKey: z.optional(key), ...place }),
  members: z.strictObject({ key, name: line(), email, role: oneOf(memberRoles), status: z.optional(oneOf(memberStatuses)), partnerKey: z.optional(key) }),
  products: z.strictObject({ key, name: line(), code: z.optional(line(80)), category: z.optional(line(120)), listPrice: z.optional(decimal) }),
  territories: z.strictObject({ key, name: line(), region: z.optional(line(120)), country: z.optional(country) }),
  customers: z.strictObject({
    key, name: line(), partnerKey: key, ownerKey: z.optional(key), domain: z.optional(domain), ...place,
    street: z.optional(line()), postalCode: z.optional(line(20)), state: z.optional(line(120)), phone: z.optional(line(40)),
    industry: z.optional(line(120)), taxNumber: z.optional(line(40)), lifecycle: z.optional(oneOf(lifecycles)), note: z.optional(prose()),
    contactName: z.optional(line()), contactEmail: z.optional(email), contactPhone: z.optional(line(40)),
  }),
  leads: z.strictObject({
    key, company: line(), subject: line(), ...place, contactName: z.optional(line()), contactEmail: z.optional(email), contactPhone: z.optional(line(40)),
    message: z.optional(prose()), source: z.optional(line(80)), value: z.optional(decimal), territoryKey: z.optional(key), productKey: z.optional(key),
  }),
  /** A deal comes with its lines. Without a customer, the partner itself stands as one. Lines' amounts keep four decimals. */
  deals: z.strictObject({
    key, partnerKey: key, memberKey: z.optional(key), name: z.optional(line()), customerKey: z.optional(key), customerName: z.optional(line()),
    review: z.optional(oneOf(reviews)), stage: z.optional(oneOf(stages)), stageReason: z.optional(slug), closeOn: z.optional(day), closedOn: z.optional(day),
    submittedOn: z.optional(day), territoryKey: z.optional(key), value: z.optional(decimal), note: z.optional(prose()),
    lines: z.optional(z.array(z.strictObject({ productKey: z.optional(key), description: z.optional(line()), quantity: decimal, unitPrice: decimal, amount: z.optional(decimal) })).check(z.maxLength(500))),
  }),
} as const;

export const importables = ['partners', 'members', 'products', 'territories', 'customers', 'leads', 'deals'] as const;
export type Importable = (typeof importables)[number];

export const importOperations = {
  run: operation({
    summary: 'Reads up to 500 rows of one kind, each on its own: tells of every row whether it is new, there already, or why it is rejected; writes the new ones with `apply`.',
    method: 'POST',
    path: '/v1/imports',
    who: { secret_key: 'programme', programme_admin: 'programme' },
    body: z.strictObject({
      kind: oneOf(importables),
      apply: z.boolean(),
      /** Objects as `importRows` describes them, checked row by row. */
      rows: z.array(z.record(z.string().check(z.maxLength(40)), z.unknown())).check(z.minLength(1), z.maxLength(500)),
    }),
    answer: z.object({
      rows: z.array(z.object({
        outcome: oneOf(['new', 'exists', 'rejected']),
        problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
      })),
    }),
    changes: ['partners', 'members', 'products', 'territories', 'customers', 'leads', 'deals', 'dashboard'],
  }),
};
