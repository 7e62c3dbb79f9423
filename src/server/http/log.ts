/** One line of the service's log. Never a name, an address, a path's ids, a body or a token. */
export interface LogEntry {
  time: string;
  level: 'info' | 'warn' | 'error';
  event: string;
  requestId?: string;
  /** `deals.list` */
  operation?: string;
  programmeId?: string;
  status?: number;
  code?: string;
  ms?: number;
  error?: { name: string; code?: string; constraint?: string; stack: string[] };
}

export type Log = (entry: LogEntry) => void;

/** Writes each entry as one line of JSON. */
export const logToStdout: Log = (entry) => {
  process.stdout.write(`${JSON.stringify(entry)}\n`);
};

/**
 * What may be said of an unexpected error. Its message stays out: databases put rows' values into it.
 */
export function describeError(thrown: unknown): NonNullable<LogEntry['error']> {
  const error = thrown as { name?: unknown; code?: unknown; constraint?: unknown; stack?: unknown } | null;
  const frames = typeof error?.stack === 'string' ? error.stack.split('\n').filter((frame) => /^\s+at /.test(frame)) : [];
  return {
    name: typeof error?.name === 'string' ? error.name : typeof thrown,
    ...(typeof error?.code === 'string' && { code: error.code }),
    ...(typeof error?.constraint === 'string' && { constraint: error.constraint }),
    stack: frames.slice(0, 12).map((frame) => frame.trim()),
  };
}
