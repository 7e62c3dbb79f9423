/*
 * What a programme saves of its look is set as CSS in every page its widgets stand in, so it is read by pattern: opaque
 * colours in numbers, lengths within what can be used, and names of fonts. No functions but colours, no `url()`, nothing that
 * ends a declaration. Apart from the schema, so that whoever edits an appearance needs no schemas.
 */
const number = String.raw`-?\d{1,4}(\.\d{1,6})?`;
const oneColor = String.raw`(#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?|(rgb|hsl|hwb|lab|lch|oklab|oklch)\(${number}(%|deg)?([ ,] ?${number}(%|deg)?){2}\))`;
const oneFont = String.raw`([A-Za-z][A-Za-z0-9 _-]{0,60}|"[A-Za-z][A-Za-z0-9 _-]{0,60}"|'[A-Za-z][A-Za-z0-9 _-]{0,60}')`;

/** An opaque colour in numbers: `#0a7d5c`, `oklch(0.6 0.1 170)`. */
export const colorPattern = new RegExp(`^${oneColor}$`);
/** Such a colour, or one for each scheme: `light-dark(#fff, #111)`. */
export const schemeColorPattern = new RegExp(`^(${oneColor}|light-dark\\(${oneColor}, ?${oneColor}\\))$`);
/** One to ten names of fonts: `"Instrument Sans", system-ui, sans-serif`. */
export const fontsPattern = new RegExp(`^${oneFont}(, ?${oneFont}){0,9}$`);
/** The address of an image that anybody may load: a logo in an e-mail has no session. */
export const imagePattern = /^https:\/\/[a-zA-Z0-9.-]+(:\d{1,5})?\/[!#$%&()*+,./0-9:;=?@A-Z_a-z~-]*$/;
export const pixelsPattern = /^\d{1,3}(\.\d{1,2})?px$/;

/** The least and the most of each length, in pixels: beyond them text cannot be read or fields cannot be used. */
export const lengthBounds = { fontSizeBase: [10, 24], borderRadius: [0, 32], spacingUnit: [2, 8], rowHeight: [24, 120] } as const;
