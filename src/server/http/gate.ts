import { sql, type Kysely } from 'kysely';
import { scopeOf, type MemberRole, type Operation, type Role, type Whose } from '../../contract/index.js';
import type { Caller } from '../caller.js';
import type { Database } from '../database/schema.js';
import { ServiceError } from '../service-error.js';
import { parseSecretKey, sameText, type SessionTokens } from '../sessions/tokens.js';
import type { Budget, RateLimits } from './rate-limit.js';

export interface GateOptions {
  db: Kysely<Database>;
  tokens: SessionTokens;
  limits: RateLimits;
  /** Opens the operator's operations; none means that nobody may call them. */
  operatorToken: string | undefined;
}

/** A caller that was let in, and what is left of its request budget. */
export interface Admission {
  caller: Caller;
  budget: Budget | undefined;
}

/** Who sends this request? Reads credential, member, partner and the request count in one statement, as of now. */
export async function authenticate(request: Request, { db, tokens, limits, operatorToken }: GateOptions): Promise<Admission> {
  const bearer = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!bearer) throw new ServiceError('token_missing', { headers: { 'www-authenticate': 'Bearer' } });
  const origin = request.headers.get('origin');
  if (operatorToken && sameText(bearer, operatorToken)) {
    if (origin) throw new ServiceError('secret_key_in_browser');
    return { caller: { role: 'operator', programmeId: '', partnerId: null, memberId: null, credentialId: 'operator', subject: 'operator', scopes: null }, budget: undefined };
  }
  return bearer.startsWith('prm_sk_') ? authenticateKey(db, bearer, origin, limits) : authenticateSession(db, bearer, origin, tokens, limits);
}

async function authenticateKey(db: Kysely<Database>, bearer: string, origin: string | null, limits: RateLimits): Promise<Admission> {
  if (origin) throw new ServiceError('secret_key_in_browser');
  const key = parseSecretKey(bearer);
  const row = key && (await sql<{ programme_id: string; hash: string; ended: boolean }>`
    select programme_id, hash, revoked_at is not null or coalesce(expires_at <= now(), false) as ended
    from secret_keys where id = ${key.keyId}`.execute(db)).rows[0];
  if (!key || !row || !key.matches(row.hash) || row.ended) throw new ServiceError('token_invalid');
  const budget = await limits.count(row.programme_id, key.keyId, limits.perKey);
  return {
    caller: { role: 'secret_key', programmeId: row.programme_id, partnerId: null, memberId: null, credentialId: key.keyId, subject: key.keyId, scopes: null },
    budget,
  };
}

interface SessionRow {
  member_id: string; partner_id: string | null; origins: string[]; scopes: string[] | null; expired: boolean; revoked: boolean;
  role: MemberRole; member_status: string; partner_status: string | null; count: number; resets_in: number;
}

async function authenticateSession(db: Kysely<Database>, bearer: string, origin: string | null, tokens: SessionTokens, limits: RateLimits): Promise<Admission> {
  const { sessionId, programmeId, memberId } = await tokens.verify(bearer);
  const counted = limits.counting(programmeId, sessionId);
  const { rows: [row] } = await sql<SessionRow>`
    with counted as (${counted})
    select s.member_id, s.origins, s.scopes, s.expires_at <= now() as expired, s.revoked_at is not null as revoked,
      m.partner_id, m.role, m.status as member_status, p.status as partner_status, counted.count, counted.resets_in
    from counted, sessions s
      join members m on m.programme_id = s.programme_id and m.id = s.member_id
      left join partners p on p.programme_id = m.programme_id and p.id = m.partner_id
    where s.programme_id = ${programmeId} and s.id = ${sessionId} and s.member_id = ${memberId}`.execute(db);
  // A session whose row was cleaned away ended long before.
  if (!row || row.expired) throw new ServiceError('token_expired');
  if (row.revoked) throw new ServiceError('session_revoked');
  if (origin && !row.origins.includes(origin)) throw new ServiceError('origin_forbidden');
  if (row.member_status === 'suspended' || row.partner_status === 'suspended') throw new ServiceError('member_suspended');
  return {
    caller: { role: row.role, programmeId, partnerId: row.partner_id, memberId: row.member_id, credentialId: sessionId, subject: row.member_id, scopes: row.scopes },
    budget: limits.judge(Number(row.count), Number(row.resets_in), limits.perSession),
  };
}

/** May this caller call this operation at all, and on whose records? */
export function admit(caller: Caller, resource: string, operation: Operation): Whose {
  const whose = (operation.who as Partial<Record<Role, Whose>>)[caller.role];
  if (!whose) throw new ServiceError('role_forbidden');
  if (caller.scopes && !caller.scopes.includes(scopeOf(resource, operation))) throw new ServiceError('scope_missing');
  return whose;
}
