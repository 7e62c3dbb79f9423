import { version } from './version.js';

/** Kept on the registry itself, where another copy of prmkit finds them: the version that came first, and whether another was told of. */
const first = Symbol.for('prmkit.version');
const told = Symbol.for('prmkit.told');

/**
 * Registers an element unless the page has one of this name: from a second copy of prmkit, or from a script loaded
 * twice. Says so once where that copy is of another version. Does nothing where there are no custom elements, so that
 * importing works in Node.
 */
export function register(tag: `prm-${string}`, element: CustomElementConstructor, registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  if (!registry) return;
  claim(registry);
  if (!registry.get(tag)) registry.define(tag, element);
}

/** Takes a registry for this version, unless another came first. Answers whether it is this version's. */
export function claim(registry: CustomElementRegistry & { [first]?: string; [told]?: boolean }): boolean {
  const there = (registry[first] ??= version);
  if (there !== version && !registry[told]) {
    registry[told] = true;
    console.warn(`prmkit ${version} was loaded into a page that has prmkit ${there}. What was there first stays; load one version.`);
  }
  return there === version;
}
