import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { elementsManifest } from './elements-manifest.js';

const nodeParts = fileURLToPath(new URL('node-parts.ts', import.meta.url));

/** Lets the service run in the page, on PGlite in memory: without Node, and without the ways to other databases. */
const serviceInPage = (): Plugin => ({
  name: 'prmkit-service-in-page',
  enforce: 'pre',
  resolveId: (id) => (id === 'node:crypto' || /\/(open-(postgres|directory)|disks|intake|content-type|mailer)\.js$/.test(id) ? nodeParts : null),
  transform: (code, id) => (id.includes('/src/server/') && /\bBuffer\./.test(code) ? { code: `import { Buffer } from '${nodeParts}';${code}`, map: null } : null),
});

/** Apart from the package's own build, which leaves dependencies outside. PGlite finds its files beside itself, so it stays as it is. */
export default defineConfig({ publicDir: false, plugins: [elementsManifest(), serviceInPage()], optimizeDeps: { exclude: ['@electric-sql/pglite'] } });
