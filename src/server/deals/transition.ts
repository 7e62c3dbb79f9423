import type { UpdateObject } from 'kysely';
import type { Deal } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Call, Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { changesBetween, remember } from '../history/entries.js';
import { readProgramme, type ProgrammeRow } from '../programme/queries.js';
import { found, requireVersion } from '../service-error.js';
import { presentDeal } from './present.js';
import { findDeal, lockDeal, type WholeRow } from './queries.js';
import type { DealAction } from './rules.js';

export type DealStep = Pick<Call, 'tx' | 'caller' | 'reach' | 'ifMatch' | 'requestId'> & { params: { dealId: string } };

/** A deal about to take a step, and what the step looks at. */
export interface Taking {
  tx: Tx;
  row: WholeRow;
  deal: Deal;
  programme: ProgrammeRow;
}

/** What a step does: the columns it sets, and what history says of it. */
export interface Taken {
  set: UpdateObject<Database, 'deals'>;
  reason?: string | undefined;
}

/** Which of a deal's facts a step may move, as history tells of them. */
const told = ({ review, stage, stageReason, protection, reviewDueOn, closedOn, winConfirmedAt, decisionReason, decisionNote, account }: Deal) => ({
  review, stage, stageReason, reviewDueOn, closedOn, winConfirmedAt, decisionReason, decisionNote, account,
  protection: { state: protection.state, startsOn: protection.startsOn, endsOn: protection.endsOn },
});

/** One step of a deal from beginning to end: held, allowed, taken, remembered, shown. */
export async function takeStep(call: DealStep, action: DealAction, verb: string, decide: (taking: Taking) => Taken | Promise<Taken>): Promise<Deal> {
  const { tx, caller } = call;
  const programme = await readProgramme(tx, caller.programmeId);
  const row = found(await lockDeal(call, call.params.dealId));
  const deal = await presentDeal(call, programme, row);
  await requireVersion(row, call.ifMatch, async () => deal);
  requireAction(deal.actions, action);
  const { set, reason } = await decide({ tx, row, deal, programme });
  await tx.updateTable('deals').set(set).where('programme_id', '=', programme.id).where('id', '=', row.id).execute();
  const after = await presentDeal(call, programme, found(await findDeal(call, row.id)));
  await remember(call, {
    recordType: 'deal', recordId: row.id, action: verb, partnerId: row.partner_id, ownerMemberId: row.member_id, audience: 'partner', reason,
    changes: changesBetween(told(deal), told(after)),
  });
  return after;
}
