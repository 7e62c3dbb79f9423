import type { Fetch, Progress } from './fetch.js';

type Tell = (progress: Progress) => void;

/** Bytes between two tellings where the body is streamed. */
const pieceSize = 65_536;
/** Milliseconds without any sign of life after which a connection is given up. */
const longestSilence = 60_000;

/**
 * A way to send one body that tells how far it has gone. In a page only XMLHttpRequest knows; elsewhere the body is streamed and counted as it is
 * taken. A `fetch` of the caller's own in a page tells the beginning and the end: pages cannot stream a body over HTTP/1.1.
 */
export function withProgress(fetch: Fetch | undefined, body: Blob, tell: Tell): Fetch {
  if (typeof document === 'undefined') {
    return (request) => (fetch ?? globalThis.fetch)(new Request(request, { body: counted(body, tell), duplex: 'half' } as RequestInit));
  }
  if (!fetch) return (request) => sendCounted(request, body, tell);
  return async (request) => {
    tell({ sent: 0, total: body.size });
    const response = await fetch(request);
    tell({ sent: body.size, total: body.size });
    return response;
  };
}

function counted(body: Blob, tell: Tell): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece = new Uint8Array(await body.slice(sent, sent + pieceSize).arrayBuffer());
      if (piece.byteLength === 0) return controller.close();
      controller.enqueue(piece);
      tell({ sent: (sent += piece.byteLength), total: body.size });
    },
  });
}

function sendCounted({ method, url, headers, signal }: Request, body: Blob, tell: Tell): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), longestSilence);
    };
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.open(method, url);
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onloadstart = () => tell({ sent: 0, total: body.size });
    request.upload.onprogress = ({ loaded }) => {
      listen();
      tell({ sent: loaded, total: body.size });
    };
    request.onload = () => {
      // Over a quick line the answer may be here before any progress was told.
      tell({ sent: body.size, total: body.size });
      resolve(new Response(request.responseText || null, { status: request.status, headers: headersOf(request) }));
    };
    request.onerror = request.onabort = () => reject(signal.aborted ? signal.reason : new TypeError('Failed to fetch'));
    request.onloadend = () => {
      clearTimeout(silence);
      signal.removeEventListener('abort', abort);
    };
    listen();
    request.send(body);
  });
}

const headersOf = (request: XMLHttpRequest): Headers =>
  new Headers(request.getAllResponseHeaders().trim().split('\r\n').map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]));
