/**
 * What editors and frameworks know of the elements, out of the manifest: VS Code's custom data, JetBrains' web-types, and
 * types of tags for React, Vue and Svelte. Types only, so none of these is needed to install or to run anything.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Named { name: string; description?: string }
interface Typed extends Named { type?: { text: string } }
interface Fired extends Typed { fields: Typed[] }
interface Member extends Typed { kind: 'field' | 'method'; readonly?: boolean }
interface Attribute extends Typed { fieldName: string }
export interface ElementDeclaration {
  name: string; tagName: string; description: string;
  attributes?: Attribute[]; members?: Member[]; events?: Fired[]; slots?: Named[]; cssParts?: Named[]; cssProperties?: Named[];
}
interface Manifest { modules: { path: string; declarations: ElementDeclaration[] }[] }

/** Writes all of it beside the manifest. */
export async function writeEditorData(dist: string, version: string): Promise<void> {
  const { modules } = JSON.parse(await readFile(join(dist, 'custom-elements.json'), 'utf8')) as Manifest;
  const elements = modules.flatMap(({ declarations }) => declarations);
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const files: Record<string, string> = {
    'vscode.html-custom-data.json': json(vsCode(elements)),
    'web-types.json': json(webTypes(elements, version)),
    'element-types.d.ts': elementTypes(elements),
    ...frameworkTypes,
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(dist, name), text)));
}

const optional = <Value>(key: string, values: readonly Value[] | undefined): Record<string, readonly Value[]> => (values?.length ? { [key]: values } : {});
const described = ({ name, description }: Named) => ({ name, ...(description && { description }) });
const fieldsOf = ({ members = [] }: ElementDeclaration) => members.filter(({ kind, readonly }) => kind === 'field' && !readonly);

/** The words that an attribute may hold, where its type names them. */
const wordsOf = ({ type }: Typed): string[] => [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1]!);
const isFlag = ({ type }: Typed): boolean => type?.text === 'boolean';

/** Description, then what it fires and which parts it has: what is read on hovering. */
const readable = ({ description, events, slots, cssParts }: ElementDeclaration): string => {
  const list = (title: string, all: Named[] | undefined) =>
    (all?.length ? `\n\n**${title}**\n${all.map((one) => `- \`${one.name || 'default'}\`${one.description ? `: ${one.description}` : ''}`).join('\n')}` : '');
  return description + list('Events', events) + list('Slots', slots) + list('Parts', cssParts);
};

const vsCode = (elements: readonly ElementDeclaration[]) => ({
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: { kind: 'markdown', value: readable(element) },
    attributes: (element.attributes ?? []).map((attribute) => ({
      ...described(attribute), ...optional('values', wordsOf(attribute).map((name) => ({ name }))), ...(isFlag(attribute) && { valueSet: 'v' }),
    })),
  })),
});

const webTypes = (elements: readonly ElementDeclaration[], version: string) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: 'prmkit', version, 'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: (element.attributes ?? []).map((attribute) => ({
          ...described(attribute), required: false, value: isFlag(attribute) ? { kind: 'no-value', type: 'boolean' } : { type: attribute.type?.text ?? 'string' },
        })),
        ...optional('slots', element.slots?.map(described)),
        js: {
          properties: fieldsOf(element).map((member) => ({ ...described(member), ...(member.type && { type: member.type.text }) })),
          events: (element.events ?? []).map(described),
        },
        css: { ...optional('parts', element.cssParts?.map(described)), ...optional('properties', element.cssProperties?.map(described)) },
      })),
    },
  },
});

/** Properties and attributes with the types of the classes themselves, and events by the names of the event map. */
function elementTypes(elements: readonly ElementDeclaration[]): string {
  const one = (element: ElementDeclaration): string => {
    const fields = fieldsOf(element);
    const comment = ({ description }: Named) => (description ? `      /** ${description.replace(/\s+/g, ' ').replaceAll('*/', '* /')} */\n` : '');
    const line = (name: string, from: Named, of = from.name) => `${comment(from)}      ${/^\w+$/.test(name) ? name : `'${name}'`}?: ${element.name}['${of}'];\n`;
    const attributes = (element.attributes ?? []).filter(({ name, fieldName }) => name !== fieldName);
    return `  /** ${element.description.replace(/\s+/g, ' ')} */
  '${element.tagName}': {
    element: ${element.name};
    props: {
${fields.map((field) => line(field.name, field)).join('')}${attributes.map((attribute) => line(attribute.name, attribute, attribute.fieldName)).join('')}    };
    events: ${element.events?.map(({ name }) => `'${name}'`).join(' | ') || 'never'};
  };
`;
  };
  return `import type { ${elements.map(({ name }) => name).join(', ')} } from './components/index.js';

/** What each element takes, by property and by attribute, and which events it fires. */
export interface PrmElements {
${elements.map(one).join('')}}

export type PrmTagName = keyof PrmElements;

/** A handler for each event of an element, under a name that begins with \`Prefix\`. */
export type PrmHandlers<Tag extends PrmTagName, Prefix extends string> = {
  [Name in PrmElements[Tag]['events'] as \`\${Prefix}\${Name}\`]?: (event: GlobalEventHandlersEventMap[Name]) => void;
};
`;
}

const note = (what: string, name: string) => `/** ${what}: \`import 'prmkit/${name}'\` once, anywhere. Types only. */\n`;
const typesFor = "import type { PrmElements, PrmHandlers, PrmTagName } from './element-types.js';\n";

/** Each augments the types of its framework, and stands beside an empty module, so that a bundler finds what was imported. */
const frameworkTypes: Record<string, string> = {
  'react.js': 'export {};\n',
  'react.d.ts': `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${typesFor}
type PrmReactElements = {
  [Tag in PrmTagName]: DetailedHTMLProps<HTMLAttributes<PrmElements[Tag]['element']>, PrmElements[Tag]['element']> & PrmElements[Tag]['props'] & PrmHandlers<Tag, 'on'>;
};

${note('The tags in JSX, for React 19', 'react')}declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends PrmReactElements {}
  }
}
`,
  'vue.js': 'export {};\n',
  'vue.d.ts': `${typesFor}
type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${First}\${Capitalize<Camel<Rest>>}\` : Name;
type PrmVueElements = {
  [Tag in PrmTagName]: new () => {
    $props: PrmElements[Tag]['props'] & {
      [Name in PrmElements[Tag]['events'] as \`on\${Capitalize<Camel<Name>>}\`]?: (event: GlobalEventHandlersEventMap[Name]) => void;
    };
  };
};

${note('The tags in templates, for Vue 3', 'vue')}declare module 'vue' {
  interface GlobalComponents extends PrmVueElements {}
}
`,
  'svelte.js': 'export {};\n',
  'svelte.d.ts': `import type { HTMLAttributes } from 'svelte/elements';
${typesFor}
type PrmSvelteElements = {
  [Tag in PrmTagName]: Omit<HTMLAttributes<PrmElements[Tag]['element']>, keyof PrmElements[Tag]['props']> & PrmElements[Tag]['props'] & PrmHandlers<Tag, 'on'>;
};

${note('The tags in components, for Svelte 5', 'svelte')}declare module 'svelte/elements' {
  interface SvelteHTMLElements extends PrmSvelteElements {}
}
`,
};
