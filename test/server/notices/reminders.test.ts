import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../../src/server/deals/rules.js';
import { remindOfEnds } from '../../../src/server/notices/reminder-job.js';
import { engines, expectStatus } from '../service.js';
import { startNoticeWorld, type NoticeWorld } from './world.js';

for (const engine of engines) {
  describe(`reminders on ${engine}`, () => {
    let world: NoticeWorld;
    const db = () => world.test.database.db;
    /** A protected deal with so many days left, protected since `since` days ago. */
    const addProtected = async (daysLeft: number, since = 100): Promise<string> => {
      const { id } = await world.addApproved(world.seller);
      await ends(id, daysLeft, since);
      return id;
    };
    const ends = (id: string, daysLeft: number, since = 100) => db().updateTable('deals')
      .set({ protection_ends_on: addDays(world.today, daysLeft), protection_starts_on: addDays(world.today, -since) }).where('id', '=', id).execute();
    /** As two service processes do it, at once. */
    const runTwice = async () => { await Promise.all([world.deliver(), world.deliver()]); await world.deliver(); };
    const daysTold = async (recordId: string, kind = 'protection_ends'): Promise<number[]> =>
      (await world.noticesOf(world.seller, `?recordId=${recordId}`)).filter((notice) => notice.kind === kind).map(({ params }) => params.days).reverse();
    before(async () => { world = await startNoticeWorld({ engine }); });
    after(() => world?.test.close());

    it('go out 14, 7 and 1 days before a protection ends, once each, whoever looks and however often', async () => {
      const id = await addProtected(15);
      await runTwice();
      assert.deepEqual(await daysTold(id), []);
      for (const left of [14, 13, 8, 7, 6, 2, 1, 0]) {
        await ends(id, left);
        await db().updateTable('reminders').set({ due_on: addDays(world.today, left) }).where('record_id', '=', id).execute();
        await runTwice();
      }
      assert.deepEqual(await daysTold(id), [14, 7, 1]);
      const told = await world.toldOf(id);
      assert.equal(told.filter((one) => one === 'admin protection_ends').length, 3);
      assert.ok(told.every((one) => !/colleague|rival/.test(one)));
    });

    it('go out late where nobody looked on the day, and say the days that are left', async () => {
      const id = await addProtected(5);
      await runTwice();
      assert.deepEqual(await daysTold(id), [5]);
    });

    it('are none for thresholds that were over before the clock began', async () => {
      const id = await addProtected(5, 0);
      await runTwice();
      assert.deepEqual(await daysTold(id), []);
      await ends(id, 1, 4);
      await runTwice();
      assert.deepEqual(await daysTold(id), [1]);
    });

    it('begin anew with another last day, and end with the deal', async () => {
      const id = await addProtected(1);
      await runTwice();
      await ends(id, 7);
      await runTwice();
      assert.deepEqual(await daysTold(id), [1, 7]);
      await ends(id, 6, 2);
      expectStatus(200, await world.as(world.seller).post(`/v1/deals/${id}/stage`, { stage: 'closed_won' }));
      await runTwice();
      assert.deepEqual(await daysTold(id), [1, 7]);
    });

    it('follow the programme\'s own days', async () => {
      const programme = expectStatus(200, await world.as(world.manager).get('/v1/programme'));
      const set = async (protectionDays: number[]) => expectStatus(200, await world.test.request('PATCH', '/v1/programme', {
        token: world.programme.secretKey, headers: { 'if-match': `"${expectStatus(200, await world.as(world.manager).get('/v1/programme')).version}"` },
        body: { settings: { reminders: { ...programme.settings.reminders, protectionDays } } },
      }));
      const id = await addProtected(30);
      await set([]);
      await runTwice();
      assert.deepEqual(await daysTold(id), []);
      await set([30, 3]);
      await runTwice();
      assert.deepEqual(await daysTold(id), [30]);
      await set(programme.settings.reminders.protectionDays);
    });

    it('tell the managers of a review that is due, and the partner of a lead to answer', async () => {
      const { id } = await world.addDraft(world.seller);
      expectStatus(200, await world.as(world.seller).post(`/v1/deals/${id}/submit`));
      const lead = await world.addOffered(world.seller);
      await world.deliver();
      assert.deepEqual(await world.toldOf(id), ['manager deal_submitted'], 'nothing is due yet');
      await db().updateTable('deals').set({ review_due_on: addDays(world.today, 1), submitted_at: new Date(Date.now() - 5 * 86_400_000) }).where('id', '=', id).execute();
      await db().updateTable('leads').set({ offered_at: new Date(Date.now() - 5 * 86_400_000), answer_due_at: new Date(`${addDays(world.today, 1)}T12:00:00Z`) }).where('id', '=', lead).execute();
      await runTwice();
      assert.deepEqual(await world.toldOf(id), ['manager deal_submitted', 'manager review_due']);
      assert.deepEqual(await daysTold(lead, 'lead_answer_due'), [1]);
    });

    it('are written with their event or not at all, however many services try', async () => {
      const ids = await Promise.all(Array.from({ length: 5 }, () => addProtected(7)));
      await Promise.all(Array.from({ length: 6 }, () => remindOfEnds(db())));
      for (const id of ids) {
        const events = await db().selectFrom('outbox').select('payload').where('event', '=', 'deal.protection_ends').execute();
        assert.equal(events.filter(({ payload }) => payload['recordId'] === id).length, 1);
      }
    });
  });
}
