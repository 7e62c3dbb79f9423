import type { ProgrammeSettings } from '../../contract/index.js';

/** Why a partner may not stand below another. `lineage` is the parent and all above it. */
export function refuseParent(partnerId: string | undefined, lineage: readonly string[]): 'unknown' | 'circle' | undefined {
  if (!lineage.length) return 'unknown';
  return partnerId !== undefined && lineage.includes(partnerId) ? 'circle' : undefined;
}

/** Whether the programme has such a tier. */
export const hasTier = (settings: Pick<ProgrammeSettings, 'tiers'>, tier: string): boolean => settings.tiers.some(({ key }) => key === tier);
