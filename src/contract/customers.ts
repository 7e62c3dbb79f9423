import * as z from 'zod/mini';
import { domain } from './accounts.js';
import { id } from './identity.js';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf, reference } from './record.js';
import { everyone, vendor } from './roles.js';
import { country, email, externalKey, known, line, oneOf, prose, several } from './text.js';

export const lifecycles = ['acquired', 'screened', 'engaged', 'sold', 'serviced', 're_engaged', 'repeat'] as const;
export const customerSorts = ['name', '-name', 'city', '-city', 'updatedAt', '-updatedAt'] as const;

const rowFields = {
  name: z.string(),
  domain: z.nullable(z.string()),
  country: z.nullable(z.string()),
  city: z.nullable(z.string()),
  lifecycle: known(lifecycles),
  partner: reference('partner'),
  /** The member who keeps it. */
  owner: z.nullable(reference('member')),
};

/** A person at the customer. */
const contact = z.object({
  id: id('contact'),
  name: z.string(),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  title: z.nullable(z.string()),
});

/** An end-customer company as one partner knows it. `account` is there for the vendor's people alone. */
export const customer = z.object({
  ...recordOf('customer'),
  ...rowFields,
  street: z.nullable(z.string()),
  postalCode: z.nullable(z.string()),
  state: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  industry: z.nullable(z.string()),
  taxNumber: z.nullable(z.string()),
  note: z.nullable(z.string()),
  contacts: z.array(contact),
  account: z.optional(z.nullable(reference('account'))),
  externalKey: z.optional(z.nullable(z.string())),
  actions,
});
export const customerRow = z.object({ ...recordOf('customer'), ...rowFields, actions: actionNames });
export type Customer = z.infer<typeof customer>;
export type CustomerRow = z.infer<typeof customerRow>;

const input = {
  domain: z.optional(z.nullable(domain)),
  country: z.optional(z.nullable(country)),
  city: z.optional(z.nullable(line(120))),
  street: z.optional(z.nullable(line())),
  postalCode: z.optional(z.nullable(line(20))),
  state: z.optional(z.nullable(line(120))),
  phone: z.optional(z.nullable(line(40))),
  industry: z.optional(z.nullable(line(120))),
  /** As the company writes it: VAT number, EIN, UID. */
  taxNumber: z.optional(z.nullable(line(40))),
  lifecycle: z.optional(oneOf(lifecycles)),
  note: z.optional(z.nullable(prose())),
  /** Replaces all contacts; one that keeps its id stays the same person. */
  contacts: z.optional(z.array(z.strictObject({
    id: z.optional(id('contact')),
    name: line(),
    email: z.optional(z.nullable(email)),
    phone: z.optional(z.nullable(line(40))),
    title: z.optional(z.nullable(line(120))),
  })).check(z.maxLength(50))),
  /** A partner's admin may hand a customer to a colleague; a seller's new customer is the seller's own. */
  ownerId: z.optional(z.nullable(id('member'))),
};

/** What a form sends to create a customer. */
export const customerInput = z.strictObject({
  name: line(),
  /** Whose customer: needed from the vendor, the own company for a partner. */
  partnerId: z.optional(id('partner')),
  /** The vendor's key for it; only the vendor may send one. */
  externalKey: z.optional(externalKey),
  ...input,
});
export type CustomerInput = z.infer<typeof customerInput>;

/** What a form sends to change one. */
export const customerChange = z.strictObject({ name: z.optional(line()), ...input });
export type CustomerChange = z.infer<typeof customerChange>;

export const customerOperations = {
  list: operation({
    summary: 'Lists the customers the caller may see. `search` finds words by their beginnings.',
    method: 'GET',
    path: '/v1/customers',
    who: everyone,
    query: z.strictObject({
      ...paging, search,
      sort: z.optional(oneOf(customerSorts)),
      lifecycle: z.optional(several(lifecycles)),
      partnerId: z.optional(id('partner')),
      ownerId: z.optional(id('member')),
    }),
    answer: page(customerRow),
  }),
  read: operation({
    summary: 'Reads one customer with its contacts.',
    method: 'GET',
    path: '/v1/customers/{customerId}',
    who: everyone,
    answer: customer,
  }),
  create: operation({
    summary: 'Adds a customer to the caller\'s own book.',
    method: 'POST',
    path: '/v1/customers',
    who: everyone,
    body: customerInput,
    answer: customer,
    status: 201,
    changes: ['customers'],
    errors: ['already_exists'],
  }),
  change: operation({
    summary: 'Changes a customer.',
    method: 'PATCH',
    path: '/v1/customers/{customerId}',
    who: everyone,
    body: customerChange,
    answer: customer,
    ifMatch: 'required',
    changes: ['customers', 'deals'],
  }),
  link: operation({
    summary: 'Links a customer to the vendor\'s account for the same company, or unlinks it.',
    method: 'POST',
    path: '/v1/customers/{customerId}/link',
    who: vendor,
    body: z.strictObject({ accountId: z.nullable(id('account')) }),
    answer: customer,
    ifMatch: 'accepted',
    changes: ['customers'],
  }),
};
