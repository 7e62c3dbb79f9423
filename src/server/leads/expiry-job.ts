import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { rememberRule } from '../history/entries.js';
import { batchSize, inBatches } from '../jobs/batches.js';

/** Offers whose time to answer is over expire, and the lead is free to be offered to somebody else. */
export const expireOffers = (db: Kysely<Database>): Promise<void> => inBatches(db, async (tx) => {
  const leads = await tx.selectFrom('leads').select(['programme_id', 'id', 'partner_id', 'member_id'])
    .where('state', '=', 'offered').where('answer_due_at', '<=', sql<Date>`now()`).orderBy('answer_due_at').limit(batchSize)
    .forUpdate().skipLocked().execute();
  for (const { programme_id: programmeId, id, partner_id: partnerId, member_id: ownerMemberId } of leads) {
    await tx.updateTable('leads').set({ state: 'expired' }).where('programme_id', '=', programmeId).where('id', '=', id).execute();
    await tx.updateTable('lead_offers').set({ outcome: 'expired', outcome_at: sql<Date>`now()` })
      .where('programme_id', '=', programmeId).where('lead_id', '=', id).where('outcome', 'is', null).execute();
    await rememberRule(tx, programmeId, {
      recordType: 'lead', recordId: id, action: 'expired', partnerId, ownerMemberId, audience: 'partner', rule: 'lead.answer_due',
      changes: { state: { from: 'offered', to: 'expired' } },
    });
  }
  return leads.length;
});
