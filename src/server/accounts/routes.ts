import type { accountOperations } from '../../contract/index.js';
import type { Call, Handlers } from '../call.js';
import { findCandidates } from '../matching/candidates.js';
import { saveMatching } from '../matching/saving.js';
import { referenceRoom, type NamedRow, type Values } from '../reference-room.js';

interface AccountRow extends NamedRow {
  domain: string | null;
  country: string | null;
  city: string | null;
  street: string | null;
  postal_code: string | null;
  tax_number: string | null;
}

const accounts = referenceRoom<AccountRow, Omit<AccountRow, keyof NamedRow | 'postal_code' | 'tax_number'> & Record<'name', string> & Record<'postalCode' | 'taxNumber' | 'externalKey', string | null>>({
  kind: 'account',
  table: 'accounts',
  columns: ['domain', 'country', 'city', 'street', 'postal_code', 'tax_number'],
  fields: (row) => ({
    name: row.name, domain: row.domain, country: row.country, city: row.city, street: row.street, postalCode: row.postal_code, taxNumber: row.tax_number, externalKey: row.external_key,
  }),
  texts: ({ name, domain, city }) => [name, domain, city],
  audience: 'vendor',
  written: (tx, programmeId, row) => saveMatching(tx, programmeId, [row]),
});

type Body = Call<(typeof accountOperations)['change']>['body'];
const columnsOf = ({ externalKey, postalCode, taxNumber, ...values }: Body): Values<AccountRow> => ({ ...values, external_key: externalKey, postal_code: postalCode, tax_number: taxNumber });

export const accountRoutes: Handlers<typeof accountOperations> = {
  list: (call) => accounts.list(call),
  async matches(call) {
    const candidates = await findCandidates(call.tx, call.caller.programmeId, call.query);
    const rows = await accounts.rows(call, candidates.map(({ accountId }) => accountId));
    return { data: candidates.map(({ accountId, score, verdict, reasons }) => ({ account: rows.get(accountId)!, score, verdict, reasons })) };
  },
  read: (call) => accounts.read(call, call.params.accountId),
  create: (call) => accounts.create(call, { ...columnsOf(call.body), name: call.body.name }),
  change: (call) => accounts.change(call, call.params.accountId, () => columnsOf(call.body)),
};
