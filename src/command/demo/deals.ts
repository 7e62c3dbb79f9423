import { addDays } from '../../server/deals/rules.js';
import { dayLength } from './calendar.js';
import { liveDeal, usualEvents, type DealEvent, type DealStory } from './deal-life.js';
import { languageOf, projectName } from './names.js';
import { sortKey, wordsOf } from '../../server/database/words.js';
import type { CustomerPlan, PartnerPlan, Plan } from './plan.js';

const industries = ['water', 'food', 'chemicals', 'energy', 'pharma', 'mining', 'marine', 'other'];
const requirements = ['explosion', 'hygienic', 'sil', 'custody', 'offshore'];
const competitors = ['An importer', 'Two makers from overseas', 'The present supplier', 'A house brand'];

/** What a deal is about, before anything has happened to it. */
export function dealAbout(plan: Plan, partner: PartnerPlan, customer: CustomerPlan, createdAt: number): Omit<DealStory, 'events' | 'sellerId'> {
  const { chance, calendar } = plan;
  const lines = chance.happens(0.75)
    ? chance.some(plan.products, chance.weighted([[1, 4], [2, 3], [3, 2], [5, 1]] as const)).map(({ id, price }) => ({
      productId: id, quantity: Math.ceil(chance.between(1, 3) ** (price > 3_000 ? 1.4 : 2.6)), unitPrice: Math.round(price * chance.between(0.78, 1) * 100) / 100,
    }))
    : [];
  return {
    partner, customer, createdAt, lines,
    name: projectName(chance, languageOf(customer.country)),
    valueMinor: chance.whole(12, 900) * 10_000,
    closeOn: addDays(calendar.dayOf(createdAt), chance.whole(30, 150)),
    note: chance.happens(0.2) ? chance.pick(['Trial instruments are on site.', 'The plant stands still in week 33; everything must be there by then.', 'Replaces instruments of 2009.', 'Tender, decided by points.']) : null,
    custom: {
      industry: chance.pick(industries),
      ...(chance.happens(0.5) && { requirements: chance.some(requirements, chance.whole(1, 2)) }),
      ...(chance.happens(0.6) && { measuringPoints: chance.whole(1, 60) }),
      ...(chance.happens(0.25) && { competitor: chance.pick(competitors) }),
      ...(chance.happens(0.3) && { trialOn: addDays(calendar.dayOf(createdAt), chance.whole(10, 60)) }),
      ...(partner.kind === 'licensee' && { brand: partner.name }),
      customerAgrees: true,
    },
  };
}

/** Deals over eighteen months, more of them lately, by partners' shares. */
export function planDeals(plan: Plan, count: number): void {
  const { chance, calendar, begins } = plan;
  const partners = plan.partners.filter(({ weight }) => weight > 0).map((partner) => [partner, partner.weight] as const);
  for (let left = count; left > 0; left -= 1) {
    const partner = chance.weighted(partners);
    const createdAt = Math.min(calendar.now, calendar.workingHour(chance, begins + chance.next() ** 0.75 * (calendar.now - begins)));
    const customer = chance.pick(plan.customers.get(partner.id)!);
    liveDeal(plan, {
      ...dealAbout(plan, partner, customer, createdAt), sellerId: customer.sellerId ?? chance.pick(partner.sellers).id, events: usualEvents(plan, createdAt),
    });
  }
}

