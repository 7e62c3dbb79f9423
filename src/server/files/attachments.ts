import type { FieldProblem, FileRecord } from '../../contract/index.js';
import type { Call, Tx } from '../call.js';
import { asService } from '../database/tenant.js';
import { ServiceError } from '../service-error.js';
import { letGo } from './contents.js';
import { isOwn, presentFile, selectFile, visibleFiles } from './queries.js';
import { mostOnDeal } from './rules.js';

/** The ids of files, and where in the request they stand. */
export interface NamedFiles {
  pointer: string;
  ids: readonly string[];
}

type Reached = Pick<Call, 'caller' | 'reach'>;

/** The files of a deal that the caller sees, the oldest first. */
export async function readAttachments(tx: Tx, { caller, reach }: Reached, dealId: string): Promise<FileRecord[]> {
  const rows = await selectFile(visibleFiles({ tx, caller, reach }).where('f.deal_id', '=', dealId)).orderBy('f.created_at').orderBy('f.id').execute();
  return rows.map(presentFile(caller));
}

/** What became of a deal's files, by name, for its history. */
export interface AttachmentChanges {
  added: string[];
  removed: string[];
}

/**
 * Makes these files the deal's, and none besides: those that are new on it must be the caller's own and uploaded; those no longer named are deleted.
 * For a deal that was found, held and may be changed by the caller.
 */
export async function attachFiles(tx: Tx, { caller, reach }: Reached, dealId: string, named: readonly NamedFiles[]): Promise<AttachmentChanges> {
  const { programmeId } = caller;
  const wanted = [...new Set(named.flatMap(({ ids }) => ids))];
  const pointerTo = (id: string): string => {
    const { pointer, ids } = named.find((one) => one.ids.includes(id))!;
    return `${pointer}/${ids.indexOf(id)}`;
  };
  if (wanted.length > mostOnDeal) throw new ServiceError('validation_failed', { fields: [{ pointer: named[0]!.pointer, code: 'too_big', message: `At most ${mostOnDeal} files.` }] });
  const present = await selectFile(visibleFiles({ tx, caller, reach }).where('f.deal_id', '=', dealId)).execute();
  const fresh = wanted.filter((id) => !present.some((file) => file.id === id));
  const found = fresh.length
    // Held, so that the job which forgets orphans leaves them.
    ? await selectFile(visibleFiles({ tx, caller, reach }).where('f.id', 'in', fresh).where('f.deal_id', 'is', null)).forUpdate('f').execute()
    : [];

  const problems: FieldProblem[] = [];
  for (const id of fresh) {
    const file = found.find((one) => one.id === id);
    const at = pointerTo(id);
    if (!file || !isOwn(file, caller)) problems.push({ pointer: at, code: 'unknown', message: 'There is no such file, or it is on a deal already.' });
    else if (file.state === 'pending') problems.push({ pointer: at, code: 'not_uploaded', message: 'This file has not been uploaded.' });
    else if (file.state === 'refused') problems.push({ pointer: at, code: 'file_refused', message: 'This file was refused.' });
  }
  if (problems.length) throw new ServiceError('validation_failed', { fields: problems });

  const gone = present.filter(({ id }) => !wanted.includes(id));
  if (gone.length) {
    const deleted = await tx.deleteFrom('files').where('programme_id', '=', programmeId).where('id', 'in', gone.map(({ id }) => id)).returning('content_key').execute();
    await asService(tx, () => letGo(tx, programmeId, deleted.map(({ content_key }) => content_key)));
  }
  if (fresh.length) await tx.updateTable('files').set({ deal_id: dealId }).where('programme_id', '=', programmeId).where('id', 'in', fresh).execute();
  return { added: found.map(({ name }) => name), removed: gone.map(({ name }) => name) };
}
