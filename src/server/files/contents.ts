import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Tx } from '../call.js';
import type { Database } from '../database/schema.js';
import { rememberRule } from '../history/entries.js';
import { describeError, type Log } from '../http/log.js';
import { ServiceError } from '../service-error.js';
import type { FileStore } from './store.js';

/** What a malware scanner is shown. */
export interface ScannedFile {
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** The content, from its beginning; may be opened again. */
  open: () => Promise<ReadableStream<Uint8Array>>;
}

/** A malware scanner. One that fails is asked again later; until it has answered, nobody can read the file. */
export type Scan = (file: ScannedFile) => Promise<'clean' | 'infected'>;

interface ContentsOptions {
  db: Kysely<Database>;
  log: Log;
  store: FileStore | undefined;
  scan: Scan | undefined;
}

/** How long an upload waits for the scanner before it answers that the file is still being looked at, in ms. */
const patience = 10_000;

/** The contents of files: where they are kept, whether they are clean, and that nothing stays behind of those that are gone. */
export class FileContents {
  readonly #options: ContentsOptions;
  readonly #scans = new Set<Promise<void>>();

  constructor(options: ContentsOptions) {
    this.#options = options;
  }

  get isScanned(): boolean {
    return this.#options.scan !== undefined;
  }

  /** The store, or a refusal where the service was given none. */
  get store(): FileStore {
    if (!this.#options.store) throw new ServiceError('unavailable', { detail: 'This service keeps no files: it was given no place for them.' });
    return this.#options.store;
  }

  /**
   * Puts content into the store under a key of its own and lets `claim` tie it to its file. The key is written down first as one to be removed,
   * and struck off by the claim, in its transaction: whoever dies in between, or comes too late, leaves nothing behind.
   */
  async keep(programmeId: string, fileId: string, path: string, size: number, claim: (key: string) => Promise<boolean>): Promise<void> {
    const { db } = this.#options;
    const key = `${programmeId}/${fileId}/${randomUUID()}`;
    await db.insertInto('contents_to_remove').values({ programme_id: programmeId, key, due_at: sql<Date>`now() + interval '1 hour'` }).execute();
    let claimed = false;
    try {
      await this.store.put(key, path, size);
      claimed = await claim(key);
    } finally {
      if (!claimed) await db.updateTable('contents_to_remove').set({ due_at: sql<Date>`now()` }).where('programme_id', '=', programmeId).where('key', '=', key).execute();
    }
  }

  /** Removes from the store what belongs to no file any more. */
  async removeDue(): Promise<void> {
    const { db, store } = this.#options;
    if (!store) return;
    for (;;) {
      const due = await db.selectFrom('contents_to_remove').select(['programme_id', 'key']).where('due_at', '<=', sql<Date>`now()`).orderBy('due_at').limit(100).execute();
      for (const { programme_id, key } of due) {
        await store.remove(key);
        await db.deleteFrom('contents_to_remove').where('programme_id', '=', programme_id).where('key', '=', key).execute();
      }
      if (due.length < 100) return;
    }
  }

  /** Has the scanner look at a file, for as long as an upload can wait. A slow one goes on and writes its answer down itself. */
  async scan(programmeId: string, fileId: string): Promise<void> {
    const work = this.#scanOne(programmeId, fileId).catch((error: unknown) => this.#say(error));
    this.#scans.add(work);
    void work.finally(() => this.#scans.delete(work));
    await within(patience, work);
  }

  /** Takes up scans that nobody is at any more: their process died, or the scanner failed. */
  async scanDue(): Promise<void> {
    for (;;) {
      const { rows: [file] } = await sql<{ programme_id: string; id: string }>`
        update files set scan_after = now() + interval '5 minutes' where (programme_id, id) in (
          select programme_id, id from files where state = 'uploaded' and scan_after <= now() order by scan_after limit 1 for update skip locked)
        returning programme_id, id`.execute(this.#options.db);
      if (!file) return;
      await this.#scanOne(file.programme_id, file.id);
    }
  }

  /** Waits for scans under way, a little. */
  async close(): Promise<void> {
    await within(patience, Promise.allSettled(this.#scans));
  }

  async #scanOne(programmeId: string, fileId: string): Promise<void> {
    const { db, scan } = this.#options;
    const file = await db.selectFrom('files').select(['name', 'media_type', 'size', 'sha256', 'content_key'])
      .where('programme_id', '=', programmeId).where('id', '=', fileId).where('state', '=', 'uploaded').executeTakeFirst();
    if (!file) return;
    // A scanner that was there when the file came may have been taken away since: then nobody is asked, as for files that come now.
    const verdict = scan
      ? await scan({ name: file.name, type: file.media_type, size: file.size, sha256: file.sha256!, open: () => this.store.open(file.content_key!) })
      : 'clean';
    if (verdict !== 'clean' && verdict !== 'infected') throw new TypeError('A scanner answers clean or infected.');
    await db.transaction().execute((tx) => settle(tx, programmeId, fileId, verdict));
    if (verdict === 'infected') await this.removeDue();
  }

  #say(error: unknown): void {
    this.#options.log({ time: new Date().toISOString(), level: 'error', event: 'files', error: describeError(error) });
  }
}

/** Writes a verdict down, once, and lets the content go if it is a bad one. */
async function settle(tx: Tx, programmeId: string, fileId: string, verdict: 'clean' | 'infected'): Promise<void> {
  const file = await tx.selectFrom('files').select(['name', 'deal_id', 'partner_id', 'content_key'])
    .where('programme_id', '=', programmeId).where('id', '=', fileId).where('state', '=', 'uploaded').forUpdate().executeTakeFirst();
  if (!file) return;
  const of = tx.updateTable('files').where('programme_id', '=', programmeId).where('id', '=', fileId);
  if (verdict === 'clean') return void (await of.set({ state: 'clean', scan_after: null }).execute());
  await of.set({ state: 'refused', refusal: 'infected', content_key: null, scan_after: null }).execute();
  await letGo(tx, programmeId, [file.content_key]);
  if (!file.deal_id) return;
  const { member_id: ownerMemberId } = await tx.selectFrom('deals').select('member_id').where('programme_id', '=', programmeId).where('id', '=', file.deal_id).executeTakeFirstOrThrow();
  await rememberRule(tx, programmeId, {
    recordType: 'deal', recordId: file.deal_id, action: 'file_refused', partnerId: file.partner_id, ownerMemberId, audience: 'partner', rule: 'files.scan',
    changes: { files: { from: [file.name], to: [] } },
  });
}

/** Strikes off a key that was to be removed, for a file that takes it. With the service's rights. */
export async function holdOn(tx: Tx, programmeId: string, key: string): Promise<void> {
  const { numDeletedRows } = await tx.deleteFrom('contents_to_remove').where('programme_id', '=', programmeId).where('key', '=', key).executeTakeFirst();
  // It took more than the hour that it was given, and the content may be gone already.
  if (numDeletedRows === 0n) throw new ServiceError('unavailable');
}

/** The contents under these keys are to go; the next run of the job takes them. With the service's rights. */
export async function letGo(tx: Tx, programmeId: string, keys: readonly (string | null)[]): Promise<void> {
  const values = keys.filter((key) => key !== null).map((key) => ({ programme_id: programmeId, key }));
  if (values.length) await tx.insertInto('contents_to_remove').values(values).execute();
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<void>((resolve) => { timer = setTimeout(resolve, milliseconds); });
  await Promise.race([work, over]).finally(() => clearTimeout(timer));
}
