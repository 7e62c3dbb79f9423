/**
 * Builds the package into dist/: modules, declarations, the elements' manifest with what editors make of it, and the bundles for a script tag with their hashes.
 */
import { readFile, rm } from 'node:fs/promises';
import { writeEditorData } from './editor-data.js';
import { publishIntegrity } from './integrity.js';
import { run } from './run.js';

const started = Date.now();
await rm('dist', { recursive: true, force: true });
const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
await run('node', ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json']);
await run('node', [...vite, '--emptyOutDir', 'false']);
await run('node', [...vite, '--mode', 'cdn']);
await run('node', [...vite, '--mode', 'cdn-all']);
await publishIntegrity('dist/cdn');
await run('node', ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet']);
await writeEditorData('dist', (JSON.parse(await readFile('package.json', 'utf8')) as { version: string }).version);
console.log(`Built dist in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
