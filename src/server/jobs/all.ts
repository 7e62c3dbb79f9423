import { sql } from 'kysely';
import { deliverEvents, forgetDelivered } from '../database/outbox.js';
import { endProtections } from '../deals/protection-job.js';
import { forgetEmails, sendEmails } from '../email/email-job.js';
import { forgetOrphans } from '../files/orphans-job.js';
import { expireOffers } from '../leads/expiry-job.js';
import { applyDecisions, assessSubmitted } from '../reviews/jobs.js';
import { readUnmatched } from '../matching/saving.js';
import { remindOfEnds } from '../notices/reminder-job.js';
import { tellMembers } from '../notices/telling.js';
import { cleanIdempotencyKeys, cleanSessions } from './cleaning.js';
import type { Job } from './runner.js';

/** Brings what happened to those who want to hear of it. Runs after each change as well, so that nobody waits for its turn here. */
export const deliverOutbox: Job = {
  name: 'outbox.deliver', everySeconds: 30,
  async run({ db, mailer }) {
    await deliverEvents(db, [tellMembers(db, { email: Boolean(mailer) })]);
    await forgetDelivered(db);
  },
};

/** What happens by itself. Each finds what is due by the database's clock, so a service that was away catches up. */
export const allJobs: readonly Job[] = [
  { name: 'leads.expire', everySeconds: 30, run: ({ db }) => expireOffers(db) },
  { name: 'deals.assess', everySeconds: 5, run: ({ db }) => assessSubmitted(db) },
  { name: 'deals.decisions', everySeconds: 5, run: ({ db }) => applyDecisions(db) },
  { name: 'deals.protection', everySeconds: 300, run: ({ db }) => endProtections(db) },
  { name: 'accounts.matching', everySeconds: 60, run: ({ db }) => readUnmatched(db) },
  { name: 'notices.remind', everySeconds: 300, run: ({ db }) => remindOfEnds(db) },
  { name: 'sessions.clean', everySeconds: 900, run: ({ db }) => cleanSessions(db) },
  { name: 'idempotency.clean', everySeconds: 900, run: ({ db }) => cleanIdempotencyKeys(db) },
  { name: 'statistics.refresh', everySeconds: 60, run: async ({ db }) => void (await sql`select refresh_statistics()`.execute(db)) },
  deliverOutbox,
  {
    name: 'emails.send', everySeconds: 30,
    async run({ db, mailer }) {
      if (mailer) await sendEmails(db, mailer);
      await forgetEmails(db);
    },
  },
  {
    name: 'files.clean', everySeconds: 60,
    async run({ db, files }) {
      await files.scanDue();
      await forgetOrphans(db);
      await files.removeDue();
    },
  },
];
