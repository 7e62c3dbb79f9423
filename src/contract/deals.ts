import * as z from 'zod/mini';
import { fileRecord } from './files.js';
import { dealInput } from './deal-input.js';
import { id } from './identity.js';
import { reasonInput } from './leads.js';
import { money, price } from './money.js';
import { bytes, operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf, reference } from './record.js';
import { fieldKey } from './programme.js';
import { everyone, partner, partnerAdmins, vendor } from './roles.js';
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

/** What a person would best do with a deal now, in the words of the catalogue. */
export const nextSteps = [
  'submit', 'answer', 'ask_extension', 'move_stage', 'claim_win', 'update_close', 'decide', 'confirm_win', 'decide_extension',
] as const;
export const extensionStates = ['requested', 'granted', 'refused'] as const;

export const dealSorts = ['-updatedAt', 'updatedAt', 'name', '-value', 'closeOn'] as const;

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
  /** What the caller would best do next; none where it is somebody else's turn. */
  nextStep: z.nullable(z.object({ code: known(nextSteps), dueOn: z.nullable(day) })),
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

export const decisionKinds = ['approve', 'reject', 'request_action'] as const;

/** What was decided and is not applied yet. */
const pendingDecision = z.object({
  id: id('decision'),
  kind: known(decisionKinds),
  /** Who decided; none where a rule of the programme did. */
  by: z.nullable(z.string()),
  rule: z.nullable(z.string()),
  decidedAt: instant,
  /** When it is applied; none while others must still agree. */
  appliesAt: z.nullable(instant),
  protectionDays: z.nullable(z.int()),
  reason: z.nullable(z.string()),
  note: z.nullable(z.string()),
  /** Who must agree, in their order, and when they did. */
  approvals: z.array(z.object({ member: reference('member'), order: z.int(), approvedAt: z.nullable(instant) })),
});
export type PendingDecision = z.infer<typeof pendingDecision>;

/** More days of protection, asked for before the end and granted by the vendor. */
const extension = z.object({
  id: id('extension'),
  state: known(extensionStates),
  /** Days asked for, and those granted. */
  days: z.int(),
  grantedDays: z.nullable(z.int()),
  reason: z.string(),
  note: z.nullable(z.string()),
  requestedAt: instant,
  decidedAt: z.nullable(instant),
});
export type Extension = z.infer<typeof extension>;

/** A deal registration. `value` is the sum of its lines rounded once, half up; without lines, what was entered. */
export const deal = z.object({
  ...recordOf('deal'),
  ...rowFields,
  /** Every partner on the deal, with role and share in percent. */
  partners: z.array(z.object({ partner: reference('partner'), role: known(['lead', 'co_seller']), share: z.int() })),
  lines: z.array(dealLine),
  territoryId: z.nullable(id('territory')),
  /** What it is about at the customer, where a programme protects by project. */
  project: z.nullable(z.string()),
  custom: z.record(z.string(), z.unknown()),
  note: z.nullable(z.string()),
  /** The fields that the vendor asked for: only these can be changed. None named: all of them. */
  askedFields: z.array(z.string()),
  extensions: z.array(extension),
  attachments: z.array(fileRecord),
  stageReason: z.nullable(z.string()),
  leadId: z.nullable(id('lead')),
  decidedAt: z.nullable(instant),
  /** What the vendor wrote with the decision, or what it asked for. */
  decisionNote: z.nullable(z.string()),
  decisionReason: z.nullable(z.string()),
  account: z.optional(z.nullable(reference('account'))),
  /** Who of the vendor's people reviews it. */
  reviewer: z.optional(z.nullable(reference('member'))),
  /** A decision that waits for its time to undo, or for others to agree. No partner sees it. */
  pendingDecision: z.optional(z.nullable(pendingDecision)),
  externalKey: z.optional(z.nullable(z.string())),
  actions,
});
export const dealRow = z.object({ ...recordOf('deal'), ...rowFields, actions: actionNames });
export type Deal = z.infer<typeof deal>;
export type DealRow = z.infer<typeof dealRow>;

const step = <const V extends string, const W extends typeof vendor | typeof partner | typeof everyone | typeof partnerAdmins, B extends z.ZodMiniType | undefined = undefined>(
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
    changes: ['deals', 'dashboard', 'reviews'],
    errors: ['action_not_allowed'],
  });

const days = z.int().check(z.minimum(1), z.maximum(1_095));
const note = z.optional(prose(1_000));

const filters = {
  search,
  sort: z.optional(oneOf(dealSorts)),
  review: z.optional(several(reviews)),
  stage: z.optional(several(stages)),
  protection: z.optional(several(protectionStates)),
  partnerId: z.optional(id('partner')),
  customerId: z.optional(id('customer')),
};

