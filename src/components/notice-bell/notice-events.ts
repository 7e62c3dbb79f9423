/** Somebody opens a notice. Cancel it, and the notice stays unread and the list open. */
export class NoticeOpenEvent extends Event {
  static readonly eventName = 'prm-notice-open';
  constructor(
    readonly noticeId: string,
    /** `deal_approved`; a newer service may tell of others. */
    readonly kind: string,
    /** `deal` or `lead`. */
    readonly recordType: string,
    readonly recordId: string,
  ) {
    super(NoticeOpenEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The notice is read, or could not be marked so: a page may now leave for its record without losing anything. */
export class NoticeOpenedEvent extends Event {
  static readonly eventName = 'prm-notice-opened';
  constructor(
    readonly noticeId: string,
    readonly kind: string,
    readonly recordType: string,
    readonly recordId: string,
  ) {
    super(NoticeOpenedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-notice-open': NoticeOpenEvent;
    'prm-notice-opened': NoticeOpenedEvent;
  }
}
