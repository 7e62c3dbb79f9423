/** What somebody decides on a registration here, in the order of the buttons. */
export const decisions = ['approve', 'request_action', 'reject'] as const;
export type DeskDecision = (typeof decisions)[number];

/** Somebody is about to decide on registrations; cancel it to keep it from happening. */
export class DeskDecideEvent extends Event {
  static readonly eventName = 'prm-desk-decide';
  constructor(
    readonly dealIds: readonly string[],
    readonly decision: DeskDecision,
  ) {
    super(DeskDecideEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The decision is taken, and the service has it; it may still be undone. */
export class DeskDecidedEvent extends Event {
  static readonly eventName = 'prm-desk-decided';
  constructor(
    readonly dealIds: readonly string[],
    readonly decision: DeskDecision,
  ) {
    super(DeskDecidedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-desk-decide': DeskDecideEvent;
    'prm-desk-decided': DeskDecidedEvent;
  }
}
