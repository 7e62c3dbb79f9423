import { createContext } from '@lit/context';
import type { PortalClient, Programme, SessionInfo } from '../../client/index.js';
import type { Messages } from '../locale/catalogue.js';
import type { Icons } from '../parts/icon.js';

/** Where a portal stands with its service. */
export type PortalState = 'unconfigured' | 'connecting' | 'ready' | 'signed-out' | 'denied' | 'unreachable';

/** What a portal gives to what stands inside it. A new object for each change, so that a consumer compares by identity. */
export interface Portal {
  readonly state: PortalState;
  /** Another object each time it begins with a person: what was loaded before is not for this one. */
  readonly begun?: object;
  /** There in every state but `unconfigured`. */
  readonly client?: PortalClient;
  /** Who is signed in, and for which partner; kept while signed out, so that drafts still have their owner. */
  readonly session?: SessionInfo;
  /** The programme's name, currency, time zone, stage labels, reasons and form. */
  readonly programme?: Programme;
  /** What stood in the way, in `denied` and `unreachable`. */
  readonly error?: unknown;
  /** The service was there and does not answer any more: what is shown may be old. */
  readonly away?: boolean;
  readonly locale: string;
  /** As the page or the programme names it; `formatsFor` takes one that the browser does not know, too. */
  readonly timeZone: string;
  readonly messages: Messages;
  readonly icons: Icons;
  /** Connects again: after a new sign-in, or when the service is back. */
  readonly reconnect: () => void;
  /** Tells the portal that a call found the session ended. */
  readonly signedOut: (error: unknown) => void;
}

/** Global by its key, so that two copies of prmkit on a page understand each other. */
export const portalContext = createContext<Portal, symbol>(Symbol.for('prmkit.portal'));
