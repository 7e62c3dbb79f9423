import type { accountOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { referenceRoom, type NamedRow } from '../reference-room.js';

interface AccountRow extends NamedRow {
  domain: string | null;
  country: string | null;
  city: string | null;
}

const accounts = referenceRoom<AccountRow, Pick<AccountRow, 'name' | 'domain' | 'country' | 'city'> & { externalKey: string | null }>({
  kind: 'account',
  table: 'accounts',
  columns: ['domain', 'country', 'city'],
  fields: (row) => ({ name: row.name, domain: row.domain, country: row.country, city: row.city, externalKey: row.external_key }),
  texts: ({ name, domain, city }) => [name, domain, city],
  audience: 'vendor',
});

export const accountRoutes: Handlers<typeof accountOperations> = {
  list: (call) => accounts.list(call),
  read: (call) => accounts.read(call, call.params.accountId),
  create: (call) => {
    const { externalKey, ...values } = call.body;
    return accounts.create(call, { ...values, external_key: externalKey });
  },
  change: (call) => accounts.change(call, call.params.accountId, () => {
    const { externalKey, ...values } = call.body;
    return { ...values, external_key: externalKey };
  }),
};
