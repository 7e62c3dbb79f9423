import type { Customer } from '../../client/index.js';

/** A customer was added or changed, and the service has it. */
export class CustomerSavedEvent extends Event {
  static readonly eventName = 'prm-customer-saved';
  constructor(
    readonly customer: Customer,
    readonly isNew: boolean,
  ) {
    super(CustomerSavedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-customer-saved': CustomerSavedEvent;
  }
}
