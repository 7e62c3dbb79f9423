import type { LeadState } from '../../contract/index.js';
import { wordsOf } from '../../server/database/words.js';
import { addDays } from '../../server/deals/rules.js';
import { dayLength } from './calendar.js';
import { addCustomer } from './customers.js';
import { liveDeal, usualEvents } from './deal-life.js';
import { dealAbout } from './deals.js';
import { remembered } from './history.js';
import { asciiName, city, companyName, languageOf, personName, phone, projectName } from './names.js';
import type { PartnerPlan, Plan, Row } from './plan.js';
import { idAt } from './random.js';
import { demoSettings } from './settings.js';

const sources = ['Web site', 'Trade fair', 'Telephone', 'Webinar', 'Campaign'];
const messages = [
  'We are planning to replace the present instruments and would like a quotation.', 'Please call us. We need advice on material and certificates.',
  'Is there a partner near us who can come and look at the plant?', 'How soon can you deliver forty of them?', 'Wir bitten um ein Angebot mit Inbetriebnahme.',
  'Nous souhaitons une visite sur site avant la fin du mois.', 'Prosimy o kontakt w sprawie oferty.', 'お見積りをお願いいたします。', 'نرجو التواصل معنا بشأن عرض الأسعار.',
];
const declines = [['unable_to_support', 4], ['problem_unclear', 2], ['duplicate', 2], ['other', 1]] as const;
const closes = [['no_response', 5], ['budget', 3], ['timeline', 2], ['other_vendor', 2], ['spam', 1]] as const;

type Outcome = 'accepted' | 'declined' | 'expired' | 'waiting';

/** A lead from its arrival on; `step` answers whether something still happened before now. */
class LeadLife {
  readonly row;
  readonly #plan: Plan;
  readonly #vendor: { id: string; role: string };
  at: number;

  constructor(plan: Plan, createdAt: number, country: string) {
    const { chance } = plan;
    const language = languageOf(country);
    const [company, person, place] = [companyName(chance, language), personName(chance, language), city(chance, language)];
    const subject = projectName(chance, language);
    const iso = new Date(createdAt).toISOString();
    const host = asciiName(company);
    const local = asciiName(person.family) || 'info';
    this.#plan = plan;
    this.#vendor = chance.pick(plan.vendorPeople);
    this.at = createdAt;
    this.row = {
      programme_id: plan.programmeId, id: idAt(chance, 'lead', createdAt), version: 1, created_at: iso, updated_at: iso, company, subject, words: wordsOf(company, subject, place, person.name),
      contact_name: person.name, contact_email: `${local}@${host ? host.slice(0, 50) : `company-${plan.rows.leads.length}`}.example`, contact_phone: phone(chance, language), country, city: place,
      territory_id: plan.territories.find(({ countries }) => countries.includes(country))?.id ?? null, product_ids: chance.some(plan.products, chance.whole(0, 2)).map(({ id }) => id),
      message: chance.pick(messages), source: chance.pick(sources), value_minor: chance.happens(0.6) ? chance.whole(2, 120) * 50_000 : null, currency: 'EUR', state: 'new' as LeadState,
      partner_id: null as string | null, member_id: null as string | null, offered_at: null as string | null, answer_due_at: null as string | null, answered_at: null as string | null,
      reason: null as string | null, reason_note: null as string | null, deal_id: null as string | null,
    };
    plan.rows.leads.push(this.row);
    this.#remember('created', this.#vendor, {}, 'vendor');
  }

  offer(partner: PartnerPlan, memberId: string | null, outcome: Outcome, at: number, dueAt?: number): void {
    const { calendar, chance } = this.#plan;
    this.#to('offered', at);
    const due = dueAt ?? calendar.startOf(addDays(calendar.dayOf(at), demoSettings.leadAnswerDays + 1));
    Object.assign(this.row, { partner_id: partner.id, member_id: memberId, offered_at: iso(at), answer_due_at: iso(due), answered_at: null, reason: null, reason_note: null });
    const offer = {
      programme_id: this.row.programme_id, id: idAt(chance, 'off', at), lead_id: this.row.id, partner_id: partner.id, member_id: memberId, offered_at: iso(at), answer_due_at: iso(due),
      outcome: null as string | null, outcome_at: null as string | null, reason: null as string | null, note: null,
    };
    this.#plan.rows.lead_offers.push(offer);
    this.#remember('offered', this.#vendor, { answerDueOn: { from: null, to: calendar.dayOf(due - 1) } });

    const answeredAt = outcome === 'expired' ? due : at + (due - at) * chance.between(0.02, 0.9);
    if (outcome === 'waiting' || answeredAt > calendar.now) return;
    this.#to(outcome, answeredAt);
    const answerer = memberId ?? chance.pick(partner.sellers).id;
    Object.assign(offer, { outcome, outcome_at: iso(answeredAt) });
    if (outcome === 'accepted') {
      Object.assign(this.row, { member_id: answerer, answered_at: iso(answeredAt) });
      Object.assign(offer, { member_id: answerer });
      this.#remember('accepted', this.#partnerPerson(partner, answerer), { state: { from: 'offered', to: 'accepted' } });
      return;
    }
    const reason = outcome === 'declined' ? chance.weighted(declines) : null;
    offer.reason = reason;
    this.#remember(outcome, outcome === 'declined' ? this.#partnerPerson(partner, answerer) : null, { state: { from: 'offered', to: outcome } }, 'partner', reason);
    Object.assign(this.row, { reason, ...(outcome === 'declined' && { answered_at: iso(answeredAt) }) });
  }

