import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Listens, or says in one sentence why it cannot. */
export function listen(listener: Listener, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => void listener(request, response));
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sentence(error.code, port, host), { cause: error })));
    server.listen(port, host, () => resolve(server));
  });
}

/** Ends after the answers under way, and after three seconds in any case. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), 3000);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const sentence = (code: string | undefined, port: number, host: string): string => {
  switch (code) {
    case 'EADDRINUSE': return `Port ${port} on ${host} is taken: stop what listens there, or choose another, as in PORT=4400 npm start. The service takes the port after the site's.`;
    case 'EACCES': return `Port ${port} is not for this user: choose one above 1023, as in PORT=4400 npm start.`;
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return `This machine has no address ${host}: leave HOST out, or name one that it has.`;
    default: return `Cannot listen on ${host}:${port} (${code}).`;
  }
};
