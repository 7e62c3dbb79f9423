import * as z from 'zod/mini';
import { id } from './identity.js';
import { operation } from './operation.js';
import { page, paging } from './paging.js';
import { everyone } from './roles.js';
import { known, prose } from './text.js';
import { instant } from './time.js';

/** One message between a partner and the vendor about a deal. */
export const message = z.object({
  id: id('message'),
  at: instant,
  dealId: id('deal'),
  side: known(['partner', 'vendor']),
  /** The writer; the vendor's name where a partner reads of the vendor's people. */
  by: z.nullable(z.string()),
  /** Whether the caller wrote it. */
  own: z.boolean(),
  text: z.string(),
});
export type Message = z.infer<typeof message>;

export const messageOperations = {
  list: operation({
    summary: 'Lists the conversation on one deal, the newest message first.',
    method: 'GET',
    path: '/v1/messages',
    who: everyone,
    query: z.strictObject({ cursor: paging.cursor, limit: paging.limit, dealId: id('deal') }),
    answer: page(message),
    errors: ['not_found'],
  }),
  send: operation({
    summary: 'Writes to the other side about a deal.',
    method: 'POST',
    path: '/v1/messages',
    who: everyone,
    body: z.strictObject({ dealId: id('deal'), text: prose(4_000).check(z.minLength(1)) }),
    answer: message,
    status: 201,
    changes: ['messages'],
    errors: ['action_not_allowed'],
  }),
};
