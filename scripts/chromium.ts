/**
 * Finds a browser for the tests, the benchmarks and the screenshots: $CHROME_PATH, an installed Chrome or Chromium, else
 * the one that comes inside @sparticuz/chromium. That one is made for AWS Lambda: it brings the system libraries a bare
 * machine lacks, but unpacks them only when it believes to be there, and it reuses whatever stands in $TMPDIR, even from
 * another version; so it is given a directory of its own for each version.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Browser {
  executablePath: string;
  /** What the process needs to find its libraries and fonts. */
  env: Record<string, string>;
  args: string[];
}

const installedPlaces = [
  '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
];

/** Quiet, without a sandbox (containers run as root) and without calls home. */
const commonArgs = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none',
];

export async function findChromium(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, but there is no such file.`);
  const installed = named ?? installedPlaces.find((place) => existsSync(place));
  if (installed) return { executablePath: installed, env: {}, args: commonArgs };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const packaged = await unpackChromium().catch(() => undefined);
    if (packaged) return packaged;
  }
  throw new Error('No browser was found: install Chrome or Chromium (Debian: apt install chromium), or name one in CHROME_PATH.');
}

async function unpackChromium(): Promise<Browser> {
  const { version } = JSON.parse(await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8')) as { version: string };
  const home = join(tmpdir(), `prmkit-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(home)) {
    // Unpacked beside its place and renamed into it, so that a second process never sees half a browser.
    await mkdir(tmpdir(), { recursive: true });
    const half = await mkdtemp(`${home}-`);
    await withEnvironment({ TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, async () => {
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
    });
    await rename(half, home).catch(() => rm(half, { recursive: true, force: true }));
  }
  // Its own configuration names Lambda's directories; without a single font the browser dies at the first word it draws.
  await writeFile(join(home, 'fonts', 'fonts.conf'), fontsOf(join(home, 'fonts')));
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts') },
    args: commonArgs,
  };
}

const fontsOf = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}</dir><dir>/usr/share/fonts</dir><cachedir>${home}/cache</cachedir></fontconfig>
`;

/** The package reads its surroundings from the environment and leaves its own marks there. */
async function withEnvironment(changes: Record<string, string>, work: () => Promise<void>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, changes);
  try {
    await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
