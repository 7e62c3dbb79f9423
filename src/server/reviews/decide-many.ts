import { sql } from 'kysely';
import type { reviewOperations } from '../../contract/index.js';
import type { Call } from '../call.js';
import { presentDeal } from '../deals/present.js';
import { findDeal } from '../deals/queries.js';
import { addDays } from '../deals/rules.js';
import { readProgramme } from '../programme/queries.js';
import { found, invalid, ServiceError } from '../service-error.js';
import { decide, type Decision } from './decide.js';
import { readReviewState } from './queries.js';

type Many = Call<(typeof reviewOperations)['decide']>;

function readDecision({ kind, note, reason, protectionDays }: Many['body']): Decision {
  if (kind === 'approve') return { kind, note, protectionDays };
  if (kind === 'request_action') {
    if (!note) throw invalid('/note', 'required', 'Say what is missing.');
    return { kind, note };
  }
  if (!reason) throw invalid('/reason', 'required', 'Say why: the partner reads it.');
  return { kind, reason, note };
}

/**
 * The same decision on several registrations, each for itself: one that is refused does not hold up the others. A preview does all of it and
 * then takes it back, so it cannot promise what the decision would not do.
 */
export async function decideMany(call: Many) {
  const { tx, caller, body } = call;
  const decision = readDecision(body);
  const programme = await readProgramme(tx, caller.programmeId);
  const data = [];
  for (const { dealId, version } of body.deals) {
    const step = { ...call, params: { dealId }, ifMatch: version };
    const deal = await presentDeal(call, programme, found(await findDeal(step, dealId)));
    await sql`savepoint one`.execute(tx);
    const refusal = await decide(step, decision).then(() => undefined, (thrown: unknown) => {
      if (!(thrown instanceof ServiceError) || thrown.code === 'validation_failed') throw thrown;
      return thrown;
    });
    const conflicts = (await readReviewState(tx, programme.id, dealId))?.conflicts ?? 0;
    if (refusal || body.preview) await sql`rollback to savepoint one`.execute(tx);
    data.push({
      deal: { id: deal.id, name: deal.name }, outcome: refusal ? 'refused' : body.preview ? 'would_decide' : 'decided', reason: refusal ? refusal.details.detail ?? refusal.code : null,
      protectedUntil: refusal || decision.kind !== 'approve' ? null : addDays(programme.today, decision.protectionDays ?? programme.settings.protection.days), conflicts,
    });
  }
  return { data };
}
