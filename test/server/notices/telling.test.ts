import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { noticeKindNames } from '../../../src/contract/index.js';
import { deliverEvents } from '../../../src/server/database/outbox.js';
import { noticeRules } from '../../../src/server/notices/rules.js';
import { tellMembers } from '../../../src/server/notices/telling.js';
import { engines, expectStatus, type Person } from '../service.js';
import { hurry, startNoticeWorld, type NoticeWorld } from './world.js';

type Name = keyof NoticeWorld['people'];

/** What happens by whom to a deal of the seller's, and who hears of it as what. */
const told: [event: string, by: Name | undefined, heard: string[], changes?: Record<string, { from: unknown; to: unknown }>][] = [
  ['deal.submitted', 'seller', ['manager deal_submitted']],
  ['deal.withdrawn', 'seller', ['manager deal_withdrawn'], { review: { from: 'submitted', to: 'withdrawn' } }],
  ['deal.withdrawn', 'seller', [], { review: { from: 'draft', to: 'withdrawn' } }],
  ['deal.extension_requested', 'seller', ['manager extension_requested']],
  ['deal.win_claimed', 'seller', ['manager win_claimed'], { stage: { from: 'committed', to: 'closed_won' } }],
  ['deal.stage_moved', 'seller', [], { stage: { from: 'prospect', to: 'qualified' } }],
  ['deal.action_requested', 'manager', ['admin deal_action_required', 'seller deal_action_required']],
  ['deal.approved', 'manager', ['admin deal_approved', 'seller deal_approved']],
  ['deal.rejected', 'manager', ['admin deal_rejected', 'seller deal_rejected']],
  ['deal.extension_granted', 'manager', ['admin extension_granted', 'seller extension_granted']],
  ['deal.extension_refused', 'manager', ['admin extension_refused', 'seller extension_refused']],
  ['deal.win_confirmed', 'manager', ['admin win_confirmed', 'seller win_confirmed']],
  ['deal.protection_expired', undefined, ['admin protection_expired', 'seller protection_expired']],
  ['deal.decision_conflicted', 'manager', ['manager decision_conflict']],
  ['deal.reassigned', 'admin', ['seller deal_reassigned']],
  ['deal.created', 'seller', []],
  ['deal.something_newer', 'manager', []],
];

for (const engine of engines) {
  describe(`who is told, on ${engine}`, () => {
    let world: NoticeWorld;
    before(async () => { world = await startNoticeWorld({ engine }); });
    after(() => world?.test.close());

    for (const [event, by, heard, changes] of told) {
      it(`of ${event} by ${by ?? 'the service'}${changes ? ` to ${Object.values(changes)[0]!.from} → ${Object.values(changes)[0]!.to}` : ''}: ${heard.join(', ') || 'nobody'}`, async () => {
        const { id } = await world.addDraft(world.seller);
        await world.happen(id, event, by && world.people[by], changes);
        await world.deliver();
        assert.deepEqual(await world.toldOf(id), heard);
      });
    }

    it('of a lead: the member it is offered to and the admin, or the whole company, and never a rival', async () => {
      const named = await world.addOffered(world.seller);
      const open = await world.addOffered({ partnerId: world.seller.partnerId });
      await world.deliver();
      assert.deepEqual(await world.toldOf(named), ['admin lead_offered', 'seller lead_offered']);
      assert.deepEqual(await world.toldOf(open), ['admin lead_offered', 'colleague lead_offered', 'seller lead_offered']);
      expectStatus(204, await world.as(world.seller).post(`/v1/leads/${named}/decline`, { reason: 'other' }));
      await world.deliver();
      assert.ok((await world.toldOf(named)).includes('manager lead_declined'));
    });

    it('of a message: the other side, whoever wrote it', async () => {
      const { id: dealId } = await world.addDraft(world.seller);
      expectStatus(200, await world.as(world.seller).post(`/v1/deals/${dealId}/submit`));
      await world.deliver();
      const heard = async (by: Person): Promise<string[]> => {
        const before = (await world.toldOf(dealId)).length;
        expectStatus(201, await world.as(by).post('/v1/messages', { dealId, text: 'When does the trial begin?' }));
        await world.deliver();
        const now = await world.toldOf(dealId);
        return now.length === before ? [] : now.filter((one) => one.endsWith('deal_message'));
      };
      assert.deepEqual(await heard(world.seller), ['manager deal_message']);
      assert.deepEqual(await heard(world.manager), ['admin deal_message', 'manager deal_message', 'seller deal_message']);
    });

    it('not of a lead that was taken back before anybody was told', async () => {
      const id = await world.addOffered(world.seller);
      expectStatus(200, await world.as(world.manager).post(`/v1/leads/${id}/take-back`, {}));
      expectStatus(200, await world.as(world.manager).post(`/v1/leads/${id}/offer`, { partnerId: world.rival.partnerId }));
      await world.deliver();
      assert.deepEqual(await world.toldOf(id), ['rival lead_offered']);
    });

    it('once, though the event comes again and two services deliver at once', async () => {
      const { db } = world.test.database;
      const deal = await world.addApproved(world.seller);
      const dying = async () => { throw new Error('gone in the middle'); };
      await deliverEvents(db, [tellMembers(db, { email: true }), dying]);
      await hurry(world);
      await Promise.all([world.deliver(), world.deliver()]);
      assert.deepEqual(await world.toldOf(deal.id), ['admin deal_approved', 'manager deal_submitted', 'seller deal_approved']);
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from notice_emails e join notices n on n.id = e.notice_id where n.record_id = ${deal.id}`.execute(db);
      assert.equal(rows[0]!.count, 3, 'one e-mail each');
    });

    it('never a suspended member, and nobody of a suspended partner', async () => {
      const { db } = world.test.database;
      const { id } = await world.addDraft(world.seller);
      await db.updateTable('members').set({ status: 'suspended' }).where('id', '=', world.admin.memberId).execute();
      await world.happen(id, 'deal.approved', world.manager);
      await world.deliver();
      assert.deepEqual(await world.toldOf(id), ['seller deal_approved']);
      await db.updateTable('partners').set({ status: 'suspended' }).where('id', '=', world.seller.partnerId!).execute();
      await world.happen(id, 'deal.rejected', world.manager);
      await world.deliver();
      assert.deepEqual(await world.toldOf(id), ['seller deal_approved']);
      await db.updateTable('partners').set({ status: 'active' }).where('id', '=', world.seller.partnerId!).execute();
      await db.updateTable('members').set({ status: 'active' }).where('id', '=', world.admin.memberId).execute();
    });
  });
}

describe('the table of notices', () => {
  it('has an event for every kind', () => {
    const kinds = new Set(Object.values(noticeRules).flatMap((rules) => rules.map(({ kind }) => kind)));
    assert.deepEqual(noticeKindNames.filter((kind) => !kinds.has(kind)), []);
  });

  it('names events that the service writes', () => {
    const service = readdirSync('src/server', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && path !== join('notices', 'rules.ts'))
      .map((path) => readFileSync(join('src/server', path), 'utf8')).join();
    // A step is written as its verb, the clock's as the state that it comes to.
    const written = (event: string) => [event, event.split('.')[1]!.replace(/^protection_(?=expired)/, '')].some((word) => service.includes(`'${word}'`));
    assert.deepEqual(Object.keys(noticeRules).filter((event) => !written(event)), []);
  });
});
