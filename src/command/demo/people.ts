import type { MemberRole } from '../../contract/index.js';
import { sortKey, wordsOf } from '../../server/database/words.js';
import { asciiName, city, companyName, languageOf, personName } from './names.js';
import type { Plan, Seller, PartnerPlan } from './plan.js';
import { idAt } from './random.js';

export const vendorName = 'Varnholt';

type Kind = 'distributor' | 'reseller' | 'dropshipper' | 'licensee' | 'referrer' | 'service';

/** The two that the demonstration's site signs people in for; the rest is made up. Name, kind, country, city, tier, share of the business, domain. */
const known = [
  ['Nordwind Automation', 'reseller', 'DE', 'Kiel', 'gold', 300, 'nordwind-automation.example'],
  ['Atlas Process Supply', 'distributor', 'PT', 'Porto', 'gold', 140, 'atlas-process.example'],
] as const;

/** Kinds and countries of the others, in order; a number is the partner above. */
const others: readonly (readonly [Kind, string, number?])[] = [
  ['reseller', 'PT', 1], ['reseller', 'ES', 1], ['reseller', 'BR', 1], ['distributor', 'JP'], ['reseller', 'JP', 5], ['distributor', 'AE'], ['reseller', 'SA', 7], ['reseller', 'AE', 7],
  ['distributor', 'PL'], ['reseller', 'PL', 10], ['reseller', 'CZ', 10], ['reseller', 'UA', 10], ['reseller', 'DE'], ['reseller', 'DE'], ['service', 'DE'], ['referrer', 'DE'],
  ['reseller', 'AT'], ['reseller', 'CH'], ['distributor', 'SE'], ['reseller', 'SE', 20], ['reseller', 'NO', 20], ['reseller', 'FI', 20], ['reseller', 'DK'], ['reseller', 'NL'],
  ['dropshipper', 'NL'], ['reseller', 'BE'], ['reseller', 'FR'], ['service', 'FR'], ['reseller', 'IT'], ['licensee', 'IT'], ['reseller', 'GB'], ['dropshipper', 'GB'],
  ['referrer', 'IE'], ['reseller', 'GR'], ['licensee', 'TR'], ['reseller', 'KR'], ['licensee', 'US'], ['referrer', 'US'],
];
const trades = ['Automation', 'Instruments', 'Process', 'Messtechnik', 'Control', 'Systems', 'Technik', 'Fluid'];

/** The people of examples/vendor-site, by company; each of the others is drawn. */
const vendorPeople: readonly (readonly [string, MemberRole, string])[] = [
  ['Inês Okafor', 'channel_manager', 'ines.okafor'], ['Henrike Varnholt', 'programme_admin', 'henrike.varnholt'], ['Jonas Brandvold', 'programme_admin', 'jonas.brandvold'],
  ['Małgorzata Zielińska', 'channel_manager', 'malgorzata.zielinska'], ['Kenji Morishita', 'channel_manager', 'kenji.morishita'],
  ['Layla Haddad', 'channel_manager', 'layla.haddad'], ['Thibault Garnier', 'channel_manager', 'thibault.garnier'], ['Rosa Quintela', 'channel_manager', 'rosa.quintela'],
];
const knownSellers: Readonly<Record<string, readonly (readonly [string, MemberRole])[]>> = {
  'Nordwind Automation': [['Mara Lindqvist', 'partner_seller'], ['Jette Claasen', 'partner_admin'], ['Piet Harmsen', 'partner_seller'], ['Dörte Voß', 'partner_seller'], ['Emre Yıldız', 'partner_seller'], ['Swantje Röhrs', 'partner_seller'], ['Bo Falkenberg', 'partner_seller']],
  'Atlas Process Supply': [['Tomás Ferreira', 'partner_admin'], ['Graça Simões', 'partner_seller'], ['João Leitão', 'partner_seller'], ['Catarina Brandão', 'partner_seller'], ['Luísa Magalhães', 'partner_seller']],
};

