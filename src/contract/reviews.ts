import * as z from 'zod/mini';
import { matchReasons } from './accounts.js';
import { decisionKinds, dealRow } from './deals.js';
import { id } from './identity.js';
import { money } from './money.js';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { reference } from './record.js';
import { vendor } from './roles.js';
import { known, line, oneOf, prose, slug } from './text.js';
import { day, instant } from './time.js';

/** What the rules found out about a registration, for the vendor's eyes alone. */
export const findingCodes = [
  'clean', 'conflict', 'possible_conflict', 'excluded_account', 'excluded_product', 'no_rule', 'needs_approvals', 'sampled', 'new_account', 'not_assessed',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Why two companies are taken for one, and how strongly: 0 to 1. */
export const matchReason = z.object({ kind: known([...matchReasons, 'linked']), strength: z.number(), detail: z.string() });
export type MatchReason = z.infer<typeof matchReason>;

/** Another partner's claim on the same account, or on one that may be the same. */
const conflict = z.object({
  deal: z.object({ id: id('deal'), name: z.string() }),
  customerName: z.nullable(z.string()),
  partner: reference('partner'),
  /** `incumbent` holds the protected one; `claim` is still open. */
  role: known(['incumbent', 'claim']),
  /** Whether both want the same products, and what else the programme narrows by. */
  overlaps: z.boolean(),
  account: reference('account'),
  /** `certain` stands on one account; `possible` on one that looks alike. */
  certainty: known(['certain', 'possible']),
  match: z.array(matchReason),
  review: z.string(),
  stage: z.string(),
  value: z.nullable(money),
  submittedAt: z.nullable(instant),
  protectedUntil: z.nullable(day),
});
export type Conflict = z.infer<typeof conflict>;

/** An account that the customer may be. */
const candidate = z.object({ account: reference('account'), city: z.nullable(z.string()), country: z.nullable(z.string()), domain: z.nullable(z.string()), score: z.number(), reasons: z.array(matchReason), linked: z.boolean() });
export type AccountCandidate = z.infer<typeof candidate>;

/** What a partner did at the account before. */
const past = z.object({ partner: reference('partner'), won: z.int(), lost: z.int(), open: z.int(), wonValue: money, lastAt: z.nullable(instant) });

/** What a decision would do. */
const preview = z.object({
  kind: known(decisionKinds),
  allowed: z.boolean(),
  /** Why not. */
  reason: z.nullable(z.string()),
  /** For an approval: until when the deal would be protected, and the days that policy allows. */
  protectedUntil: z.nullable(day),
  days: z.nullable(z.object({ standard: z.int(), least: z.int(), most: z.int() })),
  /** Who else would have to agree, in their order. */
  approvers: z.array(reference('member')),
});

const fieldsOfRow = {
  findings: z.array(known(findingCodes)),
  /** How many conflicts were found, certain and possible. */
  conflicts: z.int(),
  reviewer: z.nullable(reference('member')),
  /** The decision that waits, if any: its kind, and when it is applied. */
  pending: z.nullable(z.object({ kind: known(decisionKinds), appliesAt: z.nullable(instant) })),
};

/** One registration in the vendor's queue. */
export const reviewRow = z.object({ ...dealRow.shape, ...fieldsOfRow });
export type ReviewRow = z.infer<typeof reviewRow>;

/** All that a manager needs to decide on one registration. */
export const review = z.object({
  ...reviewRow.shape,
  rulesVersion: z.int(),
  assessedAt: z.nullable(instant),
  customer: z.nullable(z.object({
    id: id('customer'), name: z.string(), domain: z.nullable(z.string()), taxNumber: z.nullable(z.string()), street: z.nullable(z.string()),
    postalCode: z.nullable(z.string()), city: z.nullable(z.string()), country: z.nullable(z.string()), contacts: z.array(z.object({ name: z.string(), title: z.nullable(z.string()), email: z.nullable(z.string()) })),
  })),
  account: z.nullable(reference('account')),
  candidates: z.array(candidate),
  conflictList: z.array(conflict),
  history: z.array(past),
  previews: z.array(preview),
});
export type ReviewRecord = z.infer<typeof review>;

const decision = {
  kind: oneOf(decisionKinds),
  note: z.optional(prose(1_000)),
  /** For a rejection. */
  reason: z.optional(slug),
  /** For an approval, in place of the programme's. */
  protectionDays: z.optional(z.int().check(z.minimum(1), z.maximum(1_095))),
};

/** The vendor's desk: registrations that wait for a decision, and what the rules found. */
export const reviewOperations = {
  list: operation({
    summary: 'Lists the registrations that wait for a decision, the one due first on top.',
    method: 'GET',
    path: '/v1/reviews',
    who: vendor,
    query: z.strictObject({
      ...paging, search,
      /** `open` needs somebody; `pending` waits to be applied or for others to agree. */
      state: z.optional(oneOf(['open', 'pending'])),
      reviewerId: z.optional(id('member')),
      finding: z.optional(oneOf(['clean', 'conflict', 'possible_conflict'])),
    }),
    answer: page(reviewRow),
  }),
  read: operation({
    summary: 'Reads all that is known for one decision: registration, candidates for its account, conflicts, history, and what each decision would do.',
    method: 'GET',
    path: '/v1/reviews/{dealId}',
    who: vendor,
    answer: review,
  }),
  decide: operation({
    summary: 'Decides on several registrations alike, each for itself; with `preview` nothing is decided and the answer says what would be.',
    method: 'POST',
    path: '/v1/reviews/decide',
    who: vendor,
    body: z.strictObject({
      ...decision,
      deals: z.array(z.strictObject({ dealId: id('deal'), version: z.optional(z.int()) })).check(z.minLength(1), z.maxLength(100)),
      preview: z.optional(z.boolean()),
    }),
    answer: z.object({
      data: z.array(z.object({
        deal: z.object({ id: id('deal'), name: z.string() }),
        outcome: known(['decided', 'would_decide', 'refused']),
        /** Why it was refused. */
        reason: z.nullable(z.string()),
        protectedUntil: z.nullable(day),
        conflicts: z.int(),
      })),
    }),
    changes: ['deals', 'reviews', 'dashboard'],
    errors: ['action_not_allowed'],
  }),
};

/** Whether a partner may claim an account, where the programme tells up front. */
export const availabilityOperations = {
  check: operation({
    summary: 'Tells whether the company of one of the caller\'s customers is taken or free, where the programme discloses that. Counts against the company\'s daily quota.',
    method: 'POST',
    path: '/v1/availability',
    who: { partner_admin: 'company', partner_seller: 'own' },
    body: z.strictObject({ customerId: id('customer'), productIds: z.optional(z.array(id('product')).check(z.maxLength(50))), project: z.optional(line()) }),
    answer: z.object({ state: known(['taken', 'free']), left: z.int() }),
    errors: ['action_not_allowed', 'quota_exceeded'],
  }),
};
