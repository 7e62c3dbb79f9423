import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';
import { ServiceError } from '../service-error.js';

const windowSeconds = 60;

/** What a caller has left of its requests per minute. */
export interface Budget {
  limit: number;
  remaining: number;
  /** Seconds until the window ends. */
  resetsIn: number;
}

/** Counts requests per session and per key by the minute, in the database: every service process sees the same count. */
export class RateLimits {
  readonly #db: Kysely<Database>;
  readonly perSession: number;
  readonly perKey: number;

  constructor(db: Kysely<Database>, { perSession = 600, perKey = 6_000 }: { perSession?: number | undefined; perKey?: number | undefined } = {}) {
    this.#db = db;
    this.perSession = perSession;
    this.perKey = perKey;
  }

  /** The counting as a statement, to stand within another: columns `count`, `resets_in`. */
  counting(programmeId: string, subject: string): RawBuilder<{ count: number; resets_in: number }> {
    return sql`insert into rate_counters as c (programme_id, subject, window_start, count)
      values (${programmeId}, ${subject}, date_trunc('minute', now()), 1)
      on conflict (programme_id, subject, window_start) do update set count = c.count + 1
      returning c.count, ${sql.lit(windowSeconds)} - extract(second from now())::int as resets_in`;
  }

  async count(programmeId: string, subject: string, limit: number): Promise<Budget> {
    const { rows: [row] } = await this.counting(programmeId, subject).execute(this.#db);
    return this.judge(Number(row!.count), Number(row!.resets_in), limit);
  }

  /** Throws `rate_limited` once the budget is spent. */
  judge(count: number, resetsIn: number, limit: number): Budget {
    const budget = { limit, remaining: Math.max(0, limit - count), resetsIn: Math.max(1, resetsIn) };
    if (count > limit) throw new ServiceError('rate_limited', { headers: { ...rateHeaders(budget), 'retry-after': String(budget.resetsIn) } });
    return budget;
  }
}

/** `RateLimit` and `RateLimit-Policy` as structured fields. */
export const rateHeaders = ({ limit, remaining, resetsIn }: Budget): Record<string, string> => ({
  'ratelimit-policy': `"minute";q=${limit};w=${windowSeconds}`,
  ratelimit: `"minute";r=${remaining};t=${resetsIn}`,
});
