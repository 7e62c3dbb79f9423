import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { sessionOperations } from '../../src/contract/sessions.js';

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
const folders = ['react', 'vue', 'svelte', 'angular', 'nextjs', 'astro', 'pasted-html'].flatMap((name) => [name, `${name}/src`, `${name}/src/pages`, `${name}/app`]).map((name) => `examples/${name}`);
const sources = folders.filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => squeezed(readFileSync(`${folder}/${name}`, 'utf8'))));

/** Each guide with the languages of what it takes from an example. */
const guides = { 'docs/frameworks.md': 'tsx|ts|js|vue|svelte|html', 'docs/server-rendering.md': 'tsx|astro' };

for (const [guide, languages] of Object.entries(guides)) {
  it(`${guide} shows what stands in the examples, which are built and gone through`, () => {
    const snippets = [...readFileSync(guide, 'utf8').matchAll(new RegExp(`\`\`\`(?:${languages})\\n(.*?)\`\`\``, 'gs'))].map(([, code]) => squeezed(code!));
    assert.ok(snippets.length > 0);
    for (const snippet of snippets) assert.ok(sources.some((source) => source.includes(snippet)), `No example has: ${snippet}`);
  });
}

it('the plugin for WordPress answers where the pasted file asks, and asks for a session as the contract has it', () => {
  const plugin = readFileSync('examples/pasted-html/prmkit-session.php', 'utf8');
  const [, namespace, route] = /register_rest_route\( '([^']+)', '([^']+)'/.exec(plugin)!;
  assert.ok(readFileSync('examples/pasted-html/wordpress.html', 'utf8').includes(`session-url="/wp-json/${namespace}${route}"`));
  const { method, path, body } = sessionOperations.create;
  assert.ok(plugin.includes(`wp_remote_${method.toLowerCase()}( PRMKIT_SERVICE_URL . '${path}'`));
  const asked = [.../wp_json_encode\((.+)\)/.exec(plugin)![1]!.matchAll(/'(\w+)' =>/g)].map(([, name]) => name!);
  assert.deepEqual(asked, ['memberId', 'origins']);
  for (const name of asked) assert.ok(name in body!.shape, name);
});
