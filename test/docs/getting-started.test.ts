import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { capture } from '../../scripts/run.js';
import { snippetsOf } from './snippets.js';

/** Tenths of a second until what does not start is given up: a bound for what hangs, and no measure of speed. */
const patience = 3_000;

interface Site { url: string; serviceUrl: string; stop: () => Promise<void> }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Does what a document says up to the first page, in an empty folder, with its own words: only ports are free ones, and the package is this one. */
async function follow(document: string): Promise<Site> {
  const running: ChildProcess[] = [];
  const stop = () => Promise.all(running.reverse().map(async (child) => {
    const ended = once(child, 'exit');
    if (child.exitCode === null) { process.kill(-child.pid!, 'SIGTERM'); await ended; }
  }));
  try {
    return await followWith(document, running, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function followWith(document: string, running: ChildProcess[], stop: () => Promise<unknown>): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'prmkit-guide-'));
  const [sitePort, servicePort] = [await freePort(), await freePort()];
  const moved = (text: string) => text.replaceAll('4300', String(sitePort)).replaceAll('4301', String(servicePort));
  const block = (language: string, pattern: RegExp): string => {
    const found = snippetsOf(document).find((one) => one.language === language && pattern.test(one.text));
    assert.ok(found, `${document} has no ${language} with ${pattern}`);
    return moved(found.text);
  };

  await install(folder);
  // The shell has no npx that finds an unpublished package: so it is told what npx would find.
  const shell = (text: string) => `npx() { shift; '${process.execPath}' --import '${tsx}' '${resolve('src/command/index.ts')}' "$@"; }\n${text}`;
  const start = async (text: string, ready: string, env: Record<string, string> = {}): Promise<void> => {
    const child = spawn('bash', ['-c', `${shell('')}\n${text.trim()}`], { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
    running.push(child);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
    for (let tries = 0; !(await fetch(ready).then(({ ok }) => ok, () => false)); tries++) {
      if (child.exitCode !== null || tries > patience) throw new Error(`${document}: ${ready} does not answer. ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const run = async (text: string): Promise<string> => {
    const { code, output } = await capture('bash', ['-e', '-c', shell(text)], { cwd: folder });
    assert.equal(code, 0, `${document}: ${output}`);
    return output;
  };

  const [serve, serviceUrl, url] = [/^npx prmkit serve .*$/m, `http://127.0.0.1:${servicePort}`, `http://127.0.0.1:${sitePort}`];
  const first = block('sh', serve);
  await run(first.replace(/^npm i .*$/m, '').replace(serve, ''));
  await start(serve.exec(first)![0], `${serviceUrl}/readyz`);
  const own = document === 'README.md' ? await run(block('sh', /programme create/)) : '';
  const secretKey = /prm_sk_\w+(?:-\w+)*[\w-]*/.exec(own)?.[0];

  await writeFile(join(folder, 'server.mjs'), block('js', /serve\(/));
  await mkdir(join(folder, 'public'), { recursive: true });
  await writeFile(join(folder, 'public/index.html'), block('html', /<prm-portal/));
  const command = document === 'README.md' ? 'node server.mjs' : block('sh', /^node /);
  await start(command.replace('node ', `'${process.execPath}' --import '${tsx}' `), `${url}/`, secretKey ? { PRMKIT_SECRET_KEY: secretKey } : {});
  return {
    url, serviceUrl,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const tsx = new URL(import.meta.resolve('tsx')).href;

/** What `npm i` would do: the packages are the repository's own, and prmkit is its sources with a script in place of the built one. */
async function install(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, 'prmkit/dist/cdn'), { recursive: true });
  for (const name of ['hono', '@hono']) await symlink(resolve('node_modules', name), join(modules, name));
  await symlink(resolve('src'), join(modules, 'prmkit/src'));
  await writeFile(join(modules, 'prmkit/package.json'), JSON.stringify({ name: 'prmkit', type: 'module', exports: { './client': './src/client/index.ts' } }));
  await writeFile(join(modules, 'prmkit/dist/cdn/prmkit.js'), '// the loader');
}

for (const document of ['README.md', 'docs/getting-started.md']) {
  describe(`who follows ${document}`, () => {
    let site: Site;
    before(async () => { site = await follow(document); });
    after(() => site?.stop());

    it('has a page with two widgets, and their script where the page looks for it', async () => {
      const page = await (await fetch(site.url)).text();
      const widgets = new Set([...page.matchAll(/<(prm-[\w-]+)/g)].map(([, tag]) => tag).filter((tag) => tag !== 'prm-portal'));
      assert.equal(widgets.size, 2);
      const script = /<script type="module" src="([^"]+)"/.exec(page)![1]!;
      assert.equal((await fetch(new URL(script, site.url))).status, 200);
    });

    it('has sessions that the service takes from that page, and from no other', async () => {
      const opened = await fetch(new URL('/partners/session', site.url), { method: 'POST' });
      const { token } = (await opened.json()) as { token: string };
      const ask = (origin: string) => fetch(`${site.serviceUrl}/v1/deals`, { headers: { authorization: `Bearer ${token}`, origin } });
      assert.equal((await ask(site.url)).status, 200);
      assert.equal((await ask('https://elsewhere.example')).status, 403);
    });
  });
}
