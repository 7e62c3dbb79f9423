import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/command/run.js';

/** A folder of its own, with a database to be in it, and the command run as from a shell. */
export interface Shell {
  folder: string;
  data: string;
  /** Runs `prmkit …args` on the folder's database unless told otherwise. */
  prmkit(...args: string[]): Promise<{ code: number; out: string; err: string }>;
  write(name: string, content: string | Uint8Array): Promise<string>;
  close(): Promise<void>;
}

export async function openShell(env: Record<string, string> = {}): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'prmkit-command-'));
  const data = join(folder, 'data');
  return {
    folder, data,
    async prmkit(...args) {
      const said = { out: [] as string[], err: [] as string[] };
      const code = await runCommand(args, {
        out: (text) => said.out.push(text), err: (text) => said.err.push(text), progress: () => undefined, env: { PRMKIT_DATA: data, ...env },
      });
      return { code, out: said.out.join('\n'), err: said.err.join('\n') };
    },
    async write(name, content) {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
