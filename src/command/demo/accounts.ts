import type { Plan } from './plan.js';
import { idAt } from './random.js';

/** What the vendor knows of the customers whose deals it has approved: an account for each, linked to customer and deal. */
export function planAccounts({ rows, chance, programmeId }: Plan): void {
  const customers = new Map(rows.customers.map((customer) => [customer.id, customer]));
  const accounts = new Map<string, string>();
  const linked = new Set<unknown>();
  for (const deal of rows.deals) {
    if (!deal.decided_at || deal.review !== 'approved') continue;
    const customer = customers.get(deal.customer_id)!;
    // By name and place: two partners' customers may be one company.
    const key = `${String(customer.name_sort)}|${String(customer.city_sort)}`;
    let id = accounts.get(key);
    if (!id) {
      id = idAt(chance, 'acc', Date.parse(deal.decided_at as string));
      accounts.set(key, id);
      const { name, name_sort, words, domain, country, city } = customer;
      rows.accounts.push({ programme_id: programmeId, id, created_at: deal.decided_at, updated_at: deal.decided_at, name, name_sort, words, domain, country, city });
    }
    rows.deal_accounts.push({ programme_id: programmeId, deal_id: deal.id, account_id: id });
    if (!linked.has(customer.id)) rows.customer_accounts.push({ programme_id: programmeId, customer_id: customer.id, account_id: id });
    linked.add(customer.id);
  }
}
