import { sql } from 'kysely';
import type { dealOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { invalid } from '../service-error.js';
import { addDays, protectionOf } from './rules.js';
import { takeStep } from './transition.js';

type Extensions = Pick<Handlers<typeof dealOperations>, 'requestExtension' | 'grantExtension' | 'refuseExtension'>;

const now = sql<Date>`now()`;
/** The deal itself is not changed, but its readers must hear of it: it gets a new version. */
const touched = { updated_at: now };

/** More days of protection: asked for by the partner, answered by the vendor. */
export const extensions: Extensions = {
  requestExtension: (call) => takeStep(call, 'requestExtension', 'extension_requested', async ({ tx, row, programme }) => {
    const { days = programme.settings.protection.extensionDays, reason } = call.body;
    if (days > programme.settings.protection.extensionDays) throw invalid('/days', 'too_big', `The programme extends by ${programme.settings.protection.extensionDays} days at most.`);
    await tx.insertInto('deal_extensions')
      .values({ programme_id: programme.id, deal_id: row.id, partner_id: row.partner_id, days, reason, requested_by: call.caller.memberId }).execute();
    return { set: touched, reason };
  }),

  grantExtension: (call) => takeStep(call, 'grantExtension', 'extension_granted', async ({ tx, row, deal, programme }) => {
    const { days = deal.extensions[0]!.days, note } = call.body;
    await tx.updateTable('deal_extensions').set({ state: 'granted', granted_days: days, note: note || null, decided_at: now, decided_by: call.caller.memberId })
      .where('programme_id', '=', programme.id).where('deal_id', '=', row.id).where('state', '=', 'requested').execute();
    const endsOn = addDays(row.protection_ends_on!, days);
    return { set: { protection_ends_on: endsOn, protection_state: protectionOf(endsOn, programme.today, programme.settings.protection.expiringDays) }, reason: note || undefined };
  }),

  refuseExtension: (call) => takeStep(call, 'refuseExtension', 'extension_refused', async ({ tx, row, programme }) => {
    const { note } = call.body;
    await tx.updateTable('deal_extensions').set({ state: 'refused', note, decided_at: now, decided_by: call.caller.memberId })
      .where('programme_id', '=', programme.id).where('deal_id', '=', row.id).where('state', '=', 'requested').execute();
    return { set: touched, reason: note };
  }),
};
