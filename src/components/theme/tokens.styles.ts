import { css } from 'lit';

/**
 * What every widget is drawn with. `--prm-*` belong to the host page and may be set anywhere above or on a widget;
 * `--_*` are ours, computed from them. They are computed in each widget and not in the portal, so that a brand colour
 * set on a single widget reaches its derived colours too. Light and dark follow `color-scheme`.
 *
 * Contrast holds for any brand colour: what stands on it is black or white by its WCAG luminance (the Y of XYZ; 0.179 is
 * where both have 4.6 : 1), and where the colour itself is text or a line, its OKLCH lightness is bounded.
 */
export const tokens = css`
  :host {
    --_primary: var(--prm-color-primary, light-dark(oklch(0.5 0.16 262), oklch(0.7 0.13 262)));
    --_bg: var(--prm-color-background, light-dark(#fff, oklch(0.2 0.006 262)));
    --_text: var(--prm-color-text, oklch(from var(--_bg) calc(0.22 + 0.72 * clamp(0, (0.564 - l) * 1000, 1)) min(c, 0.02) h));
    --_danger: var(--prm-color-danger, oklch(0.58 0.19 27));
    --_warning: var(--prm-color-warning, oklch(0.75 0.15 75));
    --_success: var(--prm-color-success, oklch(0.6 0.13 155));

    --_on-primary: color(
      from var(--_primary) xyz-d65 calc(0.9505 * clamp(0, (0.179 - y) * 100000, 1)) clamp(0, (0.179 - y) * 100000, 1)
        calc(1.089 * clamp(0, (0.179 - y) * 100000, 1))
    );
    --_primary-strong: color(
      from var(--_primary) xyz-d65 calc(x * (0.78 + 0.4 * clamp(0, (y - 0.179) * 100000, 1)))
        calc(y * (0.78 + 0.4 * clamp(0, (y - 0.179) * 100000, 1))) calc(z * (0.78 + 0.4 * clamp(0, (y - 0.179) * 100000, 1)))
    );

    --_muted: var(--prm-color-text-secondary, color-mix(in oklab, var(--_text) 68%, var(--_bg)));
    --_line: var(--prm-color-border, color-mix(in oklab, var(--_text) 14%, var(--_bg)));
    --_control-line: color-mix(in oklab, var(--_text) 46%, var(--_bg));
    --_sunken: color-mix(in oklab, var(--_text) 4%, var(--_bg));
    --_hover: color-mix(in oklab, var(--_text) 6%, var(--_bg));
    --_raised: light-dark(var(--_bg), color-mix(in oklab, var(--_text) 5%, var(--_bg)));

    --_accent: light-dark(oklch(from var(--_primary) min(l, 0.47) c h), oklch(from var(--_primary) max(l, 0.76) c h));
    --_danger-text: light-dark(oklch(from var(--_danger) min(l, 0.5) c h), oklch(from var(--_danger) max(l, 0.76) c h));
    --_warning-text: light-dark(oklch(from var(--_warning) min(l, 0.5) min(c, 0.11) h), oklch(from var(--_warning) max(l, 0.78) c h));
    --_success-text: light-dark(oklch(from var(--_success) min(l, 0.48) c h), oklch(from var(--_success) max(l, 0.76) c h));
    --_selected: color-mix(in oklab, var(--_accent) 10%, var(--_bg));

    --_unit: var(--prm-spacing-unit, 4px);
    --_radius: var(--prm-border-radius, 6px);
    --_size: var(--prm-font-size-base, 14px);
    --_size-small: calc(var(--_size) * 0.8572);
    --_size-large: calc(var(--_size) * 1.1429);
    --_strong: var(--prm-font-weight-strong, 600);
    --_control: max(calc(var(--_unit) * 8), 2.2857em);
    --_row: var(--prm-row-height, max(calc(var(--_unit) * 10), 2.857em));
    --_shadow: var(--prm-shadow, 0 0 0 1px var(--_line), 0 4px 8px -2px rgb(0 0 0 / 0.12), 0 16px 32px -8px rgb(0 0 0 / 0.18));
    --_quick: 120ms;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0ms;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_primary: ButtonText;
      --_on-primary: ButtonFace;
      --_primary-strong: Highlight;
      --_bg: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_line: CanvasText;
      --_control-line: ButtonBorder;
      --_sunken: Canvas;
      --_hover: Canvas;
      --_raised: Canvas;
      --_accent: LinkText;
      --_danger-text: CanvasText;
      --_warning-text: CanvasText;
      --_success-text: CanvasText;
      --_selected: Canvas;
    }
  }
`;
