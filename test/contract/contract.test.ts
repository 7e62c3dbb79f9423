import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as z from 'zod/mini';
import { contract, errors, errorsOf, idPrefixes, isBytes, isMutation, pathParams, roles, type IdKind } from '../../src/contract/index.js';
import { routes } from '../../src/contract/routes.gen.js';
import { openApiDocument } from '../../src/server/openapi.js';
import { operations, requestFor } from './samples.js';

/** Where a request may say as much as it likes. A pattern counts as a limit: those of the contract are of ids, codes and numbers. */
function unlimited(schema: z.ZodMiniType | undefined, at: string): string[] {
  const walk = (node: Record<string, any>, path: string): string[] => [
    ...(node.type === 'string' && !['maxLength', 'enum', 'const', 'pattern'].some((limit) => limit in node) ? [path] : []),
    ...(node.type === 'array' && node.maxItems === undefined ? [path] : []),
    ...(node.anyOf ?? []).flatMap((one: Record<string, any>) => walk(one, path)),
    ...(node.items ? walk(node.items, `${path}/0`) : []),
    ...Object.entries(node.properties ?? {}).flatMap(([key, one]) => walk(one as Record<string, any>, `${path}/${key}`)),
    ...(typeof node.additionalProperties === 'object' ? walk(node.additionalProperties, `${path}/*`) : []),
  ];
  return schema ? walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), at) : [];
}

describe('the contract', () => {
  it('gives every operation its own method and path', () => {
    const addresses = operations.map(({ operation }) => `${operation.method} ${operation.path}`);
    assert.equal(new Set(addresses).size, addresses.length);
  });

  for (const named of operations) {
    const { name, operation } = named;
    it(`declares who may call ${name}, on whose records`, () => {
      const who = Object.entries(operation.who);
      assert.ok(who.length > 0);
      for (const [role, whose] of who) {
        assert.ok((roles as readonly string[]).includes(role));
        assert.ok(['own', 'company', 'programme', 'service'].includes(whose), `${role} has no declared scope`);
        if (role === 'partner_seller' || role === 'partner_admin') assert.notEqual(whose, 'service');
      }
    });

    it(`lets ${name} answer with known errors only, and says what it makes stale`, () => {
      for (const code of errorsOf(operation)) assert.ok(code in errors, code);
      for (const resource of operation.changes ?? []) assert.ok(resource in contract, resource);
      assert.ok(isMutation(operation) || !operation.changes, 'reading changes nothing');
      assert.ok(operation.summary.endsWith('.'));
    });

    it(`sets a limit to every text and list that ${name} takes`, () => {
      assert.deepEqual([...unlimited(operation.query, '?'), ...(isBytes(operation.body) ? [] : unlimited(operation.body, ''))], []);
    });

    it(`describes a request for ${name} that its own schemas take`, () => {
      const zero = (kind: IdKind) => `${idPrefixes[kind]}_${'0'.repeat(32)}`;
      const request = requestFor(named, undefined, zero, zero);
      assert.doesNotMatch(request.path, /[{}]/);
      if (operation.body && !isBytes(operation.body)) assert.ok(operation.body.safeParse(request.body).success, JSON.stringify(operation.body.safeParse(request.body).error?.issues));
    });
  }

  it('is what the route table holds, without schemas', () => {
    for (const { resource, name, operation } of operations) {
      const route = (routes as any)[resource][name.split('.')[1]!];
      assert.equal(route.method, operation.method);
      assert.equal(route.path, operation.path);
      assert.ok(!('body' in route) && !('answer' in route));
    }
  });
});

describe('the API document', () => {
  it('is OpenAPI 3.1, as an independent validator reads it', async () => {
    const validator = new Validator();
    const result = await validator.validate(openApiDocument());
    assert.deepEqual(result.errors, undefined);
    assert.ok(result.valid);
    assert.equal(validator.version, '3.1');
  });

  it('has every operation with its parameters and every error it may answer with', () => {
    const { paths } = openApiDocument() as { paths: Record<string, any> };
    for (const { name, operation } of operations) {
      const described = paths[operation.path]?.[operation.method.toLowerCase()];
      assert.equal(described?.operationId, name);
      for (const param of pathParams(operation.path)) assert.ok(described.parameters.some((one: any) => one.in === 'path' && one.name === param));
      for (const code of errorsOf(operation)) assert.match(described.responses[String(errors[code].status)].description, new RegExp(`\`${code}\``));
    }
  });
});
