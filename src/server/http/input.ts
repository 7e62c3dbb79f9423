import type * as z from 'zod/mini';
import { id, isBytes, kindOfParameter, type FieldProblem, type Operation } from '../../contract/index.js';
import { notFound, ServiceError } from '../service-error.js';

/** The largest body that is read, in bytes. */
export const bodyLimit = 1_048_576;
const queryLimit = 4_096;

const escapeToken = (key: PropertyKey) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** zod's issues as the contract says them: a pointer, zod's code (finer where it helps), and a sentence. */
export function fieldProblems(error: z.core.$ZodError, pointerOf: (path: PropertyKey[]) => string): FieldProblem[] {
  return error.issues.flatMap(nearest).slice(0, 50).map((issue) => {
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    const named = issue.code === 'custom' ? issue.params?.code : undefined;
    const code = missing ? 'required' : issue.code === 'invalid_format' ? `invalid_${issue.format}` : typeof named === 'string' ? named : issue.code;
    return { pointer: pointerOf(issue.path), code, message: sentenceOf(issue, missing) };
  });
}

/** A value that fits none of several kinds is told what is wrong with it as the first kind that it is of. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const kind = issue.errors.find((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
  return kind?.map((one) => ({ ...one, path: [...issue.path, ...one.path] }) as z.core.$ZodIssue).flatMap(nearest)
    ?? [{ ...issue, code: 'custom', params: { code: 'invalid_type' }, message: 'This is not a kind of value that can stand here.' }];
}

/** What zod/mini says where a schema has no sentence of its own. */
const unsaid = 'Invalid input';

function sentenceOf(issue: z.core.$ZodIssue, missing: boolean): string {
  if (missing) return 'This is needed.';
  if (issue.message !== unsaid) return issue.message;
  switch (issue.code) {
    case 'too_big': return `This is too much: ${issue.maximum} at most.`;
    case 'too_small': return `This is too little: ${issue.minimum} at least.`;
    case 'invalid_value': return `Use one of: ${issue.values.join(', ')}.`;
    case 'unrecognized_keys': return `Unknown: ${issue.keys.map((key) => key.slice(0, 40)).join(', ')}. Leave it out.`;
    case 'invalid_type': return `Expected ${issue.expected}.`;
    case 'invalid_format': return `This is not a valid ${issue.format === 'regex' ? 'value' : issue.format}.`;
    default: return issue.message;
  }
}

function check<S extends z.ZodMiniType>(schema: S, value: unknown, pointerOf: (path: PropertyKey[]) => string): z.output<S> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new ServiceError('validation_failed', { fields: fieldProblems(parsed.error, pointerOf) });
  return parsed.data;
}

export function readQuery(operation: Operation, url: URL): unknown {
  if (url.search.length > queryLimit) throw new ServiceError('malformed_request', { detail: `The query is longer than ${queryLimit} characters.` });
  const sent: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(sent, name)) throw new ServiceError('malformed_request', { detail: 'A query parameter is given twice.' });
    sent[name] = value;
  }
  if (operation.query) return check(operation.query, sent, (path) => `?${String(path[0] ?? '')}`);
  if (Object.keys(sent).length) throw new ServiceError('malformed_request', { detail: 'This operation takes no query.' });
  return {};
}

/** Reads the raw body, refusing one that is too large before all of it has come. */
export async function readBody(operation: Operation, request: Request): Promise<{ text: string; body: unknown }> {
  const text = await readText(request);
  if (!operation.body) {
    if (text.trim() && text.trim() !== '{}') throw new ServiceError('malformed_request', { detail: 'This operation takes no body.' });
    return { text: '', body: {} };
  }
  if (isBytes(operation.body)) throw new TypeError(`${operation.path} takes bytes.`);
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new ServiceError('unsupported_media_type');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ServiceError('malformed_request', { detail: 'The body is not valid JSON.' });
  }
  return { text, body: check(operation.body, value, (path) => path.map((key) => `/${escapeToken(key)}`).join('')) };
}

/** A body of raw bytes as it comes in. One that is said to be too large is refused at once, one that lies about it when it is. */
export function readBytes(operation: Operation, request: Request): AsyncIterable<Uint8Array> {
  const most = isBytes(operation.body) ? operation.body.most : 0;
  if (most && !/^application\/octet-stream$/i.test(request.headers.get('content-type') ?? '')) throw new ServiceError('unsupported_media_type');
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new ServiceError('payload_too_large');
  return limited(request.body as unknown as AsyncIterable<Uint8Array> | null, most);
}

async function* limited(chunks: AsyncIterable<Uint8Array> | null, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  try {
    for await (const chunk of chunks ?? []) {
      read += chunk.byteLength;
      if (read > most) throw new ServiceError('payload_too_large');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new ServiceError('malformed_request', { detail: 'The body ended early.' });
  }
}

async function readText(request: Request): Promise<string> {
  if (!request.body) return '';
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw new ServiceError('payload_too_large');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  let text = '';
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      read += chunk.byteLength;
      if (read > bodyLimit) throw new ServiceError('payload_too_large');
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new ServiceError('malformed_request', { detail: 'The body is not valid UTF-8 or ended early.' });
  }
}

/** An id of the wrong form is the id of nothing. */
export function checkParams(params: Record<string, string>): void {
  for (const [name, value] of Object.entries(params)) {
    const kind = kindOfParameter(name);
    if (kind && !id(kind).safeParse(value).success) throw notFound();
  }
}

/** `"3"` → 3. */
export function readIfMatch(operation: Operation, request: Request): number | undefined {
  const header = request.headers.get('if-match');
  if (header === null) {
    if (operation.ifMatch === 'required') throw new ServiceError('precondition_required');
    return undefined;
  }
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new ServiceError('malformed_request', { detail: 'If-Match is one version in quotes, such as "3".' });
  return Number(version);
}

export function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key') ?? undefined;
  if (key !== undefined && !/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw new ServiceError('malformed_request', { detail: 'An Idempotency-Key has 8 to 200 visible ASCII characters.' });
  }
  return key;
}
