/** Between a popover and the window's edge, in px. */
const edge = 8;

/** Places an opened popover below the button that stands before it, or above where there is no room; its end at the button's end. */
export function placePopover(popover: HTMLElement): void {
  const opener = popover.previousElementSibling!.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = opener.bottom + 4 + height <= innerHeight || opener.top < height;
  const start = getComputedStyle(popover).direction === 'rtl' ? opener.left : opener.right - width;
  const top = below ? Math.min(opener.bottom + 4, innerHeight - height - edge) : opener.top - 4 - height;
  const left = Math.min(Math.max(edge, start), document.documentElement.clientWidth - width - edge);
  popover.style.inset = `${Math.max(edge, top)}px auto auto ${left}px`;
}

const held = new WeakSet<HTMLElement>();

/** Heard before a popover closes: notes whether the focus is in it. */
export function noteFocus(event: ToggleEvent): void {
  const popover = event.currentTarget as HTMLElement;
  if (event.newState === 'closed' && popover.matches(':focus-within')) held.add(popover);
}

/** Once it is closed: the focus that was in it goes back to its button, unless it went elsewhere by itself. Browsers see to that outside of shadow roots alone. */
export function giveFocusBack(popover: HTMLElement): void {
  const { activeElement: inside } = popover.getRootNode() as ShadowRoot;
  const isNowhere = inside ? popover.contains(inside) : document.activeElement === document.body;
  if (held.delete(popover) && isNowhere) (popover.previousElementSibling as HTMLElement).focus();
}
