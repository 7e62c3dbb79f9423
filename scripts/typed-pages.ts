/** Pages with names of tags, properties and events that are right and, where the compiler is told so, wrong. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** In JSX, which lets any attribute pass that has a hyphen. */
const reactPage = `import 'prmkit/react';
  import { useRef } from 'react';
  import type { PortalElement } from 'prmkit';
  export function Page() {
    const portal = useRef<PortalElement>(null);
    return <prm-portal ref={portal} className="partners" serviceUrl="https://prm.example.com" session-url="/session" appearance={{ colorPrimary: '#7a1f3d' }}
      onprm-ready={({ session }) => session.member.name} session={async () => ({ token: '', expiresIn: 900 })}>
      <prm-deal-list key="deals" deal-id="deal_1" look="board" onprm-deal-step={(event) => event.preventDefault()} />
      <prm-deal-desk noShortcuts />
    </prm-portal>;
  }
  // @ts-expect-error no such look
  export const look = <prm-deal-list look="tiles" />;
  // @ts-expect-error no such property
  export const property = <prm-portal serviceURL="https://prm.example.com" />;
  // @ts-expect-error no such field of the event
  export const field = <prm-portal onprm-ready={({ person }) => person} />;
  // @ts-expect-error no such element
  export const element = <prm-deals />;
`;

/** What the compilers of Vue and Svelte hold a template against, for the same names. */
const vueAndSveltePage = `import 'prmkit/vue';
  import 'prmkit/svelte';
  import type { SvelteHTMLElements } from 'svelte/elements';
  import type { GlobalComponents } from 'vue';
  type Vue<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];
  type Svelte<Tag extends keyof SvelteHTMLElements> = SvelteHTMLElements[Tag];

  export const vuePortal: Vue<'prm-portal'> = { serviceUrl: 'https://prm.example.com', 'session-url': '/session', appearance: { colorPrimary: '#7a1f3d' }, onPrmReady: ({ session }) => void session.member.name };
  export const sveltePortal: Svelte<'prm-portal'> = { serviceUrl: 'https://prm.example.com', id: 'partners', appearance: { colorPrimary: '#7a1f3d' }, 'onprm-ready': ({ session }) => void session.member.name };
  // @ts-expect-error no such look
  export const vueLook: Vue<'prm-deal-list'> = { look: 'tiles' };
  // @ts-expect-error no such look
  export const svelteLook: Svelte<'prm-deal-list'> = { look: 'tiles' };
  // @ts-expect-error no such property
  export const vueProperty: Vue<'prm-portal'> = { serviceURL: 'https://prm.example.com' };
  // @ts-expect-error no such property
  export const svelteProperty: Svelte<'prm-portal'> = { serviceURL: 'https://prm.example.com' };
  // @ts-expect-error no such field of the event
  export const vueField: Vue<'prm-portal'> = { onPrmReady: ({ person }) => person };
  // @ts-expect-error no such field of the event
  export const svelteField: Svelte<'prm-portal'> = { 'onprm-ready': ({ person }) => person };
  // @ts-expect-error no such element
  export type VueElement = Vue<'prm-deals'>;
  // @ts-expect-error no such element
  export type SvelteElement = Svelte<'prm-deals'>;
`;

/** As much of each framework as our types add to; the frameworks themselves stand in the examples. */
const besides: Record<string, string> = {
  'vue.d.ts': 'export interface GlobalComponents {}',
  'svelte-elements.d.ts': 'export interface HTMLAttributes<T extends EventTarget> { id?: string; onclick?: (event: MouseEvent & { currentTarget: T }) => void }\nexport interface SvelteHTMLElements {}',
};

/** Writes the pages into a project where the package is installed, and a `tsconfig.json` that finds no more than it must. */
export async function writeTypedPages(project: string): Promise<void> {
  const files = { 'page.tsx': reactPage, 'components.ts': vueAndSveltePage, ...besides };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(project, name), text)));
  const react = resolve('node_modules/@types/react');
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {
      target: 'es2022', module: 'esnext', moduleResolution: 'bundler', strict: true, noEmit: true, jsx: 'react-jsx', types: [], lib: ['es2023', 'dom', 'dom.iterable'],
      paths: { 'react': [`${react}/index.d.ts`], 'react/jsx-runtime': [`${react}/jsx-runtime.d.ts`], 'vue': ['./vue.d.ts'], 'svelte/elements': ['./svelte-elements.d.ts'] },
    },
    files: ['page.tsx', 'components.ts'],
  }));
}
