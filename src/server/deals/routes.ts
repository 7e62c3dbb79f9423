import { dealSorts, type Deal, type DealInput, type dealOperations } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Call, Handlers } from '../call.js';
import { matchesWords } from '../database/words.js';
import { changesBetween, remember } from '../history/entries.js';
import { readPage } from '../keyset.js';
import { readProgramme, type ProgrammeRow } from '../programme/queries.js';
import { found, requireVersion } from '../service-error.js';
import { decisions } from './decisions.js';
import { presentDeal, presentRow } from './present.js';
import { findDeal, lockDeal, orderOf, selectRow, storeLines, visibleDeals, type WholeRow } from './queries.js';
import { readInput } from './saving.js';
import { steps } from './steps.js';

type Change = Call<(typeof dealOperations)['change']>;

/** The fields of a form, as history tells of them. Of lines, those that differ. */
function formChanges(before: Partial<Deal>, after: Deal): ReturnType<typeof changesBetween> {
  const { name, customer, member, value, closeOn, territoryId, note, custom } = after;
  const changes = changesBetween(before, { name, customer, member, value, closeOn, territoryId, note, custom });
  const [from, to] = [before.lines ?? [], after.lines];
  const differs = (lines: Deal['lines'], others: Deal['lines']) => lines.filter((line, index) => JSON.stringify(line) !== JSON.stringify(others[index]));
  const lines = { from: differs(from, to), to: differs(to, from) };
  return lines.from.length || lines.to.length ? { ...changes, lines } : changes;
}

/** The value follows the lines: where the last line goes, an old sum must not stay, unless a value was sent with it. */
const withValue = (body: DealInput, before: Pick<Deal, 'lines'>): DealInput =>
  (body.lines?.length === 0 && before.lines.length > 0 && body.value === undefined ? { ...body, value: null } : body);

export const dealRoutes: Handlers<typeof dealOperations> = {
  async list(call) {
    const { tx, caller, reach, query } = call;
    let rows = visibleDeals(call);
    if (query.review) rows = rows.where('d.review', 'in', query.review);
    if (query.stage) rows = rows.where('d.stage', 'in', query.stage);
    if (query.protection) rows = rows.where('d.protection_state', 'in', query.protection);
    if (query.partnerId) rows = rows.where('d.partner_id', '=', query.partnerId);
    if (query.customerId) rows = rows.where('d.customer_id', '=', query.customerId);
    if (query.search) rows = rows.where(matchesWords('deal', 'd.id', query.search, { programmeId: caller.programmeId, partnerId: reach.partnerId }));
    const programme = await readProgramme(tx, caller.programmeId);
    return readPage(tx, rows, selectRow, orderOf(call, query.sort ?? dealSorts[0]), query, presentRow(caller, programme));
  },

  read: async (call) => present(call, await readProgramme(call.tx, call.caller.programmeId), found(await findDeal(call, call.params.dealId))),

  async create(call) {
    const { tx, caller, body } = call;
    const programme = await readProgramme(tx, caller.programmeId);
    const { columns, lines = [] } = await readInput(call, programme, body, { name: '', customer_id: null, customer_name: null, member_id: null });
    const { id } = await tx.insertInto('deals')
      .values({ programme_id: programme.id, partner_id: caller.partnerId!, member_id: caller.memberId, currency: programme.currency, ...columns })
      .returning('id').executeTakeFirstOrThrow();
    await storeLines(tx, programme.id, id, lines);
    const deal = await present(call, programme, found(await findDeal(call, id)));
    await remember(call, {
      recordType: 'deal', recordId: id, action: 'created', partnerId: caller.partnerId, ownerMemberId: deal.member?.id, audience: 'partner', changes: formChanges({}, deal),
    });
    return deal;
  },

  async change(call: Change) {
    const { tx, caller, ifMatch } = call;
    const programme = await readProgramme(tx, caller.programmeId);
    const before = found(await lockDeal(call, call.params.dealId));
    const shownBefore = await present(call, programme, before);
    await requireVersion(before, ifMatch, async () => shownBefore);
    requireAction(shownBefore.actions, 'change');
    // With lines there already, their sum stands, whatever value is sent beside.
    const { value: _ignored, ...rest } = call.body;
    const body = shownBefore.lines.length && call.body.lines === undefined ? rest : withValue(call.body, shownBefore);
    const { columns, lines } = await readInput(call, programme, body, before);
    if (lines) await storeLines(tx, programme.id, before.id, lines);
    await tx.updateTable('deals').set(columns).where('programme_id', '=', programme.id).where('id', '=', before.id).execute();
    const deal = await present(call, programme, found(await findDeal(call, before.id)));
    await remember(call, {
      recordType: 'deal', recordId: before.id, action: 'changed', partnerId: before.partner_id, ownerMemberId: deal.member?.id, audience: 'partner',
      changes: formChanges(shownBefore, deal),
    });
    return deal;
  },

  ...steps,
  ...decisions,
};

const present = (call: Pick<Call, 'tx' | 'caller'>, programme: ProgrammeRow, row: WholeRow): Promise<Deal> => presentDeal(call, programme, row);
