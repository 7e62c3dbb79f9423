import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays } from '../../../src/server/deals/rules.js';
import { expectStatus } from '../service.js';
import { problemsOf, startWorld, type DealWorld } from './world.js';

describe('more days of protection', () => {
  let world: DealWorld;
  before(async () => { world = await startWorld(); });
  after(() => world?.test.close());

  const ask = (id: string, body: object = {}, person = world.seller) => world.as(person).post(`/v1/deals/${id}/request-extension`, { reason: 'The plant stops only in autumn', ...body });
  const grant = (id: string, body: object = {}) => world.as(world.manager).post(`/v1/deals/${id}/grant-extension`, body);
  const refuse = (id: string, body: object = { note: 'Close it first' }) => world.as(world.manager).post(`/v1/deals/${id}/refuse-extension`, body);
  const endOn = (id: string, endsOn: string, state: string) =>
    world.test.database.db.updateTable('deals').set({ protection_ends_on: endsOn, protection_state: state }).where('id', '=', id).execute();

  it('are asked for with a reason, granted from the old end on, and told to both sides', async () => {
    const { id, protection } = await world.addApproved(world.seller);
    const asked = expectStatus(200, await ask(id));
    assert.deepEqual(asked.extensions.map(({ id: _id, requestedAt: _at, ...rest }: any) => rest), [{ state: 'requested', days: 30, grantedDays: null, reason: 'The plant stops only in autumn', note: null, decidedAt: null }]);
    assert.equal(asked.protection.endsOn, protection.endsOn);
    const row = expectStatus(200, await world.as(world.manager).get('/v1/deals')).data.find((deal: any) => deal.id === id);
    assert.deepEqual([row.nextStep, row.actions.includes('grantExtension')], [{ code: 'decide_extension', dueOn: protection.endsOn }, true]);
    const granted = expectStatus(200, await grant(id, { days: 10, note: 'Ten will do' }));
    assert.equal(granted.protection.endsOn, addDays(protection.endsOn, 10));
    const seen = expectStatus(200, await world.as(world.seller).get(`/v1/deals/${id}`));
    assert.deepEqual([seen.extensions[0].state, seen.extensions[0].grantedDays, seen.extensions[0].note], ['granted', 10, 'Ten will do']);
    const { data: history } = expectStatus(200, await world.as(world.seller).get(`/v1/history?recordId=${id}`));
    assert.deepEqual(history.slice(0, 2).map(({ action, reason, by }: any) => [action, reason, by]), [['extension_granted', 'Ten will do', 'Vendor'], ['extension_requested', 'The plant stops only in autumn', 'Sven Seller']]);
    assert.deepEqual(history[0].changes.extension, { from: { state: 'requested', days: 30, grantedDays: null }, to: { state: 'granted', days: 30, grantedDays: 10 } });
  });

  it('are refused with a note, and may be asked for again', async () => {
    const { id, protection } = await world.addApproved(world.seller);
    expectStatus(200, await ask(id));
    assert.equal((await ask(id)).body.detail, 'Not possible now: extension_requested.');
    assert.deepEqual(problemsOf(await refuse(id, { note: ' ' })), { '/note': 'too_small' });
    const refused = expectStatus(200, await refuse(id));
    assert.deepEqual([refused.extensions[0].state, refused.extensions[0].note, refused.protection.endsOn], ['refused', 'Close it first', protection.endsOn]);
    assert.equal((await grant(id)).body.detail, 'Not possible now: no_extension_requested.');
    assert.equal(expectStatus(200, await ask(id, { days: 5 })).extensions[0].days, 5);
  });

  it('are asked for in the programme\'s measure', async () => {
    const { id } = await world.addApproved(world.seller);
    assert.deepEqual(problemsOf(await ask(id, { days: 31 })), { '/days': 'too_big' });
    for (const days of [1, 2]) {
      expectStatus(200, await ask(id, { days }));
      expectStatus(200, await grant(id));
    }
    assert.equal((await ask(id)).body.detail, 'Not possible now: no_extensions_left.');
  });

  it('are asked for up to the last day, whatever the job has written down', async () => {
    const { id } = await world.addApproved(world.seller);
    await endOn(id, addDays(world.today, -1), 'expiring');
    assert.equal((await ask(id)).body.detail, 'Not possible now: protection_expired.');
    await endOn(id, world.today, 'active');
    expectStatus(200, await ask(id));
    await endOn(id, addDays(world.today, -3), 'expired');
    assert.deepEqual(expectStatus(200, await grant(id)).protection, { state: 'active', startsOn: world.today, endsOn: addDays(world.today, 27), daysLeft: 27 });
  });

  it('are nobody else\'s to ask for', async () => {
    const { id } = await world.addApproved(world.seller);
    for (const person of [world.rival, world.colleague]) assert.equal((await ask(id, {}, person)).status, 404);
    assert.equal((await ask(id, {}, world.manager)).body.code, 'role_forbidden');
    assert.equal((await world.as(world.seller).post(`/v1/deals/${id}/grant-extension`, {})).body.code, 'role_forbidden');
    assert.equal((await ask(await world.addDraft(world.seller).then((draft) => draft.id))).body.detail, 'Not possible now: review_draft.');
  });

  it('do not bring back what somebody else protects by now', async () => {
    // An account of its own: the world's other deals stand at the customer's.
    const { id: accountId } = expectStatus(201, await world.test.request('POST', '/v1/accounts', { token: world.programme.secretKey, body: { name: 'Achterberg AG' } }));
    const first = await world.addApproved(world.seller, { accountId });
    expectStatus(200, await ask(first.id));
    await endOn(first.id, addDays(world.today, -1), 'expired');
    await world.addApproved(world.rival, { accountId });
    assert.equal((await grant(first.id)).body.code, 'account_protected');
    assert.equal(expectStatus(200, await refuse(first.id)).protection.state, 'expired');
  });
});
