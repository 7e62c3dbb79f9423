import { accountOperations } from './accounts.js';
import { customerOperations } from './customers.js';
import { dashboardOperations } from './dashboard.js';
import { dealOperations } from './deals.js';
import { fileOperations } from './files.js';
import { changesOperations, historyOperations } from './history.js';
import { importOperations } from './imports.js';
import { leadOperations } from './leads.js';
import { memberOperations } from './members.js';
import { messageOperations } from './messages.js';
import { noticeOperations } from './notices.js';
import { partnerOperations } from './partners.js';
import { productOperations } from './products.js';
import { programmeOperations, programmesOperations } from './programme.js';
import { availabilityOperations, reviewOperations } from './reviews.js';
import { rulesOperations } from './rules.js';
import { keyOperations, sessionOperations } from './sessions.js';
import { territoryOperations } from './territories.js';
import { viewOperations } from './views.js';

/** The contract: resource → operation. Everything that is said on the wire derives from it. */
export const contract = {
  programme: programmeOperations,
  partners: partnerOperations,
  members: memberOperations,
  products: productOperations,
  territories: territoryOperations,
  accounts: accountOperations,
  customers: customerOperations,
  leads: leadOperations,
  deals: dealOperations,
  reviews: reviewOperations,
  availability: availabilityOperations,
  rules: rulesOperations,
  messages: messageOperations,
  views: viewOperations,
  files: fileOperations,
  dashboard: dashboardOperations,
  sessions: sessionOperations,
  history: historyOperations,
  changes: changesOperations,
  notices: noticeOperations,
  imports: importOperations,
  keys: keyOperations,
  programmes: programmesOperations,
};
export type Contract = typeof contract;

export * from './accounts.js';
export * from './appearance-patterns.js';
export * from './appearance.js';
export * from './customers.js';
export * from './dashboard.js';
export * from './deal-input.js';
export * from './deals.js';
export * from './errors.js';
export * from './file-types.js';
export * from './files.js';
export * from './history.js';
export * from './identity.js';
export * from './imports.js';
export * from './leads.js';
export * from './members.js';
export * from './messages.js';
export * from './money.js';
export * from './notices.js';
export * from './operation.js';
export * from './paging.js';
export * from './partners.js';
export * from './products.js';
export * from './programme.js';
export * from './record.js';
export * from './reviews.js';
export { memberRoles, roles, type MemberRole, type Role, type Who, type Whose } from './roles.js';
export * from './rules.js';
export * from './sessions.js';
export * from './territories.js';
export * from './text.js';
export * from './time.js';
export * from './views.js';
