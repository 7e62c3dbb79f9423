import { spawn, type SpawnOptions } from 'node:child_process';

/** Runs a program in view and fails when it does. */
export async function run(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<void> {
  const { code } = await capture(program, args, { stdio: 'inherit', ...options });
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`);
}

/** Runs a program and answers with what it printed, in order, and how it ended. */
export function capture(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    // Under our own Node, so that a machine with several runs the one it was started with.
    const child = spawn(program === 'node' ? process.execPath : program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.stderr?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
