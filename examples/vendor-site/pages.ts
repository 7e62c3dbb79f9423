/** Pages are plain HTML files with parts in common and `{{…}}` where a word or a value goes. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { html } from 'hono/html';

const fileOf = (name: string) => new URL(`pages/${name}.html`, import.meta.url);

export const pageExists = (name: string): boolean => existsSync(fileOf(name));

/** Reads a page and fills every `{{key}}`; what is not HTML already is escaped. */
export async function renderPage(name: string, fill: (key: string) => unknown): Promise<string> {
  const page = await withParts(name);
  return page.replace(/\{\{(.+?)\}\}/g, (_, key: string) => String(html`${fill(key)}`));
}

async function withParts(name: string): Promise<string> {
  let page = (await readFile(fileOf(name), 'utf8')).trim();
  for (const [mark, part] of page.matchAll(/<!-- part: ([\w-]+) -->/g)) {
    const text = await withParts(`parts/${part}`);
    page = page.replace(mark, () => text);
  }
  return page;
}
