import { createPortalClient, type PortalClient, type PortalClientOptions } from '../../src/client/index.js';

/** What a request was, read out, so that it can be looked at after it was sent. */
export interface SentRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

export type Step = (request: SentRequest, signal: AbortSignal) => Response | Promise<Response>;

export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Step =>
  () => new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers } });

export const problem = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Step =>
  answer({ type: 'about:blank', title: `It is ${code}.`, status, code, requestId: 'req_1', ...more }, status, { 'content-type': 'application/problem+json', ...headers });

/** What Node's fetch throws when a connection is reset. */
export const reset: Step = () => { throw new TypeError('fetch failed', { cause: new Error('read ECONNRESET') }); };

/** Never answers; heeds the signal, as a real fetch does. */
export const hang: Step = (_request, signal) => new Promise((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason)); });

/** Begins an answer and breaks off. */
export const cutOff: Step = () =>
  new Response(new ReadableStream({
    start(controller) { controller.enqueue(new TextEncoder().encode('{"data":[')); },
    pull(controller) { controller.error(new TypeError('terminated')); },
  }), { headers: { 'content-type': 'application/json' } });

export const dealId = `deal_${'0'.repeat(32)}`;
export const deal = (version = 3) => answer({ id: dealId, version, name: 'Packaging hall' });
export const emptyPage = answer({ data: [], hasMore: false, nextCursor: null });

export interface Setup {
  client: PortalClient;
  sent: SentRequest[];
  /** Why a session was asked for, each time. */
  reasons: string[];
}

/** A client whose fetch follows a script: one step a request, the last one for ever. */
export function scripted(steps: Step[], options: Partial<PortalClientOptions> = {}): Setup {
  const sent: SentRequest[] = [];
  const reasons: string[] = [];
  const fetch = async (request: Request) => {
    const url = new URL(request.url);
    const text = await request.text();
    const { method, signal } = request;
    const entry = { method, path: url.pathname, query: Object.fromEntries(url.searchParams), headers: Object.fromEntries(request.headers), body: text ? JSON.parse(text) : undefined };
    sent.push(entry);
    return steps[Math.min(sent.length, steps.length) - 1]!(entry, signal);
  };
  const session = async ({ reason }: { reason: string }) => ({ token: `token-${reasons.push(reason)}`, expiresIn: 900 });
  return { client: createPortalClient({ baseUrl: 'https://prm.example.com', session, fetch, ...options } as PortalClientOptions), sent, reasons };
}
