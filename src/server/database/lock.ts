import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What stands in a lock file: who holds the directory, and how to reach the service that does. */
export interface LockHolder {
  pid: number;
  /** When the process began, as the system tells it: another process may get the same pid later. */
  processStartedAt: string | undefined;
  startedAt: string;
  url?: string;
  /** Opens the operator's operations of that service. The file is readable by its owner alone. */
  operatorToken?: string;
}

export interface Lock {
  /** Tells other processes how to reach the service. */
  announce(service: { url: string; operatorToken?: string }): void;
  release(): void;
}

/**
 * PGlite has no lock of its own, and two processes on one directory lose writes silently. Node offers no lock that the system releases with
 * the process, so this is a file, made whole by `link` (which fails where there is one), with a pid that can be looked up.
 */
export function acquireLock(path: string): Lock {
  let holder: LockHolder = { pid: process.pid, processStartedAt: processStart(process.pid), startedAt: new Date().toISOString() };
  const own = `${path}.${process.pid}-${randomUUID()}`;
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    const other = take(path, own);
    if (other) throw new Error(refusal(path, other));
  } finally {
    rmSync(own, { force: true });
  }
  let held = true;
  return {
    announce(service) {
      if (!held) return;
      holder = { ...holder, ...service };
      writeFileSync(own, JSON.stringify(holder), { mode: 0o600 });
      renameSync(own, path);
    },
    release() {
      if (held) rmSync(path, { force: true });
      held = false;
    },
  };
}

/** Who holds the lock now, if anybody alive does. */
export function readLock(path: string): LockHolder | undefined {
  const text = readIfThere(path);
  return text === undefined ? undefined : livingHolder(text);
}

const refusal = (path: string, { pid, url }: LockHolder): string =>
  `${path.replace(/\.lock$/, '')} is in use by ${pid === process.pid ? 'this process' : `process ${pid}`}${url ? ` (the service at ${url})` : ''}. ` +
  'Two on one directory would lose records: stop it first, or work through it.';

/**
 * Puts the file `own` in the place of the lock; answers with the holder if somebody alive has it. A dead one's lock is taken over by whoever
 * first takes its succession, a lock of its own, named after what the dead one wrote: so there is one successor, however many try.
 */
function take(path: string, own: string): LockHolder | undefined {
  for (;;) {
    if (linked(own, path)) return undefined;
    const text = readIfThere(path);
    if (text === undefined) continue;
    const holder = livingHolder(text);
    if (holder) return holder;
    const succession = `${path}.after-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    const rival = take(succession, own);
    if (rival) return rival;
    try {
      // Somebody may have succeeded between the reading and the taking.
      if (readIfThere(path) !== text) continue;
      const copy = `${own}-copy`;
      linkSync(own, copy);
      renameSync(copy, path);
      return undefined;
    } finally {
      rmSync(succession, { force: true });
    }
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function livingHolder(text: string): LockHolder | undefined {
  let holder: LockHolder;
  try {
    holder = JSON.parse(text) as LockHolder;
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, as somebody else's. Anything else: it is gone, or the file is none of ours.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
    holder = JSON.parse(text) as LockHolder;
  }
  const started = processStart(holder.pid);
  const another = started !== undefined && holder.processStartedAt !== undefined && started !== holder.processStartedAt;
  return another ? undefined : holder;
}

/** When a process began, or `undefined` where the system does not tell. */
function processStart(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      // Field 22 of stat, in ticks since the machine started; the name before it may hold anything but ends with the last bracket.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
    }
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }).trim() || undefined;
  } catch {
    return undefined;
  }
}
