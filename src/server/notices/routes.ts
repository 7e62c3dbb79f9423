import { sql } from 'kysely';
import type { NoticePreferences, noticeOperations } from '../../contract/index.js';
import type { Call, Handlers } from '../call.js';
import { languageOf } from '../email/words.js';
import { readPage } from '../keyset.js';
import { found, notFound } from '../service-error.js';
import { newestFirst, ownNotices, presentNotice, readPreferences, recordNames, selectRow, type Row } from './queries.js';

const present = async ({ tx, caller }: Pick<Call, 'tx' | 'caller'>, row: Row) => presentNotice(await recordNames(tx, caller, [row]))(row);

/** `emailAvailable`: whether this service sends e-mail at all. */
export const noticeRoutes = ({ emailAvailable }: { emailAvailable: boolean }): Handlers<typeof noticeOperations> => {
  async function preferences({ tx, caller }: Pick<Call, 'tx' | 'caller'>): Promise<NoticePreferences> {
    const member = await tx.selectFrom('members').select(['email', 'locale']).where('programme_id', '=', caller.programmeId).where('id', '=', caller.memberId).executeTakeFirstOrThrow();
    return { data: await readPreferences(tx, caller), address: member.email, language: languageOf(member.locale), emailAvailable };
  }

  return {
    async list(call) {
      const { tx, caller, query } = call;
      let rows = ownNotices(call);
      if (query.state) rows = rows.where('n.read_at', query.state === 'unread' ? 'is' : 'is not', null);
      if (query.recordId) rows = rows.where('n.record_id', '=', query.recordId);
      const page = await readPage(tx, rows, selectRow, newestFirst, query, (row: Row) => row);
      return { ...page, data: page.data.map(presentNotice(await recordNames(tx, caller, page.data))) };
    },

    async unread(call) {
      const unread = ownNotices(call).where('n.read_at', 'is', null);
      const { count } = await unread.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
      const records = await unread.select(['n.record_type', 'n.record_id', sql<number>`count(*)::int`.as('count')])
        .groupBy(['n.record_type', 'n.record_id']).orderBy(sql`max(n.at)`, 'desc').limit(200).execute();
      return { count, records: records.map((record) => ({ recordType: record.record_type, recordId: record.record_id, count: record.count })) };
    },

    async markRead(call) {
      const { tx, caller, params: { noticeId } } = call;
      found(await ownNotices(call).select('n.id').where('n.id', '=', noticeId).executeTakeFirst());
      await tx.updateTable('notices').set({ read_at: sql`clock_timestamp()` })
        .where('programme_id', '=', caller.programmeId).where('id', '=', noticeId).where('read_at', 'is', null).execute();
      return present(call, await selectRow(ownNotices(call).where('n.id', '=', noticeId)).executeTakeFirstOrThrow());
    },

    async markAllRead(call) {
      const { tx, caller, body: { recordId, upTo } } = call;
      const named = recordId ? ownNotices(call).where('n.record_id', '=', recordId) : ownNotices(call);
      if (recordId && !(await named.select('n.id').limit(1).executeTakeFirst())) throw notFound();
      const last = upTo && ownNotices(call).where('n.id', '=', upTo);
      if (last) found(await last.select('n.id').executeTakeFirst());
      let unread = named.where('n.read_at', 'is', null);
      if (last) unread = unread.where(sql<boolean>`(n.at, n.id) <= (${last.select(['n.at', 'n.id'])})`);
      const { numUpdatedRows } = await tx.updateTable('notices').set({ read_at: sql`clock_timestamp()` })
        .where('programme_id', '=', caller.programmeId).where('id', 'in', unread.select('n.id')).executeTakeFirst();
      return { marked: Number(numUpdatedRows) };
    },

    preferences,

    async changePreferences(call) {
      const { tx, caller, body } = call;
      const said = new Map(body.email.map(({ kind, on }) => [kind, on]));
      await tx.insertInto('notice_preferences')
        .values([...said].map(([kind, email]) => ({ programme_id: caller.programmeId, member_id: caller.memberId!, kind, email })))
        .onConflict((conflict) => conflict.columns(['programme_id', 'member_id', 'kind']).doUpdateSet({ email: sql`excluded.email` })).execute();
      return preferences(call);
    },
  };
};
