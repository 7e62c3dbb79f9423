import type * as z from 'zod/mini';
import { id, kindOfParameter, type FieldProblem, type Operation } from '../../contract/index.js';
import { notFound, ServiceError } from '../service-error.js';

/** The largest body that is read, in bytes. */
export const bodyLimit = 1_048_576;
const queryLimit = 4_096;

const escapeToken = (key: PropertyKey) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** zod's issues as the contract says them: a pointer, zod's code (finer where it helps), and a sentence. */
export function fieldProblems(error: z.core.$ZodError, pointerOf: (path: PropertyKey[]) => string): FieldProblem[] {
  return error.issues.slice(0, 50).map((issue) => {
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    const code = missing ? 'required' : issue.code === 'invalid_format' ? `invalid_${issue.format}` : issue.code;
    return { pointer: pointerOf(issue.path), code, message: sentenceOf(issue, missing) };
  });
}

function sentenceOf(issue: z.core.$ZodIssue, missing: boolean): string {
  if (missing) return 'This is needed.';
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
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) throw new ServiceError('unsupported_media_type');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ServiceError('malformed_request', { detail: 'The body is not valid JSON.' });
  }
  return { text, body: check(operation.body, value, (path) => path.map((key) => `/${escapeToken(key)}`).join('')) };
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
