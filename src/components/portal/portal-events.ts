import type { Programme, SessionInfo } from '../../client/index.js';

/** The portal is connected: who is signed in, and to which programme. */
export class PortalReadyEvent extends Event {
  static readonly eventName = 'prm-ready';
  constructor(
    readonly session: SessionInfo,
    readonly programme: Programme,
  ) {
    super(PortalReadyEvent.eventName, { bubbles: true, composed: true });
  }
}

/** The session has ended and no new one could be had: the page may now lead to its sign-in. */
export class PortalSignedOutEvent extends Event {
  static readonly eventName = 'prm-signed-out';
  constructor(readonly error: unknown) {
    super(PortalSignedOutEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-ready': PortalReadyEvent;
    'prm-signed-out': PortalSignedOutEvent;
  }
}
