import * as z from 'zod/mini';
import { id } from './identity.js';
import { operation } from './operation.js';
import { page, paging, search } from './paging.js';
import { actionNames, actions, recordOf, reference } from './record.js';
import { memberRoles, vendor } from './roles.js';
import { email, externalKey, known, line, oneOf, several } from './text.js';

export const memberStatuses = ['invited', 'active', 'suspended'] as const;

const fields = {
  name: z.string(),
  email: z.string(),
  role: known(memberRoles),
  status: known(memberStatuses),
  /** None for the vendor's own people. */
  partner: z.nullable(reference('partner')),
  locale: z.nullable(z.string()),
  externalKey: z.nullable(z.string()),
};

/** A person acting for the vendor or for one partner. */
export const member = z.object({ ...recordOf('member'), ...fields, actions });
export const memberRow = z.object({ ...recordOf('member'), ...fields, actions: actionNames });
export type Member = z.infer<typeof member>;
export type MemberRow = z.infer<typeof memberRow>;

const locale = z.optional(z.nullable(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35))));

/** A seller sees the colleagues of the company, to know who owns what; an admin also manages them. */
const readers = { ...vendor, partner_admin: 'company', partner_seller: 'company' } as const;
const managers = { ...vendor, partner_admin: 'company' } as const;

const move = (verb: 'suspend' | 'reinstate', summary: string) =>
  operation({
    summary,
    method: 'POST',
    path: `/v1/members/{memberId}/${verb}`,
    who: managers,
    answer: member,
    ifMatch: 'accepted',
    changes: ['members'],
    errors: ['action_not_allowed'],
  });

export const memberOperations = {
  list: operation({
    summary: 'Lists members by name: the vendor sees all, a partner its own people.',
    method: 'GET',
    path: '/v1/members',
    who: readers,
    query: z.strictObject({ ...paging, search, partnerId: z.optional(id('partner')), role: z.optional(several(memberRoles)), status: z.optional(several(memberStatuses)) }),
    answer: page(memberRow),
  }),
  read: operation({
    summary: 'Reads one member.',
    method: 'GET',
    path: '/v1/members/{memberId}',
    who: readers,
    answer: member,
  }),
  invite: operation({
    summary: 'Invites a person. Partner roles need a partner; a partner\'s admin invites into the own company. The first session makes the member active.',
    method: 'POST',
    path: '/v1/members',
    who: managers,
    body: z.strictObject({ name: line(), email, role: oneOf(memberRoles), partnerId: z.optional(z.nullable(id('partner'))), locale, externalKey: z.optional(z.nullable(externalKey)) }),
    answer: member,
    status: 201,
    changes: ['members'],
    errors: ['already_exists', 'role_forbidden'],
  }),
  change: operation({
    summary: 'Changes a member\'s name, locale or role.',
    method: 'PATCH',
    path: '/v1/members/{memberId}',
    who: managers,
    body: z.strictObject({ name: z.optional(line()), role: z.optional(oneOf(memberRoles)), locale }),
    answer: member,
    ifMatch: 'required',
    changes: ['members'],
    errors: ['role_forbidden', 'action_not_allowed'],
  }),
  suspend: move('suspend', 'Suspends a member; every session of the member ends within a minute.'),
  reinstate: move('reinstate', 'Lets a suspended member in again.'),
};
