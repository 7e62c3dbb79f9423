import type { ProgrammeAppearance } from '../../client/index.js';
import { propertiesOf } from '../theme/appearance.js';

export type CodeKind = 'css' | 'json';

/** What a web developer puts into the site: a rule for its style sheet, or the value of `portal.appearance`. */
export const codeOf = (kind: CodeKind, appearance: ProgrammeAppearance): string =>
  kind === 'json'
    ? JSON.stringify({ ...appearance, logo: undefined }, null, 2)
    : `prm-portal {\n${propertiesOf(appearance).map(([property, value]) => `  ${property}: ${value};\n`).join('')}}`;
