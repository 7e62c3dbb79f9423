/**
 * What a user typed, kept on this device: it outlives a reload, an expired session and a failed save. Keyed by programme
 * and member, so that the next person at the same screen sees nothing of it. Bounded: 64 KB a draft, 20 drafts a
 * member, 60 days; the oldest goes first. Where the host allows no storage, `write` says so and the widget tells.
 */
export interface Draft<Value> {
  readonly value: Value;
  /** When it was written, in ms since 1970. */
  readonly savedAt: number;
}

export type DraftStatus = 'saved' | 'not-saved';

const prefix = 'prmkit:draft:';
const maxLength = 64 * 1024;
const maxDrafts = 20;
const maxAge = 60 * 86_400_000;

export class DraftStore {
  readonly #scope: string;
  readonly #storage: Storage | undefined;

  constructor(owner: { programmeId: string; memberId: string }, storage: Storage | undefined = pageStorage()) {
    this.#scope = `${prefix}${owner.programmeId}:${owner.memberId}:`;
    this.#storage = storage;
  }

  read<Value>(name: string): Draft<Value> | undefined {
    return this.#readKey<Value>(this.#scope + name);
  }

  write(name: string, value: unknown): DraftStatus {
    const key = this.#scope + name;
    const text = JSON.stringify({ value, savedAt: Date.now() });
    // A shorter one of before stays: better that than nothing.
    if (!this.#storage || text.length > maxLength) return 'not-saved';
    try {
      const isNew = this.#storage.getItem(key) === null;
      this.#put(key, text);
      if (isNew) this.#prune(key);
      return 'saved';
    } catch {
      return 'not-saved'; // full, or forbidden meanwhile
    }
  }

  remove(name: string): void {
    try {
      this.#storage?.removeItem(this.#scope + name);
    } catch {
      // Storage was withdrawn: then there is nothing left to remove.
    }
  }

  /** The names of this member's drafts that begin so, newest first. */
  names(beginning = ''): string[] {
    return this.#keys()
      .filter((key) => key.startsWith(this.#scope + beginning))
      .map((key) => ({ key, savedAt: this.#readKey(key)?.savedAt ?? 0 }))
      .sort((a, b) => b.savedAt - a.savedAt)
      .map(({ key }) => key.slice(this.#scope.length));
  }

  /** Tells when another tab writes or removes a draft. Returns how to stop. */
  watch<Value>(name: string, changed: (draft: Draft<Value> | undefined) => void): () => void {
    const onStorage = (event: StorageEvent) => {
      if (event.key === this.#scope + name) changed(this.read<Value>(name));
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }

  #readKey<Value>(key: string): Draft<Value> | undefined {
    try {
      const draft = JSON.parse(this.#storage?.getItem(key) ?? 'null') as Draft<Value> | null;
      return draft && typeof draft.savedAt === 'number' && Date.now() - draft.savedAt < maxAge ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  /** Where there is no room, what is too old makes some. */
  #put(key: string, text: string): void {
    try {
      this.#storage!.setItem(key, text);
    } catch {
      this.#prune(key);
      this.#storage!.setItem(key, text);
    }
  }

  #keys(): string[] {
    try {
      const storage = this.#storage;
      return storage ? Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '') : [];
    } catch {
      return [];
    }
  }

  /** Drops what is too old, whosever it is, and this member's oldest beyond the bound; never the one just written. */
  #prune(written: string): void {
    for (const key of this.#keys()) {
      if (key.startsWith(prefix) && key !== written && !this.#readKey(key)) this.#storage?.removeItem(key);
    }
    const others = this.names().filter((name) => this.#scope + name !== written);
    for (const name of others.slice(maxDrafts - 1)) this.remove(name);
  }
}

/** The page's storage, or undefined where a policy or the user forbids it (reading the property then throws). */
function pageStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
