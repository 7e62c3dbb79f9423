/**
 * `npm run test:examples`, or `npm run test:examples -- react vue`: packs the package as `npm run build` has left it, installs it into each
 * example, builds that as its own readers would, and goes through it in a browser, over the real service; then what is particular to it: its
 * page being edited, its compiler's opinion. Apart from `npm test`, for it downloads each framework.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { openHouse, patience, type House } from '../test/embedding/house.js';
import { angularTypes } from '../test/examples/angular-types.js';
import { exampleJourney } from '../test/examples/example-journey.js';
import { hotReloadJourney, type HotReload } from '../test/examples/hot-reload.js';
import { capture } from './run.js';

interface Example {
  /** How the built example is served by itself, told the port by `PORT`; its folder `dist` by us where it is not. */
  serve?: string[];
  rendered?: true;
  /** What its build is told of the service, where that is not by the environment. */
  buildOptions?: (serviceUrl: string) => string[];
  hotReload?: HotReload;
  types?: (folder: string, env: NodeJS.ProcessEnv) => Promise<void>;
}

const examples: Record<string, Example> = {
  react: { hotReload: { source: 'src/partners.tsx', keeps: { words: true, code: true } } },
  vue: { hotReload: { source: 'src/partners.vue', keeps: { words: true, code: false } } },
  svelte: { hotReload: { source: 'src/partners.svelte', keeps: { words: false, code: false } } },
  angular: { buildOptions: (serviceUrl) => ['--', '--define', `serviceUrl='${serviceUrl}'`], types: angularTypes },
  nextjs: { serve: ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1'], rendered: true },
  astro: { serve: ['dist/server/entry.mjs'], rendered: true },
};

const mediaTypes: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };

async function pack(): Promise<void> {
  if (!existsSync('dist/server-rendering/index.js')) throw new Error('There is no dist: run npm run build first.');
  await mkdir('.prmkit', { recursive: true });
  const { code, output } = await capture('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', '.prmkit']);
  if (code !== 0) throw new Error(`npm pack failed:\n${output}`);
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  await rename(`.prmkit/prmkit-${version}.tgz`, '.prmkit/prmkit.tgz');
}

/** Runs a program in an example's folder, with the Node that its own packages bring where they bring one. */
async function within(name: string, program: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await capture(program, args, { cwd: `examples/${name}`, env });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} in examples/${name} failed:\n${output}`);
}

async function test(name: string, house: House): Promise<void> {
  const { serve, rendered, buildOptions, hotReload, types } = examples[name]!;
  const folder = `examples/${name}`;
  const env = {
    ...process.env, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false',
    VITE_SERVICE_URL: house.serviceUrl, SERVICE_URL: house.serviceUrl, PRMKIT_SECRET_KEY: house.secretKey, MEMBER_ID: house.people.seller.memberId,
  };
  await rm(join(folder, 'node_modules/prmkit'), { recursive: true, force: true });
  await within(name, 'npm', ['install', '--no-audit', '--no-fund'], env);
  await within(name, 'npm', ['run', 'build', ...(buildOptions?.(house.serviceUrl) ?? [])], env);
  const site = serve ? await startIts(folder, serve, env) : await serveFolder(join(folder, 'dist'), house);
  try {
    await exampleJourney(house, site.url, { rendered: rendered ?? false });
  } finally {
    site.stop();
  }
  await types?.(folder, env);
  if (hotReload) await hotReloadJourney(house, folder, hotReload);
}

/** A folder of files, and the endpoint for sessions that a real site has beside it. */
async function serveFolder(folder: string, house: House): Promise<{ url: string; stop: () => void }> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, origin } = new URL(request.url!, `http://${request.headers.host}`);
    if (pathname === '/session') return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ token: await house.openSession('seller', origin), expiresIn: 900 }));
    const file = await readFile(join(folder, normalize(pathname === '/' ? '/index.html' : pathname))).catch(() => undefined);
    return response.writeHead(file ? 200 : pathname === '/favicon.ico' ? 204 : 404, { 'content-type': mediaTypes[extname(pathname)] ?? mediaTypes['.html']! }).end(file);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}

async function startIts(folder: string, args: string[], env: NodeJS.ProcessEnv): Promise<{ url: string; stop: () => void }> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const own = join(process.cwd(), folder, 'node_modules/node/bin/node');
  const child = spawn(existsSync(own) ? own : process.execPath, args, { cwd: folder, env: { ...env, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + patience; ;) {
    if (await fetch(url).then(() => true, () => false)) return { url, stop: () => void child.kill() };
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${folder} does not answer at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(examples);
const unknown = wanted.filter((name) => !(name in examples));
if (unknown.length > 0) throw new Error(`There is no example ${unknown.join(', ')}: there are ${Object.keys(examples).join(', ')}.`);

await pack();
const house = await openHouse('dist/cdn');
let failed = 0;
try {
  for (const name of wanted) {
    const began = Date.now();
    try {
      await test(name, house);
      console.log(`✔ ${name}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed++;
      console.error(`✖ ${name}\n`, error);
    }
  }
} finally {
  await house.close();
}
console.log(`${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
