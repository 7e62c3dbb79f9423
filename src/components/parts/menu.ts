import { html, nothing, render, type TemplateResult } from 'lit';
import { andSmall } from './and-small.js';
import { button } from './button.js';
import { iconEllipsis } from './icons.js';
import { giveFocusBack, noteFocus, placePopover } from './popover.js';

export interface MenuItem {
  readonly label: string;
  readonly danger?: boolean;
  /** Why it cannot be chosen now; it stays in the menu so that the reason can be read. */
  readonly reason?: string | undefined;
  readonly choose: () => void;
}

interface MenuOptions {
  readonly id: string;
  readonly label: string;
  readonly text?: string;
  readonly icon?: string;
  /** Asked for when the menu opens: nobody waits for what is not seen yet. */
  readonly items: () => readonly MenuItem[];
}

/**
 * A button that opens a menu: a native popover, so top layer and light dismissal are the browser's.
 * `id` is unique in the widget. Arrows, Home and End move; the letters of an item do not, menus here are short. With `text` its
 * button bears words beside the icon.
 */
export const menu = ({ id, label, text, icon = iconEllipsis, items }: MenuOptions): TemplateResult =>
  html`${button({ label: text ?? label, icon, iconOnly: !text, opens: id })}
    <div
      class="menu" id=${id} popover role="menu" aria-label=${label} @toggle=${onToggle} @keydown=${onKey}
      @beforetoggle=${(event: ToggleEvent) => (isOpening(event) ? render(renderItems(items()), event.currentTarget as HTMLElement) : noteFocus(event))}
    ></div>`;

const renderItems = (items: readonly MenuItem[]) => items.map(
  (item) => html`<button
    type="button"
    role="menuitem"
    tabindex="-1"
    class=${item.danger ? 'danger' : nothing}
    aria-disabled=${item.reason ? 'true' : nothing}
    aria-description=${item.reason ?? nothing}
    title=${item.reason ?? nothing}
    @click=${(event: Event) => {
      if (item.reason) return;
      const menu = menuOf(event);
      menu.hidePopover();
      // At once, so that a dialog which the item opens gives it back there.
      giveFocusBack(menu);
      item.choose();
    }}
  ><span>${andSmall(item.label, item.reason)}</span></button>`,
);

const menuOf = (event: Event): HTMLElement => (event.currentTarget as HTMLElement).closest<HTMLElement>('.menu')!;

const isOpening = (event: Event): boolean => (event as ToggleEvent).newState === 'open';

/** Places an opened menu by its button and moves the focus into it; a closed one is emptied. */
function onToggle(event: Event): void {
  const popover = event.currentTarget as HTMLElement;
  // It may be gone by now: what was chosen in it took its place.
  if (!popover.isConnected) return;
  if (!isOpening(event)) {
    giveFocusBack(popover);
    return void render(nothing, popover);
  }
  placePopover(popover);
  popover.querySelector<HTMLElement>('[role=menuitem]')?.focus();
}

function onKey(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === 'Tab') (event.currentTarget as HTMLElement).hidePopover();
  // It closes the menu, and not what the menu stands in.
  if (event.key === 'Escape') event.stopPropagation();
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items.at(to % items.length)?.focus();
}
