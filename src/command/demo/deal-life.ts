import { sumToMinor, type Review, type Stage } from '../../contract/index.js';
import { wordsOf } from '../../server/database/words.js';
import { addDays, addWorkingDays, protectionOf } from '../../server/deals/rules.js';
import { changesBetween } from '../../server/history/entries.js';
import { dayLength } from './calendar.js';
import { remembered } from './history.js';
import type { CustomerPlan, PartnerPlan, Plan, Row } from './plan.js';
import { idAt } from './random.js';
import { demoSettings } from './settings.js';

/** One thing that happened to a deal. */
export type DealEvent = { at: number } & (
  | { did: 'submit' | 'withdraw' | 'startReview' | 'confirmWin' }
  | { did: 'requestAction'; note: string }
  | { did: 'approve'; note?: string; days?: number }
  | { did: 'reject'; reason: string; note: string }
  | { did: 'moveStage'; stage: Stage; reason?: string }
);

export interface DealStory {
  partner: PartnerPlan;
  sellerId: string;
  customer: CustomerPlan;
  name: string;
  createdAt: number;
  /** Product and how many of it; a deal without is valued by hand. */
  lines: { productId: string; quantity: number; unitPrice: number }[];
  valueMinor: number | null;
  closeOn: string;
  note: string | null;
  custom: Record<string, unknown>;
  leadId?: string;
  /** In the order of time; what lies ahead of now has not happened. */
  events: DealEvent[];
}

const history = {
  submit: 'submitted', withdraw: 'withdrawn', startReview: 'review_started', requestAction: 'action_requested',
  approve: 'approved', reject: 'rejected', moveStage: 'stage_moved', confirmWin: 'win_confirmed',
} as const;
const reviewAfter: Partial<Record<DealEvent['did'], Review>> = {
  submit: 'submitted', withdraw: 'withdrawn', startReview: 'in_review', requestAction: 'action_required', approve: 'approved', reject: 'rejected',
};

/** What history tells of a deal, named as on the wire. */
const told = (deal: Row) => ({
  review: deal.review, stage: deal.stage, stageReason: deal.stage_reason, reviewDueOn: deal.review_due_on, closedOn: deal.closed_on, winConfirmedAt: deal.win_confirmed_at,
  decisionReason: deal.decision_reason, decisionNote: deal.decision_note,
  // On the day of the decision it was active, whatever has become of it.
  protection: { state: deal.protection_ends_on ? 'active' : 'none', startsOn: deal.protection_starts_on, endsOn: deal.protection_ends_on },
});

/** Lives a deal through up to now, and adds the row, its lines and its history. Answers with its id. */
export function liveDeal(plan: Plan, story: DealStory): string {
  const { calendar, chance, programmeId } = plan;
  const { partner, sellerId, customer } = story;
  const reviewer = chance.pick(plan.vendorPeople);
  const id = idAt(chance, 'deal', story.createdAt);
  const iso = (at: number) => new Date(at).toISOString();
  const amounts = story.lines.map(({ quantity, unitPrice }) => (quantity * unitPrice).toFixed(4));
  const deal = {
    programme_id: programmeId, id, version: 1, created_at: iso(story.createdAt), updated_at: iso(story.createdAt),
    name: story.name, words: wordsOf(story.name, customer.name), partner_id: partner.id, member_id: sellerId, customer_id: customer.id, customer_name: customer.name,
    lead_id: story.leadId ?? null, territory_id: partner.territoryId, review: 'draft' as Review, review_due_on: null as string | null, stage: 'prospect' as Stage,
    stage_reason: null as string | null, protection_state: 'none', protection_starts_on: null as string | null, protection_ends_on: null as string | null,
    value_minor: story.lines.length ? sumToMinor(amounts, 'EUR') : story.valueMinor, currency: 'EUR', close_on: story.closeOn, closed_on: null as string | null,
    win_confirmed_at: null as string | null, custom: story.custom, note: story.note, submitted_at: null as string | null, decided_at: null as string | null,
    decided_by: null as string | null, decision_reason: null as string | null, decision_note: null as string | null,
  };
  const remember = (at: number, action: string, by: { id: string; role: string }, changes: Row, reason: string | null = null) =>
    plan.rows.history.push(remembered(plan, { at, recordType: 'deal', recordId: id, partnerId: partner.id, ownerId: sellerId, by, action, changes, reason }));
  const seller = { id: sellerId, role: partner.sellers.find((known) => known.id === sellerId)?.role ?? 'partner_seller' };
  remember(story.createdAt, 'created', seller, {});

  for (const event of story.events) {
    if (event.at > calendar.now) break;
    const before = { ...deal };
    const day = calendar.dayOf(event.at);
    const review = reviewAfter[event.did];
    if (review) deal.review = review;
    switch (event.did) {
      case 'submit':
        deal.submitted_at = iso(event.at);
        deal.review_due_on = addWorkingDays(day, demoSettings.reviewDays, demoSettings.holidays);
        deal.decision_note = null;
        break;
      case 'requestAction':
        deal.decision_note = event.note;
        break;
      case 'approve': {
        const ends = addDays(day, event.days ?? demoSettings.protection.days);
        deal.protection_starts_on = day;
        deal.protection_ends_on = ends;
        deal.protection_state = protectionOf(ends, calendar.today, demoSettings.protection.expiringDays);
        deal.decision_note = event.note ?? null;
        break;
      }
      case 'reject':
        deal.decision_reason = event.reason;
        deal.decision_note = event.note;
        break;
      case 'moveStage':
        deal.stage = event.stage;
        deal.stage_reason = event.reason ?? null;
        deal.closed_on = event.stage === 'closed_won' || event.stage === 'closed_lost' ? day : null;
        break;
      case 'confirmWin':
        deal.win_confirmed_at = iso(event.at);
        break;
    }
    if (event.did === 'approve' || event.did === 'reject') {
      deal.decided_at = iso(event.at);
      deal.decided_by = reviewer.id;
    }
    if (review && review !== 'submitted' && review !== 'in_review') deal.review_due_on = null;
    deal.version += 1;
    deal.updated_at = iso(event.at);
    const byVendor = ['startReview', 'requestAction', 'approve', 'reject', 'confirmWin'].includes(event.did);
    const reason = 'reason' in event ? event.reason : 'note' in event ? event.note : null;
    remember(event.at, history[event.did], byVendor ? reviewer : seller, changesBetween(told(before), told(deal)), reason ?? null);
  }

  plan.rows.deals.push(deal);
  story.lines.forEach(({ productId, quantity, unitPrice }, position) => plan.rows.deal_lines.push({
    programme_id: programmeId, deal_id: id, position, product_id: productId, description: null, quantity: quantity.toFixed(4), unit_price: unitPrice.toFixed(4), amount: amounts[position],
  }));
  return id;
}

