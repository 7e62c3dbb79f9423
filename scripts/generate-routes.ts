/**
 * Writes src/contract/routes.gen.ts: what the browser's client needs of every operation, without the schemas, so that
 * zod stays out of its bundle. With --check it writes nothing and fails when the file is not what it would write.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { contract } from '../src/contract/index.js';
import { isBytes, type Operation, type Route } from '../src/contract/operation.js';

const target = new URL('../src/contract/routes.gen.ts', import.meta.url);
const routeOf = ({ method, path, query, body, answer, ifMatch, changes }: Operation): Route => ({
  method, path, input: query ? 'query' : isBytes(body) ? 'bytes' : body ? 'body' : undefined, output: isBytes(answer) ? 'bytes' : undefined, ifMatch, changes,
});

const routeLiteral = (operation: Operation): string => {
  const fields = Object.entries(routeOf(operation)).flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${literal(value)}`));
  return `{ ${fields.join(', ')} }`;
};
const literal = (value: string | readonly string[]): string =>
  typeof value === 'string' ? `'${value}'` : `[${value.map((item) => `'${item}'`).join(', ')}]`;

function routesModule(): string {
  const lines = [
    '// Generated from the contract by `npm run generate`. Change the operations, not this file.',
    "import type { Contract } from './index.js';",
    "import type { RouteTable } from './operation.js';",
    '',
    '/** Resource → operation → method, path and what the call makes stale. */',
    'export const routes: RouteTable<Contract> = {',
  ];
  for (const [resource, operations] of Object.entries(contract)) {
    lines.push(`  ${resource}: {`);
    for (const [name, operation] of Object.entries(operations)) lines.push(`    ${name}: ${routeLiteral(operation)},`);
    lines.push('  },');
  }
  return [...lines, '};', ''].join('\n');
}

const wanted = routesModule();
const present = await readFile(target, 'utf8').catch(() => '');
if (present === wanted) {
  console.log('The route table is up to date.');
} else if (process.argv.includes('--check')) {
  console.error('src/contract/routes.gen.ts does not match the contract. Run `npm run generate`.');
  process.exitCode = 1;
} else {
  await writeFile(target, wanted);
  console.log('Wrote src/contract/routes.gen.ts.');
}
