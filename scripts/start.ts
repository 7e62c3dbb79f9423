/**
 * `npm start`: the service with the demonstration programme, and the vendor's site in which the widgets live. They
 * stand on two ports, so that everything a browser forbids between two sites is really forbidden.
 * `--fresh` starts over; `--dev` serves the widgets from their sources.
 */
import { getRequestListener } from '@hono/node-server';
import { createSite } from '../examples/vendor-site/server.js';
import { openDemoService, type DemoService } from './demo-service.js';
import { serveSources, type Sources } from './dev-sources.js';
import { listen, stopListening, type Listener } from './listen.js';
import { isOutdated } from './outdated.js';
import { run } from './run.js';

const { PORT = '4300', HOST: host = '127.0.0.1' } = process.env;
const port = Number(PORT);
const fresh = process.argv.includes('--fresh');
const development = process.argv.includes('--dev');

// What listens everywhere is still reached under one name, which sessions are good for.
const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
const { SITE_URL: siteUrl = `http://${name}:${port}`, SERVICE_URL: serviceUrl = `http://${name}:${port + 1}` } = process.env;

/** What was opened, to be closed in the opposite order. */
const opened: (() => Promise<unknown>)[] = [];

async function start(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_534) throw new Error(`PORT must be a number from 1 to 65534, and is ${PORT}.`);
  const began = Date.now();

  // Both ports are taken first, so that nothing is built or filled for nobody.
  let answerSite: Listener = (_, response) => response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain' }).end('Starting…');
  let answerService = answerSite;
  for (const [at, answer] of [[port, (...call) => answerSite(...call)], [port + 1, (...call) => answerService(...call)]] as [number, Listener][]) {
    const server = await listen(answer, at, host);
    opened.push(() => stopListening(server));
  }

  const [demo, sources] = await Promise.all([startService(), development ? openSources() : buildWidgets()]);
  const site = createSite({ origin: siteUrl, serviceUrl, ...demo.secrets, ...(sources ? { development: sources.page } : { widgets }) });
  const pages = getRequestListener(site.fetch);
  answerSite = sources ? (request, response) => sources.middleware(request, response, () => pages(request, response)) : pages;
  console.log(`\n  Site     ${siteUrl}\n  Service  ${serviceUrl}\n\n  Ready in ${((Date.now() - began) / 1000).toFixed(1)} s. Stop with Ctrl+C.\n`);

  async function startService(): Promise<DemoService> {
    const demo = await openDemoService({ url: serviceUrl, fresh });
    opened.push(demo.close);
    answerService = getRequestListener(demo.service.fetch);
    return demo;
  }
}

async function openSources(): Promise<Sources> {
  const sources = await serveSources({ watch: 'examples/vendor-site', port: port + 2, name });
  opened.push(sources.close);
  return sources;
}

/** Beside the package's own dist/, which tests and builds empty while this runs. */
const widgets = '.prmkit/widgets';

async function buildWidgets(): Promise<undefined> {
  const inputs = ['src/components', 'src/client', 'src/contract', 'vite.config.ts', 'package-lock.json'];
  if (!(await isOutdated(`${widgets}/prmkit.js`, inputs))) return;
  console.log('Building the widgets…');
  await run('node', ['node_modules/vite/bin/vite.js', 'build', '--mode', 'cdn', '--outDir', widgets, '--logLevel', 'warn']);
}

let stoppingSince: number | undefined;
async function stop(): Promise<void> {
  // Ctrl+C reaches a process twice where npm hands it on; only a later one is impatience.
  if (stoppingSince) return Date.now() - stoppingSince > 1000 ? process.exit(1) : undefined;
  stoppingSince = Date.now();
  for (const close of opened.reverse()) await close().catch((error: unknown) => console.error(error));
  process.exit();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
if (process.env.npm_lifecycle_event) {
  // npm gives SIGTERM to the shell that it started this with, which ends without a word.
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && void stop(), 500).unref();
}

start().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
  void stop();
});
