import axe from 'axe-core';
import { expect, nextFrame } from '@open-wc/testing';
import type { PortalElement } from '../../src/components/portal/prm-portal.js';

const grounds = { light: '#ffffff', dark: '#16181d' } as const;

/** Holds what a portal shows now against axe's rules, in the light and in the dark, on a page of that colour. */
export async function expectAccessible(portal: PortalElement): Promise<void> {
  const { documentElement: root, body } = document;
  for (const scheme of ['light', 'dark'] as const) {
    root.style.colorScheme = scheme;
    body.style.background = grounds[scheme];
    portal.colorScheme = scheme;
    await portal.updateComplete;
    await nextFrame();
    finishTransitions(portal);
    const { violations } = await axe.run(portal, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${scheme}: ${id} at ${target.join(' ')}: ${failureSummary}`))).to.deep.equal([]);
  }
  root.style.colorScheme = body.style.background = '';
}

/** A colour on its way from light to dark is neither; a dialog that still rises is half transparent. What turns for ever may. Also in a widget that stands in another. */
function finishTransitions(root: ParentNode): void {
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    for (const animation of shadowRoot.getAnimations()) if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    finishTransitions(shadowRoot);
  }
}
