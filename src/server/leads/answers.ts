import { sql } from 'kysely';
import type { leadOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { convertLead } from './conversion.js';
import { endOffer } from './queries.js';
import { requireReason } from './reasons.js';
import { leadSteps } from './rules.js';
import { showLead, takeStep } from './transition.js';

type Answers = Pick<Handlers<typeof leadOperations>, 'accept' | 'decline' | 'convert'>;

const now = sql<Date>`now()`;

/** What a partner does with a lead that it was offered. */
export const answers: Answers = {
  async accept(call) {
    const { tx, caller } = call;
    await takeStep(call, 'accept', 'accepted', async (row) => {
      await endOffer(tx, caller, row.id, { outcome: 'accepted' });
      const takesOn = caller.role === 'partner_seller' && !row.member_id;
      // Remembered as it was until now, nobody's in particular: colleagues hear that it is taken.
      return { set: { state: leadSteps.accept.to, answered_at: now, ...(takesOn && { member_id: caller.memberId }) } };
    });
    return showLead(call);
  },

  async decline(call) {
    const { tx, caller, body: { reason, note } } = call;
    await takeStep(call, 'decline', 'declined', async (row) => {
      await requireReason(tx, caller.programmeId, 'leadDecline', reason);
      await endOffer(tx, caller, row.id, { outcome: 'declined', reason, note });
      return { set: { state: leadSteps.decline.to, answered_at: now, reason, reason_note: note || null }, entry: { reason } };
    });
  },

  async convert(call) {
    await takeStep(call, 'convert', 'converted', async (row, lead) => {
      const deal = await convertLead(call, row, lead);
      return { set: { state: leadSteps.convert.to, deal_id: deal.id }, entry: { changes: { state: { from: row.state, to: leadSteps.convert.to }, deal: { from: null, to: deal } } } };
    });
    return showLead(call);
  },
};
