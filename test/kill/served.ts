import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { capture } from '../../scripts/run.js';

export const operatorToken = 'the-operator-of-this-test-alone';

/** `prmkit serve` in a process of its own. */
export interface Served {
  url: string;
  /** Ends it as a power cut would: nothing is finished, nothing is closed. */
  kill: () => Promise<void>;
}

/** The command as the package has it, of this run's build if there is one: to compile its sources anew would be the longer half of each start. */
export async function buildCommand(directory: string): Promise<string> {
  const built = process.env.PRMKIT_TEST_BUILD;
  if (built) return `${built}/command/index.js`;
  const { code, output } = await capture('node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', directory]);
  if (code !== 0) throw new Error(`The command could not be built: ${output}`);
  return `${directory}/command/index.js`;
}

/** Serves what `place` names (`--data DIR` or `--database-url URL`) on a free port; fails with what it said when it ends instead. */
export async function serve(command: string, place: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [command, 'serve', ...place, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, PRMKIT_OPERATOR_TOKEN: operatorToken },
  });
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  let said = '';
  for await (const line of createInterface({ input: child.stderr })) {
    said += `${line}\n`;
    const url = /listens on (http:\S+),/.exec(line)?.[1];
    if (!url) continue;
    child.stderr.resume();
    return { url, kill };
  }
  await ended;
  throw new Error(`The service did not start: ${said}`);
}
