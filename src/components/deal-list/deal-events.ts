/** What somebody may do with a deal here. */
export type DealStep =
  | 'submit' | 'withdraw' | 'moveStage' | 'requestExtension' | 'clone' | 'reassign'
  | 'startReview' | 'requestAction' | 'approve' | 'reject' | 'undoDecision' | 'confirmWin' | 'refuseWin' | 'grantExtension' | 'refuseExtension';

/** Somebody is about to take a step on a deal; cancel it to keep it from happening. */
export class DealStepEvent extends Event {
  static readonly eventName = 'prm-deal-step';
  constructor(
    readonly dealId: string,
    readonly step: DealStep,
  ) {
    super(DealStepEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The step was taken and the service has it. */
export class DealSteppedEvent extends Event {
  static readonly eventName = 'prm-deal-stepped';
  constructor(
    readonly dealId: string,
    readonly step: DealStep,
  ) {
    super(DealSteppedEvent.eventName, { bubbles: true, composed: true });
  }
}

/** Somebody wants to register a deal, or to go on with the one named; cancel it to show a form of the page's own. */
export class DealFormEvent extends Event {
  static readonly eventName = 'prm-deal-form';
  constructor(readonly dealId: string | undefined) {
    super(DealFormEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-deal-step': DealStepEvent;
    'prm-deal-stepped': DealSteppedEvent;
    'prm-deal-form': DealFormEvent;
  }
}
