import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether anything in `sources` (files, or folders with all that is in them) is newer than `product`, or `product` is not there. */
export async function isOutdated(product: string, sources: readonly string[]): Promise<boolean> {
  const built = await changedAt(product);
  if (built === 0) return true;
  for (const source of sources) if ((await lastChange(source)) > built) return true;
  return false;
}

async function lastChange(path: string): Promise<number> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return 0;
  // A folder's own time tells of files taken away.
  if (!info.isDirectory()) return info.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => lastChange(join(path, name))));
  return Math.max(info.mtimeMs, ...inside);
}

const changedAt = async (path: string) => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
