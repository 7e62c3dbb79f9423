import { sql } from 'kysely';
import type { leadOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { isVendor } from '../caller.js';
import { addDays } from '../deals/rules.js';
import { findOwner } from '../customers/queries.js';
import { readProgramme } from '../programme/queries.js';
import { invalid } from '../service-error.js';
import { requireReason } from './reasons.js';
import { addOffer, endOffer, endOfDay, findPartner } from './queries.js';
import { leadSteps } from './rules.js';
import { showLead, takeStep } from './transition.js';

type HandingOut = Pick<Handlers<typeof leadOperations>, 'offer' | 'takeBack' | 'close'>;

/** The lead is nobody's: no trace of whom it was offered to stays on it, but in the vendor's list of offers. */
const nobodys = { partner_id: null, member_id: null, offered_at: null, answer_due_at: null, answered_at: null, reason: null, reason_note: null } as const;

/** What the vendor does with its leads; closing an accepted one is its partner's right, too. */
export const handingOut: HandingOut = {
  async offer(call) {
    const { tx, caller: { programmeId }, body: { partnerId, memberId = null, answerDueOn } } = call;
    const { today, time_zone: timeZone, settings } = await readProgramme(tx, programmeId);
    await takeStep(call, 'offer', 'offered', async (row) => {
      const partner = await findPartner(tx, programmeId, partnerId);
      if (!partner) throw invalid('/partnerId', 'unknown', 'There is no such partner.');
      if (partner.status === 'suspended') throw invalid('/partnerId', 'suspended', 'This partner is suspended.');
      if (memberId && !(await findOwner(tx, programmeId, partnerId, memberId))) throw invalid('/memberId', 'unknown', 'There is no such active member in this partner\'s company.');
      if (answerDueOn && answerDueOn < today) throw invalid('/answerDueOn', 'past', 'This day is over.');
      const dueOn = answerDueOn ?? addDays(today, settings.leadAnswerDays);
      await addOffer(tx, programmeId, { leadId: row.id, partnerId, memberId, answerDueAt: endOfDay(dueOn, timeZone) });
      return {
        set: { ...nobodys, state: leadSteps.offer.to, partner_id: partnerId, member_id: memberId, offered_at: sql<Date>`now()`, answer_due_at: endOfDay(dueOn, timeZone) },
        // Not a word of the state before: the partner must not read that others had the lead first.
        entry: { partnerId, ownerMemberId: memberId, audience: 'partner', changes: { answerDueOn: { from: null, to: dueOn } } },
      };
    });
    return showLead(call);
  },

  async takeBack(call) {
    await takeStep(call, 'takeBack', 'taken_back', async (row) => {
      await endOffer(call.tx, call.caller, row.id, { outcome: 'taken_back', note: call.body.note });
      return { set: { ...nobodys, state: leadSteps.takeBack.to } };
    });
    return showLead(call);
  },

  async close(call) {
    const { tx, caller, body: { reason, note } } = call;
    await takeStep(call, 'close', 'closed', async (row) => {
      await requireReason(tx, caller.programmeId, 'leadClose', reason);
      const closed = { state: leadSteps.close.to, reason, reason_note: note || null };
      // It stays with the partner that had accepted it; whoever did not is not told how it ended.
      if (row.state === 'accepted' || !isVendor(caller)) return { set: closed, entry: { reason } };
      if (row.state === 'offered') await endOffer(tx, caller, row.id, { outcome: 'taken_back' });
      return { set: { ...nobodys, ...closed }, entry: row.state === 'offered' ? {} : { audience: 'vendor', reason } };
    });
    return showLead(call);
  },
};
