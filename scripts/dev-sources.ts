import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'vite';

export interface Sources {
  middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  /** What pages must have in their head, and be allowed to connect to, to reload on a change. */
  page: { head: (nonce: string) => string; connect: string[] };
  close: () => Promise<void>;
}

/** Serves the widgets from their sources under /prmkit/, and reloads pages when those or the watched folder change. */
export async function serveSources({ watch, port, name }: { watch: string; port: number; name: string }): Promise<Sources> {
  const vite = await createServer({
    configFile: false,
    appType: 'custom',
    publicDir: false,
    // The demonstration's pages forbid inline styles and markup from strings, which the error overlay is made of.
    server: { middlewareMode: true, hmr: { port, host: name, overlay: false } },
    optimizeDeps: { entries: ['src/components/**/*.ts'] },
  });
  vite.watcher.add(watch);
  vite.watcher.on('change', (path) => {
    if (path.includes(watch)) vite.ws.send({ type: 'full-reload' });
  });
  return {
    middleware(request, response, next) {
      if (request.url?.startsWith('/prmkit/prmkit.js')) request.url = '/src/components/cdn.ts';
      vite.middlewares(request, response, next);
    },
    page: {
      head: (nonce) => `<script type="module" src="/@vite/client" nonce="${nonce}"></script>`,
      connect: [`ws://${name}:${port}`],
    },
    close: () => vite.close(),
  };
}
