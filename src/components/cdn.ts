/**
 * The script tag's entry: defines each element when its tag first appears near the visible part of the page. It stands
 * outside the package's module entries, which have no side effects.
 */
import { observePrmElements } from './definitions.js';

export { definePrmElements, observePrmElements } from './definitions.js';

observePrmElements();
