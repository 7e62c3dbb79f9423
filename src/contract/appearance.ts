import * as z from 'zod/mini';
import { fontsPattern, imagePattern, lengthBounds, pixelsPattern, schemeColorPattern } from './appearance-patterns.js';
import { oneOf } from './text.js';

const color = z.optional(z.string().check(
  z.maxLength(120),
  z.regex(schemeColorPattern, { error: 'Write an opaque colour as #rrggbb, rgb(…), hsl(…) or oklch(…), or two of them as light-dark(…, …).' }),
));

const pixels = ([least, most]: readonly [number, number]) => z.optional(z.string().check(
  z.regex(pixelsPattern, { error: 'Write a length in px, such as 6px.' }),
  z.refine((text) => Number.parseFloat(text) >= least && Number.parseFloat(text) <= most, { error: `Use ${least}px to ${most}px.`, params: { code: 'range' } }),
));

/** How a programme's widgets look, by the names that the portal's own `appearance` has. */
export const appearance = z.strictObject({
  colorPrimary: color,
  colorBackground: color,
  colorText: color,
  colorTextSecondary: color,
  colorBorder: color,
  colorDanger: color,
  colorWarning: color,
  colorSuccess: color,
  fontFamily: z.optional(z.string().check(z.maxLength(300), z.regex(fontsPattern, { error: 'Name fonts, separated by commas.' }))),
  fontSizeBase: pixels(lengthBounds.fontSizeBase),
  fontWeightStrong: z.optional(z.string().check(z.regex(/^[1-9]00$/))),
  borderRadius: pixels(lengthBounds.borderRadius),
  spacingUnit: pixels(lengthBounds.spacingUnit),
  rowHeight: pixels(lengthBounds.rowHeight),
  colorScheme: z.optional(oneOf(['light', 'dark', 'auto'])),
  density: z.optional(oneOf(['compact', 'normal', 'comfortable'])),
  overlay: z.optional(oneOf(['shadow', 'border'])),
  /** Heads the programme's e-mails; widgets stand in a page that has its own. */
  logo: z.optional(z.string().check(z.maxLength(500), z.regex(imagePattern, { error: 'Write the address of an image, beginning with https://.' }))),
});
/** What a programme saved of its look. */
export type ProgrammeAppearance = z.infer<typeof appearance>;
