import type { SessionInfo } from '../../contract/index.js';
import type { Tx } from '../call.js';
import { invalid } from '../service-error.js';

interface Named { memberId?: string | undefined; email?: string | undefined; partnerId?: string | undefined }

/** The one member that a session is asked for. */
export async function findMember(tx: Tx, programmeId: string, { memberId, email, partnerId }: Named) {
  if (Boolean(memberId) === Boolean(email)) throw invalid('/memberId', 'required', 'Name the member by memberId or by email, one of them.');
  let query = tx.selectFrom('members as m')
    .leftJoin('partners as p', (join) => join.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.partner_id'))
    .select(['m.id', 'm.version', 'm.status', 'm.role', 'm.partner_id', 'p.status as partner_status'])
    .where('m.programme_id', '=', programmeId);
  query = memberId ? query.where('m.id', '=', memberId) : query.where('m.email', '=', email!);
  if (partnerId) query = query.where('m.partner_id', '=', partnerId);
  const [member, another] = await query.limit(2).execute();
  if (!member) throw invalid(memberId ? '/memberId' : '/email', 'unknown', 'There is no such member in this programme.');
  if (another) throw invalid('/partnerId', 'ambiguous', 'This person acts for several. Say for which partner, or name the member by memberId.');
  return member;
}

export async function readSession(tx: Tx, programmeId: string, sessionId: string): Promise<SessionInfo | undefined> {
  const row = await tx.selectFrom('sessions as s')
    .innerJoin('members as m', (join) => join.onRef('m.programme_id', '=', 's.programme_id').onRef('m.id', '=', 's.member_id'))
    .leftJoin('partners as p', (join) => join.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.partner_id'))
    .select(['s.id', 's.programme_id', 's.scopes', 's.expires_at', 'm.id as member_id', 'm.name', 'm.email', 'm.role', 'm.locale', 'p.id as partner_id', 'p.name as partner_name', 'p.kind'])
    .where('s.programme_id', '=', programmeId).where('s.id', '=', sessionId).executeTakeFirst();
  return row && {
    id: row.id,
    programmeId: row.programme_id,
    member: { id: row.member_id, name: row.name, email: row.email, role: row.role, locale: row.locale },
    partner: row.partner_id ? { id: row.partner_id, name: row.partner_name!, kind: row.kind! } : null,
    scopes: row.scopes ?? ['*'],
    expiresAt: row.expires_at.toISOString(),
  };
}
