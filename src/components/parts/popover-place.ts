/** Places an opened popover below the button that stands before it, or above where there is no room; its end at the button's end. */
export function placePopover(popover: HTMLElement): void {
  const opener = popover.previousElementSibling!.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = opener.bottom + 4 + height <= innerHeight || opener.top < height;
  const start = getComputedStyle(popover).direction === 'rtl' ? opener.left : opener.right - width;
  popover.style.inset = `${below ? Math.max(4, Math.min(opener.bottom + 4, innerHeight - height - 4)) : Math.max(4, opener.top - 4 - height)}px auto auto ${Math.min(Math.max(4, start), innerWidth - width - 4)}px`;
}
