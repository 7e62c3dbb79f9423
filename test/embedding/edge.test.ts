import assert from 'node:assert/strict';
import { it } from 'node:test';
import vm from 'node:vm';
import { build } from 'vite';

/** What edge runtimes have in common: the web's own, without a page, a process, a window or Node's Buffer. */
const edge = () => vm.createContext({
  fetch: () => assert.fail('the platform\'s fetch'), Request, Response, Headers, URL, URLSearchParams, AbortController, AbortSignal, Event, EventTarget, crypto, performance,
  setTimeout, clearTimeout, queueMicrotask, TextEncoder, TextDecoder, atob, btoa,
});

/** A door of the package as a bundler for such a runtime makes one script of it. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'silent',
    build: {
      write: false, minify: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'prmkit' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ output }] = built as { output: { code: string }[] }[] as [{ output: [{ code: string }] }];
  return output[0].code;
}

for (const [door, entry] of [['prmkit', 'src/index.ts'], ['prmkit/client', 'src/client/index.ts'], ['prmkit/components', 'src/components/index.ts'], ['prmkit/contract', 'src/contract/index.ts']] as const) {
  it(`${door} opens in an edge runtime and leaves nothing there`, async () => {
    const context = edge();
    const before = Object.keys(context);
    vm.runInContext(await bundle(entry), context);
    // zod keeps its registry there; what is ours leaves nothing.
    assert.deepEqual(Object.keys(context).filter((key) => !before.includes(key) && !key.startsWith('__zod_')), ['prmkit']);
  });
}

it('defining and observing elements does nothing where there is no page', async () => {
  const context = edge();
  vm.runInContext(await bundle('src/index.ts'), context);
  await vm.runInContext('prmkit.definePrmElements()', context);
  vm.runInContext('prmkit.observePrmElements()()', context);
  assert.equal(vm.runInContext('typeof customElements', context), 'undefined');
});
