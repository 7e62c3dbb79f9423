import type { Fetch } from '../../src/client/index.js';

/** The page's way to the service, which a test may cut, hold up, or let answer otherwise. */
export class Network {
  /** Method and path of each request that was made. */
  readonly asked: string[] = [];
  #disturb: ((request: Request, send: () => Promise<Response>) => Promise<Response>) | undefined;

  readonly fetch: Fetch = (request) => {
    this.asked.push(`${request.method} ${new URL(request.url).pathname}`);
    const send = () => fetch(request);
    return this.#disturb ? this.#disturb(request, send) : send();
  };

  /** Requests go through again. */
  mend(): void {
    this.#disturb = undefined;
  }

  /** No request arrives. */
  cut(): void {
    this.#disturb = () => Promise.reject(new TypeError('Failed to fetch'));
  }

  /** Requests to paths that contain this break inside the service; other methods than those named go through. */
  break(path: string, { methods = ['GET', 'POST', 'PATCH'], status = 500, code = 'internal_error' } = {}): void {
    const body = JSON.stringify({ type: 'about:blank', title: 'Broken', status, code, requestId: 'req_broken7' });
    this.#disturb = async (request, send) => (request.url.includes(path) && methods.includes(request.method)
      ? new Response(body, { status, headers: { 'content-type': 'application/problem+json', 'request-id': 'req_broken7' } })
      : send());
  }

  /** Answers to GET requests of paths that contain this say something else. */
  alter(path: string, change: (body: any) => unknown): void {
    this.#disturb = async (request, send) => {
      const answer = await send();
      if (request.method !== 'GET' || !request.url.includes(path)) return answer;
      return Response.json(change(await answer.json()), { status: answer.status, headers: answer.headers });
    };
  }

  /** Requests to paths that contain this wait until the answer's `release` is called. */
  hold(path: string): { release: () => void } {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    this.#disturb = async (request, send) => {
      if (request.url.includes(path)) await released;
      return send();
    };
    return { release };
  }
}

/** Tells the page that the computer lost its network, or has it again. */
export function setOnline(online: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });
  dispatchEvent(new Event(online ? 'online' : 'offline'));
}
