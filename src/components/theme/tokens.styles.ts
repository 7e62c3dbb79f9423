import { css } from 'lit';

/**
 * What every widget is drawn with. `--prm-*` belong to the host page and may be set anywhere above or on a widget,
 * `--prm-programme-*` are what the programme saved and the portal sets, and `--_*` are ours, computed from both. They are
 * computed in each widget and not in the portal, so that a brand colour set on a single widget reaches its derived colours too.
 * What is derived is computed under a name of its own, `--_prm-*`, that `registered-tokens.ts` makes known as a colour.
 *
 * Contrast holds for any brand colour on any ground, whichever scheme it was meant for: `docs/decisions/contrast-in-css.md`.
 * `--_ground` is black, as opaque as the background is luminous; mixed half and half into a colour it tells that colour
 * apart from the background's luminance, which is then 2 × alpha − 1. `--_fit` reads both, in linear light, and brings the
 * colour to 5.6 : 1: darker by scaling, lighter by adding white. The half is more than 4.5 : 1 for rows under a pointer, which
 * are a shade nearer. 0.179 is the luminance on which black and white have 4.6 : 1 alike.
 */
export const tokens = css`
  :host {
    color-scheme: var(--prm-color-scheme, var(--prm-programme-color-scheme, inherit));
    --_primary: var(--prm-color-primary, var(--prm-programme-color-primary, light-dark(oklch(0.5 0.16 262), oklch(0.7 0.13 262))));
    --_bg: var(--prm-color-background, var(--prm-programme-color-background, light-dark(#fff, oklch(0.2 0.006 262))));
    --_on: clamp(0, (0.179 - y) * 99999, 1);
    --_soft: calc(var(--_on) - clamp(0, 0.14 - y, 0.12) + clamp(0, y / 9 - 0.04, 0.012));
    --_prm-text: color(from var(--_bg) xyz-d65 calc(0.9505 * var(--_soft)) var(--_soft) calc(1.089 * var(--_soft)));
    --_text: var(--prm-color-text, var(--prm-programme-color-text, var(--_prm-text)));
    --_danger: var(--prm-color-danger, var(--prm-programme-color-danger, oklch(0.58 0.19 27)));
    --_warning: var(--prm-color-warning, var(--prm-programme-color-warning, oklch(0.75 0.15 75)));
    --_success: var(--prm-color-success, var(--prm-programme-color-success, oklch(0.6 0.13 155)));

    --_prm-on-primary: color(from var(--_primary) xyz-d65 calc(0.9505 * var(--_on)) var(--_on) calc(1.089 * var(--_on)));
    --_on-primary: var(--_prm-on-primary);
    --_apart: calc(1.18 - 0.4 * var(--_on));
    --_prm-primary-strong: color(from var(--_primary) xyz-d65 calc(x * var(--_apart)) calc(y * var(--_apart)) calc(z * var(--_apart)));
    --_primary-strong: var(--_prm-primary-strong);

    --_prm-ground: color(from var(--_bg) xyz-d65 0 0 0 / y);
    --_ground: var(--_prm-ground);
    --_dark: clamp(0, (1.179 - 2 * alpha) * 99999, 1);
    --_add: calc(var(--_dark) * clamp(0, (min(1, (2 * alpha - 0.95) * 5.6 - 0.05) - 2 * alpha * y) / (1.00001 - 2 * alpha * y), 1));
    --_keep: min(2 * alpha * (1 - var(--_add)), max(0, (2 * alpha - 0.95) / 5.6 - 0.05) / (y + 0.00001) + 9 * var(--_dark));
    --_fit: xyz-d65 calc(x * var(--_keep) + 0.9505 * var(--_add)) calc(y * var(--_keep) + var(--_add)) calc(z * var(--_keep) + 1.089 * var(--_add)) / 1;

    --_prm-accent: color(from color-mix(in xyz-d65, var(--_ground), var(--_primary)) var(--_fit));
    --_accent: var(--_prm-accent);
    --_prm-danger-text: color(from color-mix(in xyz-d65, var(--_ground), var(--_danger)) var(--_fit));
    --_danger-text: var(--_prm-danger-text);
    --_prm-warning-text: color(from color-mix(in xyz-d65, var(--_ground), var(--_warning)) var(--_fit));
    --_warning-text: var(--_prm-warning-text);
    --_prm-success-text: color(from color-mix(in xyz-d65, var(--_ground), var(--_success)) var(--_fit));
    --_success-text: var(--_prm-success-text);
    --_prm-muted: color(from color-mix(in xyz-d65, var(--_ground), color-mix(in oklab, var(--_text) 68%, var(--_bg))) var(--_fit));
    --_muted: var(--prm-color-text-secondary, var(--prm-programme-color-text-secondary, var(--_prm-muted)));

    /* Towards the text, but on a middling ground away from it, where there is no contrast to spare. */
    --_pole: calc(clamp(0, (0.13 - y) * 99999, 1) + clamp(0, (y - 0.179) * 99999, 1) * clamp(0, (0.3 - y) * 99999, 1));
    --_prm-shade: color(from var(--_bg) xyz-d65 calc(0.9505 * var(--_pole)) var(--_pole) calc(1.089 * var(--_pole)));
    --_shade: var(--_prm-shade);
    --_prm-sunken: color-mix(in oklab, var(--_shade) 3%, var(--_bg));
    --_sunken: var(--_prm-sunken);
    --_prm-hover: color-mix(in oklab, var(--_shade) 5%, var(--_bg));
    --_hover: var(--_prm-hover);
    --_prm-pressed: color-mix(in oklab, var(--_shade) 10%, var(--_bg));
    --_pressed: var(--_prm-pressed);
    --_prm-selected: color-mix(in oklab, oklch(from var(--_primary) 0.565 c h) 8%, var(--_sunken));
    --_selected: var(--_prm-selected);
    --_lift: clamp(0, 0.05 - y, 0.006);
    --_prm-raised: color(from var(--_bg) xyz-d65 calc(x + 0.9505 * var(--_lift)) calc(y + var(--_lift)) calc(z + 1.089 * var(--_lift)));
    --_raised: var(--_prm-raised);
    --_prm-line: color-mix(in oklab, var(--_text) 14%, var(--_bg));
    --_line: var(--prm-color-border, var(--prm-programme-color-border, var(--_prm-line)));
    --_prm-control-line: color-mix(in oklab, var(--_muted) 80%, var(--_bg));
    --_control-line: var(--_prm-control-line);

    --_unit: var(--prm-spacing-unit, var(--prm-programme-spacing-unit, 4px));
    --_radius: var(--prm-border-radius, var(--prm-programme-border-radius, 6px));
    --_size: var(--prm-font-size-base, var(--prm-programme-font-size-base, 14px));
    --_size-small: calc(var(--_size) * 0.8572);
    --_size-large: calc(var(--_size) * 1.1429);
    --_strong: var(--prm-font-weight-strong, var(--prm-programme-font-weight-strong, 600));
    --_control: max(calc(var(--_unit) * 8), 2em);
    --_bar: calc(var(--_control) + var(--_unit) * 6 + 1px);
    --_row: var(--prm-row-height, var(--prm-programme-row-height, max(calc(var(--_unit) * 10), 2.857em)));
    --_shadow: var(
      --prm-shadow,
      var(--prm-programme-shadow, 0 0 0 1px var(--_line), 0 4px 8px -2px rgb(0 0 0 / 0.12), 0 16px 32px -8px rgb(0 0 0 / 0.18))
    );
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
      --_pressed: Canvas;
      --_raised: Canvas;
      --_accent: LinkText;
      --_danger-text: CanvasText;
      --_warning-text: CanvasText;
      --_success-text: CanvasText;
      --_selected: Canvas;
    }
  }
`;
