import { dealSorts, type Deal, type DealInput, type dealOperations } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Call, Handlers } from '../call.js';
import { remember } from '../history/entries.js';
import { readPage } from '../keyset.js';
import { writeCsv } from '../sheets/csv.js';
import { writeXlsx } from '../sheets/xlsx.js';
import { readProgramme, type ProgrammeRow } from '../programme/queries.js';
import { found, requireVersion } from '../service-error.js';
import { cloneDeal } from './cloning.js';
import { coSelling } from './co-selling.js';
import { decisions } from './decisions.js';
import { extensions } from './extensions.js';
import { presentDeal, presentRow } from './present.js';
import { filteredDeals, findDeal, lockDeal, orderOf, selectRow, storeLines, type WholeRow } from './queries.js';
import { requireAsked } from './asked-fields.js';
import { exportWords } from './export-words.js';
import { dealColumns, readDeals } from './export.js';
import { attachNamed } from './files.js';
import { formChanges } from './form-changes.js';
import { readInput } from './saving.js';
import { steps } from './steps.js';
import { wins } from './wins.js';

type Change = Call<(typeof dealOperations)['change']>;

/** The value follows the lines: where the last line goes, an old sum must not stay, unless a value was sent with it. */
const withValue = (body: DealInput, before: Pick<Deal, 'lines'>): DealInput =>
  (body.lines?.length === 0 && before.lines.length > 0 && body.value === undefined ? { ...body, value: null } : body);

export const dealRoutes: Handlers<typeof dealOperations> = {
  async list(call) {
    const { tx, caller, query } = call;
    const programme = await readProgramme(tx, caller.programmeId);
    return readPage(tx, filteredDeals(call, query), selectRow, orderOf(call, query.sort ?? dealSorts[0]), query, presentRow(caller, programme));
  },

  async export({ inTransaction, caller, query: { format, locale = 'en', ...filters } }) {
    // Written in the transaction it is read in, and sent after it: a slow line must not hold it open.
    const table = await inTransaction(async (call) => {
      const { settings } = await readProgramme(call.tx, caller.programmeId);
      const columns = dealColumns(exportWords(locale, settings));
      if (format === 'xlsx') return [await writeXlsx('Deals', columns, readDeals(call, filters))];
      const parts: Uint8Array[] = [];
      for await (const part of writeCsv(columns, readDeals(call, filters))) parts.push(part);
      return parts;
    });
    return {
      body: new Blob(table as BlobPart[]).stream(),
      headers: {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="deals.${format}"`, 'x-content-type-options': 'nosniff',
      },
    };
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
    await attachNamed(call, programme, id, body, { attachments: [], custom: {} });
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
    const sent = shownBefore.lines.length && call.body.lines === undefined ? rest : call.body;
    if (before.review === 'action_required') await requireAsked(call, programme, before, shownBefore, sent);
    const body = withValue(sent, shownBefore);
    const { columns, lines } = await readInput(call, programme, body, before);
    if (lines) await storeLines(tx, programme.id, before.id, lines);
    await attachNamed(call, programme, before.id, body, shownBefore);
    await tx.updateTable('deals').set(columns).where('programme_id', '=', programme.id).where('id', '=', before.id).execute();
    const deal = await present(call, programme, found(await findDeal(call, before.id)));
    await remember(call, {
      recordType: 'deal', recordId: before.id, action: 'changed', partnerId: before.partner_id, ownerMemberId: deal.member?.id, audience: 'partner',
      changes: formChanges(shownBefore, deal),
    });
    return deal;
  },

  clone: cloneDeal,
  ...steps,
  ...extensions,
  ...decisions,
  ...wins,
  ...coSelling,
};

const present = (call: Pick<Call, 'tx' | 'caller' | 'reach'>, programme: ProgrammeRow, row: WholeRow): Promise<Deal> => presentDeal(call, programme, row);
