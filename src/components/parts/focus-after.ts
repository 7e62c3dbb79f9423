import type { LitElement } from 'lit';

/** Where the focus goes once the widget in which something was pressed has been drawn anew: what was pressed may be gone, or no longer the point. */
export function focusAfter(event: Event, selector: string): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  void (root.host as LitElement).updateComplete.then(() => root.querySelector<HTMLElement>(selector)?.focus());
}
