import type { Plan, Row } from './plan.js';
import { idAt } from './random.js';

/** Whether a deal is reserved for its partner now. */
const isProtected = ({ protection_state: state, stage }: Row): boolean => (state === 'active' || state === 'expiring') && stage !== 'closed_lost';

/** What the vendor knows of the customers whose deals it has approved: an account for each, linked to customer and deal. */
export function planAccounts({ rows, chance, programmeId }: Pick<Plan, 'rows' | 'chance' | 'programmeId'>): void {
  const customers = new Map(rows.customers.map((customer) => [customer.id, customer]));
  const approved = rows.deals.filter(({ decided_at, review }) => decided_at && review === 'approved');
  const companyOf = companies(approved, customers);
  const accounts = new Map<string, string>();
  const linked = new Set<unknown>();
  for (const deal of approved) {
    const customer = customers.get(deal.customer_id)!;
    const company = companyOf(deal);
    let id = accounts.get(company);
    if (!id) {
      id = idAt(chance, 'acc', Date.parse(deal.decided_at as string));
      accounts.set(company, id);
      const { name, name_sort, words, domain, country, city } = customer;
      rows.accounts.push({ programme_id: programmeId, id, created_at: deal.decided_at, updated_at: deal.decided_at, name, name_sort, words, domain, country, city });
    }
    rows.deal_accounts.push({ programme_id: programmeId, deal_id: deal.id, account_id: id });
    if (!linked.has(customer.id)) rows.customer_accounts.push({ programme_id: programmeId, customer_id: customer.id, account_id: id });
    linked.add(customer.id);
  }
}

/**
 * A company by name and place: two partners' customers may be one. But where two partners are protected at once they are two companies
 * of one name, for no vendor would have approved the second.
 */
function companies(approved: readonly Row[], customers: ReadonlyMap<unknown, Row>): (deal: Row) => string {
  const holders = new Map<string, unknown>();
  const apart = new Set<string>();
  const named = ({ customer_id }: Row) => `${String(customers.get(customer_id)!.name_sort)}|${String(customers.get(customer_id)!.city_sort)}`;
  const own = (deal: Row) => `${named(deal)}|${String(deal.partner_id)}`;
  for (const deal of approved.filter(isProtected)) {
    const holder = holders.get(named(deal)) ?? deal.partner_id;
    holders.set(named(deal), holder);
    if (holder !== deal.partner_id) apart.add(own(deal));
  }
  return (deal) => (apart.has(own(deal)) ? own(deal) : named(deal));
}
