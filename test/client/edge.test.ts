import assert from 'node:assert/strict';
import { it } from 'node:test';
import vm from 'node:vm';
import { build } from 'vite';

/** What an edge runtime has: the web's own, without a page, a process or a window. */
const edge = () => vm.createContext({
  fetch: () => assert.fail('the platform\'s fetch'), Request, Response, Headers, URL, AbortController, AbortSignal, crypto, performance, setTimeout, clearTimeout, queueMicrotask,
  TextEncoder, TextDecoder, atob, btoa,
});

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', lib: { entry: 'src/client/index.ts', formats: ['iife'], name: 'prmkit' } },
  });
  const [{ output }] = built as { output: { code: string }[] }[] as [{ output: [{ code: string }] }];
  return output[0].code;
}

it('works in a runtime that has fetch and little else', async () => {
  const context = edge();
  vm.runInContext(await bundle(), context);
  const run = vm.runInContext(`async (fetch) => {
    const client = prmkit.createPortalClient({ baseUrl: 'https://prm.example.com', secretKey: 'prm_sk_1', fetch });
    const unwatch = client.watch(['deals'], () => undefined);
    const submitted = await client.deals.submit({ id: 'deal_1', version: 3 });
    unwatch();
    client.close();
    return submitted.version;
  }`, context) as (fetch: (request: Request) => Promise<Response>) => Promise<number>;
  const answers = async (request: Request) => Response.json(request.method === 'GET' ? { data: [], now: '2026-03-29T09:00:00.000Z', truncated: false } : { id: 'deal_1', version: 4 });
  assert.equal(await run(answers), 4);
});

it('brings along no schema, no database and nothing of the widgets', async () => {
  const code = await bundle();
  assert.doesNotMatch(code, /node_modules|~standard|customElements|pglite/);
});
