import { execFileSync } from 'node:child_process';
import type { Plugin } from 'vite';

/**
 * Lets the build draw the skeletons once: who renders them on a server gets strings, and neither widgets nor Lit. In a process
 * of its own, since a build's configuration knows no decorators.
 */
export const drawnSkeletons = (): Plugin => ({
  name: 'prmkit-drawn-skeletons',
  load(id) {
    if (!id.endsWith('/src/server-rendering/skeletons.ts')) return null;
    const draw = "console.log(JSON.stringify(await import('./src/server-rendering/skeletons.ts')));";
    const drawn = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', draw], { encoding: 'utf8' });
    return Object.entries(JSON.parse(drawn) as object).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`).join('');
  },
});
