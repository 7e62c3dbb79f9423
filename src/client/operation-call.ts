import type { Resource, Route } from '../contract/operation.js';
import { readAnswer, type AnswerShape } from './answer.js';
import type { PrmError } from './errors.js';
import type { RecordReference, Target, UploadOptions, VersionedOptions } from './operation-methods.js';
import type { WireAnswer, WireCall } from './transport.js';
import { newKey } from './new-key.js';
import type { Unanswered } from './unanswered.js';

/** What a method needs of its client. */
export interface Caller {
  send(call: WireCall): Promise<WireAnswer>;
  /** Mutations whose answer never came. */
  unanswered: Unanswered;
  /** A mutation succeeded: what it made stale, and the record it was about. */
  changed(resources: Resource[], recordIds: string[]): void;
}

type Input = Record<string, unknown>;
type Method = (...args: unknown[]) => Promise<unknown>;

const placeholder = /\{\w+\}/g;
/** Milliseconds that bytes have to go or come, retries included. */
const bytesTimeout = 600_000;
/** The service's longest page: fewer round trips where all rows are wanted anyway. */
const longestPage = 200;

/** Makes one method: ids of the path in order, then what the operation takes, then options. */
export function operationMethod(caller: Caller, resource: string, name: string, route: Route): Method {
  const { method, input: inputKind, output } = route;
  const sendsBytes = inputKind === 'bytes';
  const bytes = sendsBytes || output === 'bytes';
  const targetCount = route.path.match(placeholder)?.length ?? 0;
  const shape: AnswerShape = name === 'list' ? 'list' : targetCount > 0 ? 'record' : 'object';

  const invoke: Method = async (...args) => {
    const targets = args.slice(0, targetCount) as Target[];
    const input = inputKind && (args[targetCount] as Input | undefined);
    const options = (args[targetCount + (inputKind ? 1 : 0)] ?? {}) as VersionedOptions & UploadOptions;
    const path = fillPath(route.path, targets, `${resource}.${name}`);
    const last = targets.at(-1);
    const version = options.version ?? (last as RecordReference | undefined)?.version;
    const headers: Record<string, string> = { accept: output ? '*/*' : 'application/json' };
    if (inputKind === 'body') headers['content-type'] = 'application/json';
    if (sendsBytes) headers['content-type'] = 'application/octet-stream';
    const body = sendsBytes ? (input as unknown as Blob) : inputKind === 'body' ? JSON.stringify(input ?? {}) : undefined;
    if (route.ifMatch && version !== undefined) headers['if-match'] = `"${version}"`;
    const request = `${method} ${path} ${headers['if-match']} ${body}`;
    const key = sendsBytes || method === 'GET' ? undefined : options.idempotencyKey ?? caller.unanswered.keyOf(request) ?? idempotencyKey(resource, name, last, version);
    // The same bytes in the same place are the same call without a key.
    if (key) headers['idempotency-key'] = key;

    const answer = await caller.send({
      method,
      path,
      query: inputKind === 'query' ? queryString(input) : '',
      headers,
      body,
      bytes,
      onProgress: options.onProgress,
      signal: options.signal,
      retries: options.retries,
      timeout: options.timeout ?? (bytes ? bytesTimeout : undefined),
    }).catch((error: unknown) => {
      if (key && (error as Partial<PrmError>).retryable) caller.unanswered.keep(request, key);
      else caller.unanswered.forget(request);
      throw error;
    });
    caller.unanswered.forget(request);
    const record = answer.blob ?? readAnswer(`${method} ${path}`, shape, answer);
    if (route.changes) caller.changed([...route.changes], recordIdsOf(last, record));
    return record;
  };
  return name === 'list' ? Object.assign(invoke, { all: allRows(invoke) }) : invoke;
}

interface RowPage {
  data: unknown[];
  hasMore?: boolean;
  nextCursor?: string | null;
}

const allRows = (list: Method) =>
  async function* all(query?: Input, options?: VersionedOptions) {
    let cursor = query?.cursor;
    for (;;) {
      const page = (await list({ limit: longestPage, ...query, cursor }, options)) as RowPage;
      yield* page.data;
      if (!page.hasMore) return;
      cursor = page.nextCursor;
    }
  };

function fillPath(path: string, targets: Target[], operation: string): string {
  const ids = targets.map((target) => (typeof target === 'string' ? target : target?.id));
  return path.replace(placeholder, () => {
    const id = ids.shift();
    // An empty id would be another address, that of the list; so would dots.
    if (!id || /^\.+$/.test(id)) throw new TypeError(`${operation} needs the record, or its id.`);
    return encodeURIComponent(id);
  });
}

function queryString(query: Input | undefined): string {
  const pairs: string[] = [];
  for (const key in query) {
    const value = query[key];
    const text = Array.isArray(value) ? value.join(',') : value === undefined || value === null ? '' : String(value);
    if (text) pairs.push(`${key}=${encodeURIComponent(text)}`);
  }
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/**
 * One key per call. A submission's follows from the draft as it was seen, so that after a reload, which forgets whether
 * the answer came, submitting once more is the same call.
 */
function idempotencyKey(resource: string, name: string, target: Target | undefined, version: number | undefined): string {
  if (name === 'submit' && target && version !== undefined) {
    return `${resource}-${name}-${typeof target === 'string' ? target : target.id}-${version}`;
  }
  return newKey();
}

function recordIdsOf(target: Target | undefined, answer: unknown): string[] {
  const id = target === undefined ? (answer as Partial<RecordReference> | undefined)?.id : typeof target === 'string' ? target : target.id;
  return typeof id === 'string' ? [id] : [];
}
