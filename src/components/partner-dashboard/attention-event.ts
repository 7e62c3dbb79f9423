/** Somebody chose what needs attention: lead them to the record. */
export class AttentionEvent extends Event {
  static readonly eventName = 'prm-attention';
  constructor(
    /** `lead_answer_due`, `review_due`, … */
    readonly kind: string,
    readonly recordId: string,
  ) {
    super(AttentionEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-attention': AttentionEvent;
  }
}
