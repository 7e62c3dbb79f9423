import { html, nothing, type TemplateResult } from 'lit';
import { icon as drawIcon } from './icon.js';
import { iconLoaderCircle } from './icons.js';

/** A native button. One `primary` in view; `plain` has no border and stands among text; `icon` alone needs `iconOnly`. */
export interface ButtonOptions {
  readonly label: string;
  readonly kind?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly icon?: string;
  /** Draws the icon alone; the label becomes its name and hint. */
  readonly iconOnly?: boolean;
  readonly type?: 'button' | 'submit';
  /** Under way: keeps its focus and its width, and does nothing when pressed. */
  readonly busy?: boolean;
  /** Why it cannot be pressed now. It stays focusable, so that the reason can be read. */
  readonly reason?: string | undefined;
  readonly disabled?: boolean;
  readonly press?: (event: MouseEvent) => void;
  readonly part?: string;
  /** The id of a popover that it opens. */
  readonly opens?: string;
  /** The key that does the same here, told in its title. */
  readonly keys?: string;
}

export function button(options: ButtonOptions): TemplateResult {
  const { label, kind = 'quiet', icon, iconOnly, type = 'button', busy, reason, disabled, press, part, opens, keys } = options;
  const off = Boolean(busy || reason);
  return html`<button
    class=${iconOnly ? `button ${kind} icon-only` : `button ${kind}`}
    part=${part ?? nothing}
    type=${type}
    ?disabled=${disabled}
    aria-disabled=${off ? 'true' : nothing}
    aria-busy=${busy ? 'true' : nothing}
    aria-label=${iconOnly ? label : nothing}
    title=${reason ?? (keys ? `${label} (${keys})` : iconOnly ? label : nothing)}
    aria-keyshortcuts=${keys ?? nothing}
    aria-description=${reason ?? nothing}
    popovertarget=${opens ?? nothing}
    @click=${(event: MouseEvent) => (off ? event.preventDefault() : press?.(event))}
  >${busy ? drawIcon(iconLoaderCircle) : icon ? drawIcon(icon) : nothing}${iconOnly ? nothing : html`<span>${label}</span>`}</button>`;
}
