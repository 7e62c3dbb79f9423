import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openStore } from '../../../src/server/files/open-store.js';
import type { FileStore } from '../../../src/server/files/store.js';
import { pdf } from './contents.js';

/** A server that speaks S3, in this process, over HTTP; its objects are in a directory. */
interface S3Server { run(): Promise<{ port: number }>; close(): Promise<void> }
type S3ServerClass = new (options: Record<string, unknown>) => S3Server;
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as S3ServerClass;

/** Each place opened for real, and how it is taken down again. */
const places: Record<string, (folder: string) => Promise<{ store: FileStore; close: () => Promise<void> }>> = {
  'a directory': async (folder) => ({ store: await openStore({ directory: join(folder, 'not', 'there', 'yet') }), close: async () => undefined }),
  'an S3 bucket': async (folder) => {
    const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'prmkit' }] });
    const { port } = await server.run();
    const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
    return {
      store: await openStore({ bucket: 'prmkit', region: 'eu-central-1', endpoint: `http://127.0.0.1:${port}`, prefix: 'vendor/files/', credentials }),
      close: () => server.close(),
    };
  },
};

for (const [place, open] of Object.entries(places)) {
  describe(`contents in ${place}`, () => {
    let folder: string;
    let source: string;
    let store: FileStore;
    let close: () => Promise<void>;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'prmkit-store-'));
      source = join(folder, 'source');
      await writeFile(source, pdf);
      ({ store, close } = await open(folder));
    });
    after(async () => {
      await close?.();
      await rm(folder, { recursive: true, force: true });
    });
    const read = async (key: string) => Buffer.from(await new Response(await store.open(key)).arrayBuffer());

    it('are read as they were kept, and leave the source where it is', async () => {
      await store.put('prg_1/file_1/a', source, pdf.length);
      assert.deepEqual(await read('prg_1/file_1/a'), pdf);
      assert.equal((await stat(source)).size, pdf.length);
    });

    it('of 20 MB go through whole', async () => {
      const large = Buffer.alloc(20 * 1024 * 1024, 'prmkit ');
      const path = join(folder, 'large');
      await writeFile(path, large);
      await store.put('prg_1/file_2/a', path, large.length);
      assert.ok((await read('prg_1/file_2/a')).equals(large));
    });

    it('are gone once they are removed, and removing them again changes nothing', async () => {
      await store.put('prg_1/file_3/a', source, pdf.length);
      await store.put('prg_1/file_3/b', source, pdf.length);
      await store.remove('prg_1/file_3/a');
      await store.remove('prg_1/file_3/a');
      await assert.rejects(store.open('prg_1/file_3/a'));
      assert.deepEqual(await read('prg_1/file_3/b'), pdf);
    });

    it('that were never there fail before anything is answered', () => assert.rejects(store.open('prg_1/file_9/a')));

    it('may be left half read', async () => {
      const content = (await store.open('prg_1/file_2/a')).getReader();
      assert.ok((await content.read()).value!.byteLength > 0);
      await content.cancel();
    });
  });
}
