/** Places an opened popover below the button that stands before it, or above where there is no room; its end at the button's end. */
export function placePopover(popover: HTMLElement): void {
  const opener = popover.previousElementSibling!.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = opener.bottom + 4 + height <= innerHeight || opener.top < height;
  const start = getComputedStyle(popover).direction === 'rtl' ? opener.left : opener.right - width;
  popover.style.inset = `${below ? Math.max(4, Math.min(opener.bottom + 4, innerHeight - height - 4)) : Math.max(4, opener.top - 4 - height)}px auto auto ${Math.min(Math.max(4, start), innerWidth - width - 4)}px`;
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
