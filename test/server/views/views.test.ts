import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Person } from '../service.js';
import { expectStatus } from '../service.js';
import { problemsOf, startWorld, type DealWorld } from '../deals/world.js';

describe('saved filters', () => {
  let world: DealWorld;
  before(async () => { world = await startWorld(); });
  after(() => world?.test.close());
  const save = (person: Person, name: string, query: object = { stage: 'committed' }, list = 'deals') => world.as(person).post('/v1/views', { list, name, query });
  const names = async (person: Person, list = 'deals') => expectStatus(200, await world.as(person).get(`/v1/views?list=${list}`)).data.map((view: any) => view.name);

  it('are kept under a name, by list, and replaced by the same name', async () => {
    const first = expectStatus(201, await save(world.seller, 'Hot'));
    expectStatus(201, await save(world.seller, 'All mine', {}));
    expectStatus(201, await save(world.seller, 'Hot', {}, 'leads'));
    const again = expectStatus(201, await save(world.seller, 'Hot', { stage: 'prospect', sort: '-value' }));
    assert.deepEqual([again.id, again.version, again.query], [first.id, 2, { stage: 'prospect', sort: '-value' }]);
    assert.deepEqual([await names(world.seller), await names(world.seller, 'leads')], [['All mine', 'Hot'], ['Hot']]);
  });

  it('are each person\'s own', async () => {
    const { id } = expectStatus(201, await save(world.colleague, 'Hot'));
    assert.deepEqual(await names(world.colleague), ['Hot']);
    for (const person of [world.admin, world.seller, world.manager]) assert.equal((await world.test.request('DELETE', `/v1/views/${id}`, { token: person.token })).status, 404);
    assert.equal((await world.test.request('DELETE', `/v1/views/${id}`, { token: world.colleague.token })).status, 204);
    assert.deepEqual(await names(world.colleague), []);
  });

  it('are fifty for each list at most; what has a name already can still be changed', async () => {
    for (let number = 0; number < 50; number += 1) expectStatus(201, await save(world.manager, `View ${number}`));
    assert.equal((await save(world.manager, 'One more')).body.code, 'action_not_allowed');
    expectStatus(201, await save(world.manager, 'View 7', {}));
    expectStatus(201, await save(world.manager, 'One more', {}, 'reviews'));
  });

  it('need a name and a list that there is', async () => {
    assert.deepEqual(problemsOf(await save(world.seller, '')), { '/name': 'too_small' });
    assert.deepEqual(problemsOf(await save(world.seller, 'Hot', {}, 'secrets')), { '/list': 'invalid_value' });
    assert.deepEqual(problemsOf(await save(world.seller, 'Hot', { stage: 7 })), { '/query/stage': 'invalid_type' });
  });
});
