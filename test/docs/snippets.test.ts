import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Hono } from 'hono';
import { describeElements, type Described } from '../../scripts/describe-elements.js';
import { elementsGuide } from '../../scripts/elements-guide.js';
import { llmsText } from '../../scripts/llms-text.js';
import { runCommand } from '../../src/command/run.js';
import { sessionOperations } from '../../src/contract/sessions.js';
import { compile, isCompiled } from './compile.js';
import { allSnippets, commandsIn, documents, proseOf, type Snippet } from './snippets.js';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** Guides whose code stands in the examples, word for word, and is built there: test/examples/guides.test.ts. */
const ofExamples = ['docs/frameworks.md', 'docs/server-rendering.md'];
const all = allSnippets().filter(({ document, language }) => !ofExamples.includes(document) || ['html', 'sh', 'json', 'css'].includes(language));
const of = (...languages: string[]): Snippet[] => all.filter(({ language }) => languages.includes(language));

/** What any element takes. */
const everywhere = /^(id|class|slot|part|hidden|lang|dir|ref|key|style|aria-.+|data-.+)$/;
const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
/** The opening tags of our elements, with what stands in them. */
const tagsIn = (text: string) =>
  [...text.matchAll(/<(prm-[\w-]+)((?:\s+[\w:@.-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*\/?>/g)].map(([, tag, inside]) => ({
    tag: tag!, attributes: [...inside!.matchAll(/([\w:@.-]+)(?:="[^"]*"|='[^']*'|=\{[^}]*\})?/g)].map(([, name]) => name!),
  }));

let described: Described;
before(async () => { described = await describeElements(); });
after(() => described.remove());

describe('a snippet of the documents', () => {
  it('has a language that somebody checks here', () => {
    const checked = ['ts', 'tsx', 'js', 'jsx', 'html', 'vue', 'css', 'json', 'sh', 'python', 'php', 'csharp', 'http'];
    assert.deepEqual(all.filter(({ language }) => language && !checked.includes(language)).map(({ at, language }) => `${at} ${language}`), []);
  });

  it('compiles', () => {
    const scriptsOf = (snippet: Snippet): Snippet[] =>
      [...snippet.text.matchAll(/<script setup lang="ts">\n(.*?)<\/script>/gs)].map(([, text]) => ({ ...snippet, language: 'ts', text: text! }));
    assert.deepEqual(compile([...all.filter(isCompiled), ...of('vue').flatMap(scriptsOf)], described.folder), []);
  });

  it('uses tags with attributes that they have', () => {
    const complaints = of('html', 'vue', 'jsx', 'tsx', 'php').flatMap(({ at, text, language }) => tagsIn(text).flatMap(({ tag, attributes }) => {
      const element = described.elements.find(({ tagName }) => tagName === tag);
      if (!element) return [`${at}: <${tag}>`];
      const taken = [...element.attributes ?? [], ...(language === 'html' ? [] : element.members ?? [])].map(({ name }) => name);
      const fired = (element.events ?? []).map(({ name }) => name);
      const isKnown = (name: string): boolean =>
        everywhere.test(name) || taken.includes(name) || (/^[:.]/.test(name) && [name.slice(1), camelCase(name.slice(1))].some((one) => taken.includes(one)))
        || (name.startsWith('@') && fired.includes(name.slice(1))) || (name.startsWith('on') && fired.includes(name.slice(2)));
      return attributes.filter((name) => !isKnown(name)).map((name) => `${at}: <${tag} ${name}>`);
    }));
    assert.deepEqual(complaints, []);
  });

  it('is data that can be read', () => {
    for (const { at, text } of of('json')) assert.doesNotThrow(() => void JSON.parse(text), at);
    const maps = of('html').flatMap(({ at, text }) => [...text.matchAll(/<script type="importmap"[^>]*>(.*?)<\/script>/gs)].map(([, map]) => ({ at, map: map! })));
    for (const { at, map } of maps) assert.doesNotThrow(() => void JSON.parse(map), at);
    for (const { at, text } of of('css')) assert.equal(text.split('{').length, text.split('}').length, at);
  });

  it('calls commands that there are, with options that they take', async () => {
    const complaints: string[] = [];
    for (const { at, text } of of('sh')) {
      for (const [program, ...words] of commandsIn(text)) {
        if (program === 'npm' && words[0] === 'run' && !((words[1] ?? '') in scripts) && !/^(dev|build)$/.test(words[1] ?? '')) complaints.push(`${at}: npm run ${words[1]}`);
        const [name, ...args] = program === 'npx' && words[0] === 'prmkit' ? words.slice(1) : program === 'prmkit' ? words : [];
        if (name === undefined) continue;
        let help = '';
        const code = await runCommand([name, '--help'], { out: (said) => { help += said; }, err: () => undefined, progress: () => undefined, env: {} });
        if (code !== 0) complaints.push(`${at}: prmkit ${name}`);
        for (const option of args.filter((word) => word.startsWith('--') && word !== '--help')) {
          if (!help.includes(option.split('=')[0]!)) complaints.push(`${at}: prmkit ${name} ${option}`);
        }
      }
    }
    assert.deepEqual(complaints, []);
  });

  it('asks for a session, in whatever language, as the contract has it', () => {
    const { path, body } = sessionOperations.create;
    const asking = of('python', 'php', 'csharp', 'http', 'sh').filter(({ text }) => text.includes('Bearer'));
    assert.ok(asking.length >= 3);
    for (const { at, text } of asking) {
      assert.ok(text.includes(path), `${at}: ${path}`);
      const said = [...text.matchAll(/\b(email|memberId|partnerId|origins|scopes|expiresIn)\b/g)].map(([name]) => name!);
      for (const name of ['email', 'origins', ...said]) assert.ok(said.includes(name) && (name in body!.shape), `${at}: ${name}`);
    }
  });
});

describe('a misspelt name', () => {
  it('passes in React or not, as the guide says, and is found where an event is listened for', () => {
    const right = [
      '<prm-portal sessionUrl="/s" session-url="/s" onprm-ready={({ session }) => session.member} />', '<prm-portal session-ulr="/s" onprm-atention={() => undefined} />',
      'portal.addEventListener(PortalReadyEvent.eventName, ({ session }) => session.member.name)',
    ];
    const wrong = [
      '<prm-portal sessionUlr="/s" />', '<prm-portal apearance={{}} />', '<prm-deal-lst />', '<prm-portal onprm-redy={({ session }) => session} />',
      "portal.addEventListener('prm-redy', ({ session }) => session)",
    ];
    const pages = [...right, ...wrong].map((text): Snippet => (
      { at: text, document: '', language: 'tsx', given: ['portal'], text: `import 'prmkit/react'; import { PortalReadyEvent } from 'prmkit'; export const page = ${text}; void PortalReadyEvent;` }));
    const said = compile(pages, described.folder);
    assert.deepEqual(pages.filter(({ at }) => said.some((one) => one.startsWith(`${at}+`))).map(({ at }) => at), wrong);
  });
});

describe('the content policy', () => {
  it('is the same header from Hono as the one that is written out, and its page bears the nonce', async () => {
    const [written, served] = ['http', 'js'].map((language) => all.find((one) => one.document === 'docs/content-policy.md' && one.language === language)!.text) as [string, string];
    // In this folder, where the packages are found.
    await mkdir('.prmkit', { recursive: true });
    const folder = await mkdtemp(join('.prmkit', 'content-policy-'));
    try {
      await writeFile(join(folder, 'site.mjs'), `${served}\nexport default site;`);
      const { default: site } = await import(pathToFileURL(join(folder, 'site.mjs')).href) as { default: Hono };
      const answer = await site.request('/partners');
      const policy = answer.headers.get('content-security-policy')!;
      const [, nonce] = /'nonce-([^']+)'/.exec(policy)!;
      const directives = (header: string) => header.split(';').map((one) => one.trim()).sort();
      assert.deepEqual(directives(policy), directives(written.trim().replace(/^[\w-]+: /, '').replace('R4nd0m', nonce!)));
      assert.ok((await answer.text()).includes(`<script type="module" nonce="${nonce}" src="/prmkit/prmkit.js">`));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the documents', () => {
  it('name no element, event or custom property that is not there', () => {
    const { elements } = described;
    const names = new Set(elements.flatMap(({ tagName, events }) => [tagName, ...(events ?? []).map(({ name }) => name)]));
    const tokens = ['tokens.styles.ts', 'base.styles.ts', 'appearance.ts'].map((name) => `src/components/theme/${name}`).map((path) => readFileSync(path, 'utf8')).join('\n');
    const variables = new Set([
      ...elements.flatMap(({ cssProperties }) => (cssProperties ?? []).map(({ name }) => name)), ...[...tokens.matchAll(/--prm-[a-z-]+/g)].map(([name]) => name),
      ...[...tokens.matchAll(/'([a-z]+(?:[A-Z][a-z]+)*)'/g)].map(([, name]) => `--prm-${name!.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`),
    ]);
    for (const document of documents) {
      const text = readFileSync(document, 'utf8');
      for (const [name] of text.matchAll(/(?<![\w/.-])prm-[a-z]+(?:-[a-z]+)*/g)) assert.ok(names.has(name), `${document}: ${name}`);
      for (const [name] of text.matchAll(/--prm-[a-z]+(?:-[a-z]+)*/g)) assert.ok(variables.has(name), `${document}: ${name}`);
    }
  });

  it('have the elements on one page for language models, as they are now', () => {
    assert.equal(readFileSync('llms.txt', 'utf8'), llmsText(described.elements), 'Run `npm run generate`.');
    assert.equal(readFileSync('docs/elements.md', 'utf8'), elementsGuide(described.elements), 'Run `npm run generate`.');
  });

  it('lead nowhere that is not there', () => {
    // Guides that come with what they describe.
    const anchorsOf = (path: string) => [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'));
    for (const document of documents) {
      for (const [, target] of proseOf(document).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const [path, anchor] = target!.split('#') as [string, string?];
        const file = path ? join(dirname(document), path) : document;
        assert.ok(existsSync(file), `${document}: ${target}`);
        if (anchor) assert.ok(anchorsOf(file).includes(anchor), `${document}: ${target}`);
      }
    }
  });
});
