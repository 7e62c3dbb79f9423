import type * as z from 'zod/mini';
import type { ErrorCode } from './errors.js';
import type { Who } from './roles.js';

type Schema = z.ZodMiniType;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Resource =
  | 'programme' | 'partners' | 'members' | 'products' | 'territories' | 'accounts' | 'customers' | 'leads' | 'deals'
  | 'reviews' | 'rules' | 'messages' | 'views' | 'availability' | 'dashboard' | 'sessions' | 'history' | 'changes' | 'notices' | 'imports' | 'keys' | 'programmes' | 'files';

/** A body or an answer that is raw bytes in place of JSON, up to `most` of them. They flow while no transaction is open. */
export interface Bytes {
  readonly most: number;
}

/** `body: bytes(20 * 1024 * 1024)` */
export const bytes = (most: number): Bytes => ({ most });

/** What one call is: everything that client, service, API document, permission matrix and fuzzer derive from. */
export interface Operation {
  /** One sentence in the present tense, for the API document. */
  readonly summary: string;
  readonly method: Method;
  /** Under /v1, ids in braces: `/v1/deals/{dealId}/submit`. */
  readonly path: `/v1/${string}`;
  /** Who may call it, and on whose records. */
  readonly who: Who;
  readonly query?: Schema;
  readonly body?: Schema | Bytes;
  /** The body of a success; none means 204. */
  readonly answer?: Schema | Bytes;
  /** 200 unless said: 201 for what creates. */
  readonly status?: 201;
  /** Whether the caller must (`required`) or may (`accepted`) say which version is meant, in If-Match. */
  readonly ifMatch?: 'required' | 'accepted';
  /** The resources whose lists and records a success makes stale. */
  readonly changes?: readonly Resource[];
  /** The answer holds a secret, so it is never stored, and an Idempotency-Key does nothing. */
  readonly secret?: true;
  /** Errors beyond those every operation of its form has (see `errorsOf`). */
  readonly errors?: readonly ErrorCode[];
}

/** Declares an operation and keeps its literal types. */
export const operation = <const O extends Operation>(spec: O): O => spec;

/** The names in braces of a path. */
export type PathParams<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PathParams<Rest> : never;

/** What a caller hands over or is given: bytes are a `Blob`. */
type Output<S> = S extends Schema ? z.output<S> : S extends Bytes ? Blob : undefined;
export type QueryOf<O> = O extends { query: infer S } ? Output<S> : undefined;
export type BodyOf<O> = O extends { body: infer S } ? Output<S> : undefined;
export type AnswerOf<O> = O extends { answer: infer S } ? Output<S> : void;

/** An operation as the browser's client needs it: no schema, so that zod stays out of the bundle. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  /** What the caller hands over besides ids; none where the operation takes nothing. */
  readonly input?: 'query' | 'body' | 'bytes';
  /** The answer is raw bytes. */
  readonly output?: 'bytes';
  readonly ifMatch?: 'required' | 'accepted';
  readonly changes?: readonly Resource[];
}

type InputKind<O> = O extends { query: Schema } ? { readonly input: 'query' }
  : O extends { body: Bytes } ? { readonly input: 'bytes' }
  : O extends { body: Schema } ? { readonly input: 'body' } : unknown;
type OutputKind<O> = O extends { answer: Bytes } ? { readonly output: 'bytes' } : unknown;
type RouteOf<O> = { readonly [K in keyof O & keyof Route]: O[K] } & InputKind<O> & OutputKind<O>;

/** The route table that belongs to a contract; a stale generated table does not compile against it. */
export type RouteTable<C> = { readonly [R in keyof C]: { readonly [N in keyof C[R]]: RouteOf<C[R][N]> } };

export const isMutation = (route: Pick<Route, 'method'>): boolean => route.method !== 'GET';

export const isBytes = (value: Schema | Bytes | undefined): value is Bytes => value !== undefined && 'most' in value;

/** Whether a retry under the same Idempotency-Key is answered from what was stored. Bytes are put in a place of their own: twice is once. */
export const isReplayable = (operation: Operation): boolean => isMutation(operation) && !operation.secret && !isBytes(operation.body);

/** The names in braces of a path, at run time. */
export const pathParams = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

/** The scope that a session or key must hold for an operation: `deals:read`, `deals:write`. */
export const scopeOf = (resource: string, route: Pick<Route, 'method'>): string =>
  `${resource}:${isMutation(route) ? 'write' : 'read'}`;

/** Every error an operation may answer with: those that follow from its form, and its own. */
export function errorsOf(operation: Operation): ErrorCode[] {
  const found = new Set<ErrorCode>([
    'malformed_request', 'token_missing', 'token_invalid', 'token_expired', 'session_revoked', 'role_forbidden', 'scope_missing',
    'origin_forbidden', 'secret_key_in_browser', 'member_suspended', 'rate_limited', 'internal_error', 'unavailable',
  ]);
  const add = (...codes: ErrorCode[]) => codes.forEach((code) => found.add(code));
  if (operation.path.includes('{')) add('not_found');
  if (operation.query || (operation.body && !isBytes(operation.body))) add('validation_failed');
  if (operation.body) add('payload_too_large', 'unsupported_media_type', 'not_found');
  if (isReplayable(operation)) add('request_in_flight', 'idempotency_key_reused');
  if (operation.ifMatch) add('precondition_failed');
  if (operation.ifMatch === 'required') add('precondition_required');
  add(...(operation.errors ?? []));
  return [...found];
}
