import * as z from 'zod/mini';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf } from './record.js';
import { everyoneAlike, vendor } from './roles.js';
import { country, externalKey, line } from './text.js';

const fields = {
  name: z.string(),
  /** What it belongs to on the programme's map: `Europe`. */
  region: z.nullable(z.string()),
  country: z.nullable(z.string()),
  externalKey: z.nullable(z.string()),
};

/** A sales territory, as the programme defines it. */
export const territory = z.object({ ...recordOf('territory'), ...fields, actions });
export const territoryRow = z.object({ ...recordOf('territory'), ...fields, actions: actionNames });
export type Territory = z.infer<typeof territory>;

const input = {
  region: z.optional(z.nullable(line(120))),
  country: z.optional(z.nullable(country)),
  externalKey: z.optional(z.nullable(externalKey)),
};

export const territoryOperations = {
  list: operation({
    summary: 'Lists territories by name.',
    method: 'GET',
    path: '/v1/territories',
    who: everyoneAlike,
    query: z.strictObject({ ...paging, search }),
    answer: page(territoryRow),
  }),
  read: operation({
    summary: 'Reads one territory.',
    method: 'GET',
    path: '/v1/territories/{territoryId}',
    who: everyoneAlike,
    answer: territory,
  }),
  create: operation({
    summary: 'Adds a territory.',
    method: 'POST',
    path: '/v1/territories',
    who: vendor,
    body: z.strictObject({ name: line(), ...input }),
    answer: territory,
    status: 201,
    changes: ['territories'],
    errors: ['already_exists'],
  }),
  change: operation({
    summary: 'Changes a territory.',
    method: 'PATCH',
    path: '/v1/territories/{territoryId}',
    who: vendor,
    body: z.strictObject({ name: z.optional(line()), ...input }),
    answer: territory,
    ifMatch: 'required',
    changes: ['territories'],
    errors: ['already_exists'],
  }),
};
