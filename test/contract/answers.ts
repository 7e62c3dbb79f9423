import { errorsOf, isBytes, type ErrorCode } from '../../src/contract/index.js';
import { operations, type NamedOperation } from './samples.js';

const patterns = operations.map((named) => ({
  named,
  pattern: new RegExp(`^${named.operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The operation that a request is for; literal paths win over ids. */
export const operationFor = (method: string, path: string): NamedOperation | undefined => {
  const matching = patterns.filter(({ named, pattern }) => named.operation.method === method && pattern.test(path.split('?')[0]!));
  return (matching.find(({ named }) => !named.operation.path.includes('{')) ?? matching[0])?.named;
};

/** Throws when the service answered something the contract does not say: a wrong status, an undeclared error, another shape. */
export function holdAgainstContract(method: string, path: string, status: number, body: any): void {
  const named = operationFor(method, path);
  if (!named) return;
  const { operation, name } = named;
  if (status >= 400) {
    if (!errorsOf(operation).includes(body?.code as ErrorCode)) throw new Error(`${name} answered ${status} ${body?.code}, which its contract does not declare.`);
    return;
  }
  const expected = operation.answer ? operation.status ?? 200 : 204;
  if (status !== expected) throw new Error(`${name} answered ${status}; its contract says ${expected}.`);
  if (!operation.answer || isBytes(operation.answer)) return;
  const parsed = operation.answer.safeParse(body);
  if (!parsed.success) throw new Error(`${name} answered another shape than its contract says: ${JSON.stringify(parsed.error.issues.slice(0, 3))}`);
}
