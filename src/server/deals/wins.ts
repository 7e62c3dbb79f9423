import { sql } from 'kysely';
import type { dealOperations } from '../../contract/index.js';
import type { Handlers, Tx } from '../call.js';
import { takeStep } from './transition.js';

type Wins = Pick<Handlers<typeof dealOperations>, 'confirmWin' | 'refuseWin'>;

/** What the vendor says to a win that the partner claimed. */
export const wins: Wins = {
  confirmWin: (call) => takeStep(call, 'confirmWin', 'win_confirmed', () => ({ set: { win_confirmed_at: sql<Date>`now()` } })),

  refuseWin: (call) => takeStep(call, 'refuseWin', 'win_refused', async ({ tx, row, programme }) => {
    const { note } = call.body;
    return { set: { stage: await stageBeforeWin(tx, programme.id, row.id), closed_on: null, decision_note: note }, reason: note };
  }),
};

/** History knows where the deal stood when the win was claimed; one that came here as won goes back to the last open stage. */
async function stageBeforeWin(tx: Tx, programmeId: string, dealId: string): Promise<string> {
  const claim = await tx.selectFrom('history').select(sql<string>`changes #>> '{stage,from}'`.as('stage'))
    .where('programme_id', '=', programmeId).where('record_id', '=', dealId).where(sql`changes #>> '{stage,to}'`, '=', 'closed_won')
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return claim?.stage ?? 'committed';
}
