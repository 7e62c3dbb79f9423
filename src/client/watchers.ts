import type { Resource } from '../contract/operation.js';

/** What somebody changed. */
export interface ChangeNotice {
  /** The resources whose lists and records may be stale. */
  resources: Resource[];
  /** The records that changed, as far as they are known; none named means any of them. */
  recordIds: string[];
  /** Through this client, in another tab of the same person, or by somebody else. */
  source: 'here' | 'tab' | 'service';
}

export type ChangeCallback = (notice: ChangeNotice) => void;

interface Watcher {
  resources: ReadonlySet<Resource>;
  callback: ChangeCallback;
}

/** Those who show something and want to hear when it is stale. */
export class Watchers {
  #watchers = new Set<Watcher>();

  get size(): number {
    return this.#watchers.size;
  }

  add(resources: Iterable<Resource>, callback: ChangeCallback): () => void {
    const watcher = { resources: new Set(resources), callback };
    this.#watchers.add(watcher);
    return () => { this.#watchers.delete(watcher); };
  }

  /** Tells each watcher of what it watches. One that throws keeps nobody else from hearing. */
  tell(notice: ChangeNotice): void {
    for (const { resources: watched, callback } of [...this.#watchers]) {
      const resources = notice.resources.filter((resource) => watched.has(resource));
      if (resources.length === 0) continue;
      try {
        callback({ ...notice, resources });
      } catch (error) {
        (globalThis.reportError ?? console.error)(error);
      }
    }
  }

  /** Everything watched is stale. */
  tellAll(source: ChangeNotice['source']): void {
    this.tell({ resources: [...new Set([...this.#watchers].flatMap(({ resources }) => [...resources]))], recordIds: [], source });
  }

  clear(): void {
    this.#watchers.clear();
  }
}
