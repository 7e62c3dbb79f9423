import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { largestFile } from '../../../src/contract/index.js';
import { attachFiles, readAttachments } from '../../../src/server/files/attachments.js';
import type { FileStore } from '../../../src/server/files/store.js';
import { inTenant } from '../../../src/server/database/tenant.js';
import { startWorld, type DealWorld } from '../deals/world.js';
import { engines, expectStatus, startService, type Answer, type Person } from '../service.js';
import { html, pdf, png } from './contents.js';

/** A store in memory that can be looked into. */
class MemoryStore implements FileStore {
  readonly kept = new Map<string, Buffer>();
  async put(key: string, path: string) { this.kept.set(key, await (await import('node:fs/promises')).readFile(path)); }
  async open(key: string) { const bytes = this.kept.get(key); if (!bytes) throw new Error('no such key'); return new Blob([new Uint8Array(bytes)]).stream(); }
  async remove(key: string) { this.kept.delete(key); }
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
/** A virus, as the scanner of these tests knows it. */
const infected = Buffer.concat([pdf, Buffer.from('EICAR')]);

for (const engine of engines) {
  describe(`files on ${engine}`, () => {
    let world: DealWorld;
    const store = new MemoryStore();
    let scans = 0;
    let scannerFails = false;
    before(async () => {
      world = await startWorld({}, await startService({
        engine, files: store,
        async scan({ open }) {
          scans += 1;
          if (scannerFails) throw new Error('The scanner is away.');
          return (await new Response(await open()).text()).includes('EICAR') ? 'infected' : 'clean';
        },
      }));
    });
    after(() => world?.test.close());

    const declare = async (person: Person, values: Record<string, unknown> = {}) =>
      expectStatus(201, await world.as(person).post('/v1/files', { name: 'Offer.pdf', type: 'application/pdf', size: pdf.length, ...values }));
    const put = (person: Person, fileId: string, content: Uint8Array, headers: Record<string, string> = {}): Promise<Answer> =>
      world.test.request('PUT', `/v1/files/${fileId}/content`, { token: person.token, body: new Uint8Array(content), headers });
    const uploaded = async (person: Person, content = pdf, values: Record<string, unknown> = {}) =>
      expectStatus(200, await put(person, (await declare(person, { size: content.length, ...values })).id, content));
    const call = (person: Person) => ({
      caller: { role: person.role, programmeId: world.programme.id, partnerId: person.partnerId, memberId: person.memberId, credentialId: 'x', subject: person.memberId, scopes: null },
      reach: person.partnerId ? { partnerId: person.partnerId, ...(person.role === 'partner_seller' && { memberId: person.memberId }) } : {},
    });
    const attach = (person: Person, dealId: string, ids: string[]) =>
      inTenant(world.test.database.db, call(person).caller, false, (tx) => attachFiles(tx, call(person), dealId, [{ pointer: '/files', ids }]));
    const sees = async (person: Person, fileId: string) => (await world.as(person).get(`/v1/files/${fileId}`)).status === 200;
    const db = () => world.test.database.db;
    const stored = async (fileId: string) => [...store.kept.keys()].filter((key) => key.includes(fileId)).length;

    it('are declared, uploaded, and read as attachments that no browser shows', async () => {
      const file = await declare(world.seller);
      assert.deepEqual([file.state, file.sha256, file.dealId], ['pending', null, null]);
      assert.deepEqual(file.actions, [{ name: 'upload', allowed: true }, { name: 'download', allowed: false, reason: 'state_pending' }, { name: 'remove', allowed: true }]);
      assert.equal((await world.as(world.seller).get(`/v1/files/${file.id}/content`)).body.code, 'action_not_allowed');
      const after = expectStatus(200, await put(world.seller, file.id, pdf));
      assert.deepEqual([after.state, after.sha256, after.size], ['clean', hashOf(pdf), pdf.length]);
      const content = await world.test.service.fetch(new Request(`http://service.test/v1/files/${file.id}/content`, { headers: { authorization: `Bearer ${world.seller.token}` } }));
      assert.deepEqual(Buffer.from(await content.arrayBuffer()), pdf);
      assert.match(content.headers.get('content-disposition')!, /^attachment; filename="Offer\.pdf"/);
      assert.deepEqual(['content-type', 'x-content-type-options', 'content-security-policy', 'cache-control'].map((name) => content.headers.get(name)),
        ['application/pdf', 'nosniff', "default-src 'none'; sandbox", 'no-store']);
    });

    const declarations: [what: string, values: Record<string, unknown>, pointer: string][] = [
      ['no name', { name: '' }, '/name'], ['a path in its name', { name: '../offer.pdf' }, '/name'], ['a name whose direction turns', { name: 'offer\u202efdp.exe.pdf' }, '/name'],
      ['a name of another type', { name: 'offer.exe' }, '/name'], ['a type that is not taken', { type: 'text/html' }, '/type'], ['a drawing', { type: 'image/svg+xml' }, '/type'],
      ['no bytes', { size: 0 }, '/size'], ['too many bytes', { size: largestFile + 1 }, '/size'], ['half a byte', { size: 1.5 }, '/size'], ['a hash that is none', { sha256: 'x' }, '/sha256'],
    ];
    for (const [what, values, pointer] of declarations) {
      it(`cannot be declared with ${what}`, async () => {
        const { status, body } = await world.as(world.seller).post('/v1/files', { name: 'Offer.pdf', type: 'application/pdf', size: 10, ...values });
        assert.deepEqual([status, body.errors?.[0].pointer], [422, pointer]);
      });
    }

    it('are refused for good when the content is not what was declared, and nothing of it is kept', async () => {
      const file = await declare(world.seller, { size: html.length });
      for (let time = 0; time < 2; time++) assert.equal((await put(world.seller, file.id, html)).body.code, 'file_type_refused');
      const after = expectStatus(200, await world.as(world.seller).get(`/v1/files/${file.id}`));
      assert.deepEqual([after.state, after.refusal, await stored(file.id)], ['refused', 'type', 0]);
      assert.equal((await put(world.seller, file.id, pdf)).body.code, 'action_not_allowed');
    });

    it('are refused when the scanner finds something, and the content is deleted', async () => {
      const file = await declare(world.seller, { size: infected.length });
      assert.equal((await put(world.seller, file.id, infected)).body.code, 'file_infected');
      const after = expectStatus(200, await world.as(world.seller).get(`/v1/files/${file.id}`));
      assert.deepEqual([after.state, after.refusal, await stored(file.id)], ['refused', 'infected', 0]);
      assert.equal((await world.as(world.seller).get(`/v1/files/${file.id}/content`)).body.detail, 'Not possible now: state_refused.');
      assert.equal((await put(world.seller, file.id, infected)).body.code, 'file_infected');
    });

    it('are not read while the scanner is away, and are looked at later, by one process', async () => {
      scannerFails = true;
      const file = await uploaded(world.seller);
      assert.equal(file.state, 'uploaded');
      assert.equal((await world.as(world.seller).get(`/v1/files/${file.id}/content`)).body.code, 'action_not_allowed');
      scannerFails = false;
      await db().updateTable('files').set({ scan_after: sql<Date>`now()` }).where('id', '=', file.id).execute();
      const before = scans;
      await Promise.all([world.test.service.runDueJobs(), world.test.service.runDueJobs()]);
      assert.equal(scans, before + 1);
      assert.equal((await world.as(world.seller).get(`/v1/files/${file.id}`)).body.state, 'clean');
    });

    it('are taken only whole, of the declared size and hash, and may then be sent again', async () => {
      const file = await declare(world.seller, { sha256: hashOf(pdf) });
      assert.equal((await put(world.seller, file.id, pdf.subarray(1))).body.code, 'content_mismatch');
      assert.equal((await put(world.seller, file.id, Buffer.concat([pdf, pdf]))).body.code, 'content_mismatch');
      assert.equal((await put(world.seller, file.id, Buffer.from(pdf).fill('x', 20, 21))).body.code, 'content_mismatch');
      assert.equal((await put(world.seller, file.id, Buffer.alloc(0))).body.code, 'content_mismatch');
      assert.equal((await put(world.seller, file.id, pdf)).body.state, 'clean');
    });

    it('are the same call when the same content is sent again, and no other content afterwards', async () => {
      const file = await uploaded(world.seller);
      const again = expectStatus(200, await put(world.seller, file.id, pdf));
      assert.deepEqual([again.version, await stored(file.id)], [file.version, 1]);
      assert.equal((await put(world.seller, file.id, Buffer.from(pdf).fill('x', 20, 21))).body.code, 'action_not_allowed');
    });

    it('keep one content when the same file is uploaded five times at once', async () => {
      const file = await declare(world.seller);
      const answers = await Promise.all(Array.from({ length: 5 }, () => put(world.seller, file.id, pdf)));
      for (const { status } of answers) assert.equal(status, 200);
      await world.test.service.runDueJobs();
      assert.equal(await stored(file.id), 1);
    });

    it('are not read on when more comes than any file may have, or when the upload breaks off', async () => {
      const file = await declare(world.seller);
      const before = (await readdir(tmpdir())).filter((name) => name.startsWith('prmkit-upload-')).length;
      let taken = 0;
      const endless = new ReadableStream<Uint8Array>({ pull(controller) { taken += 1; controller.enqueue(new Uint8Array(1_000_000)); } });
      const broken = new ReadableStream<Uint8Array>({
        start(controller) { controller.enqueue(new Uint8Array(pdf.subarray(0, 20))); },
        pull(controller) { controller.error(new Error('aborted')); },
      });
      const stream = async (body: ReadableStream) => {
        const response = await world.test.service.fetch(new Request(`http://service.test/v1/files/${file.id}/content`, {
          method: 'PUT', body, duplex: 'half', headers: { authorization: `Bearer ${world.seller.token}`, 'content-type': 'application/octet-stream' },
        } as RequestInit));
        return ((await response.json()) as { code: string }).code;
      };
      assert.equal(await stream(endless), 'content_mismatch');
      assert.ok(taken < 10, `${taken} MB were read`);
      assert.equal(await stream(broken), 'malformed_request');
      assert.equal((await put(world.seller, file.id, pdf, { 'content-length': String(largestFile + 1) })).body.code, 'payload_too_large');
      assert.equal((await put(world.seller, file.id, pdf, { 'content-type': 'application/pdf' })).body.code, 'unsupported_media_type');
      assert.equal((await readdir(tmpdir())).filter((name) => name.startsWith('prmkit-upload-')).length, before, 'nothing is left on this machine');
      assert.equal(expectStatus(200, await world.as(world.seller).get(`/v1/files/${file.id}`)).state, 'pending');
      assert.equal((await put(world.seller, file.id, pdf)).status, 200);
    });

    it('leave nothing behind when the store or the database fails in the middle', async () => {
      const file = await declare(world.seller);
      const { put: keep } = store;
      store.put = async (key, path) => { await keep.call(store, key, path); throw new Error('The network broke.'); };
      assert.equal((await put(world.seller, file.id, pdf)).body.code, 'internal_error');
      store.put = keep;
      assert.equal(await stored(file.id), 1);
      await world.test.service.runDueJobs();
      assert.equal(await stored(file.id), 0);
      assert.equal((await put(world.seller, file.id, pdf)).body.state, 'clean');
    });

    it('are their uploader\'s alone until they are on a deal, and then whoever\'s sees the deal', async () => {
      const file = await uploaded(world.seller);
      const draft = await world.addDraft(world.seller);
      for (const [person, does] of [[world.seller, true], [world.colleague, false], [world.admin, false], [world.rival, false], [world.manager, true]] as const) assert.equal(await sees(person, file.id), does, person.role);
      await attach(world.seller, draft.id, [file.id]);
      for (const [person, does] of [[world.seller, true], [world.colleague, false], [world.admin, true], [world.rival, false], [world.manager, true]] as const) assert.equal(await sees(person, file.id), does, person.role);
      const listed = (person: Person) => world.as(person).get(`/v1/files?dealId=${draft.id}`);
      assert.deepEqual(expectStatus(200, await listed(world.admin)).data.map(({ id }: { id: string }) => id), [file.id]);
      for (const person of [world.rival, world.colleague]) assert.equal((await listed(person)).body.code, 'not_found');

      await db().insertInto('deal_partners').values({ programme_id: world.programme.id, deal_id: draft.id, partner_id: world.rival.partnerId!, member_id: world.rival.memberId, role: 'co_seller', share: 30 }).execute();
      const shared = expectStatus(200, await world.as(world.rival).get(`/v1/files/${file.id}`));
      assert.deepEqual([shared.member, shared.actions.filter(({ allowed }: { allowed: boolean }) => allowed).map(({ name }: { name: string }) => name)], [null, ['download']]);
      assert.equal((await world.test.request('DELETE', `/v1/files/${file.id}`, { token: world.rival.token })).body.code, 'action_not_allowed');
      await assert.rejects(attach(world.rival, draft.id, [file.id, (await uploaded(world.rival)).id]), { code: '42501' });
    });

    it('answer a rival as if there were no such file, whatever it tries', async () => {
      const file = await uploaded(world.seller);
      const unknown = `file_${'0'.repeat(32)}`;
      const probes: [method: string, path: (id: string) => string, body?: unknown][] = [
        ['GET', (id) => `/v1/files/${id}`], ['GET', (id) => `/v1/files/${id}/content`], ['PUT', (id) => `/v1/files/${id}/content`, new Uint8Array(pdf)],
        ['PUT', (id) => `/v1/files/${id}/content`, new Uint8Array(png)], ['DELETE', (id) => `/v1/files/${id}`],
      ];
      for (const [method, path, body] of probes) {
        const [theirs, nobodys] = await Promise.all([file.id, unknown].map((id) => world.test.request(method, path(id), { token: world.rival.token, body })));
        const told = ({ status, body: { requestId: _, ...rest } }: Answer) => ({ status, rest });
        assert.deepEqual(told(theirs!), told(nobodys!), method);
        assert.equal(theirs!.status, 404);
      }
      // The same document, known by its hash to both, is two files that know nothing of each other.
      const own = await uploaded(world.rival, pdf, { sha256: hashOf(pdf) });
      assert.equal(own.state, 'clean');
      const draft = await world.addDraft(world.rival);
      const refusal = await attach(world.rival, draft.id, [file.id]).catch((error: { details: { fields: unknown[] } }) => error.details.fields[0]);
      const nobodys = await attach(world.rival, draft.id, [unknown]).catch((error: { details: { fields: unknown[] } }) => error.details.fields[0]);
      assert.deepEqual(refusal, nobodys);
    });

    it('go onto a deal only when they are there, are the caller\'s own and on no other deal', async () => {
      const draft = await world.addDraft(world.seller);
      const problem = async (person: Person, id: string) => attach(person, draft.id, [id]).then(() => 'none', (error: { details: { fields: { code: string }[] } }) => error.details.fields[0]!.code);
      assert.equal(await problem(world.seller, (await declare(world.seller)).id), 'not_uploaded');
      const refused = await declare(world.seller, { size: html.length });
      await put(world.seller, refused.id, html);
      assert.equal(await problem(world.seller, refused.id), 'file_refused');
      const elsewhere = await uploaded(world.seller);
      await attach(world.seller, (await world.addDraft(world.seller)).id, [elsewhere.id]);
      assert.equal(await problem(world.seller, elsewhere.id), 'unknown');
      assert.equal(await problem(world.admin, (await uploaded(world.seller)).id), 'unknown');
      const [one, other] = [await uploaded(world.seller), await uploaded(world.seller, png, { name: 'Plan.png', type: 'image/png' })];
      assert.deepEqual(await attach(world.seller, draft.id, [one.id, other.id]), { added: ['Offer.pdf', 'Plan.png'], removed: [] });
      assert.deepEqual(await attach(world.admin, draft.id, [other.id]), { added: [], removed: ['Offer.pdf'] });
      const left = await inTenant(db(), call(world.admin).caller, true, (tx) => readAttachments(tx, call(world.admin), draft.id));
      assert.deepEqual(left.map(({ name }) => name), ['Plan.png']);
      await world.test.service.runDueJobs();
      assert.deepEqual([await stored(one.id), await stored(other.id)], [0, 1]);
    });

    it('are deleted by their uploader, or on a draft by who may change it, and on a submitted deal by nobody', async () => {
      const remove = (person: Person, id: string) => world.test.request('DELETE', `/v1/files/${id}`, { token: person.token });
      const loose = await uploaded(world.seller);
      expectStatus(204, await remove(world.seller, loose.id));
      await world.test.service.runDueJobs();
      assert.equal(await stored(loose.id), 0);

      const draft = await world.addDraft(world.seller);
      const [first, second] = [await uploaded(world.seller), await uploaded(world.seller)];
      await attach(world.seller, draft.id, [first.id, second.id]);
      assert.equal((await remove(world.manager, first.id)).body.detail, 'Not possible now: deal_not_open.');
      expectStatus(204, await remove(world.admin, first.id));
      const [entry] = expectStatus(200, await world.as(world.seller).get(`/v1/history?recordId=${draft.id}`)).data;
      assert.deepEqual([entry.action, entry.changes.files], ['file_removed', { from: ['Offer.pdf'], to: [] }]);
      expectStatus(200, await world.as(world.seller).post(`/v1/deals/${draft.id}/submit`));
      assert.equal((await remove(world.seller, second.id)).body.code, 'action_not_allowed');
      assert.equal((await put(world.seller, second.id, pdf)).status, 200, 'what was sent before is the same call');
    });

    it('are told of in the deal\'s history when the scanner finds something later', async () => {
      scannerFails = true;
      const file = await uploaded(world.seller, infected);
      const draft = await world.addDraft(world.seller);
      await attach(world.seller, draft.id, [file.id]);
      scannerFails = false;
      await db().updateTable('files').set({ scan_after: sql<Date>`now()` }).where('id', '=', file.id).execute();
      await world.test.service.runDueJobs();
      const [entry] = expectStatus(200, await world.as(world.seller).get(`/v1/history?recordId=${draft.id}`)).data;
      assert.deepEqual([entry.action, entry.rule, entry.by, await stored(file.id)], ['file_refused', 'files.scan', null, 0]);
    });

    it('are forgotten with their contents a day after they were declared, unless they are on a deal', async () => {
      const [orphan, young, kept, pending] = [await uploaded(world.seller), await uploaded(world.seller), await uploaded(world.seller), await declare(world.seller)];
      await attach(world.seller, (await world.addDraft(world.seller)).id, [kept.id]);
      const declared = (ids: string[], ago: string) => db().updateTable('files').set({ created_at: sql<Date>`now() - ${ago}::interval` as never }).where('id', 'in', ids).execute();
      await declared([orphan.id, kept.id, pending.id], '25 hours');
      await declared([young.id], '23 hours');
      await Promise.all([world.test.service.runDueJobs(), world.test.service.runDueJobs()]);
      assert.deepEqual(await Promise.all([orphan, young, kept, pending].map(({ id }) => sees(world.seller, id))), [false, true, true, false]);
      assert.deepEqual(await Promise.all([orphan, young, kept].map(({ id }) => stored(id))), [0, 1, 1]);
    });

    it('may wait for a deal in limited number', async () => {
      const many = await world.programme.addPerson('partner_seller', world.seller.partnerId);
      await sql`insert into files (programme_id, partner_id, member_id, name, size, media_type)
        select ${world.programme.id}, ${many.partnerId}, ${many.memberId}, 'a.txt', 1, 'text/plain' from generate_series(1, 100)`.execute(db());
      assert.equal((await world.as(many).post('/v1/files', { name: 'a.txt', type: 'text/plain', size: 1 })).body.code, 'action_not_allowed');
    });

    it('leave no name, id or hash in the log', () => {
      const written = JSON.stringify(world.test.log);
      assert.match(written, /files\.upload/);
      assert.doesNotMatch(written, new RegExp(`Offer|file_[0-9a-f]|${hashOf(pdf)}`));
    });
  });
}

describe('a service without a place for files', () => {
  it('takes none, and says so', async () => {
    const test = await startService({ files: undefined });
    const programme = await test.addProgramme();
    const person = await programme.addPerson('partner_admin', await programme.addPartner('Nordwind'));
    const { status, body } = await test.request('POST', '/v1/files', { token: person.token, body: { name: 'a.pdf', type: 'application/pdf', size: 5 } });
    assert.deepEqual([status, body.code], [503, 'unavailable']);
    await test.close();
  });
});
