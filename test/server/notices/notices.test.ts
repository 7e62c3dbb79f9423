import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { engines, expectStatus } from '../service.js';
import { startNoticeWorld, type NoticeWorld } from './world.js';

for (const engine of engines) {
  describe(`notices on ${engine}`, () => {
    let world: NoticeWorld;
    const unread = async () => expectStatus(200, await world.as(world.seller).get('/v1/notices/unread'));
    const addDeal = async (...events: string[]): Promise<string> => {
      const { id } = await world.addDraft(world.seller);
      for (const event of events) await world.happen(id, event, world.manager);
      await world.deliver();
      return id;
    };
    before(async () => { world = await startNoticeWorld({ engine }); });
    after(() => world?.test.close());

    it('come newest first, page by page, with the record\'s name', async () => {
      const id = await addDeal('deal.action_requested', 'deal.approved', 'deal.win_confirmed');
      const { data, nextCursor } = expectStatus(200, await world.as(world.seller).get('/v1/notices?limit=2'));
      assert.deepEqual(data.map(({ kind, recordName, recordId, readAt }: any) => [kind, recordName, recordId, readAt]), [['win_confirmed', 'Line 4 retrofit', id, null], ['deal_approved', 'Line 4 retrofit', id, null]]);
      const rest = await world.noticesOf(world.seller, `?limit=2&cursor=${nextCursor}`);
      assert.deepEqual(rest.map(({ kind }) => kind), ['deal_action_required']);
      assert.deepEqual(await world.noticesOf(world.colleague), []);
      assert.deepEqual(await world.noticesOf(world.rival), []);
    });

    it('are counted, in all and by record, until they are read: one, a record\'s, all', async () => {
      const id = await addDeal('deal.approved', 'deal.win_confirmed');
      const before = await unread();
      assert.deepEqual(before.records[0], { recordType: 'deal', recordId: id, count: 2 });
      const [newest] = await world.noticesOf(world.seller);
      for (let twice = 0; twice < 2; twice += 1) {
        const read = expectStatus(200, await world.as(world.seller).post(`/v1/notices/${newest.id}/read`));
        assert.ok(read.readAt);
      }
      assert.equal((await unread()).count, before.count - 1);
      assert.deepEqual(expectStatus(200, await world.as(world.seller).post('/v1/notices/read', { recordId: id })), { marked: 1 });
      assert.deepEqual((await world.noticesOf(world.seller, `?recordId=${id}&state=unread`)), []);
      expectStatus(200, await world.as(world.seller).post('/v1/notices/read', {}));
      assert.deepEqual(await unread(), { count: 0, records: [] });
      assert.equal((await world.noticesOf(world.seller, '?state=read')).length > 2, true);
    });

    it('that came after those a member has seen stay unread when it marks all', async () => {
      await addDeal('deal.approved');
      const [seen] = await world.noticesOf(world.seller);
      await addDeal('deal.rejected');
      expectStatus(200, await world.as(world.seller).post('/v1/notices/read', { upTo: seen.id }));
      assert.deepEqual((await world.noticesOf(world.seller, '?state=unread')).map(({ kind }) => kind), ['deal_rejected']);
    });

    it('of others are not there, to read or to mark', async () => {
      const id = await addDeal('deal.approved');
      const [notice] = await world.noticesOf(world.seller);
      for (const person of [world.admin, world.colleague, world.rival, world.manager]) {
        assert.equal((await world.as(person).post(`/v1/notices/${notice.id}/read`)).status, 404);
        assert.equal((await world.as(person).post('/v1/notices/read', { upTo: notice.id })).status, 404);
      }
      assert.equal((await world.as(world.rival).post('/v1/notices/read', { recordId: id })).status, 404);
      assert.equal((await world.test.request('GET', '/v1/notices', { token: world.programme.secretKey })).body.code, 'role_forbidden');
    });

    it('lose the name of a record that the member may no longer see', async () => {
      const id = await world.addOffered(world.seller);
      await world.deliver();
      assert.equal((await world.noticesOf(world.seller, `?recordId=${id}`))[0].recordName, 'Three pumps');
      expectStatus(200, await world.as(world.manager).post(`/v1/leads/${id}/take-back`, {}));
      assert.equal((await world.noticesOf(world.seller, `?recordId=${id}`))[0].recordName, null);
    });

    it('show among the changes of their member, new and read, and of nobody else', async () => {
      const since = new Date(Date.now() + 10_000).toISOString();
      const changes = async (person: keyof NoticeWorld['people']) => expectStatus(200, await world.as(world.people[person]).get(`/v1/changes?since=${since}`)).data
        .filter(({ resource }: any) => resource === 'notices');
      const id = await addDeal('deal.approved');
      const [notice] = await world.noticesOf(world.seller, `?recordId=${id}`);
      assert.ok((await changes('seller')).some((one: any) => one.id === notice.id && one.recordId === notice.id));
      assert.equal((await changes('colleague')).length, 0);
      expectStatus(200, await world.as(world.seller).post(`/v1/notices/${notice.id}/read`));
      assert.ok((await changes('seller')).some((one: any) => one.id === `${notice.id}:read`));
    });

    it('come by e-mail as the member says, of the kinds that concern it', async () => {
      const read = async () => expectStatus(200, await world.as(world.seller).get('/v1/notices/preferences'));
      const { data, language, emailAvailable, address } = await read();
      assert.deepEqual([language, emailAvailable, /@people\.example$/.test(address)], ['en', false, true]);
      assert.ok(data.some(({ kind, email }: any) => kind === 'deal_approved' && email));
      assert.ok(!data.some(({ kind }: any) => kind === 'deal_submitted'), 'a partner submits and is not told');
      const change = (kind: string, on: boolean) => world.as(world.seller).patch('/v1/notices/preferences', { email: [{ kind, on }] }, 1);
      const after = expectStatus(200, await change('deal_approved', false));
      assert.deepEqual(after.data.filter(({ kind }: any) => kind === 'deal_approved'), [{ kind: 'deal_approved', email: false }]);
      assert.deepEqual(after.data.length, data.length);
      expectStatus(200, await change('deal_approved', true));
      assert.deepEqual((await read()).data, data);
      assert.equal((await change('nothing', true)).status, 422);
    });
  });
}
