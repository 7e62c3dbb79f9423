/** The tables of `docs/theming.md` against what they tell of. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import ts from 'typescript';
import { propertiesOf } from '../../src/components/theme/appearance.js';
import { themes } from '../../src/components/theme/themes.js';

const guide = readFileSync('docs/theming.md', 'utf8');

/** The rows of the table whose first heading is this, cell by cell. */
function rowsUnder(heading: string): string[][] {
  const lines = guide.slice(guide.indexOf(`| ${heading} |`)).split('\n');
  return lines.slice(2, lines.findIndex((line) => !line.startsWith('|'))).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}
const codes = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** The members of the type, in their order. */
function variables(): string[] {
  const file = ts.createSourceFile('appearance.ts', readFileSync('src/components/theme/appearance.ts', 'utf8'), ts.ScriptTarget.Latest, true);
  const declared = file.statements.find((one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === 'Appearance')!;
  return declared.members.map((member) => member.name!.getText());
}

it('the guide tells every variable, by the property that it sets', () => {
  const rows = rowsUnder('Variable');
  assert.deepEqual(rows.map(([variable]) => codes(variable!)[0]), variables());
  const given: Record<string, string> = { colorScheme: 'dark', density: 'compact', overlay: 'border' };
  for (const [variable, property] of rows) {
    const name = codes(variable!)[0]!;
    assert.deepEqual(propertiesOf({ [name]: given[name] ?? 'x' }).map(([set]) => set), codes(property!), name);
  }
});

it('the guide tells every property that widgets read', () => {
  const styles = readdirSync('src/components', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => readFileSync(`src/components/${path}`, 'utf8')).join('\n');
  const read = new Set([...styles.matchAll(/var\(\s*(--prm-(?!programme-)[\w-]+)/g)].map(([, property]) => property!));
  for (const property of read) assert.ok(guide.includes(`\`${property}\``), property);
});

it('the guide tells every part that an element promises', () => {
  const promised: Record<string, string[]> = {};
  for (const path of readdirSync('src/components', { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('-element.ts'))) {
    const source = readFileSync(`src/components/${path}`, 'utf8');
    const tag = /@element (prm-[\w-]+)/.exec(source)?.[1];
    const parts = [...source.matchAll(/@csspart ([\w-]+)/g)].map(([, part]) => part!);
    if (tag && parts.length > 0) promised[tag] = parts;
  }
  assert.deepEqual(Object.fromEntries(rowsUnder('Element').map(([tag, parts]) => [codes(tag!)[0], codes(parts!)])), Object.fromEntries(Object.entries(promised).sort(([one], [other]) => (one < other ? -1 : 1))));
});

it('the guide tells every finished look', () => {
  assert.deepEqual(rowsUnder('Look').map(([name]) => codes(name!)[0]), Object.keys(themes));
});

it('the guide tells every icon', () => {
  const drawn = [...readFileSync('src/components/parts/icons.ts', 'utf8').matchAll(/= '([\w-]+):M/g)].map(([, name]) => name!);
  const text = guide.slice(guide.indexOf('### Icons'));
  assert.deepEqual(codes(text.slice(text.indexOf('by its names:'), text.indexOf('### Parts'))), drawn.sort());
});