  close(at: number, partner: PartnerPlan | undefined): void {
    const from = this.row.state;
    const reason = this.#plan.chance.weighted(closes);
    this.#to('closed', at);
    // What nobody wanted is nobody's.
    if (!partner) Object.assign(this.row, { partner_id: null, member_id: null, offered_at: null, answer_due_at: null, answered_at: null });
    this.row.reason = reason;
    this.#remember('closed', partner ? this.#partnerPerson(partner, this.row.member_id!) : this.#vendor, { state: { from, to: 'closed' } }, partner ? 'partner' : 'vendor', reason);
  }

  convert(at: number, partner: PartnerPlan): void {
    const plan = this.#plan;
    const sellerId = this.row.member_id!;
    const customer = addCustomer(plan, partner, { name: this.row.company, country: this.row.country, city: this.row.city, createdAt: at, sellerId });
    const events = usualEvents(plan, at);
    const name = this.row.subject;
    this.row.deal_id = liveDeal(plan, { ...dealAbout(plan, partner, customer, at), name, sellerId, leadId: this.row.id, events });
    this.#to('converted', at);
    const deal = { from: null, to: { id: this.row.deal_id, name } };
    this.#remember('converted', this.#partnerPerson(partner, sellerId), { state: { from: 'accepted', to: 'converted' }, deal });
  }

  #to(state: LeadState, at: number): void {
    this.at = at;
    this.row.state = state;
    this.row.version += 1;
    this.row.updated_at = iso(at);
  }

  #partnerPerson = (partner: PartnerPlan, id: string) => ({ id, role: partner.sellers.find((seller) => seller.id === id)?.role ?? 'partner_seller' });

  #remember(action: string, by: { id: string; role: string } | null, changes: Row, audience: 'vendor' | 'partner' = 'partner', reason: string | null = null): void {
    const { row } = this;
    this.#plan.rows.history.push(remembered(this.#plan, {
      at: this.at, recordType: 'lead', recordId: row.id, partnerId: row.partner_id, ownerId: row.member_id, by, action, changes, reason, audience,
      ...(action === 'expired' && { rule: 'lead.answer_due' }),
    }));
  }
}

const iso = (at: number): string => new Date(at).toISOString();

/** Leads over eighteen months; each goes its way up to now. Some become deals. */
export function planLeads(plan: Plan, count: number): void {
  const { chance, calendar, begins } = plan;
  const partners = plan.partners.filter(({ weight, kind }) => weight > 0 && kind !== 'referrer');
  for (let left = count; left > 0; left -= 1) {
    const createdAt = begins + chance.next() ** 0.75 * (calendar.now - begins);
    const home = chance.weighted(partners.map((partner) => [partner, partner.weight] as const));
    const lead = new LeadLife(plan, createdAt, home.country);
    const later = (fewest: number, most: number) => Math.max(lead.at, calendar.workingHour(chance, lead.at + chance.between(fewest, most) * dayLength));
    // The first choice, then others nearby.
    for (const partner of [home, chance.pick(partners), chance.pick(partners)]) {
      const at = later(0.05, 1.4);
      if (at >= calendar.now) break;
      const outcome = chance.weighted([['accepted', 62], ['declined', 18], ['expired', 14]] as const);
      lead.offer(partner, chance.happens(0.45) ? chance.pick(partner.sellers).id : null, outcome, at);
      if (lead.row.state === 'offered') break;
      if (lead.row.state === 'accepted') {
        const ends = later(0.5, 20);
        if (ends < calendar.now) {
          if (chance.happens(0.6)) lead.convert(ends, partner);
          else lead.close(ends, partner);
        }
        break;
      }
    }
    if (['declined', 'expired'].includes(lead.row.state) && calendar.now - lead.at > 14 * dayLength) lead.close(later(3, 9), undefined);
  }
}

/** What lies in Mara's inbox on any day: offers due within hours and days, some to her, some to whoever of Nordwind is quick. */
export function planScriptedLeads(plan: Plan): void {
  const { calendar, chance } = plan;
  const partner = plan.partners[0]!;
  const mara = partner.sellers[0]!;
  const hour = dayLength / 24;
  for (const [offeredHoursAgo, dueInHours, toMara] of [[44, 3, true], [40, 8, false], [26, 20, true], [20, 28, true], [9, 40, false], [5, 44, true], [1, 47, false]] as const) {
    const lead = new LeadLife(plan, calendar.now - (offeredHoursAgo + 5) * hour, chance.pick(['DE', 'DE', 'DK', 'SE', 'PL']));
    lead.offer(partner, toMara ? mara.id : null, 'waiting', calendar.now - offeredHoursAgo * hour, calendar.now + dueInHours * hour);
  }
  for (const daysAgo of [1.5, 3, 5, 8]) {
    const lead = new LeadLife(plan, calendar.now - (daysAgo + 2.5) * dayLength, chance.pick(['DE', 'NL', 'SE']));
    lead.offer(partner, mara.id, 'accepted', calendar.now - (daysAgo + 2) * dayLength, calendar.now - daysAgo * dayLength);
  }
  // And what nobody has been offered yet.
  for (let hours = 2; hours < 40; hours += 6) new LeadLife(plan, calendar.now - hours * hour, chance.pick(['DE', 'FR', 'PL', 'JP', 'AE', 'US']));
}
