import { Hono, type Context } from 'hono';
import { contract, isBytes, isMutation, isReplayable, type Operation } from '../../contract/index.js';
import type { BytesAnswer, BytesCall, Call } from '../call.js';
import type { ReachOf } from '../caller.js';
import { inService, inTenant } from '../database/tenant.js';
import type { AnyHandlers } from '../handlers.js';
import { ServiceError } from '../service-error.js';
import { allowOrigin, neverKept, preflight } from './cors.js';
import { admit, authenticate, type Admission, type GateOptions } from './gate.js';
import { once, type StoredAnswer } from './idempotency.js';
import { checkParams, readBody, readBytes, readIdempotencyKey, readIfMatch, readQuery } from './input.js';
import { describeError, type Log } from './log.js';
import { problem, problemResponse, toServiceError } from './problem.js';
import { rateHeaders } from './rate-limit.js';

export interface DispatchOptions extends GateOptions {
  handlers: AnyHandlers;
  reachOf: ReachOf;
  log: Log;
}

/** Rooms that open or close the gate itself: their tables are out of a tenant's reach, so they run with the service's role. */
const gateRooms = new Set(['sessions', 'keys', 'programmes']);

/** One Hono route for each operation of the contract. */
export function dispatcher(options: DispatchOptions): Hono {
  const app = new Hono();
  const methods = new Map<string, Set<string>>();
  for (const [resource, operations] of Object.entries(contract)) {
    for (const [name, operation] of Object.entries(operations as Record<string, Operation>)) {
      const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
      methods.set(path, (methods.get(path) ?? new Set()).add(operation.method));
      app.on(operation.method, path, (context) => serve(context, resource, name, operation, options));
    }
  }
  app.options('*', () => preflight());
  for (const [path, allowed] of methods) {
    app.all(path, (context) => finish(problemResponse(new ServiceError('method_not_allowed', { headers: { allow: [...allowed].join(', ') } }), requestIdOf(context)), requestIdOf(context)));
  }
  app.notFound((context) => finish(problem('route_not_found', requestIdOf(context)), requestIdOf(context)));
  return app;
}

const requestIds = new WeakMap<Request, string>();

/** The caller's Request-Id if it is a sound one, else a new one; the same for the whole request. */
function requestIdOf(context: Context): string {
  const request = context.req.raw;
  const sent = request.headers.get('request-id');
  const requestId = requestIds.get(request) ?? (sent && /^[\w.-]{8,64}$/.test(sent) ? sent : `req_${crypto.randomUUID().replaceAll('-', '')}`);
  requestIds.set(request, requestId);
  return requestId;
}

function finish(response: Response, requestId: string): Response {
  response.headers.set('request-id', requestId);
  // By which callers tell what is due, whatever their own clocks say; servers of other runtimes leave it out.
  response.headers.set('date', new Date().toUTCString());
  allowOrigin(response.headers);
  return response;
}

async function serve(context: Context, resource: string, name: string, operation: Operation, options: DispatchOptions): Promise<Response> {
  const started = performance.now();
  const requestId = requestIdOf(context);
  const line = { event: 'request', requestId, operation: `${resource}.${name}` };
  const time = () => ({ time: new Date().toISOString(), ms: Math.round(performance.now() - started) });
  let admission: Admission | undefined;
  let response: Response;
  let code: string | undefined;
  try {
    admission = await authenticate(context.req.raw, options);
    const answer = await answerCall(context, resource, name, operation, admission, requestId, options);
    response = new Response(answer.status === 204 ? null : (answer.body as BodyInit), {
      status: answer.status,
      headers: { ...answer.headers, ...neverKept, ...(answer.replayed && { 'idempotency-replayed': 'true' }) },
    });
  } catch (thrown) {
    const error = toServiceError(thrown);
    code = error.code;
    if (code === 'internal_error') options.log({ ...line, ...time(), level: 'error', event: 'failure', error: describeError(thrown) });
    response = problemResponse(error, requestId);
  }
  if (admission?.budget) for (const [header, value] of Object.entries(rateHeaders(admission.budget))) response.headers.set(header, value);
  options.log({
    ...line, ...time(), level: response.status >= 500 ? 'error' : 'info', status: response.status,
    ...(code && { code }), ...(admission?.caller.programmeId && { programmeId: admission.caller.programmeId }),
  });
  return finish(response, requestId);
}

interface Answered extends Omit<StoredAnswer, 'body'> {
  body: string | ReadableStream<Uint8Array>;
  replayed?: true;
}

/** Checks and parses the request outside the transaction, then does the whole of its work inside one. Bytes flow outside of any. */
async function answerCall(
  context: Context, resource: string, name: string, operation: Operation, { caller }: Admission, requestId: string,
  { db, handlers, reachOf }: DispatchOptions,
): Promise<Answered> {
  const whose = admit(caller, resource, operation);
  const request = context.req.raw;
  const url = new URL(request.url);
  const params = context.req.param() as Record<string, string>;
  checkParams(params);
  const query = readQuery(operation, url);
  const run = gateRooms.has(resource) ? inService : inTenant;
  const seen = { caller, reach: reachOf(caller, whose), params, query, requestId };
  if (isBytes(operation.body) || isBytes(operation.answer)) {
    const inTransaction: BytesCall['inTransaction'] = (work) =>
      retryOnDeadlock(() => run(db, caller, operation.method === 'GET', (tx) => work({ tx, ...seen })));
    const call = { ...seen, body: readBytes(operation, request), inTransaction } satisfies Record<keyof BytesCall, unknown>;
    const answer = await handlers[resource]![name]!(call as unknown as never);
    return isBytes(operation.answer) ? { status: 200, ...(answer as BytesAnswer) } : store(operation, answer);
  }
  const key = isReplayable(operation) ? readIdempotencyKey(request) : undefined;
  const { text, body } = isMutation(operation) ? await readBody(operation, request) : { text: '', body: {} };

  const answer = async (tx: Call['tx']): Promise<StoredAnswer> => {
    // After the idempotency key: a retry of what succeeded must not fail for a version that it changed itself.
    const ifMatch = readIfMatch(operation, request);
    const call = { tx, ...seen, body, ifMatch } as unknown as Call;
    return store(operation, await handlers[resource]![name]!(call as never));
  };
  return retryOnDeadlock(() => run(db, caller, operation.method === 'GET', (tx) => {
    if (key === undefined || caller.role === 'operator') return answer(tx);
    return once({ tx, caller, operation: `${resource}.${name}`, key, request: `${url.pathname} ${request.headers.get('if-match') ?? ''} ${text}` }, () => answer(tx));
  }));
}

function store(operation: Operation, record: unknown): StoredAnswer {
  if (!operation.answer) return { status: 204, headers: {}, body: '' };
  const version = (record as { version?: unknown }).version;
  return {
    status: operation.status ?? 200,
    headers: { 'content-type': 'application/json', ...(typeof version === 'number' && { etag: `"${version}"` }) },
    body: JSON.stringify(record),
  };
}

/** Two writers that crossed: PostgreSQL chose one to give way, and it simply goes again. */
async function retryOnDeadlock<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const state = (thrown as { code?: unknown } | null)?.code;
    if (state !== '40001' && state !== '40P01') throw thrown;
    return work();
  }
}

