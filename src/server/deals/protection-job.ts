import { sql, type Kysely } from 'kysely';
import type { ProtectionState } from '../../contract/index.js';
import { dayIn } from '../database/days.js';
import type { Database } from '../database/schema.js';
import { rememberRule } from '../history/entries.js';
import { batchSize, inBatches } from '../jobs/batches.js';

interface DueDeal { programme_id: string; id: string; partner_id: string; member_id: string | null; was: ProtectionState; becomes: ProtectionState }

/**
 * Writes down where each protection stands on the day that it is in its programme's zone: expiring when so many days are left as the programme
 * says, expired when the last day is over. The same rule as `protectionOf`, which answers go by meanwhile.
 */
export const endProtections = (db: Kysely<Database>): Promise<void> => inBatches(db, async (tx) => {
  const { rows } = await sql<DueDeal>`
    select d.programme_id, d.id, d.partner_id, d.member_id, d.protection_state as was, clock.state as becomes
    from deals d join programmes g on g.id = d.programme_id
      cross join lateral (select d.protection_ends_on - ${dayIn(sql.ref('g.time_zone'))} as days_left) as span
      cross join lateral (select case when span.days_left < 0 then 'expired'
        when span.days_left <= (g.settings #>> '{protection,expiringDays}')::int then 'expiring' else 'active' end as state) as clock
    where d.protection_state in ('active', 'expiring') and clock.state <> d.protection_state
    order by d.protection_ends_on limit ${sql.lit(batchSize)} for update of d skip locked`.execute(tx);
  for (const deal of rows) {
    await tx.updateTable('deals').set({ protection_state: deal.becomes }).where('programme_id', '=', deal.programme_id).where('id', '=', deal.id).execute();
    await rememberRule(tx, deal.programme_id, {
      recordType: 'deal', recordId: deal.id, action: `protection_${deal.becomes}`,
      partnerId: deal.partner_id, ownerMemberId: deal.member_id, audience: 'partner', rule: 'deal.protection',
      changes: { protection: { from: deal.was, to: deal.becomes } },
    });
  }
  return rows.length;
});
