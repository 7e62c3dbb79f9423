/** The elements' manifest and the types made of it, made anew from the sources, for whoever comes before the build. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { writeEditorData, type ElementDeclaration } from './editor-data.js';
import { capture } from './run.js';

export interface Described {
  elements: ElementDeclaration[];
  /** Where `element-types.d.ts` and its like stand. */
  folder: string;
  remove: () => Promise<void>;
}

export async function describeElements(): Promise<Described> {
  const folder = await mkdtemp(join(tmpdir(), 'prmkit-elements-'));
  const { code, output } = await capture('node', ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet', '--outdir', relative('.', folder)]);
  if (code !== 0) throw new Error(`The elements could not be described:\n${output}`);
  await writeEditorData(folder, '0.0.0');
  const { modules } = JSON.parse(await readFile(join(folder, 'custom-elements.json'), 'utf8')) as { modules: { declarations: ElementDeclaration[] }[] };
  return { elements: modules.flatMap(({ declarations }) => declarations).sort((one, other) => (one.tagName < other.tagName ? -1 : 1)), folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
