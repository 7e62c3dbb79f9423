/** Writes the documents that the manifest tells: llms.txt and docs/elements.md. A test fails while they are not what this would write. */
import { writeFile } from 'node:fs/promises';
import { describeElements } from './describe-elements.js';
import { elementsGuide } from './elements-guide.js';
import { llmsText } from './llms-text.js';

const { elements, remove } = await describeElements();
await writeFile('llms.txt', llmsText(elements));
await writeFile('docs/elements.md', elementsGuide(elements));
await remove();
