/**
 * What a page loads, minified and gzipped, from the bundles for a script tag. A widget is counted in English, with
 * all it loads on first use beyond what the portal has brought and what all widgets share; and once more alone on its page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { importsOf } from '../scripts/bundle-imports.js';
import { held, rounded, type Row } from './row.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const home = join('dist/cdn', version);
const loader = join(home, 'prmkit.js');
const portal = join(home, 'prm-portal.js');

/** In KB. A form comes with its schemas; a widget loads its words in one language. */
const budgets = { portal: 20, widget: 15, form: 20, client: 12, words: 3 };
const forms = new Set(['prm-deal-registration']);

const gzipped = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;
const kilobytes = (bytes: number): number => rounded(bytes / 1024, 1);
const sizeOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + gzipped(readFileSync(file)), 0);

const isOtherLanguage = (file: string): boolean => /^(?!en-)[a-z]{2}-/.test(basename(file));
const isLanguage = (file: string): boolean => /^[a-z]{2}-/.test(basename(file));

/** A file with all it imports, its words included; with `later`, also what it loads only when a form opens, but for another widget: that counts as itself. */
function loadedBy(file: string, { later = false } = {}, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = importsOf(file);
  // Another widget that is opened from this one is held to its own budget.
  const opened = imports.later.filter((path) => (isLanguage(path) ? !isOtherLanguage(path) : later && !basename(path).startsWith('prm-')));
  for (const path of [...imports.now, ...opened]) loadedBy(path, { later }, seen);
  return seen;
}

/** The heaviest files of a widget, named without their hash. */
const heaviest = (files: Iterable<string>): string =>
  [...files].map((file) => ({ name: basename(file, '.js').replace(/-[\w-]{8}$/, ''), size: sizeOf([file]) }))
    .sort((one, other) => other.size - one.size).slice(0, 3).map(({ name, size }) => `${name} ${kilobytes(size)}`).join(', ');

/** What every widget loads, whichever comes first: once a page, and never again. */
const sharedBy = (tags: readonly string[], already: ReadonlySet<string>): Set<string> => {
  const [first, ...others] = tags.map((tag) => loadedBy(join(home, `${tag}.js`)));
  return new Set([...first!].filter((file) => !already.has(file) && others.every((files) => files.has(file))));
};

/**
 * A widget beside the portal and what all widgets share, which is held; and alone on its page, which is the figure to bring
 * under the same budget and is only told: `docs/decisions/shared-floor-counted-once.md`.
 */
function widgetRows(tag: string, already: ReadonlySet<string>, shared: ReadonlySet<string>): Row[] {
  const beyond = (files: Set<string>, ...known: ReadonlySet<string>[]) => [...files].filter((file) => !known.some((set) => set.has(file)));
  const file = join(home, `${tag}.js`);
  const first = loadedBy(file);
  const all = loadedBy(file, { later: true });
  const budget = forms.has(tag) ? budgets.form : budgets.widget;
  const row = (name: string, files: string[], most: number): Row => held(name, kilobytes(sizeOf(files)), 'KB', most, heaviest(files));
  const rows = [row(`size: <${tag}>`, beyond(first, already, shared), budget), row(`alone: <${tag}>`, beyond(first, already), budget)];
  if (all.size > first.size) rows.splice(1, 0, row(`size: <${tag}>, what its dialog adds`, beyond(all, already, shared, first), budgets.form));
  return rows;
}

const languageOf = (file: string): string => basename(file).slice(0, 2);

/** What a widget's first picture says, in the language that says it heaviest; the words that all share come with their floor, once a page. */
function wordsRow(tag: string): Row {
  const catalogues = [...loadedBy(join(home, `${tag}.js`))].flatMap((file) => (basename(file).startsWith('floor-') ? [] : importsOf(file).later)).filter(isLanguage);
  const sizes = [...new Set(catalogues.map(languageOf))].map((language) => {
    const files = new Set(catalogues.filter((file) => languageOf(file) === language).flatMap((file) => [...loadedBy(file)]));
    return { language, size: sizeOf(files) };
  });
  const [most, least] = [...sizes].sort((one, other) => other.size - one.size).flatMap((one, at, all) => (at === 0 || at === all.length - 1 ? one : []));
  return held(`words: <${tag}>, in the heaviest language`, kilobytes(most!.size), 'KB', budgets.words, `${most!.language}; ${least!.language} ${kilobytes(least!.size)}`);
}

/** No catalogue is heavier, and so none that a dialog brings along. */
function heaviestWords(): Row {
  const all = readdirSync(join(home, 'parts')).map((file) => join(home, 'parts', file)).filter(isLanguage);
  const [most] = all.map((file) => ({ file, size: sizeOf([file]) })).sort((one, other) => other.size - one.size);
  return held(`words: the heaviest of ${all.length} catalogues in ${new Set(all.map(languageOf)).size} languages`, kilobytes(most!.size), 'KB', budgets.words, languageOf(most!.file));
}

/** The client's whole entry, bundled for a browser. */
async function clientSize(): Promise<number> {
  const built = await build({
    configFile: false, publicDir: false, logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry: 'src/client/index.ts', formats: ['es'] }, rolldownOptions: { output: { minify: true } } },
  });
  const [{ output }] = (Array.isArray(built) ? built : [built]) as [{ output: { type: string; code?: string }[] }];
  return output.reduce((sum, { code }) => sum + gzipped(code ?? ''), 0);
}

/** Needs `npm run build` first. */
export async function run(): Promise<Row[]> {
  const already = loadedBy(portal).add(loader);
  const tags = readdirSync(home).flatMap((file) => /^(prm-[\w-]+)\.js$/.exec(file)?.[1] ?? []).filter((tag) => tag !== 'prm-portal').sort();
  const shared = sharedBy(tags, already);
  return [
    held('size: <prm-portal> with Lit, client, routes', kilobytes(sizeOf(already)), 'KB', budgets.portal, heaviest(already)),
    { name: 'what all widgets share, once a page', value: kilobytes(sizeOf(shared)), unit: 'KB', note: heaviest(shared) },
    ...tags.flatMap((tag) => widgetRows(tag, already, shared)),
    ...tags.map(wordsRow),
    heaviestWords(),
    held('size: client alone', kilobytes(await clientSize()), 'KB', budgets.client),
  ];
}
