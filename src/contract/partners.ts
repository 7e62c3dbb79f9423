import * as z from 'zod/mini';
import { id } from './identity.js';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf } from './record.js';
import { vendor } from './roles.js';
import { country, externalKey, known, line, oneOf, slug } from './text.js';

export const partnerKinds = ['distributor', 'reseller', 'dropshipper', 'licensee', 'referrer', 'service'] as const;
export const partnerStatuses = ['active', 'suspended'] as const;

const fields = {
  name: z.string(),
  kind: known(partnerKinds),
  status: known(partnerStatuses),
  /** The distributor above a reseller, if any. */
  parentId: z.nullable(id('partner')),
  tier: z.nullable(z.string()),
  country: z.nullable(z.string()),
  city: z.nullable(z.string()),
  territoryIds: z.array(id('territory')),
  externalKey: z.nullable(z.string()),
};

/** A partner company. */
export const partner = z.object({ ...recordOf('partner'), ...fields, actions });
export const partnerRow = z.object({ ...recordOf('partner'), ...fields, actions: actionNames });
export type Partner = z.infer<typeof partner>;
export type PartnerRow = z.infer<typeof partnerRow>;

const input = {
  parentId: z.optional(z.nullable(id('partner'))),
  tier: z.optional(z.nullable(slug)),
  country: z.optional(z.nullable(country)),
  city: z.optional(z.nullable(line(120))),
  territoryIds: z.optional(z.array(id('territory')).check(z.maxLength(200))),
  externalKey: z.optional(z.nullable(externalKey)),
};

/** A partner's people see their own company; only the vendor sees others or changes them. */
const readers = { ...vendor, partner_admin: 'company', partner_seller: 'company' } as const;

export const partnerOperations = {
  list: operation({
    summary: 'Lists partners by name: the vendor sees all, a partner only itself.',
    method: 'GET',
    path: '/v1/partners',
    who: readers,
    query: z.strictObject({ ...paging, search, kind: z.optional(oneOf(partnerKinds)), status: z.optional(oneOf(partnerStatuses)) }),
    answer: page(partnerRow),
  }),
  read: operation({
    summary: 'Reads one partner.',
    method: 'GET',
    path: '/v1/partners/{partnerId}',
    who: readers,
    answer: partner,
  }),
  create: operation({
    summary: 'Adds a partner to the programme.',
    method: 'POST',
    path: '/v1/partners',
    who: vendor,
    body: z.strictObject({ name: line(), kind: oneOf(partnerKinds), ...input }),
    answer: partner,
    status: 201,
    changes: ['partners'],
    errors: ['already_exists'],
  }),
  change: operation({
    summary: 'Changes a partner. Suspending one ends its people\'s sessions within a minute.',
    method: 'PATCH',
    path: '/v1/partners/{partnerId}',
    who: vendor,
    body: z.strictObject({ name: z.optional(line()), kind: z.optional(oneOf(partnerKinds)), status: z.optional(oneOf(partnerStatuses)), ...input }),
    answer: partner,
    ifMatch: 'required',
    changes: ['partners'],
    errors: ['already_exists'],
  }),
};
