import * as z from 'zod/mini';
import { contract, idPrefixes, isBytes, type Bytes, type IdKind, type Operation } from '../../src/contract/index.js';

/** Where an id stands in a request: `/lines/0/productId` in the body, `?partnerId` in the query, `{dealId}` in the path. */
export interface IdPlace {
  at: string;
  kind: IdKind;
}

export interface NamedOperation {
  name: `${string}.${string}`;
  resource: string;
  operation: Operation;
}

/** All operations of the contract. */
export const operations: NamedOperation[] = Object.entries(contract).flatMap(([resource, named]) =>
  Object.entries(named as Record<string, Operation>).map(([verb, operation]) => ({ name: `${resource}.${verb}` as const, resource, operation })));

type JsonSchema = { [key: string]: any };
const schemaOf = (schema: z.ZodMiniType): JsonSchema => z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as JsonSchema;

const kindOfPattern = (pattern: unknown): IdKind | undefined => {
  const prefix = typeof pattern === 'string' ? /^\^(\w+)_\[0-9a-f\]/.exec(pattern)?.[1] : undefined;
  return (Object.keys(idPrefixes) as IdKind[]).find((kind) => idPrefixes[kind] === prefix);
};

/** How to fill one request: an id for each kind, and which of the optional fields to send. */
export interface Filling {
  idOf: (kind: IdKind, at: string) => string;
  /** Fields that are not required are sent only where this says so. */
  include: (at: string) => boolean;
}

/** A valid value for a schema, as a caller would send it. */
export function sample(schema: z.ZodMiniType, filling: Filling, at = ''): any {
  return fromSchema(schemaOf(schema), filling, at);
}

function fromSchema(schema: JsonSchema, filling: Filling, at: string): any {
  if (schema.anyOf) return fromSchema(schema.anyOf.find((option: JsonSchema) => option.type !== 'null') ?? schema.anyOf[0], filling, at);
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object': {
      if (!schema.properties) return {};
      const required = new Set<string>(schema.required ?? []);
      const entries = Object.entries(schema.properties as Record<string, JsonSchema>)
        .filter(([key]) => required.has(key) || filling.include(`${at}/${key}`))
        .map(([key, property]) => [key, fromSchema(property, filling, `${at}/${key}`)]);
      return Object.fromEntries(entries);
    }
    case 'array':
      return [fromSchema(schema.items ?? {}, filling, `${at}/0`)];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return false;
    default:
      return text(schema, filling, at);
  }
}

function text(schema: JsonSchema, { idOf }: Filling, at: string): string {
  const kind = kindOfPattern(schema.pattern);
  if (kind) return idOf(kind, at);
  if (/recordId$/.test(at)) return idOf('deal', at);
  if (schema.format === 'email') return `someone.${Math.random().toString(36).slice(2)}@people.example`;
  if (schema.format === 'date') return '2026-03-31';
  if (schema.format === 'date-time') return '2026-03-31T09:00:00.000Z';
  if (/[Cc]urrency$/.test(at)) return 'EUR';
  if (/country$/.test(at)) return 'DE';
  if (/domain$/.test(at)) return 'customer.example';
  if (/timeZone$/.test(at)) return 'Europe/Berlin';
  if (/origins\/0$/.test(at)) return 'https://www.vendor.example';
  if (/(from|to)$/.test(at)) return '2026-03';
  if (/locale$/.test(at)) return 'en';
  if (/(quantity|unitPrice|amount)$/.test(at)) return '1.5000';
  if (/sha256$/.test(at)) return '0'.repeat(64);
  if (/scopes\/0$/.test(at)) return 'deals:read';
  if (/reason$/.test(at)) return 'other';
  return 'sample';
}

/** Every place of an operation where an id can stand. */
export function idPlaces({ operation }: NamedOperation): IdPlace[] {
  const inPath = [...operation.path.matchAll(/\{(\w+)Id\}/g)].map(([at, name]) => ({ at: at!, kind: name as IdKind }));
  return [...inPath, ...placesIn(operation.query, '?'), ...placesIn(operation.body, '/')];
}

function placesIn(schema: z.ZodMiniType | Bytes | undefined, mark: '?' | '/'): IdPlace[] {
  if (!schema || isBytes(schema)) return [];
  const places: IdPlace[] = [];
  sample(schema, { include: () => true, idOf: (kind, at) => { places.push({ at: mark === '?' ? `?${at.slice(1)}` : at, kind }); return `${idPrefixes[kind]}_${'0'.repeat(32)}`; } });
  return places;
}

/** A whole request for an operation: `victim` ids in the named place, `own` ids in all others. */
export function requestFor({ operation }: NamedOperation, place: IdPlace | undefined, own: (kind: IdKind) => string, victim: (kind: IdKind) => string): { method: string; path: string; body?: unknown; headers: Record<string, string> } {
  const path = operation.path.replaceAll(/\{(\w+)Id\}/g, (at, kind: IdKind) => (place?.at === at ? victim(kind) : own(kind)));
  const leadsTo = (at: string) => place !== undefined && (place.at === at || place.at.startsWith(`${at}/`));
  const fill = (mark: '?' | '/'): Filling => ({
    include: (at) => leadsTo(mark === '?' ? `?${at.slice(1)}` : at),
    idOf: (kind, at) => (place?.at === (mark === '?' ? `?${at.slice(1)}` : at) ? victim(kind) : own(kind)),
  });
  const query = operation.query ? (sample(operation.query, fill('?')) as Record<string, unknown>) : {};
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return {
    method: operation.method,
    path: search ? `${path}?${search}` : path,
    headers: operation.ifMatch === 'required' ? { 'if-match': '"1"' } : {},
    ...(operation.body && { body: isBytes(operation.body) ? new TextEncoder().encode('sample') : sample(operation.body, fill('/')) }),
  };
}
