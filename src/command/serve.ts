import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { EmailOptions } from '../server/index.js';
import { CommandError, noMore, readArguments, UsageError, type Command, type Terminal } from './command.js';
import { filesHelp, filesPlace } from './files-place.js';
import { databaseHelp, databaseOptions, databasePlace } from './place.js';

const help = `Usage: prmkit serve [--data DIR | --database-url URL] [--files DIR|s3://…] [--port N] [--host H]
                    [--smtp-url URL --email-from SENDER --portal-url URL] [--service-url URL]

Runs the service. It brings the database up to date first, and ends what is under way when it is told to stop (SIGTERM, SIGINT).

${databaseHelp}
${filesHelp}
  --port N              4301, or $PORT, unless said; 0 takes any that is free
  --host H              127.0.0.1, or $HOST, unless said
  --smtp-url URL        sends e-mail through this server: smtps://user:password@host:465. Better as $PRMKIT_SMTP_URL, where no list of
                        processes shows the password
  --email-from SENDER   "Partners <partners@vendor.example>", or $PRMKIT_EMAIL_FROM
  --portal-url URL      where e-mails lead to, or $PRMKIT_PORTAL_URL; {recordType} and {recordId} in it are filled in
  --service-url URL     where this service is reached from outside, for the links to unsubscribe, or $PRMKIT_SERVICE_URL; where it listens
                        unless said

$PRMKIT_OPERATOR_TOKEN opens the operator's operations (programmes, keys) to whoever knows it. Without it a token is made, which the
other commands find beside the directory. One line of JSON for each request goes to standard output.`;

/** Milliseconds that requests have to end before their connections are closed. */
const patience = 10_000;

export const serveCommand: Command = {
  name: 'serve', summary: 'Run the service', help,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { ...databaseOptions, ...emailOptions, files: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } });
    noMore(positionals);
    const port = readPort(values.port ?? terminal.env.PORT ?? '4301');
    const host = values.host ?? terminal.env.HOST ?? '127.0.0.1';
    const [place, files, email] = [databasePlace(values, terminal), filesPlace(values, terminal), readEmail(values, terminal)];
    await new Promise<void>((resolve, reject) => {
      const stops: (() => Promise<void>)[] = [];
      let stopping = false;
      const stop = () => {
        if (stopping) process.exit(1);
        stopping = true;
        terminal.err('Stopping…');
        end(stops).then(() => terminal.err('Stopped.')).then(resolve, reject);
      };
      process.on('SIGTERM', stop).on('SIGINT', stop);
      start({ place, files, email, port, host }, terminal, stops).catch((error: unknown) => end(stops).then(() => reject(error), reject));
    });
  },
};

const emailOptions = { 'smtp-url': { type: 'string' }, 'email-from': { type: 'string' }, 'portal-url': { type: 'string' }, 'service-url': { type: 'string' } } as const;

type Email = Omit<EmailOptions, 'serviceUrl'> & { serviceUrl: string | undefined };

/** All three or none: half a sender sends nothing, and that would be found out late. */
function readEmail(values: { [O in keyof typeof emailOptions]?: string | undefined }, { env }: Terminal): Email | undefined {
  const smtpUrl = values['smtp-url'] ?? env.PRMKIT_SMTP_URL;
  const from = values['email-from'] ?? env.PRMKIT_EMAIL_FROM;
  const portalUrl = values['portal-url'] ?? env.PRMKIT_PORTAL_URL;
  if (!smtpUrl && !from && !portalUrl) return undefined;
  if (!smtpUrl || !from || !portalUrl) throw new UsageError('To send e-mail, give --smtp-url, --email-from and --portal-url, all three.');
  return { smtpUrl, from, portalUrl, serviceUrl: values['service-url'] ?? env.PRMKIT_SERVICE_URL };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`A port is a number from 0 to 65535, not ${text}.`);
  return port;
}

/** In the opposite order of the beginning. */
async function end(stops: (() => Promise<void>)[]): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

interface Start { place: ReturnType<typeof databasePlace>; files: ReturnType<typeof filesPlace>; email: Email | undefined; port: number; host: string }

async function start({ place, files, email, port, host }: Start, terminal: Terminal, stops: (() => Promise<void>)[]): Promise<void> {
  const [{ createService, openDatabase }, { createAdaptorServer }] = await Promise.all([import('../server/index.js'), import('@hono/node-server')]);
  let answer: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503, headers: { 'retry-after': '2' } });
  const server = createAdaptorServer({ fetch: (request) => answer(request) });
  // The port first: nothing is opened for a service that nobody could reach.
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CommandError(whyNot(error.code, port, host))));
    server.listen(port, host, resolve);
  });
  terminal.err('Starting…');
  stops.push(() => new Promise((resolve) => {
    const impatient = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience);
    server.close(() => { clearTimeout(impatient); resolve(); });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  }));

  const database = await openDatabase(place);
  stops.push(() => database.close());
  const operatorToken = terminal.env.PRMKIT_OPERATOR_TOKEN ?? randomBytes(24).toString('base64url');
  const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${shownHost}:${(server.address() as AddressInfo).port}`;
  const service = await createService({ database, files, operatorToken, ...(email && { email: { ...email, serviceUrl: email.serviceUrl ?? url } }) });
  stops.push(() => service.close());
  answer = service.fetch;
  database.announce?.({ url, operatorToken });
  terminal.err(`prmkit listens on ${url}, ${'directory' in place ? `with its records in ${place.directory}` : 'over PostgreSQL'}. Stop with Ctrl+C.`);
}

const whyNot = (code: string | undefined, port: number, host: string): string => {
  switch (code) {
    case 'EADDRINUSE': return `Port ${port} on ${host} is taken. Stop what listens there, or choose another with --port.`;
    case 'EACCES': return `Port ${port} is not for this user. Choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return `This machine has no address ${host}. Choose one that it has with --host.`;
    default: return `Cannot listen on ${host}:${port} (${code}).`;
  }
};
