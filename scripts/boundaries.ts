/**
 * The stairs of the house: who may look into which room, types included, and no circles. Read with the compiler's own
 * parser, which always knows the language the sources are written in.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import ts from 'typescript';

interface Import { from: string; to: string; isTypeOnly: boolean }

/** What each room may look into besides itself; `src/index.ts` opens the doors of two of them. */
const rooms: Record<string, readonly string[]> = {
  contract: [],
  client: ['contract'],
  server: ['contract'],
  components: ['client', 'contract'],
  command: ['client', 'server', 'contract'],
  'server-rendering': ['components'],
  index: ['client', 'components'],
};
/** What is loaded in a page: without Node, without a database. */
const pageRooms = ['contract', 'client', 'components', 'index'];
const pagePackages = /^(lit|lit\/.+|@lit\/context|zod\/mini)$/;
/** At run time the client takes from the contract only what has no schema in it; zod would cost more than all the rest. */
const schemaFree = /^src\/contract\/(routes\.gen|errors|operation|file-types)\.ts$/;

const roomOf = (file: string): string | undefined => /^src\/([\w-]+)/.exec(file)?.[1];

/** Why an import is not allowed; nothing when it is. */
function objection({ from, to, isTypeOnly }: Import): string | undefined {
  const room = roomOf(from)!;
  if (!to.startsWith('src/')) {
    if (/^(test|bench|stories|examples|scripts|\.storybook)\//.test(to)) return 'nobody inside looks into the garden';
    if (!pageRooms.includes(room)) return undefined;
    if (isBuiltin(to)) return 'what is loaded in a page has no Node';
    return pagePackages.test(to) ? undefined : 'what is loaded in a page needs no other package';
  }
  if (!existsSync(to)) return 'there is no such file';
  const other = roomOf(to)!;
  if (room !== other && !rooms[room]?.includes(other)) return `src/${room} knows ${rooms[room]?.join(', ') || 'nobody'}`;
  if (room === 'client' && other === 'contract' && !isTypeOnly && !schemaFree.test(to)) return 'the client runs without schemas';
  return undefined;
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ from: file, to: resolve(file, specifier.text), isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isErased(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

/** Whether nothing of an import is left at run time. */
function isErased(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

function resolve(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(posix.dirname(file), specifier);
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(source) ? source : path;
}

/** Every circle once, as the files on it. */
function circles(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'open') found.push([...path.slice(path.indexOf(file)), file]);
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const other of next.get(file) ?? []) walk(other, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => posix.normalize(join('src', path).replaceAll('\\', '/'))).filter((path) => /\.[jt]s$/.test(path));
const imports = files.flatMap(importsOf);
const complaints = [
  ...imports.flatMap((one) => { const why = objection(one); return why ? [`${one.from} imports ${one.to}: ${why}.`] : []; }),
  ...circles(imports).map((circle) => `A circle: ${circle.join(' → ')}`),
];
console.log(complaints.length > 0 ? complaints.join('\n') : `${files.length} files, ${imports.length} imports: all as the house has it.`);
process.exitCode = complaints.length > 0 ? 1 : 0;
