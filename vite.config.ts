/**
 * Three builds of one source. `vite build` keeps the modules as they are, for bundlers and Node: every dependency stays
 * outside. `vite build --mode cdn` bundles the widgets with what they need, one file per element, for a script tag.
 * `vite build --mode cdn-all` puts the same into a single file, for pages that allow one script only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { compactTemplates } from './scripts/compact-templates.js';
import { drawnSkeletons } from './scripts/drawn-skeletons.js';
import { ownCopies, partsAhead } from './scripts/loader-bundle.js';

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string; dependencies: Record<string, string>; peerDependencies: Record<string, string>;
};
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => `src/${path.replaceAll('\\', '/')}`);

/** The files that register an element, named like its tag. */
const elements = sources.filter((path) => /\/prm-[\w-]+\.ts$/.test(path));
/** What is opened from outside: the doors of the package, the elements, and scripts that run in a thread of their own. */
const doors = sources.filter((path) => /^src\/(index|[\w-]+\/index|components\/theme\/themes)\.ts$|-worker\.[jt]s$/.test(path));

// One expression for each package: a general "all that is not relative" would also leave out the compiler's own runtime.
const external = [/^node:/, ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).map((name) => new RegExp(`^${name}(/|$)`))];

/** Lets `prmkit/components/prm-deal-list` be one address for all elements, wherever their folders stand. */
const elementAddresses = (): Plugin => ({
  name: 'prmkit-element-addresses',
  generateBundle() {
    for (const path of elements) {
      const tag = basename(path, '.ts');
      const source = `import './${relative('src/components', dirname(path))}/${tag}.js';\n`;
      this.emitFile({ type: 'asset', fileName: `components/${tag}.js`, source });
      this.emitFile({ type: 'asset', fileName: `components/${tag}.d.ts`, source });
    }
  },
});

const packageBuild: UserConfig = {
  publicDir: false,
  plugins: [elementAddresses(), drawnSkeletons()],
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: [...doors, ...elements], formats: ['es'] },
    rolldownOptions: { external, checks: { pluginTimings: false }, output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' } },
  },
};

/**
 * What every widget stands on comes with the portal, as far as its budget goes, so that it loads beside it and not after.
 * Expressions over paths, from the most particular.
 */
const foundation = /node_modules\/(@lit|lit(?!(-html)?\/directive))|oxc-project.runtime|src\/client\/new-key|src\/components\/(locale\/(catalogue|local-text|once-for|zone)|(register|try-later|version)\.ts$|theme\/(appearance|base)|portal\/portal-context)/;

/**
 * What most widgets share in one file, what lists share, what fields and dialogs are made of, how values are read and
 * written in forms, and what is drawn of deals in others: a dozen
 * small ones weigh three kilobytes more, for each is compressed without knowing the others, and each is a request.
 */
const floor = /node_modules\/lit(-html)?\/directive|src\/components\/(portal-widget|theme\/tokens|load-controller|locale\/(error-sentences|format|code-word|language|shared-words|speech|translate)|portal\/(announce|portal-around|portal-follower)|parts\/(button|chosen|faces|icons?|toolbar|segmented|skeleton|outcome|marks|status|table|time-bar|keep-typing|widget-frame))/;
const lists = /src\/components\/list\//;
const controls = /src\/components\/parts\/(adopt-later|facts|field(?!-)|focus-after|menu|modal-dialog|overlay|popover|stale)/;
const values = /src\/components\/locale\/(address|countries|decimals)/;
const deals = /src\/components\/(deal\/deal-marks|deal-list\/deal-(events|query))/;

/** What a version's folder holds never changes; beside it stands a door that leads to the version that is installed. */
const versionFolder = manifest.version;
const versionDoor = (): Plugin => ({
  name: 'prmkit-version-door',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'prmkit.js', source: `export * from './${versionFolder}/prmkit.js';\n` });
  },
});

const forScriptTags: UserConfig = {
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * Asks the browser to compile all functions of a file while it arrives, beside the page's own work, for nearly all of them run before
 * the first picture is there; found one after the other as they are called, they hold it up by up to a tenth.
 * https://v8.dev/blog/explicit-compile-hints
 */
const compiledAtOnce = '//# allFunctionsCalledOnLoad';

const cdnBuild: UserConfig = {
  ...forScriptTags,
  plugins: [ownCopies(), partsAhead(`${versionFolder}/prmkit.js`), compactTemplates(), versionDoor()],
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    lib: { entry: { prmkit: 'src/components/cdn.ts', themes: 'src/components/theme/themes.ts', ...Object.fromEntries(elements.map((path) => [basename(path, '.ts'), path])) }, formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: `${versionFolder}/[name].js`, chunkFileNames: `${versionFolder}/parts/[name]-[hash].js`, minify: true, postBanner: compiledAtOnce, codeSplitting: { groups: [{ name: 'foundation', test: foundation }, { name: 'floor', test: floor }, { name: 'lists', test: lists }, { name: 'controls', test: controls }, { name: 'values', test: values }, { name: 'deals', test: deals }] } } },
  },
};

/** Without imports and exports, so it is a classic script and a module alike; the former finds what it exports as `prmkit`. */
const oneFileBuild: UserConfig = {
  ...forScriptTags,
  plugins: [compactTemplates()],
  build: {
    target: 'es2022',
    outDir: `dist/cdn/${versionFolder}`,
    emptyOutDir: false,
    lib: { entry: { 'prmkit.all': 'src/components/cdn.ts' }, formats: ['iife'], name: 'prmkit' },
    rolldownOptions: { output: { entryFileNames: '[name].js', codeSplitting: false, minify: true } },
  },
};

const builds: Record<string, UserConfig> = { 'cdn': cdnBuild, 'cdn-all': oneFileBuild };

export default defineConfig(({ mode }) => builds[mode] ?? packageBuild);
