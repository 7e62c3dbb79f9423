/**
 * How the widgets look, in the variable names that hosted payment forms have made usual. Colours are CSS colours,
 * lengths CSS lengths; what is left out keeps its default or the host page's own `--prm-*` property.
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
  fontFamily?: string;
  /** 14px unless said; everything else scales with it. */
  fontSizeBase?: string;
  fontWeightStrong?: string;
  borderRadius?: string;
  /** The grid, 4px unless said: smaller is denser. */
  spacingUnit?: string;
  /** The height of a row in lists. */
  rowHeight?: string;
  /** What floats: menus and dialogs. */
  shadow?: string;
}

const variables = [
  'colorPrimary', 'colorBackground', 'colorText', 'colorTextSecondary', 'colorBorder', 'colorDanger', 'colorWarning', 'colorSuccess',
  'fontFamily', 'fontSizeBase', 'fontWeightStrong', 'borderRadius', 'spacingUnit', 'rowHeight', 'shadow',
] as const satisfies readonly (keyof Appearance)[];

/** `colorPrimary` → `--prm-color-primary`. */
export const propertyOf = (variable: keyof Appearance): string =>
  `--prm-${variable.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Sets an appearance on an element, and takes off what an earlier one had set and this one does not. */
export function applyAppearance(element: HTMLElement, appearance: Appearance, earlier: Appearance = {}): void {
  for (const variable of variables) {
    const value = appearance[variable];
    // Through element.style: a strict content policy drops style attributes, not properties.
    if (value) element.style.setProperty(propertyOf(variable), value);
    else if (earlier[variable]) element.style.removeProperty(propertyOf(variable));
  }
}
