import { sql } from 'kysely';
import type { changesOperations, historyOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { readPage } from '../keyset.js';
import { noticeChanges } from '../notices/queries.js';
import { visibleMessages } from '../messages/queries.js';
import { notFound } from '../service-error.js';
import { newestFirst, presentEntry, seesRecord, selectEntry, visibleEntries } from './queries.js';

export const historyRoutes: Handlers<typeof historyOperations> = {
  async list(call) {
    const { tx, caller, query } = call;
    if (!(await seesRecord(call, query.recordId))) throw notFound();
    return readPage(tx, visibleEntries(call).where('h.record_id', '=', query.recordId), selectEntry, newestFirst, query, presentEntry(caller));
  },
};

const resourceOf = (recordType: string): string =>
  (recordType === 'programme' ? 'programme' : recordType === 'territory' ? 'territories' : `${recordType}s`);

/** More than this since the last answer: the client takes everything for stale. */
const most = 500;

/** An entry bears the time its transaction began; one that committed later than a younger one must not be missed. */
const overlap = sql`interval '10 seconds'`;

export const changesRoutes: Handlers<typeof changesOperations> = {
  async list(call) {
    const { tx, query } = call;
    const { rows: [clock] } = await sql<{ now: Date }>`select now() as now`.execute(tx);
    const now = clock!.now.toISOString();
    if (!query.since) return { data: [], now, truncated: false };
    const since = sql<Date>`${query.since}::timestamptz - ${overlap}`;
    const entries = await visibleEntries(call).where('h.at', '>', since).select(['h.id', 'h.at', 'h.record_type', 'h.record_id']).orderBy('h.at', 'desc').orderBy('h.id', 'desc').limit(most + 1).execute();
    const messages = await visibleMessages(call).where('g.at', '>', since).select(['g.id', 'g.at', 'g.deal_id']).orderBy('g.at', 'desc').orderBy('g.id', 'desc').limit(most + 1).execute();
    const changes = [
      ...[
        ...entries.map((entry) => ({ id: entry.id, at: entry.at, resource: resourceOf(entry.record_type), recordId: entry.record_id })),
        ...messages.map((message) => ({ id: message.id, at: message.at, resource: 'messages', recordId: message.deal_id })),
      ].sort((one, other) => other.at.getTime() - one.at.getTime()).map(({ at: _at, ...change }) => change),
      ...(await noticeChanges(call, since, most + 1)).map((change) => ({ ...change, resource: 'notices' })),
    ];
    return { data: changes.slice(0, most), now, truncated: changes.length > most };
  },
};
