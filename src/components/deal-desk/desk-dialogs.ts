/** What opens over the desk: loaded with the first that is opened, and not with the queue. */
import type { DialogContent } from '../parts/modal-dialog.js';
import { BulkDialog } from './dialog-bulk.js';
import { CoSellDialog } from './dialog-co-sell.js';
import type { DialogGiven } from './dialog-given.js';
import { HandOverDialog } from './dialog-hand-over.js';
import { HelpDialog } from './dialog-help.js';
import { LinkAccountDialog } from './dialog-link-account.js';

export type DialogKind = 'help' | 'handOver' | 'coSell' | 'linkAccount' | 'bulk';

/** One dialog of the desk. */
export interface DeskDialog {
  content(): DialogContent;
}

const dialogs = { help: HelpDialog, handOver: HandOverDialog, coSell: CoSellDialog, linkAccount: LinkAccountDialog, bulk: BulkDialog };

export const createDialog = (kind: DialogKind, given: DialogGiven): DeskDialog => new dialogs[kind](given);