/** A life as most deals have it: drafted, submitted, decided, sold or not, with the delays that people make. */
export function usualEvents({ chance, calendar }: Plan, createdAt: number): DealEvent[] {
  let at = createdAt;
  const later = (fewest: number, most: number) => (at = Math.max(at + 60_000, calendar.workingHour(chance, at + chance.between(fewest, most) * dayLength)));
  const events: DealEvent[] = [];
  const add = (event: DealEvent) => events.push(event);
  if (chance.happens(0.05)) return [{ did: 'withdraw', at: later(20, 70) }];
  add({ did: 'submit', at: later(0.05, 4) });
  if (chance.happens(0.03)) return [...events, { did: 'withdraw', at: later(0.1, 2) }];
  if (chance.happens(0.75)) add({ did: 'startReview', at: later(0.1, 1.2) });
  if (chance.happens(0.14)) {
    add({ did: 'requestAction', at: later(0.1, 1.5), note: chance.pick(questions) });
    if (chance.happens(0.12)) return [...events, { did: 'withdraw', at: later(15, 40) }];
    add({ did: 'submit', at: later(0.5, 6) });
  }
  if (chance.happens(0.15)) return [...events, { did: 'reject', at: later(0.2, 2.2), ...chance.pick(refusals) }];
  add({ did: 'approve', at: later(0.2, 2.5) });
  for (const stage of ['qualified', 'technical_validation', 'business_validation', 'committed'] as const) {
    if (chance.happens(0.09)) return lost(events, later, chance.pick(lossReasons));
    if (chance.happens(0.05)) return events;
    if (!chance.happens(0.15)) add({ did: 'moveStage', stage, at: later(3, 26) });
  }
  if (chance.happens(0.1)) return lost(events, later, chance.pick(lossReasons));
  add({ did: 'moveStage', stage: 'closed_won', at: later(4, 30) });
  return chance.happens(0.995) ? [...events, { did: 'confirmWin', at: later(0.5, 6) }] : events;
}

const lost = (events: DealEvent[], later: (fewest: number, most: number) => number, reason: string): DealEvent[] =>
  [...events, { did: 'moveStage', stage: 'closed_lost', reason, at: later(4, 25) }];

const lossReasons = ['price', 'budget', 'timeline', 'other_vendor', 'no_decision', 'no_decision', 'other'];
const questions = [
  'Which medium, and at what temperature? Please add it to the note.', 'Is the customer the operator of the plant, or an engineering office? We need the operator.',
  'Please add the instruments, at least by family.', 'When does the trial begin? Please enter the day.',
];
const refusals = [
  { reason: 'insufficient', note: 'We could not tell which plant is meant. You are welcome to register it again with the site.' },
  { reason: 'not_eligible', note: 'Orders below one thousand euro need no registration.' },
  { reason: 'outside_programme', note: 'This territory is not part of your agreement.' },
];
