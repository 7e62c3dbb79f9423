/** The rules are about to be saved; cancel it to keep them as they are. */
export class RulesSaveEvent extends Event {
  static readonly eventName = 'prm-rules-save';
  constructor() {
    super(RulesSaveEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The rules are saved; `version` is the one that decisions remember from now on. */
export class RulesSavedEvent extends Event {
  static readonly eventName = 'prm-rules-saved';
  constructor(readonly version: number) {
    super(RulesSavedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-rules-save': RulesSaveEvent;
    'prm-rules-saved': RulesSavedEvent;
  }
}
