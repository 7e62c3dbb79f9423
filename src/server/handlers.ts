import type { Contract } from '../contract/index.js';
import { accountRoutes } from './accounts/routes.js';
import type { Handler, Handlers } from './call.js';
import { customerRoutes } from './customers/routes.js';
import { dashboardRoutes } from './dashboard/routes.js';
import { dealRoutes } from './deals/routes.js';
import { changesRoutes, historyRoutes } from './history/routes.js';
import { importRoutes } from './imports/routes.js';
import { leadRoutes } from './leads/routes.js';
import { memberRoutes } from './members/routes.js';
import { partnerRoutes } from './partners/routes.js';
import { productRoutes } from './products/routes.js';
import { programmeRoutes, programmesRoutes } from './programme/routes.js';
import { keyRoutes, sessionRoutes } from './sessions/routes.js';
import type { SessionTokens } from './sessions/tokens.js';
import { territoryRoutes } from './territories/routes.js';

/** The rooms of the service, one handler for each operation of the contract. */
type AllHandlers = { [R in keyof Contract]: Handlers<Contract[R]> };

/** The same, as the dispatcher sees it: looked up by name. */
export type AnyHandlers = Record<string, Record<string, Handler<never>>>;

/** All rooms. A resource or operation without a handler does not compile. */
export function allHandlers(tokens: SessionTokens): AnyHandlers {
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
    dashboard: dashboardRoutes,
    sessions: sessionRoutes(tokens),
    history: historyRoutes,
    changes: changesRoutes,
    imports: importRoutes,
    keys: keyRoutes(tokens),
    programmes: programmesRoutes,
  };
  return handlers as unknown as AnyHandlers;
}
