import found from 'virtual:prmkit-elements';
import type { ElementDeclaration } from '../scripts/editor-data.js';

/** Every element as the manifest has it. */
export const elements = found as readonly ElementDeclaration[];