const exportLanguages = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'zh', 'ar'] as const;
/** The languages that a table can be headed in. */
export type ExportLanguage = (typeof exportLanguages)[number];

export const dealOperations = {
  list: operation({
    summary: 'Lists the deals the caller may see, last changed first.',
    method: 'GET',
    path: '/v1/deals',
    who: everyone,
    query: z.strictObject({ ...paging, ...filters }),
    answer: page(dealRow),
  }),
  // Before `read`, or `export` would be taken for an id.
  export: operation({
    summary: 'Writes the deals the caller may see as a table, with the same filters as the list. No cell can start a formula.',
    method: 'GET',
    path: '/v1/deals/export',
    who: everyone,
    query: z.strictObject({ format: oneOf(['csv', 'xlsx']), locale: z.optional(oneOf(exportLanguages)), ...filters }),
    answer: bytes(500 * 1024 * 1024),
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
    summary: 'Saves a draft, or those fields of a deal that the vendor asked for.',
    method: 'PATCH',
    path: '/v1/deals/{dealId}',
    who: partner,
    body: dealInput,
    answer: deal,
    ifMatch: 'required',
    changes: ['deals'],
    errors: ['action_not_allowed'],
  }),
  clone: operation({
    summary: 'Makes a new draft with the content of a deal, without its decisions and attachments.',
    method: 'POST',
    path: '/v1/deals/{dealId}/clone',
    who: partner,
    answer: deal,
    status: 201,
    changes: ['deals'],
    errors: ['action_not_allowed'],
  }),
  submit: operation({
    ...step('submit', partner, 'Submits a draft for review. Every valid registration gets the same answer, whoever else claims the customer.'),
    // What a draft may still lack, a submission must have.
    errors: ['action_not_allowed', 'validation_failed'],
  }),
  withdraw: step('withdraw', partner, 'Takes a deal back before it is decided.'),
  moveStage: step('stage', partner, 'Moves the sales stage. A lost deal needs a reason; a win is claimed with its day and value, and counts once confirmed.', z.strictObject({
    stage: oneOf(stages),
    reason: z.optional(slug),
    closedOn: z.optional(day),
    value: z.optional(price),
  })),
  requestExtension: step('request-extension', partner, 'Asks for more days of protection before it ends; the programme\'s days unless said.', z.strictObject({ days: z.optional(days), reason: line(1_000) })),
  reassign: step('reassign', partnerAdmins, 'Gives a deal to another active member of the company.', z.strictObject({ memberId: id('member') })),
  grantExtension: operation({
    ...step('grant-extension', vendor, 'Grants the extension that was asked for, with other days if given.', z.strictObject({ days: z.optional(days), note })),
    errors: ['action_not_allowed', 'account_protected'],
  }),
  refuseExtension: step('refuse-extension', vendor, 'Refuses the extension that was asked for; the partner reads the note.', z.strictObject({ note: line(1_000) })),
  confirmWin: step('confirm-win', vendor, 'Confirms a win that the partner claimed.'),
  refuseWin: step('refuse-win', vendor, 'Sends a claimed win back to the stage before it; the partner reads the note.', z.strictObject({ note: line(1_000) })),
  startReview: step('start-review', vendor, 'Takes a submitted deal into review.'),
  requestAction: step('request-action', vendor, 'Asks the partner for more before deciding; only the named fields can then be changed, all where none is named.', z.strictObject({
    note: line(1_000),
    fields: z.optional(z.array(fieldKey).check(z.maxLength(60))),
  })),
  approve: operation({
    ...step('approve', vendor, 'Decides to approve: the deal is joined to an account and protected for the programme\'s days, or as many as are given. Applied after the time to undo.', z.strictObject({
      note,
      protectionDays: z.optional(days),
      accountId: z.optional(id('account')),
    })),
    errors: ['action_not_allowed', 'account_protected'],
  }),
  reject: step('reject', vendor, 'Decides to reject with a reason that the partner will read. Applied after the time to undo.', reasonInput),
  undoDecision: step('undo-decision', vendor, 'Takes a decision back that was not applied yet. Nobody was told of it.'),
  handOver: step('hand-over', vendor, 'Gives the review to another of the vendor\'s people.', z.strictObject({ memberId: id('member') })),
  linkAccount: step('link-account', vendor, 'Says which account the deal\'s customer is.', z.strictObject({ accountId: id('account') })),
  coSell: step('co-sell', vendor, 'Names the partners that sell the deal together with the one that leads it, with their shares in percent; the rest is the lead\'s.', z.strictObject({
    partners: z.array(z.strictObject({ partnerId: id('partner'), memberId: z.optional(id('member')), share: z.int().check(z.minimum(0), z.maximum(100)) })).check(z.maxLength(5)),
  })),
};
