import * as z from 'zod/mini';
import { contract, errors, errorsOf, isBytes, isReplayable, pathParams, scopeOf, type Bytes, type Operation } from '../contract/index.js';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodMiniType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'openapi-3.1' as 'draft-2020-12', io: 'output', unrepresentable: 'any' }) as Json;
  return json;
};

/** A body as the document has it: JSON by its schema, or raw bytes. */
const contentOf = (body: z.ZodMiniType | Bytes): Json =>
  (isBytes(body) ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: body.most } } } : { 'application/json': { schema: schemaOf(body) } });

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, requestId: { type: 'string' },
    code: { type: 'string', examples: Object.keys(errors) },
    errors: { type: 'array', items: { type: 'object', required: ['pointer', 'code', 'message'], properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } } },
    current: { description: 'With precondition_failed: the record as it is now.' },
  },
};

const header = (name: string, required: boolean, description: string): Json =>
  ({ name, in: 'header', required, description, schema: { type: 'string' } });

function parametersOf(operation: Operation): Json[] {
  const query = operation.query ? schemaOf(operation.query) : { properties: {}, required: [] };
  const required = new Set((query.required as string[] | undefined) ?? []);
  return [
    ...pathParams(operation.path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(query.properties as Record<string, Json>).map(([name, schema]) => ({
      name, in: 'query', required: required.has(name), schema, ...(schema.type === 'array' && { style: 'form', explode: false }),
    })),
    ...(isReplayable(operation) ? [header('Idempotency-Key', false, 'Makes a retry the same call. New for each call.')] : []),
    ...(operation.ifMatch ? [header('If-Match', operation.ifMatch === 'required', 'The version that is changed, in quotes: "3".')] : []),
  ];
}

/** The codes an operation may answer with, by status: one response for each. */
function refusalsOf(operation: Operation): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of errorsOf(operation)) byStatus.set(errors[code].status, [...(byStatus.get(errors[code].status) ?? []), code]);
  return Object.fromEntries([...byStatus].sort(([one], [other]) => one - other).map(([status, codes]) => [String(status), {
    description: codes.map((code) => `\`${code}\`: ${errors[code as keyof typeof errors].title}`).join('\n\n'),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }]));
}

function describe(resource: string, name: string, operation: Operation): Json {
  return {
    operationId: `${resource}.${name}`,
    tags: [resource],
    summary: operation.summary,
    description: `Who may call it: ${Object.entries(operation.who).map(([role, whose]) => `${role} (${whose})`).join(', ')}. Scope: ${scopeOf(resource, operation)}.`,
    parameters: parametersOf(operation),
    ...(operation.body && { requestBody: { required: true, content: contentOf(operation.body) } }),
    responses: {
      [operation.answer ? String(operation.status ?? 200) : '204']: operation.answer
        ? { description: 'Done.', content: contentOf(operation.answer) }
        : { description: 'Done; there is no body.' },
      ...refusalsOf(operation),
    },
  };
}

/** The API document, OpenAPI 3.1, derived from the contract. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [resource, operations] of Object.entries(contract)) {
    for (const [name, operation] of Object.entries(operations as Record<string, Operation>)) {
      (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describe(resource, name, operation);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'prmkit', version: '1', description: 'Partner relationship management: deals, leads, customers and results between a vendor and its partners.', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A session token in a browser; a secret key on the vendor\'s own server.' } },
      schemas: { Problem: problemSchema },
    },
  };
}
