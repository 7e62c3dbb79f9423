/** Every element by its tag, loaded on use. The only place that knows all of them. */
export const definitions = {
  'prm-portal': () => import('./portal/prm-portal.js'),
  'prm-deal-list': () => import('./deal-list/prm-deal-list.js'),
  'prm-lead-inbox': () => import('./lead-inbox/prm-lead-inbox.js'),
  'prm-partner-dashboard': () => import('./partner-dashboard/prm-partner-dashboard.js'),
  'prm-customer-list': () => import('./customer-list/prm-customer-list.js'),
  'prm-deal-desk': () => import('./deal-desk/prm-deal-desk.js'),
  'prm-programme-rules': () => import('./programme-rules/prm-programme-rules.js'),
  'prm-notice-bell': () => import('./notice-bell/prm-notice-bell.js'),
  'prm-deal-registration': () => import('./deal-registration/prm-deal-registration.js'),
} as const satisfies Record<`prm-${string}`, () => Promise<unknown>>;

export type PrmTag = keyof typeof definitions;

/** Loads and registers elements: all of them, or those named. For pages that know what they show. */
export async function definePrmElements(...tags: PrmTag[]): Promise<void> {
  const wanted = tags.length > 0 ? tags : (Object.keys(definitions) as PrmTag[]);
  await Promise.all(wanted.map((tag) => definitions[tag]()));
}

/**
 * Registers each element when its tag first stands near the visible part of a page, now or later. Returns how to stop.
 * What stands in other shadow roots is not seen: hand such a root in.
 */
export function observePrmElements(root: Document | ShadowRoot | Element = document): () => void {
  const nearing = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) load(target);
    },
    { rootMargin: '400px' },
  );
  const selector = Object.keys(definitions).join();

  const load = (element: Element): void => {
    nearing.unobserve(element);
    const tag = element.localName as PrmTag;
    definitions[tag]().catch((error: unknown) => console.error(`<${tag}> could not be loaded.`, error));
  };
  const meet = (element: Element): void => {
    if (customElements.get(element.localName) || !(element.localName in definitions)) return;
    // A portal draws nothing, so it would never be seen; and what stands in it waits for it.
    if (element.localName === 'prm-portal') load(element);
    else nearing.observe(element);
  };

  const changes = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        meet(node);
        node.querySelectorAll(selector).forEach(meet);
      }
    }
  });
  root.querySelectorAll(selector).forEach(meet);
  changes.observe(root, { childList: true, subtree: true });
  return () => {
    changes.disconnect();
    nearing.disconnect();
  };
}
