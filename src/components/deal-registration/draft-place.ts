import type { Deal, PortalClient } from '../../client/index.js';
import type { DraftStore } from '../drafts/draft-store.js';
import type { DealValues, Typing } from './deal-values.js';

/** What the device has of a draft. */
export interface KeptDraft {
  values: DealValues;
  dealId?: string | undefined;
  /** What the service had when this was typed. */
  base?: DealValues;
  sent?: Sent | undefined;
}

/** What was sent and not answered yet: it may have arrived. A draft is made under the key, so that it is made once. */
export interface Sent {
  values: DealValues;
  key: string;
}

/** Who types where, and in which programme. */
export interface DraftPlace {
  client: PortalClient;
  /** Where it is kept on this device. */
  drafts: DraftStore;
  typing: Typing;
}

/** What a draft is kept under on this device. */
export const nameOf = (dealId?: string): string => `deal:${dealId ?? 'new'}`;

/** A deal at the service, or the one that was being typed, if there is one. */
export async function findDeal({ client, drafts }: DraftPlace, dealId: string | undefined, signal: AbortSignal): Promise<Deal | undefined> {
  const known = dealId ?? drafts.read<KeptDraft>(nameOf(dealId))?.value.dealId;
  return known ? client.deals.read(known, { signal }).catch((error: unknown) => {
    // A draft that is gone leaves what was typed, as a new one.
    if ((error as Error).name !== 'NotFoundError' || dealId) throw error;
    return undefined;
  }) : undefined;
}
