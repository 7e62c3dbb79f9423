import * as z from 'zod/mini';
import { id } from './identity.js';
import { decimal, price } from './money.js';
import { line, prose, slug } from './text.js';
import { day } from './time.js';

const lineInput = z.strictObject({
  productId: z.optional(z.nullable(id('product'))),
  description: z.optional(z.nullable(line())),
  quantity: decimal,
  unitPrice: decimal,
});

/** What the form saves. All of it is optional in a draft; the programme's form says what a submission needs. */
export const dealInput = z.strictObject({
  name: z.optional(line()),
  customerId: z.optional(z.nullable(id('customer'))),
  lines: z.optional(z.array(lineInput).check(z.maxLength(500))),
  /** In the programme's currency; ignored where there are lines. */
  value: z.optional(z.nullable(price)),
  closeOn: z.optional(z.nullable(day)),
  territoryId: z.optional(z.nullable(id('territory'))),
  project: z.optional(z.nullable(line())),
  note: z.optional(z.nullable(prose())),
  /** Files that were uploaded, in place of those before. */
  attachments: z.optional(z.array(id('file')).check(z.maxLength(50))),
  /** The programme's own fields by key. */
  custom: z.optional(z.record(z.string().check(z.maxLength(40)), z.union([z.string().check(z.maxLength(4_000)), z.number(), z.boolean(), z.null(), price, z.array(slug).check(z.maxLength(100))]))),
  /** Who of the company sells it; a seller can only name itself. */
  memberId: z.optional(id('member')),
});
export type DealInput = z.infer<typeof dealInput>;
