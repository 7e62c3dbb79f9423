import * as z from 'zod/mini';
import { id } from './identity.js';
import { operation } from './operation.js';
import { memberRoles, operators, partner } from './roles.js';
import { partnerKinds } from './partners.js';
import { programme } from './programme.js';
import { email, known, line } from './text.js';
import { instant } from './time.js';

/** `deals:read`, `leads:write`, …: resource and whether it changes anything. */
const scope = z.string().check(z.regex(/^[a-z]+:(read|write)$/));

/** A web origin: scheme, host and port, no path. */
const origin = z.string().check(z.maxLength(300), z.refine((text) => {
  try { return new URL(text).origin === text && /^https?:/.test(text); } catch { return false; }
}, { error: 'Not an origin such as https://www.example.com' }));

/** Who a session is for. */
export const sessionInfo = z.object({
  id: id('session'),
  programmeId: id('programme'),
  member: z.object({ id: id('member'), name: z.string(), email: z.string(), role: known(memberRoles), locale: z.nullable(z.string()) }),
  partner: z.nullable(z.object({ id: id('partner'), name: z.string(), kind: known(partnerKinds) })),
  scopes: z.array(z.string()),
  expiresAt: instant,
});
export type SessionInfo = z.infer<typeof sessionInfo>;

const keyOnly = { secret_key: 'programme' } as const;

export const sessionOperations = {
  create: operation({
    summary: 'Opens a session for one member, for a vendor\'s back end to hand to the browser. Name the member by id, or by e-mail where that is unambiguous.',
    method: 'POST',
    path: '/v1/sessions',
    who: keyOnly,
    body: z.strictObject({
      memberId: z.optional(id('member')),
      email: z.optional(email),
      /** With `email`: which partner, for somebody who acts for several. */
      partnerId: z.optional(id('partner')),
      /** Where the token may be used from. */
      origins: z.array(origin).check(z.minLength(1), z.maxLength(20)),
      /** All that the role allows unless said. */
      scopes: z.optional(z.array(scope).check(z.minLength(1), z.maxLength(64))),
      /** Seconds, 60 to 900; 900 unless said. */
      expiresIn: z.optional(z.int().check(z.minimum(60), z.maximum(900))),
    }),
    answer: z.object({ id: id('session'), token: z.string(), expiresIn: z.int(), expiresAt: instant }),
    status: 201,
    secret: true,
    errors: ['member_suspended'],
  }),
  read: operation({
    summary: 'Reads the session of the token: who is signed in, and for whom. With `include=programme` the programme comes along, where the session may read it.',
    method: 'GET',
    path: '/v1/session',
    who: { ...partner, programme_admin: 'programme', channel_manager: 'programme' },
    query: z.strictObject({ include: z.optional(z.enum(['programme'])) }),
    answer: z.extend(sessionInfo, { programme: z.optional(programme) }),
  }),
  revoke: operation({
    summary: 'Revokes a session; its token is refused from then on.',
    method: 'DELETE',
    path: '/v1/sessions/{sessionId}',
    who: { programme_admin: 'programme', secret_key: 'programme', channel_manager: 'own', partner_admin: 'own', partner_seller: 'own' },
  }),
};

/** Secret keys of a programme, made by whoever runs the service. */
export const keyOperations = {
  create: operation({
    summary: 'Creates a secret key. The key itself is in this answer and nowhere else.',
    method: 'POST',
    path: '/v1/keys',
    who: operators,
    body: z.strictObject({ programmeId: id('programme'), name: line(80), expiresIn: z.optional(z.int().check(z.minimum(60), z.maximum(31_536_000))) }),
    answer: z.object({ id: id('key'), secretKey: z.string(), name: z.string(), expiresAt: z.nullable(instant) }),
    status: 201,
    secret: true,
  }),
  list: operation({
    summary: 'Lists a programme\'s secret keys, without the keys themselves.',
    method: 'GET',
    path: '/v1/keys',
    who: operators,
    query: z.strictObject({ programmeId: id('programme') }),
    answer: z.object({ data: z.array(z.object({ id: id('key'), name: z.string(), createdAt: instant, expiresAt: z.nullable(instant), revokedAt: z.nullable(instant) })) }),
    errors: ['not_found'],
  }),
  revoke: operation({
    summary: 'Revokes a secret key.',
    method: 'DELETE',
    path: '/v1/keys/{keyId}',
    who: operators,
  }),
  rotate: operation({
    summary: 'Makes a new signing key for session tokens; tokens signed with the last one stay valid until they expire.',
    method: 'POST',
    path: '/v1/keys/rotate',
    who: operators,
    answer: z.object({ kid: z.string() }),
    status: 201,
    secret: true,
  }),
};
