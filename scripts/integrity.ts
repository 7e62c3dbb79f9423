import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is published beside the files of a version, so that a page can refuse any that differs. */
export interface Integrity {
  version: string;
  /** `sha384-…` by the path inside the version's folder. */
  files: Record<string, string>;
}

/** The hash by which a browser holds a script against what the page expects. */
export const hashOf = (content: Uint8Array): string => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** Writes `integrity.json` into the version's folder of a CDN build, and `embed.html`: the same as tags to paste. */
export async function publishIntegrity(cdn: string): Promise<void> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const folder = join(cdn, version);
  const paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.js')).sort();
  const files = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, hashOf(await readFile(join(folder, path)))] as const)));
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify({ version, files } satisfies Integrity, null, 2)}\n`);
  await writeFile(join(folder, 'embed.html'), tagsFor({ version, files }, `/prmkit/${version}/`));
}

/**
 * The tags of a page that takes the files from `base`. A script's own `integrity` covers that file alone: what it imports
 * is covered by an import map, which stands before any module.
 */
export function tagsFor({ version, files }: Integrity, base: string): string {
  const parts = Object.entries(files).filter(([path]) => path !== 'prmkit.all.js').map(([path, hash]) => [base + path, hash]);
  return `<!-- prmkit ${version}. Replace ${base} by where you serve this folder. Before any other module of the page: -->
<script type="importmap">${JSON.stringify({ integrity: Object.fromEntries(parts) })}</script>
<script type="module" src="${base}prmkit.js" integrity="${files['prmkit.js']}" crossorigin="anonymous"></script>

<!-- Or, where a page allows one script only, all of it in one file and nothing of the above: -->
<script src="${base}prmkit.all.js" integrity="${files['prmkit.all.js']}" crossorigin="anonymous" defer></script>
`;
}