/** Days ago at which each thing happened to one of Mara's deals, so that there is something of everything to look at on any day. */
const scripted: readonly (readonly [name: string, drafted: number, ...events: (readonly [number, DealEvent['did'], unknown?])[]])[] = [
  ['Umbau Linie 4', 0.2],
  ['Füllstand Silo 7', 13],
  ['Pumpwerk Nordhafen', 3, [0.4, 'submit']],
  ['Dampfnetz Modernisierung', 6, [4.2, 'submit'], [3.1, 'startReview']],
  ['Neues Tanklager', 9, [8, 'submit'], [7, 'startReview'], [2.3, 'requestAction', 'Which medium, and at what temperature? Please add it to the note.']],
  ['Erweiterung Kläranlage', 90, [88.5, 'submit'], [87, 'approve'], [61, 'moveStage', 'qualified'], [22, 'moveStage', 'business_validation']],
  ['CIP-Anlage 2', 84, [83, 'submit'], [82, 'approve'], [50, 'moveStage', 'technical_validation'], [12, 'moveStage', 'committed']],
  ['Druckmessung Kessel 3', 60, [59, 'submit'], [57, 'approve'], [30, 'moveStage', 'technical_validation']],
  ['Flödesmätning pannhus 1', 35, [34, 'submit'], [32, 'approve'], [15, 'moveStage', 'qualified']],
  ['Abfüllung 5: Nachrüstung', 70, [69, 'submit'], [68, 'approve'], [40, 'moveStage', 'committed'], [1.2, 'moveStage', 'closed_won']],
  ['Rahmenvertrag Ersatzteile', 55, [54, 'submit'], [53, 'approve'], [20, 'moveStage', 'closed_won'], [16, 'confirmWin']],
  ['Durchflussmessung Halle 6', 130, [128, 'submit'], [127, 'approve'], [90, 'moveStage', 'qualified']],
  ['Ombyggnad linje 3', 48, [47, 'submit'], [45, 'reject', 'insufficient']],
  ['Ersatz Messstellen Werk 2', 21, [20, 'submit'], [19.5, 'withdraw']],
  ['Pumpwerk 8', 75, [74, 'submit'], [72, 'approve'], [18, 'moveStage', 'closed_lost']],
];

export function planScriptedDeals(plan: Plan): void {
  const { chance, calendar } = plan;
  const partner = plan.partners[0]!;
  const mara = partner.sellers[0]!;
  const own = plan.customers.get(partner.id)!.filter(({ sellerId }) => sellerId === mara.id);
  const daysAgo = (days: number) => Math.floor(calendar.now - days * dayLength);
  for (const [name, drafted, ...events] of scripted) {
    const about = dealAbout(plan, partner, chance.pick(own), daysAgo(drafted));
    liveDeal(plan, {
      ...about, name, sellerId: mara.id, closeOn: addDays(calendar.today, chance.whole(5, 80)),
      events: events.map(([days, did, more]) => ({
        did, at: daysAgo(days),
        ...(did === 'moveStage' && { stage: more, ...(more === 'closed_lost' && { reason: 'budget' }) }),
        ...(did === 'requestAction' && { note: more }),
        ...(did === 'reject' && { reason: more, note: 'We could not tell which plant is meant. You are welcome to register it again with the site.' }),
      }) as DealEvent),
    });
  }
}

/** Deals of Mara's that a rival claims too, each with the rival's own spelling of the company. */
const contested: readonly (readonly [name: string, rivals: string, daysAgo: number])[] = [
  ['Druckmessung Kessel 3', 'Instrumentação caldeira', 1.6],
  ['Pumpwerk Nordhafen', 'Estação de bombagem', 0.3],
];

/** The second partner's claims on companies of the first's: what the vendor's desk is for. */
export function planRivalClaims(plan: Plan): void {
  const { calendar, rows } = plan;
  const rival = plan.partners[1]!;
  contested.forEach(([name, rivals, daysAgo], index) => {
    const deal = rows.deals.find((row) => row.name === name)!;
    const theirs = rows.customers.find(({ id }) => id === deal.customer_id)!;
    const mine = plan.customers.get(rival.id)![index]!;
    const spelled = `${String(theirs.name).replace(/,? (GmbH|AG|AB|Oy|AS|A\/S|SE|KG|GmbH & Co\. KG)$/, '')} ${theirs.country === 'DE' ? 'Gmbh' : 'Group'}`;
    const { domain, city, city_sort, country } = theirs;
    Object.assign(rows.customers.find(({ id }) => id === mine.id)!, {
      name: spelled, name_sort: sortKey(spelled), words: wordsOf(spelled, String(city), domain as string | null), domain, city, city_sort, country,
    });
    const at = Math.floor(calendar.now - daysAgo * dayLength);
    liveDeal(plan, {
      ...dealAbout(plan, rival, { ...mine, name: spelled, country: String(country) }, at), name: rivals, sellerId: rival.sellers[0]!.id, lines: [],
      events: [{ did: 'submit', at: at + 3_600_000 }],
    });
  });
}
