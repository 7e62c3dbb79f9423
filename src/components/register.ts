/**
 * Registers an element unless the page has one of this name: from a second copy of prmkit, or from a script loaded
 * twice. Does nothing where there are no custom elements, so that importing works in Node.
 */
export function register(tag: `prm-${string}`, element: CustomElementConstructor): void {
  if (typeof customElements !== 'undefined' && !customElements.get(tag)) customElements.define(tag, element);
}
