import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import type { PluralForms } from '../../../src/components/locale/catalogue.js';
import { folders, home, languages, languagesOf, ownKeys, partsOf, readCatalogue, sources, walk } from './sources.js';

type Word = string | PluralForms;

const formsOf = (word: Word): Record<string, string> => (typeof word === 'string' ? { other: word } : { ...word });
const namesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
const termsIn = (text: string): string[] => [...text.matchAll(/\{@(\w+)\}/g)].map(([, name]) => name![0]!.toLowerCase() + name!.slice(1));

/** The plural categories that a number of things can have; those of round millions fall to `other`. */
const categoriesOf = (language: string): string[] => {
  const rules = new Intl.PluralRules(language);
  return [...new Set(['other', ...Array.from({ length: 1_001 }, (_, count) => rules.select(count))])].sort();
};

for (const folder of folders) {
  describe(`the words of ${folder}`, () => {
    it('are there in every language, and each is registered', () => {
      assert.deepEqual(languagesOf(folder).sort(), [...languages].sort());
      const registries = sources.filter(({ tree }) => tree.text.includes('words({') && tree.text.includes('import('));
      const registered = registries.find(({ path, tree }) => imports(tree).includes(posix.join(home, folder, 'en.js')) && path.startsWith(home));
      // A catalogue that others spread is registered with them.
      if (!registered) return assert.ok(folders.some((other) => readFileSync(posix.join(home, other, 'en.ts'), 'utf8').includes(`${folder.split('/').slice(-2).join('/')}/en.js'`)), 'nobody spreads it');
      for (const language of languages) assert.ok(imports(registered.tree).includes(posix.join(home, folder, `${language}.js`)), `${registered.path} does not load ${language}`);
    });

    it('have every key of the English, and no other', async () => {
      const keys = Object.keys(await readCatalogue(folder, 'en')).sort();
      for (const language of languages) assert.deepEqual(Object.keys(await readCatalogue(folder, language)).sort(), keys, language);
    });

    it('have the plural forms of their language', async () => {
      const english = await readCatalogue(folder, 'en');
      for (const language of languages) {
        for (const [key, word] of Object.entries(await readCatalogue(folder, language))) {
          if (typeof english[key] === 'string') assert.equal(typeof word, 'string', `${language} ${key}`);
          else assert.deepEqual(Object.keys(word).sort(), categoriesOf(language), `${language} ${key}`);
        }
      }
    });

    it('keep the names in braces, and know the terms', async () => {
      const english = await readCatalogue(folder, 'en');
      const shared = await readCatalogue('locale', 'en');
      for (const language of languages) {
        for (const [key, word] of Object.entries(await readCatalogue(folder, language))) {
          const wanted = [...new Set(Object.values(formsOf(english[key]!)).flatMap(namesIn))].sort();
          for (const [form, text] of Object.entries(formsOf(word))) {
            // “once” says its number without a figure.
            const names = form === 'other' || typeof word === 'string' ? namesIn(text) : [...new Set([...namesIn(text), ...(wanted.includes('count') ? ['count'] : [])])].sort();
            assert.deepEqual(names, wanted, `${language} ${key}.${form}`);
            for (const term of termsIn(text)) assert.ok(`term.${term}` in shared, `${language} ${key}: no term ${term}`);
          }
        }
      }
    });

    it('are all said somewhere', () => {
      const rooms = [folder.split('/')[0]!, 'parts', 'deal', 'locale', ...(/^(locale|deal|parts)/.test(folder) ? [''] : [])];
      const said = sayings(rooms);
      assert.deepEqual(ownKeys(folder).filter((key) => !said.some((pattern) => pattern.test(key))), []);
    });

    it('put no article before a term, for a page may name it with another gender or another first letter', async () => {
      for (const language of languages.filter((one) => one in articles)) {
        const before = new RegExp(String.raw`(?<!\p{L})(${articles[language]}) ?\{@`, 'iu');
        for (const [key, word] of Object.entries(await readCatalogue(folder, language))) {
          for (const text of Object.values(formsOf(word))) assert.doesNotMatch(text, before, `${language} ${key}: ${text}`);
        }
      }
    });

    it('are typeset in their language', async () => {
      for (const language of languages) {
        for (const [key, word] of Object.entries(await readCatalogue(folder, language))) {
          for (const text of Object.values(formsOf(word))) assert.doesNotMatch(text, misprints(language), `${language} ${key}: ${text}`);
        }
      }
    });
  });
}

const articles: Record<string, string> = {
  en: 'an?', de: 'd(er|ie|as|es|e[mn])|ein(e[mnrs]?)?', fr: 'l[ea]|l’|du|au|une?', es: 'el|l[oa]s?|un(os|as?)?|del|al', pt: '[oa]s?|uma?|d[oa]s?|n[oa]s?|aos?',
};

/** What a language never sets: another's quotation marks, three dots, a straight apostrophe; in French, a mark that may stand alone on a line. */
function misprints(language: string): RegExp {
  const always = String.raw`\.\.\.|(?<=\p{L})'(?=\p{L})| {2}`;
  const quotes: Record<string, string> = { en: '[„«»]', de: '[”«»]', fr: String.raw`[„“”]|(?<=[\p{L}\d}]) ?(?<!\u00a0)[!?»](?=\s|$)|(?<! ) [:;](?= )|«(?!\u00a0)`, es: '[„“”]', pt: '[„«»]' };
  return new RegExp([always, quotes[language]].filter(Boolean).join('|'), 'u');
}

const imports = (tree: ts.SourceFile): string[] => {
  const found: string[] = [];
  walk(tree, (node) => {
    const [path] = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
    if (path && ts.isStringLiteral(path)) found.push(posix.join(posix.dirname(tree.fileName), path.text));
  });
  return found;
};

/** The keys that the sources of some rooms say: whole, by the beginning and end of a template, or by a code's group. */
function sayings(rooms: readonly string[]): RegExp[] {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const found = new Set<string>();
  // What all stand on says words for all.
  const isIn = (path: string) => posix.dirname(path) === home || rooms.some((room) => path.startsWith(posix.join(home, room, '/')));
  for (const { tree } of sources.filter(({ path }) => isIn(path))) {
    walk(tree, (node) => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.add(escaped(node.text));
      if (ts.isTemplateExpression(node) && /^[\w-]+\./.test(node.head.text)) found.add(partsOf(node).texts.map(escaped).join(String.raw`[\w.-]+`));
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'codeWord') {
        const group = node.arguments[1]!;
        walk(group, (part) => ts.isStringLiteral(part) && found.add(`${escaped(part.text)}\\.[\\w.-]+`));
      }
    });
  }
  return [...found].map((pattern) => new RegExp(`^${pattern}$`));
}
