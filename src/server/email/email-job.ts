import { sql, type Kysely } from 'kysely';
import type { MemberRole } from '../../contract/index.js';
import type { Caller } from '../caller.js';
import type { Database } from '../database/schema.js';
import { inTenant } from '../database/tenant.js';
import { recordNames } from '../notices/queries.js';
import { wantsEmail } from '../notices/telling.js';
import { SendingError, type Mailer } from './mailer.js';
import { renderMessage } from './message.js';
import { signUnsubscribing } from './unsubscribe-links.js';
import { languageOf } from './words.js';

/** Seconds that a process has for the e-mails it claimed, before another may take them for lost. */
const claim = 300;
/** Few enough that one slow server does not outlast the claim. */
const batch = 10;
const mostAttempts = 12;
const longestWait = 6 * 3_600;

interface Due {
  programme_id: string; notice_id: string; attempts: number;
  kind: string; record_type: string; record_id: string; params: Record<string, string | number>;
  member_id: string; member_name: string; email: string; locale: string | null; role: MemberRole; partner_id: string | null;
  programme_name: string; logo: string | null; reachable: boolean; wanted: boolean;
}

/**
 * Sends the e-mails that are due, at least once each: one whose process died between the server's yes and the note of it goes again, under
 * the same Message-ID. What the server does not take now comes again after longer and longer; while the server cannot be reached at all, the
 * rest waits with it.
 */
export async function sendEmails(db: Kysely<Database>, mailer: Mailer): Promise<void> {
  for (;;) {
    const due = await claimDue(db);
    for (const [index, email] of due.entries()) {
      const outcome = await sendOne(db, mailer, email);
      if (outcome !== 'unreachable') continue;
      await putBack(db, due.slice(index + 1));
      return;
    }
    if (due.length < batch) return;
  }
}

async function sendOne(db: Kysely<Database>, mailer: Mailer, email: Due): Promise<string> {
  if (!email.reachable || !email.wanted) return end(db, email, 'unwanted');
  try {
    await mailer.send(await render(db, mailer, email));
    return end(db, email, 'sent');
  } catch (error) {
    if (!(error instanceof SendingError)) throw error;
    if (error.reason === 'refused') return end(db, email, 'refused');
    if (email.attempts >= mostAttempts) return end(db, email, 'given_up');
    await ofEmail(db, email).set({ next_attempt_at: sql`now() + make_interval(secs => ${Math.min(30 * 2 ** email.attempts, longestWait)})` }).execute();
    return error.reason;
  }
}

const ofEmail = (db: Kysely<Database>, { programme_id, notice_id }: Due) =>
  db.updateTable('notice_emails').where('programme_id', '=', programme_id).where('notice_id', '=', notice_id);

async function end(db: Kysely<Database>, email: Due, outcome: 'sent' | 'unwanted' | 'refused' | 'given_up'): Promise<string> {
  await ofEmail(db, email).set({ ended_at: sql`now()`, outcome }).execute();
  return outcome;
}

/** Not tried, so not counted. */
async function putBack(db: Kysely<Database>, emails: readonly Due[]): Promise<void> {
  for (const email of emails) await ofEmail(db, email).set({ attempts: email.attempts - 1, next_attempt_at: sql`now() + interval '30 seconds'` }).execute();
}

/** Names are read as the member itself would read them: under its own policies, at this moment. */
async function render(db: Kysely<Database>, { options }: Mailer, email: Due) {
  const caller: Caller = {
    role: email.role, programmeId: email.programme_id, partnerId: email.partner_id, memberId: email.member_id,
    credentialId: email.notice_id, subject: email.member_id, scopes: null,
  };
  const names = await inTenant(db, caller, true, (tx) => recordNames(tx, caller, [email]));
  const token = await signUnsubscribing(db, { programmeId: email.programme_id, memberId: email.member_id, kind: email.kind });
  return renderMessage({
    noticeId: email.notice_id, kind: email.kind, recordType: email.record_type, recordId: email.record_id, recordName: names.get(email.record_id) ?? null,
    params: email.params, language: languageOf(email.locale), member: { name: email.member_name, address: email.email }, programmeName: email.programme_name, logo: email.logo,
    unsubscribeUrl: `${options.serviceUrl.replace(/\/+$/, '')}/unsubscribe/${token}`,
  }, options);
}

async function claimDue(db: Kysely<Database>): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select programme_id, notice_id from notice_emails where ended_at is null and next_attempt_at <= now()
      order by next_attempt_at, notice_id limit ${sql.lit(batch)} for update skip locked),
    claimed as (
      update notice_emails e set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${sql.lit(claim)})
      from due where e.programme_id = due.programme_id and e.notice_id = due.notice_id
      returning e.programme_id, e.notice_id, e.attempts)
    select c.*, n.kind, n.record_type, n.record_id, n.params, m.id as member_id, m.name as member_name, m.email, m.locale, m.role, m.partner_id, g.name as programme_name, g.settings #>> '{appearance,logo}' as logo,
      m.status <> 'suspended' and p.status is distinct from 'suspended' as reachable, ${wantsEmail('n', sql.ref('n.kind'), true)} as wanted
    from claimed c join notices n on n.programme_id = c.programme_id and n.id = c.notice_id
      join members m on m.programme_id = n.programme_id and m.id = n.member_id join programmes g on g.id = n.programme_id
      left join partners p on p.programme_id = m.programme_id and p.id = m.partner_id
    order by n.at, n.id`.execute(db);
  return rows;
}

/** Forgets e-mails that were done with long ago. */
export async function forgetEmails(db: Kysely<Database>, days = 30): Promise<void> {
  await sql`delete from notice_emails where ended_at < now() - make_interval(days => ${days})`.execute(db);
}
