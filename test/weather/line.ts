import { Agent, createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What becomes of a request: lost on its way there, or its answer on the way back. */
export type Fate = 'arrives' | 'request lost' | 'answer lost';

export interface Seen { method: string; path: string; fate: Fate }

/** A line to a service, which a test lets lose what it carries, or cuts. Preflights are carried like all else. */
export interface Line {
  url: string;
  /** Everything that was sent over it, newest last. */
  seen: Seen[];
  /** Says for each request what becomes of it; none, and all arrive. */
  lose: (fateOf?: (request: { method: string; path: string }) => Fate) => void;
  /** Requests to paths that contain this wait for ever; none, and all go through. */
  hold: (path?: string) => void;
  cut: () => void;
  mend: () => void;
  close: () => void;
}

export async function openLine(to: string): Promise<Line> {
  const target = new URL(to);
  const agent = new Agent({ keepAlive: true });
  const seen: Seen[] = [];
  let fateOf: (request: { method: string; path: string }) => Fate = () => 'arrives';
  let isCut = false;
  let held: string | undefined;

  const server = createServer((request, response) => void carry(request, response).catch(() => response.destroy()));
  server.on('connection', (socket) => { if (isCut) socket.destroy(); });

  async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const fate = fateOf({ method, path: url });
    seen.push({ method, path: url, fate });
    const body = await buffer(request);
    if (held && method !== 'OPTIONS' && url.includes(held)) return;
    if (fate === 'request lost') return void request.socket.destroy();
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      ask({ host: target.hostname, port: target.port, method, path: url, headers: { ...headers, host: target.host }, agent }, resolve).on('error', reject).end(body);
    });
    const content = await buffer(answer);
    if (fate === 'answer lost' || isCut) return void request.socket.destroy();
    // A browser makes a request again by itself where an old connection breaks: so each has one of its own, and the loss is felt.
    response.writeHead(answer.statusCode!, { ...answer.headers, connection: 'close' }).end(content);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen,
    lose: (next = () => 'arrives') => { fateOf = next; },
    hold: (path) => { held = path; },
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    mend: () => { isCut = false; },
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** One in so many is lost, every other on the way there and every other on the way back; the same ones in every run. */
export function oneIn(many: number, seed: number): (request: { method: string }) => Fate {
  let state = seed;
  let lost = 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if (state / 2 ** 32 >= 1 / many) return 'arrives';
    return lost++ % 2 === 0 ? 'answer lost' : 'request lost';
  };
}
