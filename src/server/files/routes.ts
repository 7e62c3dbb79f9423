import type { FileRecord, fileOperations } from '../../contract/index.js';
import { requireAction } from '../actions.js';
import type { Handlers } from '../call.js';
import { asService } from '../database/tenant.js';
import { visibleDeals } from '../deals/queries.js';
import { remember } from '../history/entries.js';
import { readPage } from '../keyset.js';
import { found, invalid, notFound, ServiceError } from '../service-error.js';
import { letGo, type FileContents } from './contents.js';
import { countWaiting, findFile, isOwn, oldestFirst, presentFile, selectFile, visibleFiles, type FileRow, type Seen } from './queries.js';
import { attachment, endsLike, mostWaiting } from './rules.js';
import { takeIn } from './taking-in.js';

const present = ({ caller }: Seen, row: FileRow): FileRecord => presentFile(caller)(row);
const readOne = async (call: Seen, fileId: string): Promise<FileRow> => found(await findFile(call, fileId));

/** Files are declared, uploaded outside any transaction, and then added to a deal (see attachments.ts). */
export const fileRoutes = (contents: FileContents): Handlers<typeof fileOperations> => ({
  async list(call) {
    const { tx, caller, query } = call;
    found(await visibleDeals(call).select('d.id').where('d.id', '=', query.dealId).executeTakeFirst());
    return readPage(tx, visibleFiles(call).where('f.deal_id', '=', query.dealId), selectFile, oldestFirst, query, presentFile(caller));
  },

  read: async (call) => present(call, await readOne(call, call.params.fileId)),

  async create(call) {
    const { tx, caller, body: { name, size, type, sha256 = null } } = call;
    if (!endsLike(name, type)) throw invalid('/name', 'file_name', 'The name must end as names of its type do.');
    void contents.store;
    if (await countWaiting(call) >= mostWaiting) throw new ServiceError('action_not_allowed', { detail: `Not possible now: ${mostWaiting} files wait to be added to a deal.` });
    const { id } = await tx.insertInto('files')
      .values({ programme_id: caller.programmeId, partner_id: caller.partnerId, member_id: caller.memberId, name, size, media_type: type, sha256 })
      .returning('id').executeTakeFirstOrThrow();
    return present(call, await readOne(call, id));
  },

  async upload(call) {
    const { inTransaction, params: { fileId } } = call;
    const file = await inTransaction((reached) => readOne(reached, fileId));
    if (!isOwn(file, call.caller)) throw new ServiceError('action_not_allowed', { detail: 'Not possible now: not_yours.' });
    const sha256 = await takeIn(call, contents, file);
    return inTransaction(async (reached) => {
      const after = await readOne(reached, fileId);
      if (after.refusal && after.sha256 === sha256) throw new ServiceError(after.refusal === 'type' ? 'file_type_refused' : 'file_infected');
      // Another upload was quicker, and had other content.
      if (after.sha256 !== sha256) throw new ServiceError('action_not_allowed', { detail: `Not possible now: state_${after.state}.` });
      return present(reached, after);
    });
  },

  async download({ inTransaction, params }) {
    const file = await inTransaction(async (reached) => {
      const row = await readOne(reached, params.fileId);
      requireAction(present(reached, row).actions, 'download');
      return row;
    });
    return {
      body: await contents.store.open(file.content_key!),
      headers: {
        'content-type': file.media_type, 'content-length': String(file.size), 'content-disposition': attachment(file.name),
        // It came from outside: whatever it is, no browser is to show it as a page of this origin.
        'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox",
      },
    };
  },

  async remove(call) {
    const { tx, caller, params } = call;
    const file = await readOne(call, params.fileId);
    requireAction(present(call, file).actions, 'remove');
    const { numDeletedRows } = await tx.deleteFrom('files').where('programme_id', '=', caller.programmeId).where('id', '=', file.id).executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
    await asService(tx, () => letGo(tx, caller.programmeId, [file.content_key]));
    if (!file.deal_id) return;
    const deal = await tx.selectFrom('deals').select('member_id').where('programme_id', '=', caller.programmeId).where('id', '=', file.deal_id).executeTakeFirstOrThrow();
    await remember(call, {
      recordType: 'deal', recordId: file.deal_id, action: 'file_removed', partnerId: file.partner_id, ownerMemberId: deal.member_id, audience: 'partner',
      changes: { files: { from: [file.name], to: [] } },
    });
  },
});
