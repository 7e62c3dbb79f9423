import * as z from 'zod/mini';
import { id } from './identity.js';
import { operation } from './operation.js';
import { page, paging } from './paging.js';
import { known, oneOf } from './text.js';
import { instant } from './time.js';

/**
 * What a member is told of, whom it concerns, and whether an e-mail goes out too until the member says otherwise.
 * A new kind needs its sentence in both catalogues of e-mails and of `<prm-notice-bell>`.
 */
export const noticeKinds = {
  deal_submitted: { side: 'vendor', email: true },
  deal_withdrawn: { side: 'vendor', email: false },
  deal_message: { side: 'both', email: true },
  extension_requested: { side: 'vendor', email: true },
  win_claimed: { side: 'vendor', email: true },
  review_due: { side: 'vendor', email: true },
  lead_declined: { side: 'vendor', email: false },
  decision_conflict: { side: 'vendor', email: true },
  deal_action_required: { side: 'partner', email: true },
  deal_approved: { side: 'partner', email: true },
  deal_rejected: { side: 'partner', email: true },
  extension_granted: { side: 'partner', email: true },
  extension_refused: { side: 'partner', email: true },
  win_confirmed: { side: 'partner', email: true },
  protection_ends: { side: 'partner', email: true },
  protection_expired: { side: 'partner', email: true },
  lead_offered: { side: 'partner', email: true },
  lead_answer_due: { side: 'partner', email: true },
  lead_expired: { side: 'both', email: false },
  deal_reassigned: { side: 'partner', email: false },
} as const satisfies Record<string, { side: 'vendor' | 'partner' | 'both'; email: boolean }>;

export type NoticeKind = keyof typeof noticeKinds;
export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

/** The id of any record that a notice can be about. */
const recordId = z.string().check(z.regex(/^[a-z]{3,4}_[0-9a-f]{32}$/));

/** Something that happened to a record of the member's. */
export const notice = z.object({
  id: id('notice'),
  kind: known(noticeKindNames),
  recordType: known(['deal', 'lead']),
  recordId: z.string(),
  /** The record's name as the member may see it now; `null` once it may see it no more. */
  recordName: z.nullable(z.string()),
  at: instant,
  readAt: z.nullable(instant),
  /** What the sentence needs besides: `days` that are left, `dueOn`, the day they end. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Notice = z.infer<typeof notice>;

/** Only people have notices, and each only its own. */
const members = { programme_admin: 'own', channel_manager: 'own', partner_admin: 'own', partner_seller: 'own' } as const;

const preferences = z.object({
  /** The kinds that this member can get. In the portal they always appear; an e-mail goes out where `email` says so. */
  data: z.array(z.object({ kind: known(noticeKindNames), email: z.boolean() })),
  /** Where e-mails go, and in which language: the member's own. */
  address: z.string(),
  language: z.string(),
  /** Whether this service sends e-mail at all. */
  emailAvailable: z.boolean(),
});
export type NoticePreferences = z.infer<typeof preferences>;

export const noticeOperations = {
  list: operation({
    summary: 'Lists the member\'s own notices, the newest first.',
    method: 'GET',
    path: '/v1/notices',
    who: members,
    query: z.strictObject({ ...paging, state: z.optional(oneOf(['unread', 'read'])), recordId: z.optional(recordId) }),
    answer: page(notice),
  }),
  unread: operation({
    summary: 'Counts the member\'s unread notices, in all and by record: those of the 200 records that were told of last.',
    method: 'GET',
    path: '/v1/notices/unread',
    who: members,
    answer: z.object({ count: z.int(), records: z.array(z.object({ recordType: known(['deal', 'lead']), recordId: z.string(), count: z.int() })) }),
  }),
  markRead: operation({
    summary: 'Marks one notice as read. Twice is the same as once.',
    method: 'POST',
    path: '/v1/notices/{noticeId}/read',
    who: members,
    answer: notice,
    changes: ['notices'],
  }),
  markAllRead: operation({
    summary: 'Marks all notices as read, or all of one record. `upTo` names the newest one that the member has seen: what came later stays unread.',
    method: 'POST',
    path: '/v1/notices/read',
    who: members,
    body: z.strictObject({ recordId: z.optional(recordId), upTo: z.optional(id('notice')) }),
    answer: z.object({ marked: z.int() }),
    changes: ['notices'],
  }),
  preferences: operation({
    summary: 'Reads of which kinds of notice the member also gets an e-mail.',
    method: 'GET',
    path: '/v1/notices/preferences',
    who: members,
    answer: preferences,
  }),
  changePreferences: operation({
    summary: 'Says of which kinds of notice the member also gets an e-mail. Kinds that are not named stay as they are.',
    method: 'PATCH',
    path: '/v1/notices/preferences',
    who: members,
    body: z.strictObject({ email: z.array(z.strictObject({ kind: oneOf(noticeKindNames), on: z.boolean() })).check(z.minLength(1), z.maxLength(100)) }),
    answer: preferences,
    changes: ['notices'],
  }),
};
