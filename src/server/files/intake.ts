import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Content that has come, in a file of this machine until it is discarded. */
export interface Received {
  path: string;
  size: number;
  sha256: string;
  discard(): Promise<void>;
}

/**
 * Takes in what comes, up to `most` bytes, and counts and hashes it on the way. Into a file and not into memory: a hundred people may upload
 * at once. Nothing has been looked at yet, so nothing of it reaches the store.
 */
export async function receive(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Received> {
  const folder = await mkdtemp(join(tmpdir(), 'prmkit-upload-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'content');
  try {
    const hash = createHash('sha256');
    let size = 0;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of chunks) {
        size += chunk.byteLength;
        // One more than was declared is enough to know.
        if (size > most) break;
        hash.update(chunk);
        await file.write(chunk);
      }
    } finally {
      await file.close();
    }
    return { path, size, sha256: hash.digest('hex'), discard };
  } catch (error) {
    await discard();
    throw error;
  }
}
