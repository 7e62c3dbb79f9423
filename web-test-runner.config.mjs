/**
 * Widgets in a real browser against the real service. Vite serves the sources through Web Test Runner's middleware, and
 * the service runs beside it; tests reach it by test/components/service.ts. Started by `npm test -- browser`.
 */
import { chromeLauncher } from '@web/test-runner-chrome';
import { createServer } from 'vite';
import { findChromium } from './scripts/chromium.ts';
import { compactReporter } from './scripts/browser-reporter.ts';
import { startTestService } from './test/components/service.ts';

const browser = await findChromium();
const service = await startTestService();
const vite = await createServer({
  configFile: false,
  appType: 'custom',
  // The worker through which tests disturb the network stands at the root.
  publicDir: '.storybook/static',
  logLevel: 'warn',
  cacheDir: '.tmp/vite-browser-tests',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { entries: ['test/components/**/*.browser.ts', 'src/components/cdn.ts'], exclude: ['@web/test-runner-commands'] },
  plugins: [{ name: 'runner-files', enforce: 'pre', resolveId: (id) => (id.startsWith('/__web-dev-server__') ? { id, external: true } : null) }],
});

const ofRunner = /^\/(__web|__wds|wtr|\?|$)|^\/node_modules\/@web\/test-runner-/;

/** Hands to Vite what is not the runner's own. */
const throughVite = (context, next) => {
  if (ofRunner.test(context.url)) return next();
  return new Promise((resolve, reject) => {
    context.respond = false;
    context.res.once('close', resolve);
    context.res.statusCode = 200;
    vite.middlewares(context.req, context.res, (error) => {
      context.respond = true;
      if (error) return reject(error);
      context.res.statusCode = 404;
      next().then(resolve, reject);
    });
  });
};

/** What needs the operator's or the vendor's key is asked for here, as a vendor's back end would: a key never enters a browser. */
const besideTests = async (context, next) => {
  if (!context.path.startsWith('/__service/')) return next();
  let text = '';
  for await (const chunk of context.req) text += chunk;
  try {
    context.body = JSON.stringify(await service.answer(context.path.slice('/__service/'.length), JSON.parse(text || '{}'), context.origin)) ?? 'null';
    context.type = 'json';
  } catch (error) {
    context.status = 500;
    context.body = String(error?.stack ?? error);
  }
};

export default {
  files: process.env.PRMKIT_BROWSER_TESTS?.split(',') ?? ['test/components/**/*.browser.ts', 'test/stories/**/*.browser.ts'],
  rootDir: import.meta.dirname ?? process.cwd(),
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: browser.executablePath,
        args: browser.args,
        // A zone with half hours and a half-hour summer time, so that what forgets the zone is found.
        env: { ...process.env, ...browser.env, TZ: 'Australia/Lord_Howe' },
      },
      concurrency: 2,
    }),
  ],
  middleware: [besideTests, throughVite],
  plugins: [{ name: 'stop-beside', serverStop: () => Promise.all([vite.close(), service.close()]) }],
  nodeResolve: false,
  staticLogging: true,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // Bounds for what hangs, and no measure of speed: nothing waits longer because they are long.
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  coverageConfig: { include: ['src/**/*.ts'], reportDir: '.tmp/coverage' },
  reporters: [compactReporter()],
};
