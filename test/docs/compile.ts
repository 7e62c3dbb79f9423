/** Compiles snippets against the package's sources under the names that its users import. */
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';
import type { Snippet } from './snippets.js';

/** What the text around a snippet may have introduced, by name. */
const known: Readonly<Record<string, string>> = {
  client: "declare const client: import('prmkit').PortalClient;",
  deal: "declare const deal: import('prmkit').Deal;",
  portal: "declare const portal: import('prmkit').PortalElement;",
  blob: 'declare const blob: File;',
  signal: 'declare const signal: AbortSignal;',
  show: 'declare function show(share: number): void;',
  reload: 'declare function reload(): void;',
};

/** What a host's project has and this one does without. */
const besides = `
declare module '@vitejs/plugin-vue' {
  const plugin: (options?: { template?: { compilerOptions?: { isCustomElement?: (tag: string) => boolean } } }) => import('vite').Plugin;
  export default plugin;
}
declare module '@vitejs/plugin-react' { const plugin: () => import('vite').Plugin; export default plugin; }
declare module '*.vue' { const component: object; export default component; }
`;

const doors = ['client', 'components', 'contract', 'server'];
const elements = readdirSync('src/components', { recursive: true, encoding: 'utf8' }).filter((path) => /\/prm-[\w-]+\.ts$/.test(path));

const settings = (types: string, strict: boolean): ts.CompilerOptions => ({
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'], strict, allowJs: true, checkJs: true, jsx: ts.JsxEmit.ReactJSX, skipLibCheck: true, noEmit: true, experimentalDecorators: true, useDefineForClassFields: false,
  // The types of tags are written beside dist/components; here those stand in src.
  rootDirs: [resolve('src'), types],
  paths: {
    'prmkit': [resolve('src/index.ts')],
    // The types of tags stand where no node_modules is found.
    'react': [resolve('node_modules/@types/react/index.d.ts')], 'react/jsx-runtime': [resolve('node_modules/@types/react/jsx-runtime.d.ts')],
    ...Object.fromEntries(doors.map((door) => [`prmkit/${door}`, [resolve(`src/${door}/index.ts`)]])),
    'prmkit/components/themes': [resolve('src/components/theme/themes.ts')],
    ...Object.fromEntries(elements.map((path) => [`prmkit/components/${basename(path, '.ts')}`, [resolve('src/components', path)]])),
    ...Object.fromEntries(['react', 'vue', 'svelte'].map((name) => [`prmkit/${name}`, [join(types, `${name}.d.ts`)]])),
  },
});

const extension: Readonly<Record<string, string>> = { ts: 'ts', tsx: 'tsx', js: 'mjs', jsx: 'jsx' };

export const isCompiled = ({ language }: Snippet): boolean => language in extension;

/** What the compiler says of each, as `docs/client.md:29+3: …`. Scripts without types are held to what they name, and not to what may be missing. */
export function compile(snippets: readonly Snippet[], types: string): string[] {
  const files = new Map<string, { text: string; before: number; at: string }>();
  snippets.forEach(({ at, language, text, given }, index) => {
    const preamble = given.map((name) => known[name] ?? `declare const ${name}: never; // Nobody knows ${name}.`).join(' ');
    // Each is a module of its own.
    files.set(resolve(`snippet-${index}.${extension[language]!}`), { text: `export {}; ${preamble}\n${text}`, before: 1, at });
  });
  const ambient = resolve('snippets-besides.d.ts');
  const sources = new Map<string, ts.SourceFile | undefined>();

  const complaints: string[] = [];
  for (const strict of [true, false]) {
    const names = [...files.keys()].filter((name) => /\.tsx?$/.test(name) === strict);
    if (names.length === 0) continue;
    const options = settings(types, strict);
    const host = ts.createCompilerHost(options, true);
    const { getSourceFile, fileExists, readFile } = host;
    const textOf = (name: string) => (name === ambient ? besides : files.get(name)?.text);
    host.fileExists = (name) => textOf(name) !== undefined || fileExists(name);
    host.readFile = (name) => textOf(name) ?? readFile(name);
    host.getSourceFile = (name, version) => {
      if (!sources.has(name)) sources.set(name, textOf(name) === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, textOf(name)!, version, true));
      return sources.get(name);
    };
    const program = ts.createProgram([...names, ambient], options, host);
    for (const name of names) {
      const source = program.getSourceFile(name)!;
      for (const { start = 0, messageText } of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
        const { at, before } = files.get(name)!;
        const line = source.getLineAndCharacterOfPosition(start).line - before;
        complaints.push(`${at}+${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
      }
    }
  }
  return complaints;
}
