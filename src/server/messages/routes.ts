import type { messageOperations } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Handlers } from '../call.js';
import { isVendor } from '../caller.js';
import { enqueue } from '../database/outbox.js';
import { stateOf } from '../deals/present.js';
import { findDeal } from '../deals/queries.js';
import { dealAvailability } from '../deals/rules.js';
import { readPage } from '../keyset.js';
import { readProgramme } from '../programme/queries.js';
import { found } from '../service-error.js';
import { newestFirst, presentMessage, selectMessage, visibleMessages } from './queries.js';

/** What the partner that leads a deal and the vendor say to each other about it. */
export const messageRoutes: Handlers<typeof messageOperations> = {
  async list(call) {
    const { tx, caller, query } = call;
    found(await findDeal(call, query.dealId));
    return readPage(tx, visibleMessages(call).where('g.deal_id', '=', query.dealId), selectMessage, newestFirst, query, presentMessage(caller));
  },

  async send(call) {
    const { tx, caller, body } = call;
    const deal = found(await findDeal(call, body.dealId));
    requireAction(dealAvailability(stateOf(deal, caller, await readProgramme(tx, caller.programmeId)), caller.role), 'sendMessage');
    const { id } = await tx.insertInto('deal_messages').values({
      programme_id: caller.programmeId, deal_id: deal.id, partner_id: deal.partner_id, side: isVendor(caller) ? 'vendor' : 'partner', member_id: caller.memberId, text: body.text,
    }).returning('id').executeTakeFirstOrThrow();
    await enqueue(tx, { programmeId: caller.programmeId, event: 'deal.message_sent', payload: { recordId: deal.id, messageId: id } });
    return presentMessage(caller)(await selectMessage(visibleMessages(call).where('g.id', '=', id)).executeTakeFirstOrThrow());
  },
};
