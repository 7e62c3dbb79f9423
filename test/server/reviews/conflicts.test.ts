import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { startWorld, type DealWorld } from '../deals/world.js';
import { atOnce, engines, expectStatus, startService, type Person } from '../service.js';

const families = ['Kessler', 'Ostermann', 'Vandamme', 'Quiroga', 'Bjelke', 'Lagrange', 'Tomczak', 'Nakahara', 'Ferreiro', 'Dunleavy', 'Hrubec', 'Saarinen', 'Achterberg', 'Yilmazer',
  'Castellani', 'Grönlund', 'Petrakis', 'Obradovic', 'Fitzmaurice', 'Zubiri', 'Lindqvist', 'Marchetti', 'Novotny', 'Rasmussen', 'Szabados', 'Thibodeau', 'Ueberroth', 'Whitcombe', 'Xanthos', 'Youngblood'];

for (const engine of engines) {
  describe(`claims on one account, on ${engine}`, () => {
    let world: DealWorld;
    let company = 0;
    before(async () => { world = await startWorld({ rules: { ...atOnce, sampledShare: 0, releaseMinutes: 60, automaticApprovals: [{ key: 'small', label: 'Small', maxValue: 100_000 }] } }, await startService({ engine, limits: { perSession: 1_000_000, perKey: 1_000_000 } })); });
    after(() => world?.test.close());

    const claim = async (person: Person, name: string, values: object = {}): Promise<any> => {
      const draft = await world.addDraft(person, { customerId: await world.addCustomer(person, name), ...values });
      return expectStatus(200, await world.as(person).post(`/v1/deals/${draft.id}/submit`));
    };
    /** A company that is like none before: names that are alike would be taken for one. */
    const newCompany = () => `${families[company++]!} AG`;
    const small = { value: { amount: 50_000, currency: 'EUR' } };
    const approve = (id: string) => world.as(world.manager).post(`/v1/deals/${id}/approve`, {});
    const review = async (id: string): Promise<any> => expectStatus(200, await world.as(world.manager).get(`/v1/reviews/${id}`));
    const run = () => world.test.service.runDueJobs();

    it('are found by the job, explained to the vendor, and change nothing that a partner sees', async () => {
      const name = newCompany();
      const [mine, theirs] = [await claim(world.seller, name), await claim(world.rival, name)];
      await run();
      const found = await review(theirs.id);
      assert.deepEqual(found.findings.filter((code: string) => code !== 'new_account'), ['conflict']);
      assert.deepEqual(found.conflictList.map(({ deal, partner, role, certainty, overlaps }: any) => [deal.id, partner.name, role, certainty, overlaps]), [[mine.id, 'Nordwind', 'claim', 'certain', true]]);
      assert.deepEqual((await review(mine.id)).conflictList.map(({ deal }: any) => deal.id), [theirs.id]);
      for (const [person, deal] of [[world.seller, mine], [world.rival, theirs]] as const) {
        assert.deepEqual(expectStatus(200, await world.as(person).get(`/v1/deals/${deal.id}`)), deal);
      }
    });

    it('are promised to one: the other is refused while the first is protected', async () => {
      const name = newCompany();
      const [mine, theirs] = [await claim(world.seller, name), await claim(world.rival, name)];
      expectStatus(200, await approve(mine.id));
      await run();
      const { previews, conflictList } = await review(theirs.id);
      assert.deepEqual([previews[0].kind, previews[0].allowed, previews[0].reason], ['approve', false, 'account_protected']);
      assert.equal(conflictList[0].role, 'incumbent');
      const refused = await approve(theirs.id);
      assert.deepEqual([refused.status, refused.body.code], [409, 'account_protected']);
      expectStatus(200, await world.as(world.seller).post(`/v1/deals/${mine.id}/stage`, { stage: 'closed_lost', reason: 'price' }));
      expectStatus(200, await approve(theirs.id));
    });

    it('do not conflict where they are about other products', async () => {
      const name = newCompany();
      const other = expectStatus(201, await world.test.request('POST', '/v1/products', { token: world.programme.secretKey, body: { name: `Valve ${company}` } })).id;
      const line = (productId: string) => ({ lines: [{ productId, quantity: '1', unitPrice: '10' }] });
      const [mine, theirs, all] = [await claim(world.seller, name, line(world.productId)), await claim(world.rival, name, line(other)), await claim(world.rival, name)];
      expectStatus(200, await approve(mine.id));
      expectStatus(200, await approve(theirs.id));
      assert.equal((await approve(all.id)).body.code, 'account_protected');
    });

    it('are approved by a rule where they are alone, after the programme\'s delay; and no longer once a rival comes', async () => {
      const [quiet, contested] = [newCompany(), newCompany()];
      const [alone, first] = [await claim(world.seller, quiet, small), await claim(world.seller, contested, small)];
      await run();
      for (const { id } of [alone, first]) {
        const { pendingDecision } = expectStatus(200, await world.as(world.manager).get(`/v1/deals/${id}`));
        assert.deepEqual([pendingDecision.rule, pendingDecision.by], ['small', null]);
        assert.ok(Date.parse(pendingDecision.appliesAt) - Date.parse(alone.submittedAt) > 3_590_000);
      }
      await claim(world.rival, contested, small);
      await run();
      assert.equal(expectStatus(200, await world.as(world.manager).get(`/v1/deals/${first.id}`)).pendingDecision, null);
      await world.test.database.db.updateTable('deal_decisions').set({ applies_at: sql<Date>`now()` }).where('deal_id', '=', alone.id).execute();
      await run();
      assert.equal(expectStatus(200, await world.as(world.seller).get(`/v1/deals/${alone.id}`)).review, 'approved');
    });

    it('that are approved at the same instant end with exactly one protected, and the other manager told', async () => {
      for (let round = 0; round < 20; round++) {
        const name = newCompany();
        const pair = [await claim(world.seller, name), await claim(world.rival, name)];
        if (round % 2) await run();
        const answers = await Promise.all(pair.map(({ id }) => approve(id)));
        assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409], JSON.stringify(answers.map(({ body }) => body.code ?? body.review)));
        assert.equal(answers.find(({ status }) => status === 409)!.body.code, 'account_protected');
      }
    });

    it('are held apart by the database too, whoever writes', async () => {
      const name = newCompany();
      const [mine, theirs] = [await claim(world.seller, name), await claim(world.rival, name)];
      await run();
      const protect = (id: string) => world.test.database.db.updateTable('deals')
        .set({ review: 'approved', protection_state: 'active', protection_starts_on: '2026-01-01', protection_ends_on: '2099-01-01' }).where('id', '=', id).execute();
      const outcomes = await Promise.allSettled([protect(mine.id), protect(theirs.id)]);
      assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.equal((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason.code, 'PRM01');
    });
  });
}
