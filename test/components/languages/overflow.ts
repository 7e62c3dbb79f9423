const isSeen = (element: HTMLElement): boolean => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

/** Heard and not seen, or drawn over something on purpose. */
const isHidden = (element: HTMLElement): boolean => element.closest('.visually-hidden, svg') !== null || getComputedStyle(element).clipPath === 'inset(50%)';

const short = (element: HTMLElement): string =>
  `<${element.localName}${element.className ? ` class="${element.className}"` : ''}> “${element.innerText.replace(/\s+/g, ' ').trim().slice(0, 60)}”`;

/** Whether something around it, within its frame, scrolls or cuts off on purpose. */
function isHeld(element: HTMLElement, frame: Element): boolean {
  for (let at = element.parentElement; at && at !== frame; at = at.parentElement) {
    if (getComputedStyle(at).overflowX !== 'visible') return true;
  }
  return false;
}

/**
 * What of a widget does not fit: stands out of its frame, spills out of its own box, scrolls sideways
 * without a table or a board in it, or is cut off without three dots to say so.
 */
export function overflowing(widget: HTMLElement): string[] {
  return [...widget.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter((element) => isSeen(element) && !isHidden(element)).flatMap((element) => {
    const frame = element.closest('dialog, [popover]') ?? widget;
    const [own, around] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
    const { overflowX, textOverflow, display } = getComputedStyle(element);
    const isWider = display !== 'inline' && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    if (own.width > 0 && (own.right > around.right + 1 || own.left < around.left - 1) && !isHeld(element, frame)) return [`${short(element)} stands ${Math.round(Math.max(own.right - around.right, around.left - own.left))} px out`];
    if (isWider && overflowX === 'visible' && !isHeld(element, frame)) return [`${short(element)} spills ${element.scrollWidth - element.clientWidth} px`];
    if (isWider && /auto|scroll/.test(overflowX) && !element.querySelector('table, .column')) return [`${short(element)} scrolls sideways`];
    if (isWider && /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis') return [`${short(element)} is cut off`];
    return [];
  });
}
