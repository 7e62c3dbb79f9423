import type { ProgrammeRules } from '../../contract/index.js';

/** How a new programme decides: people look at everything, and have half a minute to think again. */
export const defaultRules: ProgrammeRules = {
  undoSeconds: 30,
  releaseMinutes: 240,
  sampledShare: 20,
  automaticApprovals: [],
  approvals: [],
  protectionDays: { least: 30, most: 180 },
  excludedAccountIds: [],
  excludedProductIds: [],
  conflictsNarrowedBy: [],
};
