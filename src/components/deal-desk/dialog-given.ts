import type { Deal, PortalClient, ReviewRow } from '../../client/index.js';
import type { DeskDecision } from './desk-events.js';
import type { PaneParts } from './pane-parts.js';

/** What a dialog is given by the desk. */
export interface DialogGiven extends Pick<PaneParts, 't' | 'format' | 'label' | 'programme'> {
  readonly client: PortalClient;
  readonly record: PaneParts['record'] | undefined;
  /** What was chosen for a decision on several. */
  readonly rows: readonly ReviewRow[];
  readonly decision: DeskDecision | undefined;
  readonly busy: () => string | undefined;
  /** How the last change ended. */
  readonly note: () => unknown;
  readonly update: () => void;
  readonly focusField: () => void;
  readonly change: <Result>(name: string, work: (client: PortalClient) => Promise<Result>, done?: string) => Promise<Result | undefined>;
  /** Whether the page lets these be decided. */
  readonly allow: (dealIds: readonly string[]) => boolean;
  readonly settled: (deals: readonly Deal[]) => void;
  readonly close: () => void;
}
