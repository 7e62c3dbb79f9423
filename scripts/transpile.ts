/**
 * Turns the TypeScript that Node's tests load into modules that Node reads by itself, once for all of them: a loader in each of a
 * hundred processes takes twice as long as the modules do. They stand below a folder as they do in the repository.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const rooms = ['src', 'test', 'scripts', 'examples/vendor-site'];

export interface Transpiled {
  /** Where a source's module stands. */
  moduleOf: (source: string) => string;
  remove: () => void;
}

export async function transpile(): Promise<Transpiled> {
  mkdirSync('.tmp', { recursive: true });
  const home = mkdtempSync('.tmp/tests-');
  const files = rooms.flatMap((room) => readdirSync(room, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  await build({
    entryPoints: files.filter((file) => /(?<!\.d|\.browser)\.ts$/.test(file)), outdir: home, outbase: '.',
    format: 'esm', platform: 'node', target: 'node20', sourcemap: 'linked', sourcesContent: false, logLevel: 'error',
  });
  // What is read as it is, and the package's own name in its example.
  for (const file of files.filter((path) => !path.endsWith('.ts'))) cpSync(file, join(home, file));
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'prmkit', type: 'module', exports: { './client': './src/client/index.js' } }));
  return { moduleOf: (source) => join(home, source.replace(/\.ts$/, '.js')), remove: () => rmSync(home, { recursive: true, force: true }) };
}
