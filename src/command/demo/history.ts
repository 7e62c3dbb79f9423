import type { Plan, Row } from './plan.js';
import { idAt } from './random.js';

interface Entry {
  at: number;
  recordType: 'deal' | 'lead';
  recordId: string;
  partnerId: string | null;
  ownerId: string | null;
  /** `null`: the service itself. */
  by: { id: string; role: string } | null;
  action: string;
  changes: Row;
  reason?: string | null;
  rule?: string;
  /** The partner's unless said. */
  audience?: 'vendor' | 'partner';
}

/** One entry of a record's history, as the service writes it. */
export const remembered = ({ chance, programmeId }: Plan, entry: Entry): Row => ({
  programme_id: programmeId, id: idAt(chance, 'his', entry.at), at: new Date(entry.at).toISOString(), record_type: entry.recordType, record_id: entry.recordId,
  partner_id: entry.partnerId, owner_member_id: entry.ownerId, actor_role: entry.by?.role ?? 'service', actor_member_id: entry.by?.id ?? null,
  action: entry.action, changes: entry.changes, reason: entry.reason ?? null, rule: entry.rule ?? null, audience: entry.audience ?? 'partner',
});
