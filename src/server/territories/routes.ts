import type { territoryOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { externalKeyFor, referenceRoom, type NamedRow } from '../reference-room.js';

interface TerritoryRow extends NamedRow {
  region: string | null;
  country: string | null;
}

const territories = referenceRoom<TerritoryRow, { name: string; region: string | null; country: string | null; externalKey: string | null }>({
  kind: 'territory',
  table: 'territories',
  columns: ['region', 'country'],
  fields: (row, caller) => ({ name: row.name, region: row.region, country: row.country, externalKey: externalKeyFor(row, caller) }),
  texts: ({ name, region }) => [name, region],
});

export const territoryRoutes: Handlers<typeof territoryOperations> = {
  list: (call) => territories.list(call),
  read: (call) => territories.read(call, call.params.territoryId),
  create: (call) => {
    const { externalKey, ...values } = call.body;
    return territories.create(call, { ...values, external_key: externalKey });
  },
  change: (call) => territories.change(call, call.params.territoryId, () => {
    const { externalKey, ...values } = call.body;
    return { ...values, external_key: externalKey };
  }),
};
