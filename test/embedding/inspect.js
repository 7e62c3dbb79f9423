/*
 * Runs in the page and tells how each widget stands there. A script of its own and not a function of the test, so that it
 * needs nothing of the page: hosts here replace what others take for granted.
 */
(() => {
  const widgets = [...document.querySelectorAll('prm-portal > *, prm-portal .between > *')].filter(({ localName }) => localName.startsWith('prm-'));
  const stuck = new Set(['outside', 'unconfigured', 'signed-out', 'denied', 'suspended', 'unreachable', 'failed']);
  // What is clipped away is heard and not seen.
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && getComputedStyle(element).clipPath !== 'inset(50%)';
  const spoken = (element) => (element.getAttribute('aria-label') ?? element.innerText ?? '').trim().replace(/\s+/g, ' ');

  /** What is pressed or typed into, by the part of it that takes the press: a box by its label. */
  const targets = (root) => [...root.querySelectorAll('button, input, select, textarea, [role=row][tabindex], summary, a[href]')].filter((one) => {
    if (!seen(one) || one.closest('.visually-hidden')) return false;
    // A link in a sentence is as high as its line, which the rule allows.
    return one.localName !== 'a' || getComputedStyle(one).display !== 'inline';
  });
  const small = (root) => targets(root).filter((one) => {
    const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
    return !boxes.some(({ width, height }) => width >= 24 && height >= 24);
  }).map((one) => `${one.localName} “${spoken(one)}” ${one.getBoundingClientRect().width}×${one.getBoundingClientRect().height}`);

  /** Text that stands out of the widget, or out of what hides it, downwards: sidewards, names are cut with an ellipsis, and tables scroll. */
  const cut = (root, widget) => {
    const found = [];
    const { left, right } = widget.getBoundingClientRect();
    for (const one of root.querySelectorAll('*')) {
      if (!seen(one) || one.closest('.visually-hidden, [popover], dialog, svg, .list-ruler, .scroll, .truncate') || one.querySelector(':popover-open')) continue;
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!own) continue;
      const range = document.createRange();
      range.selectNodeContents(one);
      const box = range.getBoundingClientRect();
      const clipper = clipperOf(one, root);
      if (!clipper && box.width > 0 && (box.left < left - 1 || box.right > right + 1)) found.push(`“${one.textContent.trim().slice(0, 40)}” sideways by ${Math.round(Math.max(left - box.left, box.right - right))}`);
      // An ellipsis is drawn for what stands in the line itself, and not for a box in it.
      if (clipper && clipper !== one && getComputedStyle(one).display !== 'inline' && box.right > clipper.getBoundingClientRect().right + 1) found.push(`“${one.textContent.trim().slice(0, 40)}” without an ellipsis`);
      // Half the leading may be cut: letters stand in the middle of their line.
      if (clipper && box.height > 0) {
        const around = clipper.getBoundingClientRect();
        const leading = Math.max(0, parseFloat(getComputedStyle(one).lineHeight) - parseFloat(getComputedStyle(one).fontSize)) / 2;
        if (around.height > 0 && (box.top < around.top - leading - 1 || box.bottom > around.bottom + leading + 1)) found.push(`“${one.textContent.trim().slice(0, 40)}” downwards`);
      }
    }
    return found;
  };
  const clipperOf = (one, root) => {
    for (let at = one; at && at !== root; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX === 'hidden' && overflowY === 'hidden') return at;
      if (overflowX !== 'visible') return null;
    }
    return null;
  };
  const skeletons = (root) => [...root.querySelectorAll('.skeleton, .row[aria-busy]')].filter(seen).length;
  const moving = (root) => root.getAnimations().filter(({ effect, playState }) => playState === 'running' && effect.getComputedTiming().duration > 0).length;

  return widgets.map((host) => {
    const root = host.shadowRoot;
    const widget = root?.querySelector('.widget');
    if (!widget) return { tag: host.localName, ready: false };
    const box = widget.getBoundingClientRect();
    const style = getComputedStyle(widget);
    const faces = [...root.querySelectorAll('[data-face]')].map(({ dataset }) => dataset.face);
    const list = root.querySelector('.list');
    const isListDrawn = !list || !(Number(list.ariaRowCount ?? list.getAttribute('aria-rowcount')) > 1) || root.querySelector('.list-body > [role=row]:not([aria-busy])') !== null;
    return {
      tag: host.localName,
      ready: widget.getAttribute('aria-busy') === 'false' && skeletons(root) === 0 && isListDrawn && spoken(widget) !== '',
      stuck: faces.find((face) => stuck.has(face)) ?? null,
      width: Math.round(box.width),
      height: Math.round(box.height),
      fontSize: style.fontSize,
      color: style.color,
      background: style.backgroundColor,
      text: spoken(widget),
      wide: Math.max(0, widget.scrollWidth - widget.clientWidth),
      small: small(root),
      cut: cut(root, widget),
      moving: moving(root),
    };
  });
})();
