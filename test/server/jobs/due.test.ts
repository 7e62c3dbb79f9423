import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '../../../src/server/deals/rules.js';
import { startWorld, type DealWorld } from '../deals/world.js';
import { engines, expectStatus, startService } from '../service.js';

for (const engine of engines) {
  describe(`what is due, on ${engine}`, () => {
    let world: DealWorld;
    const events = async (recordId: string): Promise<string[]> => (await world.test.database.db.selectFrom('outbox').select('event')
      .where(sql<string>`payload ->> 'recordId'`, '=', recordId).orderBy('id').execute()).map(({ event }) => event);
    /** As two service processes do it, at once. */
    const runTwice = () => Promise.all([world.test.service.runDueJobs(), world.test.service.runDueJobs()]);
    const addOffered = async (answerDueAt: Date): Promise<string> => {
      const { id } = expectStatus(201, await world.as(world.manager).post('/v1/leads', { company: 'Kettner', subject: 'Three pumps' }));
      expectStatus(200, await world.as(world.manager).post(`/v1/leads/${id}/offer`, { partnerId: world.seller.partnerId }));
      for (const table of ['leads', 'lead_offers'] as const) {
        await world.test.database.db.updateTable(table).set({ answer_due_at: answerDueAt }).where(table === 'leads' ? 'id' : sql.ref<string>('lead_id'), '=', id).execute();
      }
      return id;
    };
    before(async () => { world = await startWorld({}, await startService({ engine })); });
    after(() => world?.test.close());

    it('ends offers whose time is over, once, and says which rule did it', async () => {
      const overdue = await addOffered(new Date(Date.now() - 60_000));
      const open = await addOffered(new Date(Date.now() + 3_600_000));
      const late = await world.as(world.seller).post(`/v1/leads/${overdue}/accept`);
      assert.equal(late.body.detail, 'Not possible now: answer_overdue.');
      await runTwice();
      const lead = expectStatus(200, await world.as(world.manager).get(`/v1/leads/${overdue}`));
      assert.deepEqual([lead.state, lead.offers[0].outcome], ['expired', 'expired']);
      assert.equal((await world.as(world.seller).get(`/v1/leads/${overdue}`)).status, 404);
      assert.equal(expectStatus(200, await world.as(world.seller).get(`/v1/leads/${open}`)).state, 'offered');
      const history = expectStatus(200, await world.as(world.manager).get(`/v1/history?recordId=${overdue}`)).data.filter((entry: any) => entry.action === 'expired');
      assert.deepEqual(history.map((entry: any) => [entry.by, entry.rule]), [[null, 'lead.answer_due']]);
      assert.deepEqual((await events(overdue)).filter((event) => event === 'lead.expired').length, 1);
    });

    it('ends more offers than one batch holds', async () => {
      const id = await addOffered(new Date(Date.now() - 60_000));
      const { db } = world.test.database;
      await sql`insert into leads (programme_id, company, subject, state, partner_id, answer_due_at)
        select programme_id, company, subject, state, partner_id, answer_due_at from leads, generate_series(1, 120) where id = ${id}`.execute(db);
      await world.test.service.runDueJobs();
      const { rows: [left] } = await sql<{ count: number }>`select count(*)::int as count from leads where state = 'offered' and answer_due_at <= now()`.execute(db);
      assert.equal(left!.count, 0);
    });

    it('lets protections expire when their last day is over in the programme\'s zone', async () => {
      const deal = await world.addApproved(world.seller);
      const ends = (day: string) => world.test.database.db.updateTable('deals').set({ protection_ends_on: day }).where('id', '=', deal.id).execute();
      const seen = async () => (expectStatus(200, await world.as(world.seller).get(`/v1/deals/${deal.id}`))).protection;
      const stored = async () => (await world.test.database.db.selectFrom('deals').select('protection_state').where('id', '=', deal.id).executeTakeFirstOrThrow()).protection_state;

      for (const [days, state] of [[15, 'active'], [14, 'expiring'], [0, 'expiring'], [-1, 'expired']] as const) {
        await ends(addDays(world.today, days));
        assert.equal((await seen()).state, state, 'answered before any job ran');
        await runTwice();
        assert.equal(await stored(), state);
      }
      assert.equal((await seen()).daysLeft, 0);
      assert.deepEqual((await events(deal.id)).filter((event) => event.includes('protection')), ['deal.protection_expiring', 'deal.protection_expired']);
    });

    it('forgets old sessions, replays, counts and signing keys, and none that is needed', async () => {
      const { db } = world.test.database;
      const programmeId = world.programme.id;
      const ago = (interval: string) => sql<Date>`now() - ${interval}::interval`;
      const session = (expires_at: ReturnType<typeof ago>) => db.insertInto('sessions')
        .values({ programme_id: programmeId, member_id: world.seller.memberId, role: 'partner_seller', origins: sql<string[]>`'{}'`, expires_at: expires_at as never }).returning('id').executeTakeFirstOrThrow();
      const [old, recent] = [await session(ago('25 hours')), await session(ago('23 hours'))];
      for (const [key, age] of [['key-old-1', '25 hours'], ['key-new-1', '23 hours']] as const) {
        await db.insertInto('idempotency_keys').values({ programme_id: programmeId, subject: 's', operation: 'o', key, body_hash: 'h', status: 200, headers: '{}', body: '{}', created_at: ago(age) as never }).execute();
      }
      await db.insertInto('signing_keys').values([{ kid: 'older', secret: 'x', created_at: ago('3 hours') as never }, { kid: 'old', secret: 'x', created_at: ago('2 hours') as never }]).execute();
      await world.test.service.runDueJobs();
      const sessions = (await db.selectFrom('sessions').select('id').where('id', 'in', [old.id, recent.id]).execute()).map(({ id }) => id);
      assert.deepEqual(sessions, [recent.id]);
      assert.deepEqual((await db.selectFrom('idempotency_keys').select('key').where('subject', '=', 's').execute()).map(({ key }) => key), ['key-new-1']);
      const good = (await db.selectFrom('signing_keys').select('kid').where('retired_at', 'is', null).execute()).map(({ kid }) => kid);
      assert.equal(good.includes('older'), false);
      assert.equal(good.includes('old'), true, 'what it signed may still be good: the next one is young');
      expectStatus(200, await world.as(world.seller).get('/v1/programme'));
    });
  });
}
