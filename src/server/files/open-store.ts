import type { FilePlace, FileStore } from './store.js';

const isStore = (place: FilePlace): place is FileStore => 'put' in place;

/** Opens a place, loading only what it needs. A directory is made with the first file in it. */
export async function openStore(place: FilePlace): Promise<FileStore> {
  if (isStore(place)) return place;
  const { openBucket, openFolder } = await import('./disks.js');
  return 'directory' in place ? openFolder(place.directory) : openBucket(place);
}
