import type { Kysely } from 'kysely';
import type { Database } from '../../../src/server/database/schema.js';
import type { TenantCaller } from '../../../src/server/database/tenant.js';

/** Whose a record is, seen from the seller of the first company. */
export const owners = ['own', 'colleague', 'rival', 'elsewhere'] as const;
export type Owner = (typeof owners)[number];

/** The records of one owner. Every one of them has the owner's name for a name, a note or a word. */
export interface Records { programme: string; partner: string; member: string; customer: string; lead: string; deal: string; account: string; file: string }

export interface PolicyWorld {
  records: Record<Owner, Records>;
  callers: Record<'seller' | 'admin' | 'rival' | 'manager' | 'backEnd' | 'strangeManager', TenantCaller>;
}

/** Two programmes; in the first two companies, the first with an admin and two sellers. Written past all policies. */
export async function makePolicyWorld(db: Kysely<Database>): Promise<PolicyWorld> {
  const here = await addProgramme(db);
  const elsewhere = await addProgramme(db);
  const company = await addPartner(db, here, 'own');
  const rivals = await addPartner(db, here, 'rival');
  const strangers = await addPartner(db, elsewhere, 'elsewhere');
  const records = {
    own: await addRecords(db, here, company, 'own'),
    colleague: await addRecords(db, here, company, 'colleague'),
    rival: await addRecords(db, here, rivals, 'rival'),
    elsewhere: await addRecords(db, elsewhere, strangers, 'elsewhere'),
  };
  const admin = await addMember(db, here, company, 'admin', 'partner_admin');
  const manager = await addMember(db, here, null, 'manager', 'channel_manager');
  const caller = (role: TenantCaller['role'], programmeId: string, partnerId: string | null, memberId: string | null): TenantCaller =>
    ({ role, programmeId, partnerId, memberId, subject: memberId ?? 'key' });
  return {
    records,
    callers: {
      seller: caller('partner_seller', here, company, records.own.member),
      admin: caller('partner_admin', here, company, admin),
      rival: caller('partner_seller', here, rivals, records.rival.member),
      manager: caller('channel_manager', here, null, manager),
      backEnd: caller('secret_key', here, null, null),
      strangeManager: caller('channel_manager', elsewhere, null, null),
    },
  };
}

const made = (query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }): Promise<string> => query.executeTakeFirstOrThrow().then(({ id }) => id);

const addProgramme = (db: Kysely<Database>) =>
  made(db.insertInto('programmes').values({ name: 'P', currency: 'EUR', time_zone: 'UTC', settings: '{}' }).returning('id'));

const addPartner = (db: Kysely<Database>, programme_id: string, name: string) =>
  made(db.insertInto('partners').values({ programme_id, name, name_sort: name, words: [name], kind: 'reseller' }).returning('id'));

const addMember = (db: Kysely<Database>, programme_id: string, partner_id: string | null, name: string, role: Database['members']['role']) =>
  made(db.insertInto('members').values({ programme_id, partner_id, name, name_sort: name, words: [name], role, email: `${name}@people.example`, status: 'active' }).returning('id'));

async function addRecords(db: Kysely<Database>, programme: string, partner: string, owner: Owner): Promise<Records> {
  const of = { programme_id: programme, partner_id: partner };
  const named = { name: owner, name_sort: owner, words: [owner] };
  const member = await addMember(db, programme, partner, owner, 'partner_seller');
  const account = await made(db.insertInto('accounts').values({ programme_id: programme, ...named }).returning('id'));
  const customer = await made(db.insertInto('customers').values({ ...of, ...named, owner_member_id: member }).returning('id'));
  await db.insertInto('contacts').values({ programme_id: programme, customer_id: customer, position: 0, name: owner }).execute();
  await db.insertInto('customer_accounts').values({ programme_id: programme, customer_id: customer, account_id: account }).execute();
  const lead = await made(db.insertInto('leads').values({ ...of, member_id: member, company: owner, subject: owner, words: [owner], state: 'offered' }).returning('id'));
  await db.insertInto('lead_offers').values({ ...of, lead_id: lead, member_id: member, answer_due_at: new Date(), note: owner }).execute();
  const deal = await made(db.insertInto('deals').values({ ...of, name: owner, words: [owner], member_id: member, customer_id: customer, currency: 'EUR' }).returning('id'));
  await db.insertInto('deal_lines').values({ programme_id: programme, deal_id: deal, position: 0, description: owner, quantity: '1', unit_price: '1', amount: '1' }).execute();
  await db.insertInto('files').values({ ...of, member_id: member, deal_id: deal, name: owner, size: 1, media_type: 'text/plain' }).execute();
  const file = await made(db.insertInto('files').values({ ...of, member_id: member, name: `${owner} loose`, size: 1, media_type: 'text/plain' }).returning('id'));
  await db.insertInto('contents_to_remove').values({ programme_id: programme, key: owner }).execute();
  await db.insertInto('deal_accounts').values({ programme_id: programme, deal_id: deal, account_id: account }).execute();
  await db.insertInto('history').values({
    ...of, record_type: 'deal', record_id: deal, owner_member_id: member, actor_role: 'partner_seller', actor_member_id: member, action: owner, audience: 'partner',
  }).execute();
  await db.insertInto('idempotency_keys').values({ programme_id: programme, subject: member, operation: 'deals.create', key: owner, body_hash: '', status: 200, headers: '{}', body: owner }).execute();
  await db.insertInto('outbox').values({ programme_id: programme, event: owner, payload: '{}' }).execute();
  const notice = await made(db.insertInto('notices').values({ programme_id: programme, member_id: member, event_id: owner, kind: owner, record_type: 'deal', record_id: deal }).returning('id'));
  await db.insertInto('notice_emails').values({ programme_id: programme, notice_id: notice }).execute();
  await db.insertInto('notice_preferences').values({ programme_id: programme, member_id: member, kind: owner, email: true }).execute();
  await db.insertInto('reminders').values({ programme_id: programme, record_id: deal, reminder: owner, days: 1, due_on: '2026-03-31' }).execute();
  await db.insertInto('unsubscribe_keys').values({ programme_id: programme, secret: owner }).onConflict((conflict) => conflict.doNothing()).execute();
  await db.insertInto('sessions').values({ ...of, member_id: member, role: 'partner_seller', origins: [], expires_at: new Date() }).execute();
  await db.insertInto('secret_keys').values({ programme_id: programme, name: owner, hash: '' }).execute();
  return { programme, partner, member, customer, lead, deal, account, file };
}
