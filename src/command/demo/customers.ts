import { sortKey, wordsOf } from '../../server/database/words.js';
import { dayLength } from './calendar.js';
import { asciiName, city, companyName, languageOf, personName, phone, postalCode, street } from './names.js';
import type { CustomerPlan, PartnerPlan, Plan } from './plan.js';
import { idAt } from './random.js';

/** Where else partners of a country sell. */
const neighbours: Readonly<Record<string, string>> = {
  DE: 'DK SE NL PL AT', AT: 'DE CH IT', CH: 'DE FR IT', PT: 'ES BR', ES: 'PT FR', BR: 'PT US', JP: 'KR US', AE: 'SA GB', SA: 'AE', PL: 'CZ UA DE', CZ: 'PL AT DE', UA: 'PL',
  SE: 'NO DK FI', NO: 'SE DK', FI: 'SE', DK: 'SE DE', NL: 'BE DE', BE: 'NL FR', FR: 'BE ES', IT: 'CH FR', GB: 'IE NL', IE: 'GB', GR: 'TR IT', TR: 'GR DE', KR: 'JP', US: 'BR GB',
};
const lifecycles = [['acquired', 24], ['screened', 18], ['engaged', 22], ['sold', 16], ['serviced', 12], ['re_engaged', 3], ['repeat', 5]] as const;
const titles = ['Head of maintenance', 'Process engineer', 'Purchasing', 'Plant manager', 'Automation engineer', 'Managing director', 'Leiter Instandhaltung', 'Einkauf', 'Responsable maintenance', 'Kierownik utrzymania ruchu'];
const industries = ['Water and waste water', 'Food and drink', 'Chemicals', 'Energy', 'Pharmaceuticals', 'Mining and metals', 'Ships and ports'];

/** Fills up each partner's book by its share: Nordwind has a quarter of all, and Mara a good part of Nordwind's. */
export function planCustomers(plan: Plan, count: number): void {
  const [first, second, ...others] = plan.partners;
  const othersWeight = plan.partners.reduce((sum, { weight }) => sum + weight, 0) - first!.weight;
  const fill = (partner: PartnerPlan, wanted: number) => {
    for (let left = wanted - (plan.customers.get(partner.id)?.length ?? 0); left > 0; left -= 1) addCustomer(plan, partner, {});
  };
  fill(first!, Math.round(count / 4));
  for (const partner of others) fill(partner, Math.round((count * 0.75 * partner.weight) / othersWeight));
  // Whatever rounding has left, so that the sum is what was asked for.
  for (let left = count - plan.rows.customers.length; left > 0; left -= 1) addCustomer(plan, second!, {});
}

interface Wanted { name?: string; country?: string; createdAt?: number; sellerId?: string | null; city?: string | null }

export function addCustomer(plan: Plan, partner: PartnerPlan, wanted: Wanted): CustomerPlan {
  const { chance, calendar, begins } = plan;
  const country = wanted.country ?? (chance.happens(0.72) ? partner.country : chance.pick((neighbours[partner.country] ?? partner.country).split(' ')));
  const language = languageOf(country);
  const name = wanted.name ?? companyName(chance, language);
  const createdAt = wanted.createdAt ?? begins - 400 * dayLength + chance.next() * (calendar.now - begins + 398 * dayLength);
  const place = wanted.city ?? city(chance, language);
  // The first is who the demonstration looks at most: Mara, where it is Nordwind.
  const [first] = partner.sellers;
  const sellerId = wanted.sellerId !== undefined ? wanted.sellerId : chance.happens(0.4) ? first!.id : chance.happens(0.04) ? null : chance.pick(partner.sellers).id;
  const host = asciiName(name);
  const domain = host && chance.happens(0.8) ? `${host.slice(0, 50)}.example` : null;
  const updatedAt = new Date(createdAt + chance.next() ** 3 * (calendar.now - createdAt)).toISOString();
  const row = {
    programme_id: plan.programmeId, id: idAt(chance, 'cus', createdAt), version: chance.whole(1, 4), created_at: new Date(createdAt).toISOString(), updated_at: updatedAt,
    name, name_sort: sortKey(name), words: wordsOf(name, place, domain), partner_id: partner.id, owner_member_id: sellerId, domain, country, city: place, city_sort: sortKey(place),
    street: street(chance, language), postal_code: postalCode(chance, language), phone: phone(chance, language), industry: chance.pick(industries),
    lifecycle: chance.weighted(lifecycles), note: null,
  };
  plan.rows.customers.push(row);
  for (let position = 0, people = chance.weighted([[0, 2], [1, 5], [2, 2], [3, 1]] as const); position < people; position += 1) {
    const { name: person, given, family } = personName(chance, language);
    const local = [asciiName(given), asciiName(family)].filter(Boolean).join('.') || `contact${position + 1}`;
    plan.rows.contacts.push({
      programme_id: plan.programmeId, id: idAt(chance, 'con', createdAt), created_at: row.created_at, updated_at: updatedAt, customer_id: row.id, position,
      name: person, email: domain && `${local}@${domain}`, phone: chance.happens(0.6) ? phone(chance, language) : null, title: chance.pick(titles),
    });
  }
  const customer = { id: row.id, name, country, sellerId, createdAt };
  const known = plan.customers.get(partner.id);
  if (known) known.push(customer);
  else plan.customers.set(partner.id, [customer]);
  return customer;
}
