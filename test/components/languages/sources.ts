/** What the widgets say, and where: their catalogues, and their sources as the compiler reads them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import ts from 'typescript';
import type { Catalogue } from '../../../src/components/locale/catalogue.js';

export const home = 'src/components';

const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((path) => posix.join(home, path.replaceAll('\\', '/'))).filter((path) => path.endsWith('.ts')).sort();
const isCatalogue = (path: string): boolean => /\/[a-z]{2}\.ts$/.test(path) && existsSync(posix.join(dirname(path), 'en.ts'));

/** The folders that have a catalogue: `deal-list/panel-words`. */
export const folders = files.filter((path) => path.endsWith('/en.ts')).map((path) => posix.relative(home, dirname(path)));

/** The languages of a folder, English first. */
export const languagesOf = (folder: string): string[] => {
  const languages = files.filter((path) => isCatalogue(path) && dirname(path) === posix.join(home, folder)).map((path) => posix.basename(path, '.ts'));
  return ['en', ...languages.filter((language) => language !== 'en')];
};

export const languages = [...new Set(folders.flatMap(languagesOf))];

export const readCatalogue = async (folder: string, language: string): Promise<Catalogue> =>
  ((await import(`../../../${home}/${folder}/${language}.js`)) as { default: Catalogue }).default;

/** The keys that a catalogue adds itself, and does not spread. */
export function ownKeys(folder: string): string[] {
  const text = readFileSync(posix.join(home, folder, 'en.ts'), 'utf8');
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    // Plural forms are the names of a word's forms, and not words.
    if (!ts.isPropertyAssignment(node)) return ts.forEachChild(node, visit);
    keys.push((node.name as ts.StringLiteral | ts.Identifier).text);
  };
  visit(ts.createSourceFile('en.ts', text, ts.ScriptTarget.Latest));
  return keys;
}

export interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** All that is no catalogue. */
export const sources: readonly Source[] = files.filter((path) => !isCatalogue(path))
  .map((path) => ({ path, tree: ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true) }));

/** Where a node stands, for a message: `src/components/parts/menu.ts:12`. */
export const placeOf = (node: ts.Node): string => {
  const tree = node.getSourceFile();
  return `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};

/** Visits every node of a source. */
export function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => walk(child, see));
}

/** A template's texts with what stands between them. */
export interface Template {
  readonly texts: readonly string[];
  readonly values: readonly ts.Expression[];
}

export const partsOf = (template: ts.TemplateLiteral): Template =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? { texts: [template.text], values: [] }
    : { texts: [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)], values: template.templateSpans.map(({ expression }) => expression) };

/** Whether a call says a word: `t('…')`, `this.t('…')`, `t()('…')`, `say('…')`, `codeWord(t, …)`. */
export function saysWord(node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false;
  const name = (callee: ts.Expression): string =>
    ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text.replace('#', '') : ts.isCallExpression(callee) ? name(callee.expression) : '';
  const callee = node.expression;
  return /^(t|say|codeWord|\w*T)$/.test(name(callee)) && node.arguments.length > 0;
}

/** Whether a word is among what an expression may give: `open ? t('close') : t('open')`. */
export function mayBeWord(node: ts.Node): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return mayBeWord(node.expression);
  if (ts.isConditionalExpression(node)) return mayBeWord(node.whenTrue) || mayBeWord(node.whenFalse);
  if (ts.isBinaryExpression(node) && /^(\|\||\?\?|&&)$/.test(node.operatorToken.getText())) return mayBeWord(node.left) || mayBeWord(node.right);
  return saysWord(node);
}
