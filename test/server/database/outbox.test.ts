import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { OpenDatabase } from '../../../src/server/database/open.js';
import { deliverEvents, enqueue, forgetDelivered, type DeliveredEvent } from '../../../src/server/database/outbox.js';
import { createTestDatabase, engines } from '../database.js';

for (const engine of engines) {
  describe(`outgoing events on ${engine}`, () => {
    let database: OpenDatabase;
    let close: () => Promise<void>;
    let programmeId: string;
    before(async () => {
      ({ database, close } = await createTestDatabase(engine));
      ({ id: programmeId } = await database.db.insertInto('programmes').values({ name: 'P', currency: 'EUR', time_zone: 'UTC', settings: '{}' }).returning('id').executeTakeFirstOrThrow());
    });
    after(() => close());
    beforeEach(() => database.db.deleteFrom('outbox').execute());

    const send = (...names: string[]) => database.db.transaction().execute(async (tx) => {
      for (const name of names) await enqueue(tx, { programmeId, event: name, payload: { recordId: name } });
    });
    const open = async () => (await database.db.selectFrom('outbox').select('event').where('delivered_at', 'is', null).execute()).map(({ event }) => event);

    it('go to every handler, in the order in which they were written, once', async () => {
      await send('deal.submitted', 'deal.approved');
      const heard: string[] = [];
      const handler = (name: string) => async ({ event, payload, programmeId: of }: DeliveredEvent) => { heard.push(`${name} ${event} ${String(payload['recordId'])} ${of === programmeId}`); };
      assert.equal(await deliverEvents(database.db, [handler('a'), handler('b')]), 2);
      assert.equal(await deliverEvents(database.db, [handler('a')]), 0);
      assert.deepEqual(heard, ['a deal.submitted deal.submitted true', 'b deal.submitted deal.submitted true', 'a deal.approved deal.approved true', 'b deal.approved deal.approved true']);
    });

    it('do not exist where the change they tell of was undone', async () => {
      await database.db.transaction().execute(async (tx) => {
        await enqueue(tx, { programmeId, event: 'deal.submitted', payload: {} });
        throw new Error('undone');
      }).catch(() => undefined);
      assert.deepEqual(await open(), []);
    });

    it('come again after a while when a handler fails, and hold up no others', async () => {
      await send('bad', 'good');
      let fails = true;
      const handler = async ({ event }: DeliveredEvent) => { if (event === 'bad' && fails) throw new Error('down'); };
      assert.equal(await deliverEvents(database.db, [handler]), 1);
      assert.deepEqual(await open(), ['bad']);
      fails = false;
      assert.equal(await deliverEvents(database.db, [handler]), 0);
      await sql`update outbox set next_attempt_at = now()`.execute(database.db);
      assert.equal(await deliverEvents(database.db, [handler]), 1);
      assert.deepEqual(await open(), []);
    });

    it('come again only once every handler has ended, also those beside the one that failed', async () => {
      await send('bad');
      let ended = false;
      const slow = async () => {
        await sql`select pg_sleep(0.05)`.execute(database.db);
        ended = true;
      };
      await deliverEvents(database.db, [slow, async () => { throw new Error('down'); }]);
      assert.ok(ended);
      assert.deepEqual(await open(), ['bad']);
    });

    it('come again when the process that took them is gone', async () => {
      await send('taken');
      void deliverEvents(database.db, [() => new Promise(() => undefined)]);
      while ((await database.db.selectFrom('outbox').select('attempts').executeTakeFirstOrThrow()).attempts === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      assert.equal(await deliverEvents(database.db, [async () => undefined]), 0);
      await sql`update outbox set next_attempt_at = now()`.execute(database.db);
      assert.equal(await deliverEvents(database.db, [async () => undefined]), 1);
    });

    it('go to one of two processes that deliver at once', async () => {
      await send(...Array.from({ length: 250 }, (_, number) => `event.${number}`));
      const heard: string[] = [];
      const handler = async ({ id }: DeliveredEvent) => { heard.push(id); };
      const delivered = await Promise.all([deliverEvents(database.db, [handler]), deliverEvents(database.db, [handler])]);
      assert.equal(delivered[0] + delivered[1], 250);
      assert.equal(new Set(heard).size, heard.length);
    });

    it('count as delivered where nobody listens, and are forgotten after some days', async () => {
      await send('unheard');
      await deliverEvents(database.db, []);
      assert.deepEqual(await open(), []);
      await forgetDelivered(database.db);
      assert.equal((await database.db.selectFrom('outbox').select('id').execute()).length, 1);
      await sql`update outbox set delivered_at = now() - interval '8 days'`.execute(database.db);
      await forgetDelivered(database.db);
      assert.equal((await database.db.selectFrom('outbox').select('id').execute()).length, 0);
    });
  });
}
