/*
 * Runs in the page, after axe-core: what axe finds in the portal that stands there, and what it cannot tell by itself. A
 * script of its own, so that the test and the page share no more than its answer.
 */
(async () => {
  // One letter is text, too: axe would leave it to people. All the rest as axe has it, since options are replaced as a whole.
  const contrast = {
    ignoreLength: true, ignoreUnicode: true, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18,
    contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } }, pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03,
  };
  axe.configure({ checks: [{ id: 'color-contrast', options: contrast }] });
  // What a story cannot answer for: the page around it. Sizes of targets are asked for apart from the rest.
  const options = { elementRef: true, resultTypes: ['violations', 'incomplete'], rules: { region: { enabled: false }, 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } } };

  /** A colour on its way from light to dark is neither. What turns for ever may. */
  for (const { shadowRoot } of document.querySelectorAll('prm-portal *')) {
    for (const animation of shadowRoot?.getAnimations() ?? []) if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }

  const saying = (id, { target, any, all, none }) => `${id} at ${target.flat().join(' ')}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`;
  const { violations, incomplete } = await axe.run('prm-portal', options);
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => saying(id, node)));
  const untold = [];
  let askedAgain = 0;
  for (const { id, nodes } of incomplete) {
    for (const node of nodes) {
      // What the edge of a scrolled part cuts off is moved to its middle and asked again.
      askedAgain += 1;
      node.element.scrollIntoView({ block: 'center', inline: 'nearest' });
      const again = await axe.run(node.element, { ...options, runOnly: [id] });
      found.push(...again.violations.flatMap((rule) => rule.nodes.filter(({ element }) => element === node.element).map((one) => saying(id, one))));
      untold.push(...again.incomplete.flatMap((rule) => rule.nodes.filter(({ element }) => element === node.element).map((one) => saying(id, one))));
    }
  }
  return { violations: found, incomplete: untold, askedAgain };
})();
