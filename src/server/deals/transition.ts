import type { UpdateObject } from 'kysely';
import type { Deal } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Call, Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { changesBetween, remember, type Change } from '../history/entries.js';
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
  /** What the step is called in history, where it is not always the same. */
  verb?: string;
  /** Whom history tells, and what, in place of one entry for the seller of the deal. */
  entries?: readonly Partial<Change>[];
}

/** Which of a deal's facts a step may move, as history tells of them. */
const told = ({ review, stage, stageReason, value, member, protection, extensions: [latest], askedFields, reviewDueOn, closedOn, winConfirmedAt, decisionReason, decisionNote, account }: Deal) => ({
  review, stage, stageReason, value, member, askedFields, reviewDueOn, closedOn, winConfirmedAt, decisionReason, decisionNote, account,
  protection: { state: protection.state, startsOn: protection.startsOn, endsOn: protection.endsOn },
  extension: latest && { state: latest.state, days: latest.days, grantedDays: latest.grantedDays },
});

/** One step of a deal from beginning to end: held, allowed, taken, remembered, shown. */
export async function takeStep(call: DealStep, action: DealAction, verb: string, decide: (taking: Taking) => Taken | Promise<Taken>): Promise<Deal> {
  const { tx, caller } = call;
  const programme = await readProgramme(tx, caller.programmeId);
  const row = found(await lockDeal(call, call.params.dealId));
  const deal = await presentDeal(call, programme, row);
  await requireVersion(row, call.ifMatch, async () => deal);
  requireAction(deal.actions, action);
  const { set, reason, verb: called = verb, entries = [{}] } = await decide({ tx, row, deal, programme });
  await tx.updateTable('deals').set(set).where('programme_id', '=', programme.id).where('id', '=', row.id).execute();
  const after = await presentDeal(call, programme, found(await findDeal(call, row.id)));
  for (const entry of entries) {
    await remember(call, {
      recordType: 'deal', recordId: row.id, action: called, partnerId: row.partner_id, ownerMemberId: row.member_id, audience: 'partner', reason,
      changes: changesBetween(told(deal), told(after)), ...entry,
    });
  }
  return after;
}

/** The same for what the vendor does beside a deal: the record itself stays as it is, so that its partner cannot tell. */
export async function takeStepUnseen(call: DealStep, action: DealAction, verb: string, act: (taking: Taking) => Promise<void>): Promise<Deal> {
  const { tx, caller } = call;
  const programme = await readProgramme(tx, caller.programmeId);
  const row = found(await lockDeal(call, call.params.dealId));
  const deal = await presentDeal(call, programme, row);
  await requireVersion(row, call.ifMatch, async () => deal);
  requireAction(deal.actions, action);
  await act({ tx, row, deal, programme });
  const after = await presentDeal(call, programme, found(await findDeal(call, row.id)));
  await remember(call, {
    recordType: 'deal', recordId: row.id, action: verb, partnerId: row.partner_id, ownerMemberId: row.member_id, audience: 'vendor',
    changes: changesBetween({ account: deal.account, reviewer: deal.reviewer }, { account: after.account, reviewer: after.reviewer }),
  });
  return after;
}
