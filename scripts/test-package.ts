/**
 * Packs the package as npm would publish it, holds it against publint and "are the types wrong", installs it into an empty
 * project, and looks there at what somebody gets who wants the widgets alone.
 */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { capture } from './run.js';
import { writeTypedPages } from './typed-pages.js';

const mostPackages = 12;
const mostMegabytes = 20;
/** All that a page may load from other packages. */
const forPages = /^(lit|lit\/.+|@lit\/context|ky|zod\/mini)$/;
const onlyInService = /pglite|kysely|pg-boss|node:(fs|net|worker_threads)/i;

const complaints: string[] = [];
const expect = (holds: boolean, complaint: string) => { if (!holds) complaints.push(complaint); };

const project = await mkdtemp(join(tmpdir(), 'prmkit-package-'));
try {
  const tarball = await pack();
  await expectSuccess('publint', 'node', ['node_modules/publint/src/cli.js', tarball, '--strict']);
  await expectSuccess('attw', 'node', ['node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--no-emoji', '--format', 'ascii']);
  await install(tarball);
  await expectLight();
  await expectQuietImports();
  await expectPagesWithoutService();
  await expectCommandToSayWhatIsMissing();
  await expectEditorData();
  await expectTypedTags();
} finally {
  await rm(project, { recursive: true, force: true });
}
if (complaints.length > 0) {
  console.error(complaints.join('\n'));
  process.exitCode = 1;
}

