import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import { createPortalClient, type Fetch, type PortalClient, type Progress } from '../../src/client/index.js';
import { startService, type Person, type TestProgramme, type TestService } from '../server/service.js';
import { pdf } from '../server/files/contents.js';

const content = new Blob([pdf, new Uint8Array(3_000_000)]);
const declared = { name: 'Offer.pdf', type: 'application/pdf', size: content.size } as const;

describe('a file through the client', () => {
  let service: TestService;
  let programme: TestProgramme;
  let seller: Person;
  let url: string;
  let server: ReturnType<typeof serve>;
  before(async () => {
    service = await startService();
    programme = await service.addProgramme();
    seller = await programme.addPerson('partner_seller', await programme.addPartner('Nordwind'));
    server = serve({ fetch: service.service.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server?.close();
    await service?.close();
  });

  /** What each attempt to upload met. */
  const attempts: string[] = [];
  /** A client over a real connection, whose uploads meet with faults first. */
  function clientWith(...faults: Fetch[]): PortalClient {
    attempts.length = 0;
    const send: Fetch = async (request) => {
      if (request.method !== 'PUT') return fetch(request);
      const fault = faults.shift();
      attempts.push(fault ? 'fault' : 'sent');
      return fault ? fault(request) : fetch(request);
    };
    return createPortalClient({ baseUrl: url, fetch: send, session: async () => ({ token: await programme.openSession(seller.memberId), expiresIn: 900 }) });
  }
  const answerLost: Fetch = async (request) => { await (await fetch(request)).text(); throw new TypeError('terminated'); };
  const unanswered: Fetch = () => Response.json({ code: 'unavailable' }, { status: 503, headers: { 'retry-after': '0' } });
  const expired: Fetch = () => Response.json({ code: 'token_expired' }, { status: 401 });

  it('goes up in pieces, tells how far it is, and comes down as it was', async () => {
    const client = clientWith();
    const told: Progress[] = [];
    const file = await client.files.upload(await client.files.create(declared), content, { onProgress: (progress) => told.push(progress) });
    assert.equal(file.state, 'clean');
    assert.ok(told.length > 10, `told ${told.length} times`);
    assert.deepEqual(told.at(-1), { sent: content.size, total: content.size });
    const back = await client.files.download(file);
    assert.deepEqual([back.size, back.type], [content.size, 'application/pdf']);
    assert.deepEqual(Buffer.from(await back.slice(0, pdf.length).arrayBuffer()), pdf);
  });

  for (const [what, fault] of Object.entries({ 'the answer is lost': answerLost, 'the service is away for a moment': unanswered, 'the session ends': expired })) {
    for (const onProgress of [undefined, () => undefined]) {
      it(`arrives once although ${what}${onProgress ? ', and tells how far it is' : ''}`, async () => {
        const client = clientWith(fault);
        const { id } = await client.files.create(declared);
        assert.equal((await client.files.upload(id, content, { onProgress })).state, 'clean');
        assert.deepEqual(attempts, ['fault', 'sent']);
      });
    }
  }

  it('is not sent again when it was refused', async () => {
    const client = clientWith();
    const { id } = await client.files.create({ ...declared, size: 12 });
    await assert.rejects(client.files.upload(id, new Blob(['no PDF at all'.slice(0, 12)])), { name: 'ValidationError', code: 'file_type_refused', retryable: false });
    assert.deepEqual(attempts, ['sent']);
  });

  it('is cancelled in the middle, and may be uploaded after all', async () => {
    const client = clientWith();
    const { id } = await client.files.create(declared);
    const cancel = new AbortController();
    const reason = new Error('Changed my mind.');
    await assert.rejects(client.files.upload(id, content, { signal: cancel.signal, onProgress: () => cancel.abort(reason) }), reason);
    assert.equal((await client.files.read(id)).state, 'pending');
    assert.equal((await client.files.upload(id, content)).state, 'clean');
  });

  it('tells its watchers when it has come, and when it is gone', async () => {
    const client = clientWith();
    const heard: string[] = [];
    const leave = client.watch(['files'], ({ recordIds }) => heard.push(...recordIds));
    const { id } = await client.files.create(declared);
    await client.files.upload(id, content);
    await client.files.remove(id);
    leave();
    client.close();
    assert.deepEqual(heard, [id, id]);
  });

  it('is another\'s, and so not there', async () => {
    const { id } = await clientWith().files.create(declared);
    const rival = await programme.addPerson('partner_admin', await programme.addPartner('Südlicht'));
    const client = createPortalClient({ baseUrl: url, session: async () => ({ token: await programme.openSession(rival.memberId), expiresIn: 900 }) });
    await assert.rejects(client.files.upload(id, content), { name: 'NotFoundError' });
    await assert.rejects(client.files.download(id), { name: 'NotFoundError' });
  });
});
