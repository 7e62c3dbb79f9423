/** Writes llms.txt. A test fails while the file is not what this would write. */
import { writeFile } from 'node:fs/promises';
import { describeElements } from './describe-elements.js';
import { llmsText } from './llms-text.js';

const { elements, remove } = await describeElements();
await writeFile('llms.txt', llmsText(elements));
await remove();