async function pack(): Promise<string> {
  // The step before this one has built dist; packing would build it again.
  const { code, output } = await capture('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project]);
  if (code !== 0) throw new Error(`npm pack failed:\n${output}`);
  const name = (await readdir(project)).find((file) => file.endsWith('.tgz'))!;
  return join(project, name);
}

async function expectSuccess(what: string, program: string, args: string[]): Promise<void> {
  const { code, output } = await capture(program, args);
  expect(code === 0, `${what}:\n${output}`);
}

async function install(tarball: string): Promise<void> {
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', private: true, type: 'module' }));
  const { code, output } = await capture('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: project });
  if (code !== 0) throw new Error(`npm install of the package failed:\n${output}`);
}

async function expectLight(): Promise<void> {
  const { packages } = JSON.parse(await readFile(join(project, 'node_modules', '.package-lock.json'), 'utf8')) as { packages: object };
  const count = Object.keys(packages).length;
  const megabytes = (await size(join(project, 'node_modules'))) / 1e6;
  expect(count <= mostPackages, `An install brings ${count} packages; ${mostPackages} are allowed.`);
  expect(megabytes <= mostMegabytes, `An install takes ${megabytes.toFixed(1)} MB; ${mostMegabytes} are allowed.`);
  console.log(`${count} packages, ${megabytes.toFixed(1)} MB`);
}

async function size(path: string): Promise<number> {
  const info = await stat(path);
  if (!info.isDirectory()) return info.size;
  const sizes = await Promise.all((await readdir(path)).map((name) => size(join(path, name))));
  return sizes.reduce((sum, one) => sum + one, 0);
}

/** Every door opens in Node, and opening it changes nothing there: no global, no open handle, no output. */
async function expectQuietImports(): Promise<void> {
  const home = join(project, 'node_modules', 'prmkit');
  const elements = (await readdir(join(home, 'dist', 'components'))).filter((name) => /^prm-.*\.js$/.test(name));
  const doors = ['prmkit', 'prmkit/client', 'prmkit/components', 'prmkit/contract', 'prmkit/server-rendering', ...elements.map((name) => `prmkit/components/${name.slice(0, -3)}`)];
  for (const door of doors) {
    const script = `
      const before = Reflect.ownKeys(globalThis);
      await import('${door}');
      // Lit leaves its version marks and its stand-in for custom elements, zod its registry; what is ours leaves nothing.
      const added = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key) && !/^(lit|reactiveElement|customElements$|__zod_)/.test(String(key)));
      if (added.length > 0) console.log('adds ' + added.map(String).join(', '));`;
    const { code, output } = await capture('node', ['--input-type=module', '--eval', script], { cwd: project });
    expect(code === 0 && output === '', `Importing ${door} in Node ${code === 0 ? 'is not silent' : 'fails'}:\n${output}`);
  }
  const { code, output } = await capture('node', ['--input-type=module', '--eval', "await import('prmkit/server')"], { cwd: project });
  expect(code !== 0 && /Cannot find package/.test(output), `prmkit/server is expected to ask for the service's packages:\n${output}`);
}

/** Follows every import from what a page loads. */
async function expectPagesWithoutService(): Promise<void> {
  const dist = join(project, 'node_modules', 'prmkit', 'dist');
  const cdn = (await readdir(join(dist, 'cdn'), { recursive: true })).filter((name) => name.endsWith('.js')).map((name) => join(dist, 'cdn', name));
  const elements = (await readdir(join(dist, 'components'))).filter((name) => /^prm-.*\.js$/.test(name)).map((name) => join(dist, 'components', name));
  const waiting = [join(dist, 'index.js'), join(dist, 'client', 'index.js'), join(dist, 'contract', 'index.js'), ...elements, ...cdn];
  const seen = new Set<string>();
  while (waiting.length > 0) {
    const file = waiting.pop()!;
    if (seen.has(file)) continue;
    seen.add(file);
    const text = await readFile(file, 'utf8');
    const short = file.slice(dist.length + 1);
    expect(!onlyInService.test(text), `${short} mentions ${onlyInService.exec(text)?.[0]}, which only the service may know.`);
    for (const [, specifier] of text.matchAll(/\b(?:from|import)\s*\(?\s*["'`]([@\w.][\w./:@-]*)["'`]/g)) {
      if (specifier!.startsWith('.')) waiting.push(resolve(dirname(file), specifier!));
      else expect(forPages.test(specifier!), `${short} imports ${specifier}, which a page must not need.`);
    }
  }
}

/** What editors read names every element that the package can define, and where package.json says. */
async function expectEditorData(): Promise<void> {
  const home = join(project, 'node_modules', 'prmkit');
  const read = async (path: string) => JSON.parse(await readFile(join(home, path), 'utf8'));
  const { 'web-types': webTypes, customElements } = await read('package.json') as Record<string, string>;
  const tags = (await readdir(join(home, 'dist', 'components'))).flatMap((name) => /^(prm-.*)\.js$/.exec(name)?.[1] ?? []).sort();
  const names: Record<string, string[]> = {
    'custom-elements.json': (await read(customElements!)).modules.flatMap(({ declarations }: { declarations: { tagName: string }[] }) => declarations.map(({ tagName }) => tagName)),
    'web-types.json': (await read(webTypes!)).contributions.html.elements.map(({ name }: { name: string }) => name),
    'vscode.html-custom-data.json': (await read('dist/vscode.html-custom-data.json')).tags.map(({ name }: { name: string }) => name),
  };
  for (const [file, named] of Object.entries(names)) expect(named.sort().join() === tags.join(), `${file} names ${named.join(', ')}, and the elements are ${tags.join(', ')}.`);
}

/** Compiles pages that use the tags as React, Vue and Svelte do. */
async function expectTypedTags(): Promise<void> {
  await writeTypedPages(project);
  await expectSuccess('tags in JSX, Vue and Svelte', 'node', ['node_modules/typescript/bin/tsc', '--project', project]);
}

async function expectCommandToSayWhatIsMissing(): Promise<void> {
  const { code, output } = await capture('npx', ['--no-install', 'prmkit', 'serve'], { cwd: project });
  const lines = output.trim().split('\n').filter((line) => !line.startsWith('npm '));
  expect(code !== 0 && lines.length === 1 && /npm i(nstall)? /.test(lines[0] ?? ''), `npx prmkit serve is expected to say in one sentence what to add, but says:\n${output}`);
}
