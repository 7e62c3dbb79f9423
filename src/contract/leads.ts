import * as z from 'zod/mini';
import { id } from './identity.js';
import { money, price } from './money.js';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf, reference } from './record.js';
import { everyone, partner, vendor } from './roles.js';
import { country, email, externalKey, known, line, prose, several, slug } from './text.js';
import { day, instant } from './time.js';

export const leadStates = ['new', 'offered', 'accepted', 'declined', 'expired', 'converted', 'closed'] as const;
export type LeadState = (typeof leadStates)[number];

const rowFields = {
  /** The company that asked. */
  company: z.string(),
  city: z.nullable(z.string()),
  country: z.nullable(z.string()),
  state: known(leadStates),
  value: z.nullable(money),
  source: z.nullable(z.string()),
  /** What it asked for, in one line. */
  subject: z.string(),
  /** Whom it is offered to or accepted by. */
  partner: z.nullable(reference('partner')),
  member: z.nullable(reference('member')),
  offeredAt: z.nullable(instant),
  /** Until when an offered lead must be answered. */
  answerDueAt: z.nullable(instant),
};

const contact = z.object({ name: z.nullable(z.string()), email: z.nullable(z.string()), phone: z.nullable(z.string()) });

/** One time the lead was offered. The vendor sees all of them; a partner none but through the lead itself. */
const offer = z.object({
  partner: reference('partner'),
  member: z.nullable(reference('member')),
  offeredAt: instant,
  answerDueAt: instant,
  outcome: z.nullable(known(['accepted', 'declined', 'expired', 'taken_back'])),
  outcomeAt: z.nullable(instant),
  reason: z.nullable(z.string()),
  note: z.nullable(z.string()),
});

/** A possible sale that the vendor hands to a partner. */
export const lead = z.object({
  ...recordOf('lead'),
  ...rowFields,
  contact,
  message: z.nullable(z.string()),
  territoryId: z.nullable(id('territory')),
  productIds: z.array(id('product')),
  reason: z.nullable(z.string()),
  reasonNote: z.nullable(z.string()),
  /** The deal it became. */
  dealId: z.nullable(id('deal')),
  offers: z.optional(z.array(offer)),
  externalKey: z.optional(z.nullable(z.string())),
  actions,
});
export const leadRow = z.object({ ...recordOf('lead'), ...rowFields, actions: actionNames });
export type Lead = z.infer<typeof lead>;
export type LeadRow = z.infer<typeof leadRow>;

const input = {
  contact: z.optional(z.strictObject({ name: z.optional(z.nullable(line())), email: z.optional(z.nullable(email)), phone: z.optional(z.nullable(line(40))) })),
  city: z.optional(z.nullable(line(120))),
  country: z.optional(z.nullable(country)),
  message: z.optional(z.nullable(prose())),
  source: z.optional(z.nullable(line(80))),
  value: z.optional(z.nullable(price)),
  territoryId: z.optional(z.nullable(id('territory'))),
  productIds: z.optional(z.array(id('product')).check(z.maxLength(50))),
  externalKey: z.optional(z.nullable(externalKey)),
};

/** A reason from the programme's list, and a word on it. */
export const reasonInput = z.strictObject({ reason: slug, note: z.optional(prose(1_000)) });

export const leadOperations = {
  list: operation({
    summary: 'Lists leads, the newest first: the vendor sees all, a partner those offered to it or accepted by it.',
    method: 'GET',
    path: '/v1/leads',
    who: everyone,
    query: z.strictObject({ ...paging, search, state: z.optional(several(leadStates)), partnerId: z.optional(id('partner')) }),
    answer: page(leadRow),
  }),
  read: operation({
    summary: 'Reads one lead.',
    method: 'GET',
    path: '/v1/leads/{leadId}',
    who: everyone,
    answer: lead,
  }),
  create: operation({
    summary: 'Adds a lead.',
    method: 'POST',
    path: '/v1/leads',
    who: vendor,
    body: z.strictObject({ company: line(), subject: line(), ...input }),
    answer: lead,
    status: 201,
    changes: ['leads'],
    errors: ['already_exists'],
  }),
  change: operation({
    summary: 'Changes what is known of a lead.',
    method: 'PATCH',
    path: '/v1/leads/{leadId}',
    who: vendor,
    body: z.strictObject({ company: z.optional(line()), subject: z.optional(line()), ...input }),
    answer: lead,
    ifMatch: 'required',
    changes: ['leads'],
    errors: ['already_exists', 'action_not_allowed'],
  }),
  offer: operation({
    summary: 'Offers a lead to a partner, to one of its members if named. The answer is due after the programme\'s days unless a day is given.',
    method: 'POST',
    path: '/v1/leads/{leadId}/offer',
    who: vendor,
    body: z.strictObject({ partnerId: id('partner'), memberId: z.optional(id('member')), answerDueOn: z.optional(day) }),
    answer: lead,
    ifMatch: 'accepted',
    changes: ['leads', 'dashboard'],
    errors: ['action_not_allowed'],
  }),
  takeBack: operation({
    summary: 'Takes an unanswered or accepted lead back from its partner.',
    method: 'POST',
    path: '/v1/leads/{leadId}/take-back',
    who: vendor,
    body: z.strictObject({ note: z.optional(prose(1_000)) }),
    answer: lead,
    ifMatch: 'accepted',
    changes: ['leads', 'dashboard'],
    errors: ['action_not_allowed'],
  }),
  accept: operation({
    summary: 'Accepts an offered lead; a seller who accepts one offered to the company takes it on.',
    method: 'POST',
    path: '/v1/leads/{leadId}/accept',
    who: partner,
    answer: lead,
    ifMatch: 'accepted',
    changes: ['leads', 'dashboard'],
    errors: ['action_not_allowed'],
  }),
  decline: operation({
    summary: 'Declines an offered lead with a reason. It leaves the partner\'s inbox.',
    method: 'POST',
    path: '/v1/leads/{leadId}/decline',
    who: partner,
    body: reasonInput,
    ifMatch: 'accepted',
    changes: ['leads', 'dashboard'],
    errors: ['action_not_allowed'],
  }),
  convert: operation({
    summary: 'Turns an accepted lead into a customer and a draft deal, which the lead then names.',
    method: 'POST',
    path: '/v1/leads/{leadId}/convert',
    who: partner,
    body: z.strictObject({ customerId: z.optional(id('customer')) }),
    answer: lead,
    ifMatch: 'accepted',
    changes: ['leads', 'deals', 'customers', 'dashboard'],
    errors: ['action_not_allowed'],
  }),
  close: operation({
    summary: 'Closes an accepted lead that came to nothing, with a reason; the vendor may close any that is open.',
    method: 'POST',
    path: '/v1/leads/{leadId}/close',
    who: everyone,
    body: reasonInput,
    answer: lead,
    ifMatch: 'accepted',
    changes: ['leads', 'dashboard'],
    errors: ['action_not_allowed'],
  }),
};
