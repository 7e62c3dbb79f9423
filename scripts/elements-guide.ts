/** Writes docs/elements.md: each element as the manifest has it, for whoever has no Storybook at hand. */
import type { ElementDeclaration } from './editor-data.js';

type Cell = string | undefined;

const oneLine = (text: Cell = ''): string => text.replace(/\s+/g, ' ').trim();
const code = (text: Cell): string => (text ? `\`${oneLine(text)}\`` : '');
const cell = (text: string): string => text.replaceAll('|', '\\|');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  (rows.length > 0 ? `\n${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}\n` : '');

function element({ tagName, description, attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] }: ElementDeclaration): string {
  const attributeOf = (property: string) => attributes.find(({ fieldName }) => fieldName === property)?.name;
  return `## \`<${tagName}>\`

${oneLine(description)}
${table(['Property', 'Attribute', 'Type', 'What it is'], members.filter(({ kind, readonly }) => kind === 'field' && !readonly).map((one) => [code(one.name), code(attributeOf(one.name)), code(one.type?.text), oneLine(one.description)]))}${
  table(['To read', 'Type', 'What it is'], members.filter(({ kind, readonly }) => kind === 'field' && readonly).map((one) => [code(one.name), code(one.type?.text), oneLine(one.description)]))}${
  table(['Method', 'What it does'], members.filter(({ kind }) => kind === 'method').map((one) => [code(`${one.name}()`), oneLine(one.description)]))}${
  table(['Event', 'When', 'Its fields'], events.map((one) => [code(one.name), oneLine(one.description), one.fields.map(({ name, type }) => code(`${name}: ${type?.text}`)).join(', ')]))}${
  table(['Slot', 'What stands there'], slots.map((one) => [one.name ? code(one.name) : 'default', oneLine(one.description)]))}${
  table(['Part', 'What it is'], cssParts.map((one) => [code(one.name), oneLine(one.description)]))}${
  table(['Custom property', 'What it is'], cssProperties.map((one) => [code(one.name), oneLine(one.description)]))}`;
}

export const elementsGuide = (elements: readonly ElementDeclaration[]): string => `# The elements

Each stands inside \`<prm-portal>\`. Events bubble and are composed; one that announces a step can be canceled, the one after it says that it happened. Their
classes and all types named here are exported by \`prmkit/components\`. All of them take the custom properties of [the look](theming.md).

${elements.map(element).join('\n')}`;
