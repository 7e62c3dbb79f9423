import * as z from 'zod/mini';
import { id, type IdKind } from './identity.js';
import { instant } from './time.js';

/** What every record carries. `version` goes back as If-Match. */
export const recordOf = (kind: IdKind) => ({
  id: id(kind),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
});

/** In a list: the names of what the caller may do with the record now. */
export const actionNames = z.array(z.string());

/** On one record: each action, whether it is allowed now, and if not, the code of the reason. */
export const actions = z.array(z.object({ name: z.string(), allowed: z.boolean(), reason: z.optional(z.string()) }));
export type Action = z.infer<typeof actions>[number];

/** A pointer to another record with the name to show. */
export const reference = (kind: IdKind) => z.object({ id: id(kind), name: z.string() });
