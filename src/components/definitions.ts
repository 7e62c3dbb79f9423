import { claim, register } from './register.js';
import { TryLater } from './try-later.js';

/** Every element by its tag, loaded on use. The only place that knows all of them. */
export const definitions = {
  'prm-portal': () => import('./portal/prm-portal.js'),
  'prm-deal-list': () => import('./deal-list/prm-deal-list.js'),
  'prm-lead-inbox': () => import('./lead-inbox/prm-lead-inbox.js'),
  'prm-partner-dashboard': () => import('./partner-dashboard/prm-partner-dashboard.js'),
  'prm-customer-list': () => import('./customer-list/prm-customer-list.js'),
  'prm-deal-desk': () => import('./deal-desk/prm-deal-desk.js'),
  'prm-programme-rules': () => import('./programme-rules/prm-programme-rules.js'),
  'prm-theme-studio': () => import('./theme-studio/prm-theme-studio.js'),
  'prm-notice-bell': () => import('./notice-bell/prm-notice-bell.js'),
  'prm-deal-registration': () => import('./deal-registration/prm-deal-registration.js'),
} as const satisfies Record<`prm-${string}`, () => Promise<unknown>>;

export type PrmTag = keyof typeof definitions;

export interface DefineOptions {
  /** A scoped registry that is to know them, too, under the same tags; elements load into the page's own either way. */
  registry?: CustomElementRegistry;
}

/** Loads and registers elements: all of them, or those named. For pages that know what they show; on a server, nothing happens. */
export async function definePrmElements(...wanted: readonly PrmTag[] | readonly [...PrmTag[], DefineOptions]): Promise<void> {
  if (!globalThis.customElements) return;
  const named = (wanted as readonly (PrmTag | DefineOptions)[]).filter((one) => typeof one === 'string');
  const { registry } = (wanted.at(-1) ?? {}) as DefineOptions;
  const tags = named.length > 0 ? named : (Object.keys(definitions) as PrmTag[]);
  await Promise.all(tags.map(async (tag) => {
    // Such a file exports its class and nothing else; what the page calls by this name may be another copy's.
    const [element] = Object.values(await definitions[tag]());
    if (registry) register(tag, element!, registry);
  }));
}

/**
 * Registers each element when its tag first stands near the visible part of a page, now or later. Returns how to stop.
 * What stands in other shadow roots is not seen: hand such a root in. Where a copy of another version came first, that
 * one goes on alone; on a server, nothing happens.
 */
export function observePrmElements(root: Document | ShadowRoot | Element = globalThis.document): () => void {
  if (!root || !claim(customElements)) return () => undefined;
  const nearing = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) load(target);
    },
    { rootMargin: '400px', scrollMargin: '400px' },
  );
  const selector = Object.keys(definitions).join();

  const later = new Map<PrmTag, TryLater>();
  const load = (element: Element): void => {
    nearing.unobserve(element);
    const tag = element.localName as PrmTag;
    definitions[tag]().then(() => later.get(tag)?.stop(), (error: unknown) => {
      console.error(`<${tag}> could not be loaded.`, error);
      const again = later.get(tag) ?? new TryLater(() => load(element));
      later.set(tag, again);
      again.failed({ retryable: true });
    });
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
