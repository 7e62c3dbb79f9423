import type { Contract } from '../contract/index.js';
import { accountRoutes } from './accounts/routes.js';
import type { Handlers } from './call.js';
import { customerRoutes } from './customers/routes.js';
import { dashboardRoutes } from './dashboard/routes.js';
import { dealRoutes } from './deals/routes.js';
import type { FileContents } from './files/contents.js';
import { fileRoutes } from './files/routes.js';
import { changesRoutes, historyRoutes } from './history/routes.js';
import { importRoutes } from './imports/routes.js';
import { leadRoutes } from './leads/routes.js';
import { memberRoutes } from './members/routes.js';
import { noticeRoutes } from './notices/routes.js';
import { messageRoutes } from './messages/routes.js';
import { partnerRoutes } from './partners/routes.js';
import { productRoutes } from './products/routes.js';
import { programmeRoutes, programmesRoutes } from './programme/routes.js';
import { availabilityRoutes } from './reviews/availability.js';
import { reviewRoutes } from './reviews/routes.js';
import { rulesRoutes } from './rules/routes.js';
import { keyRoutes, sessionRoutes } from './sessions/routes.js';
import type { SessionTokens } from './sessions/tokens.js';
import { territoryRoutes } from './territories/routes.js';
import { viewRoutes } from './views/routes.js';

/** The rooms of the service, one handler for each operation of the contract. */
type AllHandlers = { [R in keyof Contract]: Handlers<Contract[R]> };

/** The same, as the dispatcher sees it: looked up by name. */
export type AnyHandlers = Record<string, Record<string, (call: never) => Promise<unknown>>>;

/** All rooms. A resource or operation without a handler does not compile. */
export function allHandlers(tokens: SessionTokens, { files, emailAvailable }: { files: FileContents; emailAvailable: boolean }): AnyHandlers {
  const handlers: AllHandlers = {
    programme: programmeRoutes,
    partners: partnerRoutes,
    members: memberRoutes,
    products: productRoutes,
    territories: territoryRoutes,
    accounts: accountRoutes,
    customers: customerRoutes,
    leads: leadRoutes,
    deals: dealRoutes,
    reviews: reviewRoutes,
    availability: availabilityRoutes,
    rules: rulesRoutes,
    messages: messageRoutes,
    views: viewRoutes,
    files: fileRoutes(files),
    dashboard: dashboardRoutes,
    sessions: sessionRoutes(tokens),
    history: historyRoutes,
    changes: changesRoutes,
    notices: noticeRoutes({ emailAvailable }),
    imports: importRoutes,
    keys: keyRoutes(tokens),
    programmes: programmesRoutes,
  };
  return handlers as unknown as AnyHandlers;
}
