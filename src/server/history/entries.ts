import type { Call, Tx } from '../call.js';
import { enqueue } from '../database/outbox.js';

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
interface Actor {
  programmeId: string;
  memberId: string | null;
  role: string;
  requestId?: string;
}

/** Writes the history entry and the outgoing event of a change that a request makes. */
export const remember = ({ tx, caller, requestId }: Pick<Call, 'tx' | 'caller' | 'requestId'>, change: Change): Promise<void> =>
  write(tx, { programmeId: caller.programmeId, memberId: caller.memberId, role: caller.role, requestId }, change);

/** The same for a change that nobody asked for: a job makes it, and names the rule. */
export const rememberRule = (tx: Tx, programmeId: string, change: Change & { rule: string }): Promise<void> =>
  write(tx, { programmeId, memberId: null, role: 'service' }, change);

async function write(tx: Tx, actor: Actor, change: Change): Promise<void> {
  await tx.insertInto('history').values({
    programme_id: actor.programmeId,
    record_type: change.recordType,
    record_id: change.recordId,
    partner_id: change.partnerId ?? null,
    owner_member_id: change.ownerMemberId ?? null,
    actor_member_id: actor.memberId,
    actor_role: actor.role,
    action: change.action,
    changes: JSON.stringify(change.changes ?? {}) as never,
    reason: change.reason ?? null,
    rule: change.rule ?? null,
    request_id: actor.requestId ?? null,
    audience: change.audience,
  }).execute();
  await enqueue(tx, { programmeId: actor.programmeId, event: `${change.recordType}.${change.action}`, payload: { recordId: change.recordId } });
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
