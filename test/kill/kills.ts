import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createTestDatabase, type Engine } from '../server/database.js';
import { makeDirectory } from '../server/template.js';
import { whole } from '../whole.js';
import { buildCommand, operatorToken, serve, type Served } from './served.js';

/** Each takes a start of the service. */
const kills = whole ? 50 : 6;
const writers = 6;

/** A creation that was begun: its key and body stay the same however often it is sent. */
interface Write { key: string; name: string; /** Of the answer, once there was one. */ id?: string }
interface Answer { status: number; body: any }

async function send(service: Served, token: string, method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
  const response = await fetch(service.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function created(answer: Promise<Answer>): Promise<any> {
  const { status, body } = await answer;
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Where the records of this engine are, for `prmkit serve`. */
async function place(engine: Engine, t: TestContext): Promise<string[]> {
  if (engine === 'pglite') {
    const home = mkdtempSync(join(tmpdir(), 'prmkit-kill-'));
    t.after(() => rmSync(home, { recursive: true, force: true }));
    await makeDirectory(join(home, 'data'));
    return ['--data', join(home, 'data')];
  }
  const { url, close } = await createTestDatabase(engine);
  t.after(close);
  return ['--database-url', url!];
}

/** A programme with one partner, through the service as anybody makes one. */
async function prepare(service: Served): Promise<{ secretKey: string; partnerId: string }> {
  const programme = await created(send(service, operatorToken, 'POST', '/v1/programmes', { name: 'Vendor', currency: 'EUR', timeZone: 'Europe/Berlin' }));
  const { secretKey } = await created(send(service, operatorToken, 'POST', '/v1/keys', { programmeId: programme.id, name: 'kill' }));
  const partner = await created(send(service, secretKey, 'POST', '/v1/partners', { name: 'Partner', kind: 'reseller' }));
  return { secretKey, partnerId: partner.id };
}

/** A file for each engine calls this: starting a service so often takes its time, and files run beside each other. */
export function describeKills(engine: Engine): void {
  describe(`the service on ${engine}, killed in the midst of writes`, () => {
    it(`opens again ${kills} times, with all that was acknowledged and nothing twice`, async (t) => {
      const where = await place(engine, t);
      const command = await buildCommand(`.tmp/kill-${engine}`);
      let service = await serve(command, where);
      t.after(() => service.kill());
      const { secretKey, partnerId } = await prepare(service);
      const create = (write: Write) => send(service, secretKey, 'POST', '/v1/customers', { name: write.name, partnerId }, write.key);

      /** Writes until the service is gone. */
      const writeOn = async (round: string, writer: number, begun: Write[]): Promise<void> => {
        for (let number = 1; ; number++) {
          const write: Write = { key: `${round}-${writer}-${number}`, name: `${round} ${writer} ${number}` };
          begun.push(write);
          const answer = await create(write).catch(() => undefined);
          if (!answer) return;
          assert.equal(answer.status, 201, JSON.stringify(answer.body));
          write.id = answer.body.id;
        }
      };

      /** The same request again, while the database still undoes what the dead process had begun. */
      const again = async (write: Write): Promise<string> => {
        for (;;) {
          const answer = await create(write);
          if (answer.status !== 409) return (await created(Promise.resolve(answer))).id;
          await wait(20);
        }
      };

      const stored = async (round: string): Promise<{ id: string; name: string }[]> => {
        const rows = [];
        for (let cursor = ''; ;) {
          const { status, body } = await send(service, secretKey, 'GET', `/v1/customers?search=${round}&limit=100${cursor}`);
          assert.equal(status, 200, JSON.stringify(body));
          rows.push(...body.data);
          if (!body.hasMore) return rows;
          cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
        }
      };

      let acknowledged = 0;
      let unanswered = 0;
      for (let kill = 1; kill <= kills; kill++) {
        const round = `round${String(kill).padStart(2, '0')}`;
        const begun: Write[] = [];
        const writing = Promise.all(Array.from({ length: writers }, (_, writer) => writeOn(round, writer, begun)));
        // Another moment in each round, told by answers and not by the clock alone: a busy machine takes longer to the first.
        const answers = kill % 8;
        while (begun.filter(({ id }) => id).length < answers) await wait(1);
        await wait((kill * 37) % 40);
        await service.kill();
        await writing;
        service = await serve(command, where);

        const answered = begun.filter(({ id }) => id);
        const open = begun.filter(({ id }) => !id);
        const found = new Map((await stored(round)).map(({ id, name }) => [id, name]));
        for (const { id, name } of answered) assert.equal(found.get(id!), name, `${name} was acknowledged and is lost`);
        await Promise.all(open.map(async (write) => (write.id = await again(write))));
        if (answered[0]) assert.equal(await again(answered[0]), answered[0].id, 'an answer is told again');
        assert.deepEqual((await stored(round)).map(({ id }) => id).sort(), begun.map(({ id }) => id).sort(), 'each was made once');
        acknowledged += answered.length;
        unanswered += open.length;
      }
      t.diagnostic(`${kills} kills, ${acknowledged} writes acknowledged, ${unanswered} without an answer: none lost, none twice`);
      assert.ok(acknowledged > kills && unanswered >= kills, `${acknowledged} and ${unanswered}: the kills came in the midst of writes`);
    });
  });
}
