/** Whether a portal stands around an element, through shadow boundaries, upgraded or not. */
export function portalAround(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    if (at.closest('prm-portal')) return true;
  }
  return false;
}
