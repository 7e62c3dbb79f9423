import { createRequire } from 'node:module';

/** What the service stands on. Whoever installs the package for the widgets alone has none of it. */
const needed = ['hono', '@hono/node-server', 'kysely', 'jose', 'pg-boss', 'csv-parse', 'tldts', 'flydrive', 'file-type'];
const drivers = { pglite: '@electric-sql/pglite', postgres: 'pg' };

/** Names every package that is missing, with the versions that were tried, or nothing where the error is another. */
export function missingPackages(error: unknown, engine: keyof typeof drivers): string | undefined {
  const chain = [error, (error as { cause?: unknown } | null)?.cause];
  if (!chain.some((one) => (one as { code?: unknown } | null)?.code === 'ERR_MODULE_NOT_FOUND')) return undefined;
  const require = createRequire(import.meta.url);
  const { peerDependencies = {} } = require('../../package.json') as { peerDependencies?: Record<string, string> };
  const isMissing = (name: string) => {
    try {
      return !import.meta.resolve(name);
    } catch {
      return true;
    }
  };
  const missing = [...needed, drivers[engine]].filter(isMissing);
  if (!missing.length) return undefined;
  const packages = missing.map((name) => (peerDependencies[name] ? `${name}@${peerDependencies[name]}` : name)).join(' ');
  return `The service needs packages that the widgets do without. Run: npm i ${packages}`;
}
