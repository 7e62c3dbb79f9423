import * as z from 'zod/mini';
import { operation } from './operation.js';
import { recordOf } from './record.js';
import { line, oneOf } from './text.js';
import type { Who } from './roles.js';

/** A list's filters, kept under a name by one member for itself. */
export const view = z.object({ ...recordOf('view'), list: z.string(), name: z.string(), query: z.record(z.string(), z.string()) });
export type View = z.infer<typeof view>;

/** People, each its own. */
const members = { programme_admin: 'own', channel_manager: 'own', partner_admin: 'own', partner_seller: 'own' } as const satisfies Who;

const lists = ['deals', 'reviews', 'customers', 'leads'] as const;

export const viewOperations = {
  list: operation({
    summary: 'Lists the caller\'s saved filters of one list, by name.',
    method: 'GET',
    path: '/v1/views',
    who: members,
    query: z.strictObject({ list: oneOf(lists) }),
    answer: z.object({ data: z.array(view) }),
  }),
  save: operation({
    summary: 'Saves filters under a name, in place of those that had it before.',
    method: 'POST',
    path: '/v1/views',
    who: members,
    body: z.strictObject({ list: oneOf(lists), name: line(60), query: z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(300))) }),
    answer: view,
    status: 201,
    changes: ['views'],
    errors: ['action_not_allowed'],
  }),
  remove: operation({
    summary: 'Forgets saved filters.',
    method: 'DELETE',
    path: '/v1/views/{viewId}',
    who: members,
    changes: ['views'],
  }),
};
