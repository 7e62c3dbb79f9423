import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { allOf } from './bundle-imports.js';

/** What is published beside the files of a version, so that a page can refuse any that differs. */
export interface Integrity {
  version: string;
  /** `sha384-…` by the path inside the version's folder. */
  files: Record<string, string>;
  /** What each element's file loads with it, itself included: what a page may ask for ahead. */
  needs: Record<string, string[]>;
}

/** The hash by which a browser holds a script against what the page expects. */
export const hashOf = (content: Uint8Array): string => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** Writes `integrity.json` into the version's folder of a CDN build, and `embed.html`: the same as tags to paste. */
export async function publishIntegrity(cdn: string): Promise<void> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const folder = join(cdn, version);
  const paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.js')).sort();
  const files = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, hashOf(await readFile(join(folder, path)))] as const)));
  const inFolder = (path: string) => relative(folder, path).replaceAll('\\', '/');
  const needs = Object.fromEntries(paths.filter((path) => /^prm-[\w-]+\.js$/.test(path)).map((path) => [path, [...allOf(join(folder, path))].map(inFolder)]));
  const published = { version, files, needs } satisfies Integrity;
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(published, null, 2)}\n`);
  await writeFile(join(folder, 'embed.html'), tagsFor(published, `/prmkit/${version}/`));
}

/**
 * The tags of a page that takes the files from `base`. A script's own `integrity` covers that file alone: what it imports
 * is covered by an import map, which stands before any module. What every widget needs is asked for with the page, and not
 * one after the other as each is read.
 */
export function tagsFor({ version, files, needs }: Integrity, base: string): string {
  const [first, ...others] = Object.entries(needs).flatMap(([path, needed]) => (path === 'prm-portal.js' ? [] : [needed]));
  const always = new Set([...needs['prm-portal.js']!, ...first!.filter((path) => others.every((needed) => needed.includes(path)))]);
  const ahead = [...always].map((path) => `<link rel="modulepreload" href="${base}${path}" integrity="${files[path]}" crossorigin="anonymous">`);
  const parts = Object.entries(files).filter(([path]) => path !== 'prmkit.all.js').map(([path, hash]) => [base + path, hash]);
  return `<!-- prmkit ${version}. Replace ${base} by where you serve this folder. Before any other module of the page: -->
<script type="importmap">${JSON.stringify({ integrity: Object.fromEntries(parts) })}</script>
<script type="module" src="${base}prmkit.js" integrity="${files['prmkit.js']}" crossorigin="anonymous"></script>
${ahead.join('\n')}

<!-- Or, where a page allows one script only, all of it in one file and nothing of the above:
<script src="${base}prmkit.all.js" integrity="${files['prmkit.all.js']}" crossorigin="anonymous" defer></script>
-->
`;
}
