import { sql } from 'kysely';
import type { ProgrammeRules, RulesRecord, rulesOperations } from '../../contract/index.js';
import type { Call, Handlers, Tx } from '../call.js';
import { changesBetween, remember } from '../history/entries.js';
import { readPage, type Order } from '../keyset.js';
import { readProgramme } from '../programme/queries.js';
import { requireVersion, ServiceError } from '../service-error.js';
import { presentVersion, readRules, selectVersions, storeRules, versionColumns, type RulesRow } from './queries.js';
import { checkRules, type Known } from './rules.js';

const newestFirst: Order = { name: 'newest', descending: true, columns: [{ sql: sql.ref('r.version'), cast: 'bigint' }] };

const present = (call: Pick<Call, 'caller'>, row: RulesRow): RulesRecord => ({
  ...presentVersion(row),
  actions: [call.caller.role === 'channel_manager' ? { name: 'change', allowed: false, reason: 'role' } : { name: 'change', allowed: true }],
});

export const rulesRoutes: Handlers<typeof rulesOperations> = {
  read: async (call) => present(call, await readRules(call.tx, call.caller.programmeId)),

  async change(call) {
    const { tx, caller, body, ifMatch } = call;
    await tx.selectFrom('programmes').select('id').where('id', '=', caller.programmeId).forUpdate().execute();
    const before = await readRules(tx, caller.programmeId);
    await requireVersion(before, ifMatch, async () => present(call, before));
    const rules: ProgrammeRules = { ...before.rules, ...body.rules } as ProgrammeRules;
    const { settings } = await readProgramme(tx, caller.programmeId);
    const problems = checkRules(rules, settings, await readKnown(tx, caller.programmeId, rules));
    if (problems.length) throw new ServiceError('validation_failed', { fields: problems.slice(0, 50) });
    await storeRules(tx, caller.programmeId, before, rules, { memberId: caller.memberId, note: body.note ?? null });
    await remember(call, {
      recordType: 'programme', recordId: caller.programmeId, action: 'rules_changed', audience: 'vendor', reason: body.note,
      changes: changesBetween(before.rules, rules),
    });
    return present(call, await readRules(tx, caller.programmeId));
  },

  listVersions: (call) => readPage(
    call.tx, selectVersions(call.tx, call.caller.programmeId), (query) => query.select([...versionColumns]), newestFirst, call.query,
    (row) => presentVersion({ version: row.version, changedAt: row.changed_at, changedBy: row.changed_by_name, note: row.note, rules: row.rules }),
  ),
};

/** Which of the records that the rules point to are there. */
async function readKnown(tx: Tx, programmeId: string, rules: ProgrammeRules): Promise<Known> {
  const those = async (table: 'accounts' | 'products' | 'territories', ids: readonly string[]) =>
    new Set(ids.length ? (await tx.selectFrom(table).select('id').where('programme_id', '=', programmeId).where('id', 'in', [...new Set(ids)]).execute()).map(({ id }) => id) : []);
  const { automaticApprovals } = rules;
  const approvers = await tx.selectFrom('members').select('id').where('programme_id', '=', programmeId).where('partner_id', 'is', null).where('status', '=', 'active').execute();
  return {
    accounts: await those('accounts', rules.excludedAccountIds),
    products: await those('products', [...rules.excludedProductIds, ...automaticApprovals.flatMap(({ productIds = [] }) => productIds)]),
    territories: await those('territories', automaticApprovals.flatMap(({ territoryIds = [] }) => territoryIds)),
    approvers: new Set(approvers.map(({ id }) => id)),
  };
}
