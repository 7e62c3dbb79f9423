import { sql } from 'kysely';
import { deliverEvents, forgetDelivered } from '../database/outbox.js';
import { endProtections } from '../deals/protection-job.js';
import { expireOffers } from '../leads/expiry-job.js';
import { cleanIdempotencyKeys, cleanSessions } from './cleaning.js';
import type { Job } from './runner.js';

/** What happens by itself. Each finds what is due by the database's clock, so a service that was away catches up. */
export const allJobs: readonly Job[] = [
  { name: 'leads.expire', everySeconds: 30, run: ({ db }) => expireOffers(db) },
  { name: 'deals.protection', everySeconds: 300, run: ({ db }) => endProtections(db) },
  { name: 'sessions.clean', everySeconds: 900, run: ({ db }) => cleanSessions(db) },
  { name: 'idempotency.clean', everySeconds: 900, run: ({ db }) => cleanIdempotencyKeys(db) },
  { name: 'statistics.refresh', everySeconds: 60, run: async ({ db }) => void (await sql`select refresh_statistics()`.execute(db)) },
  {
    name: 'outbox.deliver', everySeconds: 30,
    async run({ db }) {
      await deliverEvents(db, []);
      await forgetDelivered(db);
    },
  },
];
