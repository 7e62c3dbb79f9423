import type { Plugin } from 'vite';
import { describeElements } from '../scripts/describe-elements.js';

const name = 'virtual:prmkit-elements';

/** The elements as the manifest has them, made anew for each start: `import elements from 'virtual:prmkit-elements'`. */
export const elementsManifest = (): Plugin => ({
  name: 'prmkit-elements-manifest',
  resolveId: (id) => (id === name ? `\0${name}` : null),
  async load(id) {
    if (id !== `\0${name}`) return null;
    const { elements, remove } = await describeElements();
    await remove();
    return `export default ${JSON.stringify(elements)};`;
  },
});