/** Partners and their people, and the vendor's own. */
export function planPeople(plan: Plan, counts: { partners: number; members: number }): void {
  const { chance, begins } = plan;
  const named = (name: string, ...more: string[]) => ({ name, name_sort: sortKey(name), words: wordsOf(name, ...more) });
  const at = () => begins - chance.between(20, 700) * 86_400_000;
  const stamp = (prefix: string, created: number) => {
    const instant = new Date(created).toISOString();
    return { programme_id: plan.programmeId, id: idAt(chance, prefix, created), created_at: instant, updated_at: instant };
  };

  const territoryIds = (country: string) => plan.territories.filter(({ countries }) => countries.includes(country)).map(({ id }) => id);
  const add = (name: string, kind: Kind, country: string, place: string, tier: string, weight: number, parent?: PartnerPlan, domain?: string): PartnerPlan => {
    const row = {
      ...stamp('ptn', at()), ...named(name, place), kind, status: 'active', country, city: place, tier, territory_ids: territoryIds(country),
      parent_id: parent?.id ?? null, external_key: `P-${1000 + plan.partners.length}`,
    };
    const partner: PartnerPlan = { id: row.id, name, kind, country, weight, territoryId: row.territory_ids[0] ?? null, sellers: [], domain: domain ?? `${asciiName(name) || `partner-${plan.partners.length}`}.example` };
    plan.partners.push(partner);
    plan.rows.partners.push(row);
    return partner;
  };
  for (const [name, kind, country, place, tier, weight, domain] of known) add(name, kind, country, place, tier, weight, undefined, domain);
  for (const [kind, country, above] of others.slice(0, counts.partners - known.length)) {
    const language = languageOf(country);
    const stem = companyName(chance, { ...language, company: '{stem}' });
    const name = /^[\p{Script=Latin}\s’'-]+$/u.test(stem) ? `${stem} ${chance.pick(trades)}` : companyName(chance, language);
    add(name, kind, country, city(chance, language), chance.weighted([['registered', 5], ['silver', 3], ['gold', 1]] as const), chance.between(6, 45), above === undefined ? undefined : plan.partners[above]);
  }
  // One that has left, with its people: nothing goes to it any more.
  const suspended = plan.partners.length > 10 ? plan.partners.at(-1)! : undefined;
  if (suspended) {
    plan.rows.partners.at(-1)!.status = 'suspended';
    suspended.weight = 0;
  }

  const addMember = (name: string, role: MemberRole, email: string, partner: PartnerPlan | undefined, status: string, locale: string): Seller => {
    const row = { ...stamp('mem', at()), ...named(name, email.split('@')[0]!), partner_id: partner?.id ?? null, role, email, status, locale };
    plan.rows.members.push(row);
    return { id: row.id, name, role };
  };
  for (const [name, role, local] of vendorPeople) plan.vendorPeople.push(addMember(name, role, `${local}@varnholt.example`, undefined, 'active', 'en'));
  for (const partner of plan.partners) {
    for (const [name, role] of knownSellers[partner.name] ?? []) {
      partner.sellers.push(addMember(name, role, `${asciiName(name).replaceAll('-', '.')}@${partner.domain}`, partner, 'active', languageOf(partner.country).locale));
    }
  }
  // Each of the others has an admin first; then whoever is left over is spread by size.
  const drawn = plan.partners.filter(({ name }) => !(name in knownSellers));
  const places = drawn.flatMap((partner) => [partner, partner]);
  while (plan.rows.members.length + places.length < counts.members && drawn.length) places.push(chance.weighted(drawn.map((partner) => [partner, partner.weight + 5] as const)));
  for (const partner of places) {
    const language = languageOf(partner.country);
    const { name, given, family } = personName(chance, language);
    const local = [asciiName(given), asciiName(family)].filter(Boolean).join('.') || 'person';
    const first = partner.sellers.length === 0;
    const role = first || (partner.sellers.length > 5 && chance.happens(0.1)) ? 'partner_admin' : 'partner_seller';
    const status = first || partner.sellers.length === 1 ? 'active' : chance.weighted([['active', 88], ['invited', 8], ['suspended', 4]] as const);
    const member = addMember(name, role, `${local}.${plan.rows.members.length}@${partner.domain}`, partner, status, language.locale);
    if (status === 'active') partner.sellers.push(member);
  }
}
