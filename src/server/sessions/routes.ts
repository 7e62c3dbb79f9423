import { sql } from 'kysely';
import type { keyOperations, sessionOperations } from '../../contract/index.js';
import type { Call, Handlers } from '../call.js';
import { programmeFor } from '../programme/queries.js';
import { found, invalid, notFound, ServiceError } from '../service-error.js';
import { findMember, readSession } from './queries.js';
import { makeSecretKey, rotateSigningKey, type SessionTokens } from './tokens.js';

const seconds = (amount: number) => sql<Date>`now() + make_interval(secs => ${amount})`;

/** Opening and ending sessions. These rooms stand outside the tenants' policies, so each query names the programme. */
export const sessionRoutes = (tokens: SessionTokens): Handlers<typeof sessionOperations> => ({
  async create({ tx, caller, body }) {
    const member = await findMember(tx, caller.programmeId, body);
    if (member.status === 'suspended' || member.partner_status === 'suspended') throw new ServiceError('member_suspended');
    if (member.status === 'invited') {
      await tx.updateTable('members').set({ status: 'active', version: member.version + 1, updated_at: sql`now()` })
        .where('programme_id', '=', caller.programmeId).where('id', '=', member.id).execute();
    }
    const expiresIn = body.expiresIn ?? 900;
    const session = await tx.insertInto('sessions').values({
      programme_id: caller.programmeId, member_id: member.id, partner_id: member.partner_id, role: member.role,
      origins: body.origins, scopes: body.scopes ?? null, expires_at: seconds(expiresIn),
    }).returning(['id', 'issued_at', 'expires_at']).executeTakeFirstOrThrow();
    const token = await tokens.sign(tx, { sessionId: session.id, programmeId: caller.programmeId, memberId: member.id }, session.issued_at, session.expires_at);
    return { id: session.id, token, expiresIn, expiresAt: session.expires_at.toISOString() };
  },

  async read({ tx, caller, query }) {
    const session = found(await readSession(tx, caller.programmeId, caller.credentialId));
    if (query.include !== 'programme') return session;
    if (caller.scopes && !caller.scopes.includes('programme:read')) throw new ServiceError('scope_missing');
    return { ...session, programme: await programmeFor(tx, caller) };
  },

  async revoke({ tx, caller, reach, params }) {
    let update = tx.updateTable('sessions').set({ revoked_at: sql`now()` })
      .where('programme_id', '=', caller.programmeId).where('id', '=', params.sessionId).where('revoked_at', 'is', null);
    // Not through `reach` alone: no policy stands behind this room.
    if (caller.memberId && caller.role !== 'programme_admin') update = update.where('member_id', '=', caller.memberId);
    if (reach.memberId) update = update.where('member_id', '=', reach.memberId);
    const { numUpdatedRows } = await update.executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound();
  },
});

/** Secret keys and signing keys, for whoever runs the service. */
export const keyRoutes = (tokens: SessionTokens): Handlers<typeof keyOperations> => ({
  async create({ tx, body }) {
    const programme = await tx.selectFrom('programmes').select('id').where('id', '=', body.programmeId).executeTakeFirst();
    if (!programme) throw invalid('/programmeId', 'unknown', 'There is no such programme.');
    const { rows: [made] } = await sql<{ id: string }>`select new_id('key') as id`.execute(tx);
    const { secretKey, hash } = makeSecretKey(made!.id);
    const { expires_at: expiresAt } = await tx.insertInto('secret_keys').values({
      programme_id: body.programmeId, id: made!.id, name: body.name, hash, expires_at: body.expiresIn ? seconds(body.expiresIn) : null,
    }).returning('expires_at').executeTakeFirstOrThrow();
    return { id: made!.id, secretKey, name: body.name, expiresAt: expiresAt?.toISOString() ?? null };
  },

  async list({ tx, query }) {
    const rows = await tx.selectFrom('secret_keys').select(['id', 'name', 'created_at', 'expires_at', 'revoked_at'])
      .where('programme_id', '=', query.programmeId).orderBy('id').execute();
    return {
      data: rows.map((row) => ({
        id: row.id, name: row.name, createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at?.toISOString() ?? null, revokedAt: row.revoked_at?.toISOString() ?? null,
      })),
    };
  },

  async revoke({ tx, params }: Call<(typeof keyOperations)['revoke']>) {
    const { numUpdatedRows } = await tx.updateTable('secret_keys').set({ revoked_at: sql`now()` })
      .where('id', '=', params.keyId).where('revoked_at', 'is', null).executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound();
  },

  async rotate({ tx }) {
    const { kid } = await rotateSigningKey(tx);
    tokens.forget();
    return { kid };
  },
});
