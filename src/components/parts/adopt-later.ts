import type { CSSResult, ReactiveControllerHost } from 'lit';

/** Adds a sheet to a widget that is already drawn, for parts that are loaded on use; once, however often it is asked. */
export function adoptLater(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, ...styles: readonly CSSResult[]): void {
  const root = host.renderRoot as ShadowRoot;
  const missing = styles.map(({ styleSheet }) => styleSheet!).filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
