import type { ProgrammeAppearance } from '../../client/index.js';
import { contrastOf, readableOn } from './color-math.js';
import { schemes, shownColor, type ColorName, type Scheme } from './studio-values.js';

/** What there is to say of a colour. What is a `trouble` should be put right; the rest the widgets see to themselves. */
export interface Finding {
  readonly name: ColorName;
  readonly scheme: Scheme;
  readonly kind: 'faint' | 'lost' | 'middling' | 'adjusted';
  readonly trouble: boolean;
  /** To the background; of a background, what the best of black and white has on it. */
  readonly ratio: number;
  /** A colour that would do, or the one that is shown. */
  readonly instead?: string;
}

/** Words need this, and what must only be seen the other (WCAG 1.4.3 and 1.4.11). */
const forWords = 4.5;
const forShapes = 3;
/** Below this on either side, shades and quiet words have no room. */
const roomy = 6;

/** Where colours cannot be read on each other, or are moved so that they can. */
export function findingsOf(appearance: ProgrammeAppearance): Finding[] {
  return schemes.flatMap((scheme) => {
    const ground = shownColor(appearance, 'colorBackground', scheme);
    const found: Finding[] = [];
    const best = Math.max(contrastOf(ground, '#000000'), contrastOf(ground, '#ffffff'));
    if (best < roomy) found.push({ name: 'colorBackground', scheme, kind: 'middling', trouble: true, ratio: best });
    for (const name of ['colorText', 'colorTextSecondary'] as const) {
      const color = shownColor(appearance, name, scheme);
      const ratio = contrastOf(color, ground);
      if (appearance[name] && ratio < forWords) found.push({ name, scheme, kind: 'faint', trouble: true, ratio, instead: readableOn(color, ground) });
    }
    const brand = shownColor(appearance, 'colorPrimary', scheme);
    const ratio = contrastOf(brand, ground);
    const asWords = readableOn(brand, ground);
    if (ratio < forShapes) found.push({ name: 'colorPrimary', scheme, kind: 'lost', trouble: true, ratio, instead: readableOn(brand, ground, forShapes) });
    if (asWords !== brand) found.push({ name: 'colorPrimary', scheme, kind: 'adjusted', trouble: false, ratio, instead: asWords });
    return found;
  });
}
