import * as z from 'zod/mini';
import { id } from './identity.js';
import { operation } from './operation.js';
import { page, paging } from './paging.js';
import { everyone } from './roles.js';
import { known } from './text.js';
import { instant } from './time.js';

/** One change: who, when, what, why, and which rule. A partner reads the entries of its own records that are meant for it. */
export const historyEntry = z.object({
  id: id('history'),
  at: instant,
  recordType: z.string(),
  recordId: z.string(),
  action: z.string(),
  /** The member's name; the vendor's name where a partner reads of the vendor's people; `null` for the service itself. */
  by: z.nullable(z.string()),
  /** Field → value before and after. */
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
  reason: z.nullable(z.string()),
  rule: z.nullable(z.string()),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

export const historyOperations = {
  list: operation({
    summary: 'Lists the history of one record, the newest change first.',
    method: 'GET',
    path: '/v1/history',
    who: everyone,
    query: z.strictObject({ cursor: paging.cursor, limit: paging.limit, recordId: z.string().check(z.regex(/^[a-z]{3,4}_[0-9a-f]{32}$/)) }),
    answer: page(historyEntry),
    errors: ['not_found'],
  }),
};

/** What changed in the caller's view since a moment: the little that liveness needs. An `id` names one change and is good for nothing else. */
export const changesOperations = {
  list: operation({
    summary: 'Tells which records in the caller\'s view changed since the last answer. Entries of the last seconds may come twice: remember their ids.',
    method: 'GET',
    path: '/v1/changes',
    who: everyone,
    query: z.strictObject({ since: z.optional(instant) }),
    answer: z.object({
      /** `id` is that of the history's entry, of the message or of the notice; `recordId` of a message is its deal. */
      data: z.array(z.object({ id: z.string(), resource: known(['programme', 'partners', 'members', 'products', 'territories', 'accounts', 'customers', 'leads', 'deals', 'messages', 'notices']), recordId: z.string() })),
      /** Send as `since` next time. */
      now: instant,
      /** More changed than is listed: take everything for stale. */
      truncated: z.boolean(),
    }),
  }),
};
