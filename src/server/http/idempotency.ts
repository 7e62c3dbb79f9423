import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../call.js';
import type { Caller } from '../caller.js';
import { ServiceError } from '../service-error.js';

/** What was answered, in the form it is stored and replayed. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  /** JSON text; empty for 204. */
  body: string;
}

interface IdempotentCall {
  tx: Tx;
  caller: Caller;
  operation: string;
  key: string;
  /** Path, If-Match and body: what makes it the same request. */
  request: string;
}

/**
 * Does the work once for each key. The answer is written in the work's own transaction, so it is there exactly when the work is;
 * refusals roll back and leave the key free.
 */
export async function once({ tx, caller, operation, key, request }: IdempotentCall, work: () => Promise<StoredAnswer>): Promise<StoredAnswer & { replayed?: true }> {
  const hash = createHash('sha256').update(request).digest('base64url');
  const scope = `${caller.programmeId} ${caller.subject} ${operation} ${key}`;
  // The row of an open transaction cannot be seen; the lock tells that there is one.
  const { rows: [lock] } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${scope}, 0)) as taken`.execute(tx);
  if (!lock!.taken) throw new ServiceError('request_in_flight', { headers: { 'retry-after': '1' } });
  const stored = await tx.selectFrom('idempotency_keys').select(['body_hash', 'status', 'headers', 'body'])
    .where('programme_id', '=', caller.programmeId).where('subject', '=', caller.subject)
    .where('operation', '=', operation).where('key', '=', key).executeTakeFirst();
  if (stored) {
    if (stored.body_hash !== hash) throw new ServiceError('idempotency_key_reused');
    return { status: stored.status, headers: stored.headers as Record<string, string>, body: stored.body, replayed: true };
  }
  const answer = await work();
  await tx.insertInto('idempotency_keys').values({
    programme_id: caller.programmeId, subject: caller.subject, operation, key, body_hash: hash,
    status: answer.status, headers: JSON.stringify(answer.headers) as never, body: answer.body,
  }).execute();
  return answer;
}
