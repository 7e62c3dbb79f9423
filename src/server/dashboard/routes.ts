import type { dashboardOperations } from '../../contract/index.js';
import type { Handlers } from '../call.js';
import { readProgramme } from '../programme/queries.js';
import { readAttention } from './attention.js';
import { periodOf } from './period.js';
import { tally } from './queries.js';
import { readResults } from './results.js';
import { addUp } from './rules.js';
import { scopeOf } from './scope.js';

export const dashboardRoutes: Handlers<typeof dashboardOperations> = {
  async read({ tx, caller, reach, query }) {
    const programme = await readProgramme(tx, caller.programmeId);
    const period = periodOf(query, programme.today);
    const scope = await scopeOf({ tx, caller, reach, query });
    const tallies = await tally(tx, scope, period, programme.time_zone);
    return {
      from: period.from, to: period.to, currency: programme.currency, asOf: programme.now.toISOString(),
      ...addUp(tallies, period),
      ...(await readAttention(tx, scope, programme)),
    };
  },

  async results({ tx, caller, reach, query }) {
    const programme = await readProgramme(tx, caller.programmeId);
    return readResults(tx, await scopeOf({ tx, caller, reach, query }), periodOf(query, programme.today), query.by, programme.currency);
  },
};
