/** What somebody may do with a lead here. */
export type LeadStep = 'accept' | 'decline' | 'convert' | 'close' | 'offer' | 'takeBack';

/** Somebody is about to take a step on a lead; cancel it to keep it from happening. */
export class LeadStepEvent extends Event {
  static readonly eventName = 'prm-lead-step';
  constructor(
    readonly leadId: string,
    readonly step: LeadStep,
  ) {
    super(LeadStepEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The step was taken. After `convert`, `dealId` is the draft that the lead became. */
export class LeadSteppedEvent extends Event {
  static readonly eventName = 'prm-lead-stepped';
  constructor(
    readonly leadId: string,
    readonly step: LeadStep,
    readonly dealId: string | null,
  ) {
    super(LeadSteppedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-lead-step': LeadStepEvent;
    'prm-lead-stepped': LeadSteppedEvent;
  }
}
