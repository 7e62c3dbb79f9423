import { abortable } from './abortable.js';
import type { Credentials } from './credentials.js';
import { isPrmError } from './error-guards.js';
import { ConnectionError, type ApiError, type PrmError } from './errors.js';
import type { Fetch, Progress } from './fetch.js';
import type { ServiceClock } from './service-clock.js';
import { apiError } from './problem.js';

export interface TransportSettings {
  /** Absolute, without a slash at its end. */
  baseUrl: string;
  credentials: Credentials;
  clock: ServiceClock;
  fetch?: Fetch | undefined;
  /** Milliseconds for a whole call. */
  timeout: number;
}

export interface WireCall {
  method: string;
  /** From `/v1` on, ids filled in, without the query. */
  path: string;
  /** With its question mark, or empty. */
  query: string;
  headers: Record<string, string>;
  body?: string | Blob | undefined;
  /** Bytes go out or come in, which may take as long as the whole call may. */
  bytes?: boolean | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
  timeout?: number | undefined;
  retries?: number | undefined;
}

export interface WireAnswer {
  response: Response;
  text: string;
  /** In place of the text, where bytes were asked for and came. */
  blob?: Blob;
}

const usualRetries = 2;
const attemptTimeout = 20_000;
const firstPause = 500;
/** Milliseconds. A service that asks for more is given up on: better the caller knows than waits. */
const longestWait = 30_000;
/** Milliseconds: a timer that is given more ends at once. */
const longestTimer = 2 ** 31 - 1;
const retriedStatuses = new Set([408, 429, 502, 503, 504]);

/** Sends a call, again where that may help, and reads the whole answer. Throws a `PrmError`, or the signal's reason. */
export async function send(settings: TransportSettings, call: WireCall): Promise<WireAnswer> {
  call.signal?.throwIfAborted();
  const deadline = performance.now() + (call.timeout ?? settings.timeout);
  for (let retry = 0; ; retry++) {
    try {
      return await attempt(settings, call, Math.min(call.bytes ? Infinity : attemptTimeout, deadline - performance.now()));
    } catch (error) {
      if (call.signal?.aborted) throw call.signal.reason;
      const wait = isPrmError(error) && retry < (call.retries ?? usualRetries) ? waitBeforeRetry(error, retry) : Infinity;
      if (wait > Math.min(longestWait, deadline - performance.now())) throw error;
      await pause(wait, call.signal);
    }
  }
}

/** Milliseconds; what the service asks for, or a random part of a growing pause, so that many clients do not come back at once. */
function waitBeforeRetry(error: PrmError, retry: number): number {
  const { retryable, status, code, retryAfter } = error as ApiError;
  // A request in flight is this call's own, most likely, given up on too early.
  const retried = retryable && (!status || retriedStatuses.has(status) || code === 'request_in_flight');
  if (!retried) return Infinity;
  return retryAfter === undefined ? Math.random() * firstPause * 2 ** retry : retryAfter * 1000;
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<void>((resolve) => { timer = setTimeout(resolve, milliseconds); });
  try {
    await (signal ? abortable(over, signal) : over);
  } finally {
    clearTimeout(timer!);
  }
}

/** One attempt within its time. It ends when that is over or the caller aborts, even where `fetch` heeds no signal. */
async function attempt(settings: TransportSettings, call: WireCall, milliseconds: number): Promise<WireAnswer> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(connectionError(call, 'timeout', 'got no answer in time')), Math.min(milliseconds, longestTimer));
  const abort = () => patience.abort(call.signal!.reason);
  call.signal?.addEventListener('abort', abort, { once: true });
  try {
    return await abortable(exchange(settings, call, patience.signal), patience.signal);
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener('abort', abort);
  }
}

/** Request and answer, once more with another token where the first is refused. */
async function exchange({ baseUrl, credentials, clock, fetch }: TransportSettings, call: WireCall, signal: AbortSignal): Promise<WireAnswer> {
  const { method, path, query, headers, body, onProgress } = call;
  // How far a body has gone takes another way than fetch, which is loaded for those who ask.
  const submit = onProgress ? (await import('./upload-progress.js')).withProgress(fetch, body as Blob, onProgress) : fetch ?? globalThis.fetch;
  const request = async (token: string): Promise<WireAnswer> => {
    const init: RequestInit = { method, body, signal, headers: { ...headers, authorization: `Bearer ${token}` } };
    // No cookies to the service. Some edge runtimes refuse the option, and have no cookies.
    if (typeof document !== 'undefined') init.credentials = 'omit';
    const built = new Request(baseUrl + path + query, init);
    try {
      const response = await submit(built);
      clock.heard(response.headers);
      // With the body, so that one that breaks off is a fault of the network.
      if (call.bytes && !body && response.ok) return { response, text: '', blob: await response.blob() };
      return { response, text: await response.text() };
    } catch (error) {
      throw connectionError(call, 'unreachable', 'could not reach the service', error);
    }
  };
  const given = credentials.token();
  const token = typeof given === 'string' ? given : await given;
  let answer = await request(token);
  if (answer.response.status === 401 && credentials.replace) answer = await request(await credentials.replace(token));
  if (!answer.response.ok) throw apiError(`${method} ${path}`, answer.response, answer.text);
  return answer;
}

const connectionError = ({ method, path }: WireCall, code: string, outcome: string, cause?: unknown) =>
  new ConnectionError(`${method} ${path} ${outcome}.`, { code, retryable: true, cause });
