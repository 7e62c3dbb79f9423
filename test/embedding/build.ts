import assert from 'node:assert/strict';
import { publishIntegrity } from '../../scripts/integrity.js';
import { capture } from '../../scripts/run.js';
import { version } from '../../src/components/version.js';

/** Builds what is served for script tags into a folder: the split files, and with `whole` the single one and the hashes. */
export async function buildForPages(folder: string, { whole = false } = {}): Promise<void> {
  await vite('cdn', folder);
  if (!whole) return;
  await vite('cdn-all', `${folder}/${version}`);
  await publishIntegrity(folder);
}

async function vite(mode: string, folder: string): Promise<void> {
  const { code, output } = await capture('node', ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'error', '--outDir', folder]);
  assert.equal(code, 0, output);
}
