/**
 * The documents' fenced blocks. A block is a file of its own, unless a comment on the line above says what the text around it has
 * said: `<!-- continues -->` adds it to the block before of its language, `<!-- given: client, deal -->` names what is known by then.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface Snippet {
  /** `docs/client.md:29`: where its first line stands. */
  at: string;
  document: string;
  language: string;
  text: string;
  /** Names that the text around it has introduced. */
  given: string[];
}

export const documents: readonly string[] = ['README.md', 'CHANGELOG.md', 'llms.txt', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

export const snippetsOf = (document: string): Snippet[] => snippetsIn(readFileSync(document, 'utf8'), document);

export const allSnippets = (): Snippet[] => documents.flatMap(snippetsOf);

export function snippetsIn(markdown: string, document: string): Snippet[] {
  const found: Snippet[] = [];
  for (const { 1: indent, 2: note, 3: language, 4: text, index } of markdown.matchAll(/^( *)(?:<!-- ([^\n]+) -->\n *)?```(\w*)[^\n]*\n(.*?)^ *```$/gms)) {
    const body = text!.replace(new RegExp(`^${indent!}`, 'gm'), '');
    const line = markdown.slice(0, index).split('\n').length + (note ? 2 : 1);
    const before = found.findLast((one) => one.language === language);
    if (note === 'continues' && before) before.text += body;
    else found.push({ at: `${document}:${line}`, document, language: language!, text: body, given: note?.startsWith('given: ') ? note.slice('given: '.length).split(', ') : [] });
  }
  return found;
}

/** The prose, without blocks. */
export const proseOf = (document: string): string => readFileSync(document, 'utf8').replace(/^ *```.*?^ *```$/gms, '');

/** The commands of a block for a shell, each in words: comments, continued lines, quotes and what follows a pipe or a `>` taken apart. */
export function commandsIn(text: string): string[][] {
  const commands: string[][] = [];
  for (const line of text.replace(/\\\n\s*/g, ' ').split('\n')) {
    let words: string[] = [];
    for (const { 0: token } of line.matchAll(/#.*$|&&|[|>;]|\$\([^)]*\)|(?:[^\s'"|>;#]|'[^']*'|"[^"]*")(?:[^\s'"|>;]|'[^']*'|"[^"]*")*/g)) {
      if (token.startsWith('#')) break;
      if (/^(&&|[|>;])$/.test(token)) { commands.push(words); words = []; continue; }
      words.push(token.replace(/'([^']*)'|"([^"]*)"/g, (_, one: string | undefined, two: string | undefined) => one ?? two ?? ''));
    }
    commands.push(words);
  }
  const nested = [...text.matchAll(/\$\(([^)]*)\)/g)].flatMap(([, inner]) => commandsIn(inner!));
  return [...commands.filter((words) => words.length > 0), ...nested];
}
