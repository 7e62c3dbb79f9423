import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { noticeKinds } from '../../contract/index.js';
import { isVendor, type Caller } from '../caller.js';
import type { DeliveredEvent, EventHandler } from '../database/outbox.js';
import type { Database } from '../database/schema.js';
import { noticeRules, type Audience, type NoticeRule } from './rules.js';

/** What happened to which record, and whose it is. */
interface Happening {
  eventId: string;
  programmeId: string;
  recordType: 'deal' | 'lead';
  recordId: string;
  /** Whose record it is now. */
  partnerId: string | null;
  memberId: string | null;
  actorId: string | null;
  bySide: 'vendor' | 'partner';
  changes: Record<string, { from: unknown; to: unknown }>;
  params: Record<string, string | number>;
}

/**
 * Tells members of what happens, in the portal and where they want it by e-mail. An event may come twice; nobody is told twice, since the
 * database keeps one notice for each event and member, and its e-mail is put in line in the same statement.
 */
export const tellMembers = (db: Kysely<Database>, { email }: { email: boolean }): EventHandler => async (event) => {
  const rules = noticeRules[event.event];
  if (!rules) return;
  await db.transaction().execute(async (tx) => {
    const happening = await readHappening(tx, event);
    if (!happening) return;
    for (const rule of rules) if (rule.when?.(happening.changes) ?? true) await tell(tx, happening, rule, email);
  });
};

/** The record as it stands now and who did what to it. Nothing where the record went to another partner meanwhile. */
async function readHappening(tx: Transaction<Database>, { id: eventId, programmeId, event, payload }: DeliveredEvent): Promise<Happening | undefined> {
  const recordType = event.startsWith('deal.') ? 'deal' : 'lead';
  const { recordId, historyId, messageId, days, dueOn } = payload as { recordId?: string; historyId?: string; messageId?: string; days?: number; dueOn?: string };
  if (!recordId) return undefined;
  const record = await tx.selectFrom(`${recordType}s`).select(['partner_id', 'member_id']).where('programme_id', '=', programmeId).where('id', '=', recordId).executeTakeFirst();
  const done = historyId ? await readEntry(tx, programmeId, historyId) : messageId ? await readMessage(tx, programmeId, messageId) : byItself;
  if (!record || !done) return undefined;
  const { partner_id, ...who } = done;
  return {
    ...who, eventId, programmeId, recordType, recordId, partnerId: partner_id === undefined || partner_id === record.partner_id ? record.partner_id : null, memberId: record.member_id,
    params: { ...(days !== undefined && { days }), ...(dueOn !== undefined && { dueOn }) },
  };
}

type Done = Pick<Happening, 'actorId' | 'bySide' | 'changes'> & { partner_id?: string | null };

/** A day came: nobody did it. */
const byItself: Done = { actorId: null, bySide: 'vendor', changes: {} };

/** The change as history has it. */
async function readEntry(tx: Transaction<Database>, programmeId: string, id: string): Promise<Done | undefined> {
  const entry = await tx.selectFrom('history').select(['partner_id', 'actor_member_id', 'actor_role', 'changes']).where('programme_id', '=', programmeId).where('id', '=', id).executeTakeFirst();
  return entry && { partner_id: entry.partner_id, actorId: entry.actor_member_id, bySide: isVendor({ role: entry.actor_role as Caller['role'] }) ? 'vendor' : 'partner', changes: entry.changes };
}

/** A message has no entry in history: it is its own. */
async function readMessage(tx: Transaction<Database>, programmeId: string, id: string): Promise<Done | undefined> {
  const message = await tx.selectFrom('deal_messages').select(['partner_id', 'member_id', 'side']).where('programme_id', '=', programmeId).where('id', '=', id).executeTakeFirst();
  return message && { partner_id: message.partner_id, actorId: message.member_id, bySide: message.side as Done['bySide'], changes: {} };
}

async function tell(tx: Transaction<Database>, happening: Happening, { kind, to, alsoActor }: NoticeRule, email: boolean): Promise<void> {
  const { eventId, programmeId, recordType, recordId, actorId, params } = happening;
  await sql`
    with told as (
      insert into notices (programme_id, member_id, event_id, kind, record_type, record_id, params)
      select m.programme_id, m.id, ${eventId}::text, ${kind}::text, ${recordType}::text, ${recordId}::text, ${JSON.stringify(params)}::jsonb
      from members m left join partners p on p.programme_id = m.programme_id and p.id = m.partner_id
      where m.programme_id = ${programmeId} and ${audiences[to](happening)}
        and m.status <> 'suspended' and p.status is distinct from 'suspended' and (${Boolean(alsoActor)}::boolean or m.id is distinct from ${actorId}::text)
      on conflict (programme_id, event_id, member_id) do nothing
      returning programme_id, id, member_id)
    insert into notice_emails (programme_id, notice_id)
    select t.programme_id, t.id from told t where ${email}::boolean and ${wantsEmail('t', sql`${kind}`, noticeKinds[kind].email)}`.execute(tx);
}

/** Whether the member of a row gets an e-mail of this kind: what it said of the kind, else of all kinds (`*`), else as is usual. */
export const wantsEmail = (row: string, kind: RawBuilder<unknown>, usual: boolean): RawBuilder<boolean> => {
  const said = (of: RawBuilder<unknown>) => sql`(select f.email from notice_preferences f
    where f.programme_id = ${sql.ref(`${row}.programme_id`)} and f.member_id = ${sql.ref(`${row}.member_id`)} and f.kind = ${of})`;
  return sql<boolean>`coalesce(${said(kind)}, ${said(sql`'*'`)}, ${usual}::boolean)`;
};

const managers = sql<boolean>`(m.partner_id is null and (m.role = 'channel_manager' or not exists (
  select from members o where o.programme_id = m.programme_id and o.partner_id is null and o.role = 'channel_manager' and o.status <> 'suspended')))`;

const company = ({ partnerId }: Happening) => sql`m.partner_id = ${partnerId}::text`;

const audiences: Record<Audience, (happening: Happening) => RawBuilder<boolean>> = {
  managers: () => managers,
  partner: (it) => sql`(${company(it)} and (m.role = 'partner_admin' or m.id = ${it.memberId}::text))`,
  offered: (it) => sql`(${company(it)} and (m.role = 'partner_admin' or ${it.memberId}::text is null or m.id = ${it.memberId}::text))`,
  other_side: (it) => (it.bySide === 'vendor' ? audiences.partner(it) : managers),
};
