import type { UpdateObject } from 'kysely';
import type { Lead } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Call } from '../call.js';
import type { Database } from '../database/schema.js';
import { remember, type Change } from '../history/entries.js';
import { found, requireVersion } from '../service-error.js';
import { presentLead } from './present.js';
import { findLead, lockLead, type WholeRow } from './queries.js';
import type { LeadAction } from './rules.js';

export type LeadStep = Pick<Call, 'tx' | 'caller' | 'reach' | 'ifMatch' | 'requestId'> & { params: { leadId: string } };

/** What a step does to the lead, and what history says of it: to the partner whose lead it is or was, unless said. */
export interface Taken {
  set: UpdateObject<Database, 'leads'>;
  entry?: Partial<Omit<Change, 'recordType' | 'recordId' | 'action'>>;
}

/** Whose lead it is, as history writes it. A lead without a partner is the vendor's own business. */
export const whose = ({ partner_id: partnerId, member_id: ownerMemberId }: Pick<WholeRow, 'partner_id' | 'member_id'>) =>
  ({ partnerId, ownerMemberId, audience: partnerId ? 'partner' : 'vendor' }) as const;

/** One step of a lead from beginning to end: held, allowed, taken, remembered. `show` reads it as it is then. */
export async function takeStep(
  call: LeadStep, action: LeadAction, verb: string, decide: (row: WholeRow, lead: Lead) => Taken | Promise<Taken>,
): Promise<void> {
  const { tx, caller } = call;
  const row = found(await lockLead(call, call.params.leadId));
  const lead = await presentLead(call, row);
  await requireVersion(row, call.ifMatch, async () => lead);
  requireAction(lead.actions, action);
  const { set, entry } = await decide(row, lead);
  await tx.updateTable('leads').set(set).where('programme_id', '=', caller.programmeId).where('id', '=', row.id).execute();
  await remember(call, {
    recordType: 'lead', recordId: row.id, action: verb, ...whose(row),
    ...(set.state !== undefined && { changes: { state: { from: row.state, to: set.state } } }), ...entry,
  });
}

/** The lead as it is now. */
export const showLead = async (call: LeadStep): Promise<Lead> => presentLead(call, found(await findLead(call, call.params.leadId)));
