import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { startWorld, problemsOf, type DealWorld } from '../deals/world.js';
import { engines, expectStatus, startService, type Person } from '../service.js';

for (const engine of engines) {
  describe(`a decision with time to undo, on ${engine}`, () => {
    let world: DealWorld;
    before(async () => { world = await startWorld({ rules: { undoSeconds: 30, protectionDays: { least: 30, most: 180 } } }, await startService({ engine })); });
    after(() => world?.test.close());

    const submit = async (person: Person, values = {}): Promise<any> => {
      const draft = await world.addDraft(person, values);
      return expectStatus(200, await world.as(person).post(`/v1/deals/${draft.id}/submit`));
    };
    const act = (person: Person, id: string, step: string, body: unknown = {}) => world.as(person).post(`/v1/deals/${id}/${step}`, body);
    const read = async (person: Person, id: string): Promise<any> => expectStatus(200, await world.as(person).get(`/v1/deals/${id}`));
    /** Lets the time to undo pass for every decision that has one. */
    const letTimePass = async () => {
      await world.test.database.db.updateTable('deal_decisions').set({ applies_at: sql<Date>`now() - interval '1 second'` }).where('applies_at', 'is not', null).where('applied_at', 'is', null).execute();
      await Promise.all([world.test.service.runDueJobs(), world.test.service.runDueJobs()]);
    };
    const allowed = (deal: any): string[] => deal.actions.filter((action: any) => action.allowed).map((action: any) => action.name);

    it('waits, tells the vendor alone, and is applied once by the job', async () => {
      const deal = await submit(world.seller);
      const decided = expectStatus(200, await act(world.manager, deal.id, 'approve', { note: 'Well done', protectionDays: 60 }));
      assert.deepEqual([decided.review, decided.pendingDecision.kind, decided.pendingDecision.by, decided.pendingDecision.protectionDays], ['submitted', 'approve', 'Mara Manager', 60]);
      const unseen = await read(world.seller, deal.id);
      assert.deepEqual({ ...unseen, actions: [] }, { ...deal, actions: [] });
      assert.deepEqual(allowed(unseen), allowed(deal));
      assert.doesNotMatch(JSON.stringify((await world.as(world.seller).get(`/v1/history?recordId=${deal.id}`)).body), /decision/);
      await letTimePass();
      const told = await read(world.seller, deal.id);
      assert.deepEqual([told.review, told.decisionNote, told.protection.daysLeft], ['approved', 'Well done', 60]);
      const entries = expectStatus(200, await world.as(world.manager).get(`/v1/history?recordId=${deal.id}`)).data.filter(({ action }: any) => action === 'approved');
      assert.deepEqual(entries.map(({ by }: any) => by), ['Mara Manager']);
      assert.equal((await read(world.manager, deal.id)).pendingDecision, null);
    });

    it('is taken back, and nobody was told', async () => {
      const deal = await submit(world.seller);
      expectStatus(200, await act(world.manager, deal.id, 'reject', { reason: 'other' }));
      const again = await act(world.manager, deal.id, 'approve');
      assert.equal(again.body.detail, 'Not possible now: decision_pending.');
      assert.equal(expectStatus(200, await act(world.manager, deal.id, 'undo-decision')).pendingDecision, null);
      assert.equal((await act(world.manager, deal.id, 'undo-decision')).body.detail, 'Not possible now: nothing_pending.');
      await letTimePass();
      assert.deepEqual(await read(world.seller, deal.id), deal);
    });

    it('goes with a deal that its partner withdraws', async () => {
      const deal = await submit(world.seller);
      expectStatus(200, await act(world.manager, deal.id, 'approve'));
      expectStatus(200, await world.as(world.seller).post(`/v1/deals/${deal.id}/withdraw`));
      await letTimePass();
      assert.equal((await read(world.manager, deal.id)).review, 'withdrawn');
    });

    it('keeps to what the programme allows', async () => {
      const deal = await submit(world.seller);
      assert.deepEqual(problemsOf(await act(world.manager, deal.id, 'approve', { protectionDays: 29 })), { '/protectionDays': 'range' });
      assert.deepEqual(problemsOf(await act(world.manager, deal.id, 'reject', { reason: 'mood' })), { '/reason': 'unknown' });
      assert.deepEqual(problemsOf(await act(world.manager, deal.id, 'request-action', { note: 'What for?', fields: ['value', 'colour'] })), { '/fields/1': 'unknown' });
    });

    it('asks for named fields', async () => {
      const deal = await submit(world.seller);
      expectStatus(200, await act(world.manager, deal.id, 'request-action', { note: 'Which day?', fields: ['closeOn'] }));
      await letTimePass();
      const asked = await read(world.seller, deal.id);
      assert.deepEqual([asked.review, asked.decisionNote, asked.askedFields], ['action_required', 'Which day?', ['closeOn']]);
    });

    it('waits for all who must agree, in their order, however many try at once', async () => {
      const [ada, ben] = [await world.programme.addPerson('channel_manager', null, 'Ada'), await world.programme.addPerson('programme_admin', null, 'Ben')];
      const rules = expectStatus(200, await world.as(ben).get('/v1/rules'));
      expectStatus(200, await world.as(ben).patch('/v1/rules', { rules: { approvals: [{ aboveValue: 2_000_000, order: 'sequential', memberIds: [ada.memberId, ben.memberId] }] } }, rules.version));
      const deal = await submit(world.seller, { value: { amount: 3_000_000, currency: 'EUR' } });
      const begun = expectStatus(200, await act(world.manager, deal.id, 'approve'));
      assert.deepEqual([begun.pendingDecision.appliesAt, begun.pendingDecision.approvals.map(({ member, approvedAt }: any) => [member.name, approvedAt])], [null, [['Ada', null], ['Ben', null]]]);
      assert.equal((await act(ben, deal.id, 'approve')).body.detail, 'Not possible now: awaits_others.');
      expectStatus(200, await act(ada, deal.id, 'approve'));
      const [one, two] = await Promise.all([act(ben, deal.id, 'approve'), act(ben, deal.id, 'approve')]);
      assert.deepEqual([one.status, two.status].sort(), [200, 409]);
      assert.ok((await read(ben, deal.id)).pendingDecision.appliesAt);
      await letTimePass();
      assert.equal((await read(world.seller, deal.id)).review, 'approved');
    });

    it('is handed over to another of the vendor\'s people, who finds it in the queue', async () => {
      const deal = await submit(world.seller);
      assert.deepEqual(problemsOf(await act(world.manager, deal.id, 'hand-over', { memberId: world.seller.memberId })), { '/memberId': 'unknown' });
      const handed = expectStatus(200, await act(world.manager, deal.id, 'hand-over', { memberId: world.manager.memberId }));
      assert.equal(handed.reviewer.name, 'Mara Manager');
      const { data } = expectStatus(200, await world.as(world.manager).get(`/v1/reviews?reviewerId=${world.manager.memberId}`));
      assert.deepEqual(data.map(({ id }: any) => id), [deal.id]);
      assert.equal((await read(world.seller, deal.id)).version, deal.version);
    });

    it('decides on many, each for itself, and shows before what it would do', async () => {
      const deals = [await submit(world.seller), await submit(world.seller), await submit(world.seller)];
      expectStatus(200, await world.as(world.seller).post(`/v1/deals/${deals[1].id}/withdraw`));
      const body = { kind: 'reject', reason: 'other', deals: deals.map(({ id }) => ({ dealId: id })) };
      const outcomes = async (more: object) => expectStatus(200, await world.as(world.manager).post('/v1/reviews/decide', { ...body, ...more })).data.map(({ outcome, reason }: any) => [outcome, reason]);
      assert.deepEqual(await outcomes({ preview: true }), [['would_decide', null], ['refused', 'Not possible now: review_withdrawn.'], ['would_decide', null]]);
      assert.equal((await read(world.manager, deals[0].id)).pendingDecision, null);
      assert.deepEqual(await outcomes({}), [['decided', null], ['refused', 'Not possible now: review_withdrawn.'], ['decided', null]]);
      assert.equal((await read(world.manager, deals[0].id)).pendingDecision.kind, 'reject');
      assert.deepEqual(problemsOf(await world.as(world.manager).post('/v1/reviews/decide', { ...body, reason: undefined })), { '/reason': 'required' });
    });
  });
}
