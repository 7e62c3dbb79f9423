/**
 * How the widgets look, in the variable names that hosted payment forms have made usual. Colours are opaque CSS colours
 * (`light-dark(…, …)` among them), lengths CSS lengths; what is left out keeps the host page's own `--prm-*` property, else
 * what the programme saved, else our default.
 */
export interface Appearance {
  /** The brand: primary buttons, links, focus, selection, the first series of a chart. */
  colorPrimary?: string;
  colorBackground?: string;
  colorText?: string;
  colorTextSecondary?: string;
  /** Hairlines between things. */
  colorBorder?: string;
  colorDanger?: string;
  colorWarning?: string;
  colorSuccess?: string;
  /** The page's own font unless said. */
  fontFamily?: string;
  /** 14px unless said; everything else scales with it. */
  fontSizeBase?: string;
  fontWeightStrong?: string;
  borderRadius?: string;
  /** The grid, 4px unless said: smaller is denser. Wins over `density`. */
  spacingUnit?: string;
  /** The height of a row in lists. */
  rowHeight?: string;
  /** What floats: menus and dialogs. Wins over `overlay`. */
  shadow?: string;
  /** `auto` follows the system; the page's own `color-scheme` unless said. */
  colorScheme?: 'light' | 'dark' | 'auto';
  /** How close things stand: a grid of 3, 4 or 5 pixels. */
  density?: 'compact' | 'normal' | 'comfortable';
  /** What sets menus and dialogs apart from the page below them. */
  overlay?: 'shadow' | 'border';
}

const units = { compact: '3px', normal: '4px', comfortable: '5px' };
const shadows = {
  shadow: '0 0 0 1px rgb(0 0 0 / 0.1), 0 16px 32px -8px rgb(0 0 0 / 0.25)',
  border: '0 0 0 1px color-mix(in srgb, currentcolor 40%, transparent)',
};

/** CSS properties with their values. */
export type Properties = readonly (readonly [property: string, value: string])[];

/** `{ colorPrimary: 'teal' }` → `--prm-color-primary: teal`. What is no look of a widget, a programme's logo, sets none. */
export const propertiesOf = ({ density, overlay, colorScheme, ...variables }: Appearance, prefix = '--prm-'): Properties =>
  Object.entries({ colorScheme: colorScheme === 'auto' ? 'light dark' : colorScheme, spacingUnit: density && units[density], shadow: overlay && shadows[overlay], ...variables })
    .flatMap(([variable, value]) => (value && variable !== 'logo' ? [[prefix + variable.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value]] : []));

/** Sets properties on an element in place of earlier ones. Through `element.style`: a strict content policy drops style attributes, not these. */
export function setProperties(element: HTMLElement, properties: Properties, earlier: Properties = []): void {
  for (const [property] of earlier) element.style.removeProperty(property);
  for (const [property, value] of properties) element.style.setProperty(property, value);
}
