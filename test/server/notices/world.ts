import { sql } from 'kysely';
import { startWorld, type DealWorld } from '../deals/world.js';
import { expectStatus, startService, type Person } from '../service.js';

type Options = Parameters<typeof startService>[0];

export interface NoticeWorld extends DealWorld {
  /** Whom it concerns, by a short name. */
  people: Record<'manager' | 'admin' | 'seller' | 'colleague' | 'rival', Person>;
  /** Delivers what happened, and does all else that is due. */
  deliver: () => Promise<void>;
  /** A member's notices as it reads them, the newest first. */
  noticesOf: (person: Person, query?: string) => Promise<any[]>;
  /** Who was told of a record, as what: `seller deal_approved`. */
  toldOf: (recordId: string) => Promise<string[]>;
  /** An event as a step of the deal writes it, with its history entry. */
  happen: (recordId: string, event: string, by?: Person, changes?: Record<string, { from: unknown; to: unknown }>) => Promise<void>;
  addOffered: (to: Partial<Pick<Person, 'memberId'>> & Pick<Person, 'partnerId'>) => Promise<string>;
}

export async function startNoticeWorld(options: Options = {}): Promise<NoticeWorld> {
  const world = await startWorld({}, await startService(options));
  const { test, programme, manager, admin, seller, colleague, rival, as } = world;
  const { db } = test.database;
  const people = { manager, admin, seller, colleague, rival };
  const nameOf = (memberId: string) => Object.entries(people).find(([, person]) => person.memberId === memberId)?.[0] ?? memberId;
  return {
    ...world, people,
    deliver: () => test.service.runDueJobs(),
    noticesOf: async (person, query = '') => expectStatus(200, await as(person).get(`/v1/notices${query}`)).data,
    async toldOf(recordId) {
      const rows = await db.selectFrom('notices').select(['member_id', 'kind']).where('record_id', '=', recordId).execute();
      return rows.map(({ member_id, kind }) => `${nameOf(member_id)} ${kind}`).sort();
    },
    async happen(recordId, event, by, changes = {}) {
      const { partner_id, member_id } = await db.selectFrom(event.startsWith('deal') ? 'deals' : 'leads').select(['partner_id', 'member_id']).where('id', '=', recordId).executeTakeFirstOrThrow();
      const { id } = await db.insertInto('history').values({
        programme_id: programme.id, record_type: event.split('.')[0]!, record_id: recordId, action: event.split('.')[1]!, partner_id, owner_member_id: member_id,
        actor_member_id: by?.memberId ?? null, actor_role: by?.role ?? 'service', audience: 'partner', changes: JSON.stringify(changes),
      }).returning('id').executeTakeFirstOrThrow();
      await db.insertInto('outbox').values({ programme_id: programme.id, event, payload: JSON.stringify({ recordId, historyId: id }) }).execute();
    },
    async addOffered({ partnerId, memberId }) {
      const { id } = expectStatus(201, await as(manager).post('/v1/leads', { company: 'Kettner', subject: 'Three pumps' }));
      expectStatus(200, await as(manager).post(`/v1/leads/${id}/offer`, { partnerId, ...(memberId && { memberId }) }));
      return id;
    },
  };
}

/** Everything that was put off is due again. */
export const hurry = async ({ test: { database: { db } } }: DealWorld): Promise<void> => {
  await sql`update outbox set next_attempt_at = now() where delivered_at is null`.execute(db);
  await sql`update notice_emails set next_attempt_at = now() where ended_at is null`.execute(db);
};
