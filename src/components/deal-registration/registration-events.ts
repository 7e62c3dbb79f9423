import type { Deal } from '../../client/index.js';

/** Somebody is about to submit a deal for review; cancel it to keep it a draft. */
export class DealSubmitEvent extends Event {
  static readonly eventName = 'prm-deal-submit';
  constructor(readonly dealId: string) {
    super(DealSubmitEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The deal is submitted and the service has it. */
export class DealSubmittedEvent extends Event {
  static readonly eventName = 'prm-deal-submitted';
  constructor(readonly deal: Deal) {
    super(DealSubmittedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-deal-submit': DealSubmitEvent;
    'prm-deal-submitted': DealSubmittedEvent;
  }
}
