import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
const folders = ['react', 'vue', 'svelte', 'nextjs', 'astro'].flatMap((name) => [name, `${name}/src`, `${name}/src/pages`, `${name}/app`]).map((name) => `examples/${name}`);
const sources = folders.filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => squeezed(readFileSync(`${folder}/${name}`, 'utf8'))));

for (const guide of ['docs/frameworks.md', 'docs/server-rendering.md']) {
  it(`${guide} shows what stands in the examples, which are built and gone through`, () => {
    const snippets = [...readFileSync(guide, 'utf8').matchAll(/```(?:tsx|js|vue|svelte|astro)\n(.*?)```/gs)].map(([, code]) => squeezed(code!));
    assert.ok(snippets.length > 0);
    for (const snippet of snippets) assert.ok(sources.some((source) => source.includes(snippet)), `No example has: ${snippet}`);
  });
}
