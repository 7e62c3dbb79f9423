import { sql } from 'kysely';
import type { FileType } from '../../contract/index.js';
import type { BytesCall } from '../call.js';
import { asService } from '../database/tenant.js';
import { ServiceError } from '../service-error.js';
import { holdOn, type FileContents } from './contents.js';
import type { FileRow } from './queries.js';

/**
 * Takes in the content of a file: received whole, held against what was declared, stored, scanned. Answers with its hash; what became of the
 * file stands in its record. Content that came before, sent once more because an answer was lost, is only compared.
 */
export async function takeIn({ body, caller, inTransaction }: Pick<BytesCall, 'body' | 'caller' | 'inTransaction'>, contents: FileContents, file: FileRow): Promise<string> {
  const { programmeId } = caller;
  // Loaded here: a service in a page has no files of its own to receive into.
  const { receive } = await import('./intake.js');
  const received = await receive(body, file.size);
  try {
    const { path, size, sha256 } = received;
    if (file.state !== 'pending') return sha256;
    if (size !== file.size || (file.sha256 !== null && file.sha256 !== sha256)) throw new ServiceError('content_mismatch');

    const take = (values: { state: string; refusal?: string; content_key?: string; scan_after?: ReturnType<typeof soon> }) => inTransaction(async ({ tx }) => {
      const { numUpdatedRows } = await tx.updateTable('files').set({ ...values, sha256 })
        .where('programme_id', '=', programmeId).where('id', '=', file.id).where('state', '=', 'pending').executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      if (values.content_key) await asService(tx, () => holdOn(tx, programmeId, values.content_key!));
      return true;
    });
    const { isOfType } = await import('./content-type.js');
    if (!(await isOfType(path, file.media_type as FileType))) {
      await take({ state: 'refused', refusal: 'type' });
      return sha256;
    }
    await contents.keep(programmeId, file.id, path, size, (key) =>
      take(contents.isScanned ? { state: 'uploaded', content_key: key, scan_after: soon() } : { state: 'clean', content_key: key }));
    if (contents.isScanned) await contents.scan(programmeId, file.id);
    return sha256;
  } finally {
    await received.discard();
  }
}

/** When another process may take the scan up, should this one die. */
const soon = () => sql<Date>`now() + interval '5 minutes'`;
