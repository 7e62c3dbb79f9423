import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { startWorld, type DealWorld } from '../deals/world.js';
import { whole } from '../../whole.js';
import { engines, expectStatus, startService, type Answer, type Person } from '../service.js';

const numRuns = whole ? 12 : 6;
const steps = ['approve', 'approve', 'approve', 'undo', 'reject', 'lose', 'withdraw', 'apply', 'expire'] as const;
type Step = (typeof steps)[number];

/** What several people do at once: each to one of the claims, some a moment after the others. */
const wave = fc.array(fc.record({ step: fc.constantFrom<Step>(...steps), claim: fc.nat(2), after: fc.nat(4) }), { minLength: 2, maxLength: 4 });
/** Which products each of the three claims names; none means all. */
const products = fc.array(fc.constantFrom<number[]>([], [0], [1], [0, 1]), { minLength: 3, maxLength: 3 });

const overlap = (one: readonly number[], other: readonly number[]): boolean => !one.length || !other.length || one.some((product) => other.includes(product));
const company = (seed: number): string => `${[...Array(9).keys()].map((at) => (at % 2 ? 'aeiou' : 'bdfgklmnprstvz')[(seed >> (at * 3)) % (at % 2 ? 5 : 14)]!).join('')}${seed.toString(36)} AG`;

for (const engine of engines) {
  describe(`three claims on one account, decided in any order and at once, on ${engine}`, () => {
    let world: DealWorld;
    let people: Person[];
    let productIds: string[];
    let waves = 0;
    before(async () => {
      world = await startWorld({ rules: { undoSeconds: 600, protectionDays: { least: 1, most: 365 }, sampledShare: 0 } }, await startService({ engine, limits: { perSession: 1_000_000, perKey: 1_000_000 } }));
      const third = await world.programme.addPerson('partner_admin', await world.programme.addPartner('Dritte Kraft'));
      people = [world.admin, world.rival, third];
      const other = expectStatus(201, await world.test.request('POST', '/v1/products', { token: world.programme.secretKey, body: { name: 'Valve V7' } })).id as string;
      productIds = [world.productId, other];
    });
    after(async () => {
      console.log(`ℹ races on ${engine}: ${waves} waves of steps taken at once over ${numRuns} accounts, never two protected`);
      await world?.test.close();
    });

    const claim = async (person: Person, customer: string, named: readonly number[]): Promise<string> => {
      const lines = named.map((index) => ({ productId: productIds[index], quantity: '1', unitPrice: '10' }));
      const draft = await world.addDraft(person, { customerId: await world.addCustomer(person, customer), ...(lines.length > 0 && { lines }) });
      return expectStatus(200, await world.as(person).post(`/v1/deals/${draft.id}/submit`)).id;
    };
    const take = async (step: Step, id: string, owner: Person): Promise<Answer | undefined> => {
      const { db } = world.test.database;
      const manager = world.as(world.manager);
      switch (step) {
        case 'approve': return manager.post(`/v1/deals/${id}/approve`, {});
        case 'undo': return manager.post(`/v1/deals/${id}/undo-decision`);
        case 'reject': return manager.post(`/v1/deals/${id}/reject`, { reason: 'other' });
        case 'lose': return world.as(owner).post(`/v1/deals/${id}/stage`, { stage: 'closed_lost', reason: 'price' });
        case 'withdraw': return world.as(owner).post(`/v1/deals/${id}/withdraw`);
        case 'apply':
          await db.updateTable('deal_decisions').set({ applies_at: sql<Date>`now()` }).where('deal_id', '=', id).where('applied_at', 'is', null).execute();
          return void (await world.test.service.runDueJobs());
        case 'expire':
          await db.updateTable('deals').set({ protection_ends_on: sql<string>`current_date - 2` }).where('id', '=', id).where('protection_state', '=', 'active').execute();
          return void (await world.test.service.runDueJobs());
      }
    };
    /** Who is promised or protected now. */
    const holders = async (ids: readonly string[]): Promise<number[]> => {
      const deals = await Promise.all(ids.map(async (id) => expectStatus(200, await world.as(world.manager).get(`/v1/deals/${id}`))));
      return deals.flatMap(({ review, stage, protection, pendingDecision }, index) =>
        stage !== 'closed_lost' && ((review === 'approved' && ['active', 'expiring'].includes(protection.state)) || pendingDecision?.kind === 'approve') ? [index] : []);
    };

    it('end with at most one of those that overlap promised or protected, after every wave', async () => {
      await fc.assert(fc.asyncProperty(fc.nat(2 ** 30), products, fc.array(wave, { minLength: 1, maxLength: 4 }), async (seed, named, all) => {
        const name = company(seed);
        const ids: string[] = [];
        for (const [index, person] of people.entries()) ids.push(await claim(person, name, named[index]!));
        await world.test.service.runDueJobs();
        const allApproved = [0, 1, 2].map((index) => ({ step: 'approve' as Step, claim: index, after: 0 }));
        for (const together of [allApproved, ...all]) {
          waves += 1;
          const answers = await Promise.all(together.map(async ({ step, claim: index, after: later }) => {
            await new Promise((resolve) => setTimeout(resolve, later));
            return take(step, ids[index]!, people[index]!);
          }));
          for (const answer of answers) assert.ok(!answer || [200, 409].includes(answer.status), JSON.stringify(answer?.body));
          const held = await holders(ids);
          for (const one of held) for (const other of held) assert.ok(one >= other || !overlap(named[one]!, named[other]!), `${one} and ${other} are both promised`);
          if (together === allApproved) assert.ok(held.length >= 1, 'one is promised');
        }
      }), { numRuns, endOnFailure: true });
    });
  });
}
