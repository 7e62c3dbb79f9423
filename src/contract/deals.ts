import * as z from 'zod/mini';
import { id } from './identity.js';
import { reasonInput } from './leads.js';
import { decimal, money, price } from './money.js';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf, reference } from './record.js';
import { everyone, partner, vendor } from './roles.js';
import { known, line, oneOf, prose, several, slug } from './text.js';
import { day, instant } from './time.js';

/** The vendor's decision. */
export const reviews = ['draft', 'submitted', 'in_review', 'action_required', 'approved', 'rejected', 'withdrawn'] as const;
/** The partner's sales progress. */
export const stages = ['prospect', 'qualified', 'technical_validation', 'business_validation', 'committed', 'closed_won', 'closed_lost'] as const;
/** The clock of an approved deal. */
export const protectionStates = ['none', 'active', 'expiring', 'expired'] as const;
export type Review = (typeof reviews)[number];
export type Stage = (typeof stages)[number];
export type ProtectionState = (typeof protectionStates)[number];

export const dealSorts = ['-updatedAt', 'updatedAt'] as const;

const rowFields = {
  name: z.string(),
  customer: z.nullable(reference('customer')),
  /** The partner that leads the deal, and its seller. */
  partner: reference('partner'),
  member: z.nullable(reference('member')),
  review: known(reviews),
  stage: known(stages),
  protection: z.object({ state: known(protectionStates), startsOn: z.nullable(day), endsOn: z.nullable(day), daysLeft: z.nullable(z.int()) }),
  value: z.nullable(money),
  /** When the partner expects to close it. */
  closeOn: z.nullable(day),
  closedOn: z.nullable(day),
  /** A win is claimed by the partner and confirmed by the vendor. */
  winConfirmedAt: z.nullable(instant),
  submittedAt: z.nullable(instant),
  /** The working day by which the vendor decides. */
  reviewDueOn: z.nullable(day),
};

const dealLine = z.object({
  product: z.nullable(reference('product')),
  description: z.nullable(z.string()),
  quantity: z.string(),
  unitPrice: z.string(),
  /** Quantity × unit price, four decimals, in the deal's currency. */
  amount: z.string(),
});

/** A deal registration. `value` is the sum of its lines rounded once, half up; without lines, what was entered. */
export const deal = z.object({
  ...recordOf('deal'),
  ...rowFields,
  /** Every partner on the deal, with role and share in percent. */
  partners: z.array(z.object({ partner: reference('partner'), role: known(['lead', 'co_seller']), share: z.int() })),
  lines: z.array(dealLine),
  territoryId: z.nullable(id('territory')),
  custom: z.record(z.string(), z.unknown()),
  note: z.nullable(z.string()),
  stageReason: z.nullable(z.string()),
  leadId: z.nullable(id('lead')),
  decidedAt: z.nullable(instant),
  /** What the vendor wrote with the decision, or what it asked for. */
  decisionNote: z.nullable(z.string()),
  decisionReason: z.nullable(z.string()),
  account: z.optional(z.nullable(reference('account'))),
  externalKey: z.optional(z.nullable(z.string())),
  actions,
});
export const dealRow = z.object({ ...recordOf('deal'), ...rowFields, actions: actionNames });
export type Deal = z.infer<typeof deal>;
export type DealRow = z.infer<typeof dealRow>;

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
  note: z.optional(z.nullable(prose())),
  /** The programme's own fields by key. */
  custom: z.optional(z.record(z.string().check(z.maxLength(40)), z.union([z.string().check(z.maxLength(4_000)), z.number(), z.boolean(), z.null(), price, z.array(slug).check(z.maxLength(100))]))),
  /** Who of the company sells it; a seller can only name itself. */
  memberId: z.optional(id('member')),
});
export type DealInput = z.infer<typeof dealInput>;

const step = <const V extends string, const W extends typeof vendor | typeof partner | typeof everyone, B extends z.ZodMiniType | undefined = undefined>(
  verb: V, who: W, summary: string, body?: B,
) =>
  operation({
    summary,
    method: 'POST',
    path: `/v1/deals/{dealId}/${verb}`,
    who,
    body: body as B extends z.ZodMiniType ? B : undefined,
    answer: deal,
    ifMatch: 'accepted',
    changes: ['deals', 'dashboard'],
    errors: ['action_not_allowed'],
  });

export const dealOperations = {
  list: operation({
    summary: 'Lists the deals the caller may see, last changed first.',
    method: 'GET',
    path: '/v1/deals',
    who: everyone,
    query: z.strictObject({
      ...paging, search,
      sort: z.optional(oneOf(dealSorts)),
      review: z.optional(several(reviews)),
      stage: z.optional(several(stages)),
      protection: z.optional(several(protectionStates)),
      partnerId: z.optional(id('partner')),
      customerId: z.optional(id('customer')),
    }),
    answer: page(dealRow),
  }),
  read: operation({
    summary: 'Reads one deal with its lines.',
    method: 'GET',
    path: '/v1/deals/{dealId}',
    who: everyone,
    answer: deal,
  }),
  create: operation({
    summary: 'Saves a new draft.',
    method: 'POST',
    path: '/v1/deals',
    who: partner,
    body: dealInput,
    answer: deal,
    status: 201,
    changes: ['deals'],
  }),
  change: operation({
    summary: 'Saves a draft, or a deal to which the vendor asked for more.',
    method: 'PATCH',
    path: '/v1/deals/{dealId}',
    who: partner,
    body: dealInput,
    answer: deal,
    ifMatch: 'required',
    changes: ['deals'],
    errors: ['action_not_allowed'],
  }),
  submit: operation({
    ...step('submit', partner, 'Submits a draft for review. Every valid registration gets the same answer, whoever else claims the customer.'),
    // What a draft may still lack, a submission must have.
    errors: ['action_not_allowed', 'validation_failed'],
  }),
  withdraw: step('withdraw', partner, 'Takes a deal back before it is decided.'),
  moveStage: step('stage', partner, 'Moves the sales stage. A lost deal needs a reason; a win is claimed with its day, and counts once confirmed.', z.strictObject({
    stage: oneOf(stages),
    reason: z.optional(slug),
    closedOn: z.optional(day),
  })),
  startReview: step('start-review', vendor, 'Takes a submitted deal into review.'),
  requestAction: step('request-action', vendor, 'Asks the partner for more before deciding.', z.strictObject({ note: line(1_000) })),
  approve: step('approve', vendor, 'Approves a deal and starts its protection for the programme\'s days, or as many as are given.', z.strictObject({
    note: z.optional(prose(1_000)),
    protectionDays: z.optional(z.int().check(z.minimum(1), z.maximum(1_095))),
    accountId: z.optional(id('account')),
  })),
  reject: step('reject', vendor, 'Rejects a deal with a reason that the partner will read.', reasonInput),
  confirmWin: step('confirm-win', vendor, 'Confirms a win that the partner claimed.'),
};

