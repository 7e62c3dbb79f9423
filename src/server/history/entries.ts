import { sql } from 'kysely';
import type { Call, Tx } from '../call.js';

/** One change to be remembered, in the transaction that makes it. */
export interface Change {
  recordType: 'programme' | 'partner' | 'member' | 'product' | 'territory' | 'account' | 'customer' | 'lead' | 'deal';
  recordId: string;
  /** The operation's verb: `created`, `changed`, `submitted`. */
  action: string;
  /** Whose record it is; `null` for the vendor's own. */
  partnerId?: string | null | undefined;
  /** The seller whose record it is: other sellers of the company do not see the entry. */
  ownerMemberId?: string | null | undefined;
  /** Whether the partner may read it. */
  audience: 'vendor' | 'partner';
  changes?: Record<string, { from: unknown; to: unknown }>;
  reason?: string | undefined;
  rule?: string | undefined;
}

/** Who made the change: a caller, or the service itself by a rule of the programme. */
export interface Actor {
  programmeId: string;
  memberId: string | null;
  role: string;
  requestId?: string;
}

/** Writes the history entry and the outgoing event of a change that a request makes. */
export const remember = ({ tx, caller, requestId }: Pick<Call, 'tx' | 'caller' | 'requestId'>, change: Change): Promise<void> =>
  write(tx, { programmeId: caller.programmeId, memberId: caller.memberId, role: caller.role, requestId }, change);

/** The same for what somebody decided earlier and is done now. */
export const rememberAs = (tx: Tx, actor: Actor, change: Change): Promise<void> => write(tx, actor, change);

/** The same for a change that nobody asked for: a job makes it, and names the rule. */
export const rememberRule = (tx: Tx, programmeId: string, change: Change & { rule: string }): Promise<void> =>
  write(tx, { programmeId, memberId: null, role: 'service' }, change);

/** Entry and event by one statement. The event names the entry, so that whoever hears it may read who did what. */
async function write(tx: Tx, actor: Actor, change: Change): Promise<void> {
  await sql`
    with made as materialized (select new_id('his') as id),
    entry as (
      insert into history (programme_id, id, record_type, record_id, partner_id, owner_member_id, actor_member_id, actor_role, action, changes, reason, rule, request_id, audience)
      select ${actor.programmeId}::text, made.id, ${change.recordType}::text, ${change.recordId}::text, ${change.partnerId ?? null}::text, ${change.ownerMemberId ?? null}::text,
        ${actor.memberId}::text, ${actor.role}::text, ${change.action}::text, ${JSON.stringify(change.changes ?? {})}::jsonb, ${change.reason ?? null}::text,
        ${change.rule ?? null}::text, ${actor.requestId ?? null}::text, ${change.audience}::text
      from made)
    insert into outbox (programme_id, event, payload)
    select ${actor.programmeId}::text, ${`${change.recordType}.${change.action}`}::text, jsonb_build_object('recordId', ${change.recordId}::text, 'historyId', made.id) from made`.execute(tx);
}

/** Field by field, what differs between two states of a record. Only fields of `after` are compared. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, { from: unknown; to: unknown }> {
  const changes: Record<string, { from: unknown; to: unknown }> = {};
  for (const [field, to] of Object.entries(after)) {
    const from = before[field] ?? null;
    if (to !== undefined && JSON.stringify(from) !== JSON.stringify(to ?? null)) changes[field] = { from, to: to ?? null };
  }
  return changes;
}
