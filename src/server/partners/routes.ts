import type { partnerOperations } from '../../contract/index.js';
import type { Call, Handlers } from '../call.js';
import { readProgramme } from '../programme/queries.js';
import { externalKeyFor, referenceRoom, type NamedRow, type Values } from '../reference-room.js';
import { invalid } from '../service-error.js';
import { lockParents, readLineage, unknownTerritories } from './queries.js';
import { hasTier, refuseParent } from './rules.js';

interface PartnerRow extends NamedRow {
  kind: string;
  status: string;
  parent_id: string | null;
  tier: string | null;
  country: string | null;
  city: string | null;
  territory_ids: string[];
}

type PartnerFields = Pick<PartnerRow, 'name' | 'kind' | 'status' | 'tier' | 'country' | 'city'>
  & { parentId: string | null; territoryIds: string[]; externalKey: string | null };

const partners = referenceRoom<PartnerRow, PartnerFields>({
  kind: 'partner',
  table: 'partners',
  columns: ['kind', 'status', 'parent_id', 'tier', 'country', 'city', 'territory_ids'],
  company: 'id',
  filters: { kind: 'kind', status: 'status' },
  fields: (row, caller) => ({
    name: row.name, kind: row.kind, status: row.status, parentId: row.parent_id, tier: row.tier, country: row.country, city: row.city,
    territoryIds: row.territory_ids, externalKey: externalKeyFor(row, caller),
  }),
  texts: ({ name, city }) => [name, city],
  partnerOf: (row) => row.id,
});

type Write = Call<(typeof partnerOperations)['create']> | Call<(typeof partnerOperations)['change']>;

/** The body as columns, once everything it names is found to be there. */
async function valuesOf({ tx, caller: { programmeId }, body }: Write, partnerId?: string): Promise<Values<PartnerRow>> {
  const { parentId, territoryIds, externalKey, ...values } = body;
  if (parentId) {
    await lockParents(tx, programmeId);
    const refusal = refuseParent(partnerId, await readLineage(tx, programmeId, parentId));
    if (refusal) throw invalid('/parentId', refusal, refusal === 'circle' ? 'This partner stands below the one you are changing. Choose another.' : 'There is no such partner.');
  }
  if (territoryIds?.length) {
    const [unknown] = await unknownTerritories(tx, programmeId, territoryIds);
    if (unknown) throw invalid(`/territoryIds/${territoryIds.indexOf(unknown)}`, 'unknown', 'There is no such territory.');
  }
  if (values.tier && !hasTier((await readProgramme(tx, programmeId)).settings, values.tier)) throw invalid('/tier', 'unknown', 'The programme has no such tier.');
  return { ...values, parent_id: parentId, territory_ids: territoryIds && [...new Set(territoryIds)], external_key: externalKey };
}

export const partnerRoutes: Handlers<typeof partnerOperations> = {
  list: (call) => partners.list(call),
  read: (call) => partners.read(call, call.params.partnerId),
  create: async (call) => partners.create(call, { ...(await valuesOf(call)), name: call.body.name }),
  change: (call) => partners.change(call, call.params.partnerId, (row) => valuesOf(call, row.id)),
};
