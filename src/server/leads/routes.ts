import type { Lead, leadOperations } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Handlers } from '../call.js';
import { matchesWords } from '../database/words.js';
import { changesBetween, remember } from '../history/entries.js';
import { readPage } from '../keyset.js';
import { found, requireVersion } from '../service-error.js';
import { answers } from './answers.js';
import { handingOut } from './handing-out.js';
import { presentLead, presentRow } from './present.js';
import { findLead, lockLead, newestFirst, selectRow, visibleLeads } from './queries.js';
import { readInput } from './saving.js';
import { showLead, whose } from './transition.js';

/** What is known of a lead, as history tells of it. */
const known = ({ company, subject, contact, city, country, message, source, value, territoryId, productIds, externalKey }: Lead) =>
  ({ company, subject, contact, city, country, message, source, value, territoryId, productIds, externalKey });

export const leadRoutes: Handlers<typeof leadOperations> = {
  list(call) {
    const { tx, caller, query } = call;
    let rows = visibleLeads(call);
    if (query.state) rows = rows.where('l.state', 'in', query.state);
    if (query.partnerId) rows = rows.where('l.partner_id', '=', query.partnerId);
    if (query.search) rows = rows.where(matchesWords('lead', 'l.id', query.search, { programmeId: caller.programmeId, partnerId: call.reach.partnerId }));
    return readPage(tx, rows, selectRow, newestFirst, query, presentRow(caller));
  },

  read: (call) => showLead(call),

  async create(call) {
    const { tx, caller, body } = call;
    const columns = await readInput(call, body, { company: body.company, subject: body.subject, contact_name: null, city: null });
    const { id } = await tx.insertInto('leads').values({ programme_id: caller.programmeId, ...columns, company: body.company, subject: body.subject })
      .returning('id').executeTakeFirstOrThrow();
    const lead = await presentLead(call, found(await findLead(call, id)));
    await remember(call, { recordType: 'lead', recordId: id, action: 'created', audience: 'vendor', changes: changesBetween({}, known(lead)) });
    return lead;
  },

  async change(call) {
    const { tx, caller } = call;
    const before = found(await lockLead(call, call.params.leadId));
    const shownBefore = await presentLead(call, before);
    await requireVersion(before, call.ifMatch, async () => shownBefore);
    requireAction(shownBefore.actions, 'change');
    await tx.updateTable('leads').set(await readInput(call, call.body, before)).where('programme_id', '=', caller.programmeId).where('id', '=', before.id).execute();
    const lead = await showLead(call);
    const isPartners = before.state === 'offered' || before.state === 'accepted';
    await remember(call, {
      recordType: 'lead', recordId: before.id, action: 'changed', ...whose(before), ...(!isPartners && { audience: 'vendor' }),
      changes: changesBetween(known(shownBefore), known(lead)),
    });
    return lead;
  },

  ...handingOut,
  ...answers,
};
