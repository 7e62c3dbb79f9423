/** What the script tag's own file, the loader, is given beside what a bundler makes of it: so that fewer files are waited for, one after the other. */
import { posix } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Half a kilobyte that the loader needs before any element is wanted, and that elements need, too. It has its own copy, for what it
 * shared would be a file more to wait for before anything begins; what the copies must know of each other stands on the page's registry.
 */
export const ownCopies = (): Plugin => ({
  name: 'prmkit-loader-copies',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!/(\/components\/definitions\.ts|\?loader)$/.test(importer ?? '') || !/\/(register|try-later|version)\.js$/.test(source)) return null;
    const found = await this.resolve(source, importer!.replace('?loader', ''), { skipSelf: true });
    return found && `${found.id}?loader`;
  },
});

/** Has the loader ask for an element's parts together with the element, and not once that has come and says what it needs. */
export const partsAhead = (loader: string): Plugin => ({
  name: 'prmkit-parts-ahead',
  generateBundle(_, bundle) {
    const folder = posix.dirname(loader);
    const importsOf = (file: string): string[] => (bundle[file] as { imports?: string[] }).imports ?? [];
    const partsOf = (file: string): string[] => [...new Set(importsOf(file).flatMap((part) => [part, ...partsOf(part)]))];
    const chunk = bundle[loader] as { code: string };
    chunk.code = chunk.code.replace(/import\(`\.\/(prm-[\w-]+\.js)`\)/g, (element: string, file: string) => {
      const parts = partsOf(posix.join(folder, file)).map((part) => `import(\`./${posix.relative(folder, part)}\`)`);
      return `Promise.all([${[element, ...parts].join()}]).then(([e])=>e)`;
    });
  },
});
