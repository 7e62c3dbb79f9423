import type { Tx } from '../call.js';

/** Holds the programme's active admins until the transaction ends: two who suspend each other at once would leave nobody. */
export async function lockAdmins(tx: Tx, programmeId: string): Promise<void> {
  await tx.selectFrom('members').select('id').where('programme_id', '=', programmeId)
    .where('partner_id', 'is', null).where('role', '=', 'programme_admin').orderBy('id').forUpdate().execute();
}

export async function partnerExists(tx: Tx, programmeId: string, partnerId: string): Promise<boolean> {
  return Boolean(await tx.selectFrom('partners').select('id').where('programme_id', '=', programmeId).where('id', '=', partnerId).executeTakeFirst());
}
