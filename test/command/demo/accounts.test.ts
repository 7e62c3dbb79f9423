import assert from 'node:assert/strict';
import { it } from 'node:test';
import { planAccounts } from '../../../src/command/demo/accounts.js';
import type { Plan, Row } from '../../../src/command/demo/plan.js';
import { chanceFrom } from '../../../src/command/demo/random.js';

/** Approved deals as partner, company and whether they are protected still; answers with the account of each, counted from 0. */
function accountsOf(deals: readonly (readonly [partner: string, company: string, state: 'active' | 'expired' | 'lost'])[]): number[] {
  const rows = { customers: [] as Row[], deals: [] as Row[], accounts: [] as Row[], deal_accounts: [] as Row[], customer_accounts: [] as Row[] };
  deals.forEach(([partner, company, state], index) => {
    const customer = `cus_${partner}_${company}`;
    if (!rows.customers.some(({ id }) => id === customer)) rows.customers.push({ id: customer, name: company, name_sort: company, city_sort: 'kiel', words: [], domain: null, country: 'DE', city: 'Kiel' });
    rows.deals.push({
      id: `deal_${index}`, partner_id: partner, customer_id: customer, review: 'approved', decided_at: '2026-03-01T10:00:00Z',
      protection_state: state === 'lost' ? 'active' : state, stage: state === 'lost' ? 'closed_lost' : 'prospect',
    });
  });
  planAccounts({ programmeId: 'prg_1', chance: chanceFrom(1), rows: rows as Plan['rows'] });
  const ids = rows.accounts.map(({ id }) => id);
  return rows.deal_accounts.map(({ account_id }) => ids.indexOf(account_id));
}

it('two partners\' customers of one name in one place are one account of the demonstration', () => {
  assert.deepEqual(accountsOf([['p1', 'Werft', 'active'], ['p2', 'Werft', 'expired'], ['p2', 'Mühle', 'active']]), [0, 0, 1]);
});

it('never are two partners protected at one account of it, on whichever day it is written', () => {
  assert.deepEqual(accountsOf([['p1', 'Werft', 'active'], ['p2', 'Werft', 'active'], ['p2', 'Werft', 'expired'], ['p3', 'Werft', 'lost']]), [0, 1, 1, 0]);
});
