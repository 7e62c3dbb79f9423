import type { dealOperations } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Call, Handler } from '../call.js';
import { findCustomer, findOwner } from '../customers/queries.js';
import { wordsOf } from '../database/words.js';
import { remember } from '../history/entries.js';
import { readProgramme } from '../programme/queries.js';
import { found } from '../service-error.js';
import { fieldsFor } from './form.js';
import { formChanges } from './form-changes.js';
import { presentDeal } from './present.js';
import { findDeal, readPartnerKind, storeLines, type WholeRow } from './queries.js';

/** Makes a draft of the same content. What was decided, uploaded or linked belongs to the deal that it was done for. */
export const cloneDeal: Handler<(typeof dealOperations)['clone']> = async (call) => {
  const { tx, caller } = call;
  const programme = await readProgramme(tx, caller.programmeId);
  const row = found(await findDeal(call, call.params.dealId));
  const deal = await presentDeal(call, programme, row);
  requireAction(deal.actions, 'clone');
  const customer = row.customer_id ? await findCustomer(call, row.customer_id) : undefined;
  const fields = fieldsFor(programme.settings.dealForm, await readPartnerKind(tx, programme.id, row.partner_id)).filter(({ type }) => type !== 'standard' && type !== 'file');
  const { id } = await tx.insertInto('deals').values({
    programme_id: programme.id, partner_id: row.partner_id, member_id: await sellerFor(call, row), name: row.name, words: wordsOf(row.name, customer?.name),
    customer_id: customer?.id ?? null, customer_name: customer?.name ?? null, currency: programme.currency,
    value_minor: row.currency === programme.currency ? row.value_minor : null,
    close_on: row.close_on && row.close_on >= programme.today ? row.close_on : null, territory_id: row.territory_id, project: row.project, note: row.note,
    custom: JSON.stringify(Object.fromEntries(fields.flatMap(({ key }) => (key in row.custom ? [[key, row.custom[key]]] : [])))),
  }).returning('id').executeTakeFirstOrThrow();
  await storeLines(tx, programme.id, id, deal.lines.map(({ product, ...line }) => ({ ...line, productId: product?.id ?? null })));
  const made = await presentDeal(call, programme, found(await findDeal(call, id)));
  await remember(call, {
    recordType: 'deal', recordId: id, action: 'created', partnerId: row.partner_id, ownerMemberId: made.member?.id, audience: 'partner',
    changes: { ...formChanges({}, made), clonedFrom: { from: null, to: { id: row.id, name: row.name } } },
  });
  return made;
};

/** A seller's copy is its own; an admin's stays with whoever has the deal, where that member still sells. */
async function sellerFor({ tx, caller }: Pick<Call, 'tx' | 'caller'>, row: WholeRow): Promise<string | null> {
  if (caller.role !== 'partner_admin' || !row.member_id) return caller.memberId;
  return (await findOwner(tx, caller.programmeId, row.partner_id, row.member_id))?.id ?? caller.memberId;
}
