import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One command of `prmkit`. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` prints. */
  help: string;
  run(args: string[], terminal: Terminal): Promise<void>;
}

/** Where a command writes: results to `out`, what accompanies them to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Shows how far a long run is, in place; nothing where nobody watches. */
  progress(text: string | undefined): void;
  env: Readonly<Record<string, string | undefined>>;
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** It was called rightly and could not be done; the sentence says why: exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Reading<O extends Options> = { args: string[]; options: O; allowPositionals: true; strict: true };
type Arguments<O extends Options> = ReturnType<typeof parseArgs<Reading<O>>>;

/** Node's own reading of arguments, with its complaints as `UsageError`. */
export function readArguments<const O extends Options>(args: string[], options: O): Arguments<O> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError((error as Error).message.replace(/\. To specify a positional argument.*$/s, '.'));
  }
}

/** Refuses what is left over. */
export function noMore(positionals: readonly string[]): void {
  if (positionals.length) throw new UsageError(`What is meant by ${positionals[0]}?`);
}

/** Text in columns, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!))).join('  ').trimEnd()).join('\n');
}
