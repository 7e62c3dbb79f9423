import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Engine } from '../database.js';
import { engines, startService } from '../service.js';
import { startProbes, type ProbePair, type ProbeWorld } from './probes.js';
import { whole } from '../../whole.js';

/** What an answer says once the names, ids and instants of the probe itself are taken out. */
function told(status: number, body: string, headers: Headers): string {
  const shown = JSON.stringify([status, body, [...headers].filter(([name]) => !/^(request-id|etag|date|ratelimit.*)$/.test(name))]);
  return shown.replace(/\b[a-z]{3,4}_[0-9a-f]{32}\b/g, 'id').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant').replace(/(Hardt|Fries) Werk \d+/g, 'name');
}

// All pairs on the quicker engine; a part on the other, where the same code speaks to the same PostgreSQL.
const countOn = (engine: Engine) => (engine === engines.at(-1) ? (whole ? 2_000 : 300) : whole ? 200 : 100);

for (const engine of engines) {
  describe(`a submission on ${engine}`, () => {
    let probes: ProbeWorld;
    before(async () => { probes = await startProbes(await startService({ engine, limits: { perSession: 1_000_000 } }), countOn(engine)); });
    after(() => probes?.world.test.close());

    const ask = async (path: string, method = 'GET'): Promise<string> => {
      const { world } = probes;
      const answer = await world.test.service.fetch(new Request(`http://service.test${path}`, { method, headers: { authorization: `Bearer ${world.seller.token}` } }));
      return told(answer.status, await answer.text(), answer.headers);
    };

    it(`is answered alike over ${countOn(engine)} pairs, whether or not a rival holds the account`, async () => {
      const { pairs } = probes;
      const submit = (id: string) => ask(`/v1/deals/${id}/submit`, 'POST');
      const answers = new Set<string>();
      for (const { held, free } of pairs) {
        answers.add(await submit(held));
        answers.add(await submit(free));
      }
      assert.deepEqual([answers.size, JSON.parse([...answers][0]!)[0]], [1, 200], [...answers].slice(0, 2).join('\n'));
    });

    it('stays alike after the vendor\'s rules looked at it, in all that its partner can ask', async () => {
      const { world, pairs } = probes;
      await world.test.service.runDueJobs();
      const looked = await world.test.database.db.selectFrom('deal_reviews').select(['deal_id', 'findings']).execute();
      const assessed = new Map(looked.map(({ deal_id, findings }) => [deal_id, findings]));
      const both = pairs.filter(({ held, free }: ProbePair) => assessed.has(held) && assessed.has(free)).slice(0, 100);
      assert.ok(both.length >= 100, `${both.length} pairs were assessed`);
      assert.ok(both.every(({ held, free }) => assessed.get(held)!.includes('conflict') && !assessed.get(free)!.includes('conflict')), 'the vendor is told them apart');
      const views = new Set<string>();
      for (const { held, free } of both) {
        for (const id of [held, free]) views.add(JSON.stringify([await ask(`/v1/deals/${id}`), await ask(`/v1/history?recordId=${id}`)]));
      }
      assert.equal(views.size, 1, [...views].slice(0, 2).join('\n'));
      assert.doesNotMatch(await ask('/v1/deals?limit=200&include=total'), /Theirs|Südlicht|Rita/);
    });
  });
}
