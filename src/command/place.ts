import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { createPortalClient, type PortalClient } from '../client/index.js';
import { CommandError, UsageError, type Terminal } from './command.js';

/** Options of every command that needs the records. */
export const placeOptions = { data: { type: 'string' }, 'database-url': { type: 'string' }, url: { type: 'string' } } as const;
export const databaseOptions = { data: { type: 'string' }, 'database-url': { type: 'string' } } as const;

interface PlaceValues { data?: string | undefined; 'database-url'?: string | undefined; url?: string | undefined }

export const databaseHelp = `  --data DIR            directory of the embedded PostgreSQL; ./prmkit-data or $PRMKIT_DATA unless said
  --database-url URL    a PostgreSQL of version 15 or later, or $PRMKIT_DATABASE_URL`;
export const placeHelp = `${databaseHelp}
  --url URL             a running service; the token is taken from $PRMKIT_OPERATOR_TOKEN or $PRMKIT_SECRET_KEY`;

export type DatabasePlace = { url: string } | { directory: string };

/** Which database is meant. */
export function databasePlace(values: PlaceValues, { env }: Pick<Terminal, 'env'>): DatabasePlace {
  if (values.data && values['database-url']) throw new UsageError('Name a directory or a database URL, not both.');
  if (values.data) return { directory: values.data };
  const url = values['database-url'] ?? env.PRMKIT_DATABASE_URL;
  return url ? { url } : { directory: env.PRMKIT_DATA ?? 'prmkit-data' };
}

/** A client for the commands, and how to let go of what stands behind it. */
export interface Connection {
  client: PortalClient;
  /** Whether it acts for whoever runs the service, or with a secret key for one programme. */
  as: 'operator' | 'secret_key';
  /** The same service with another token. */
  withKey(secretKey: string): PortalClient;
  close(): Promise<void>;
}

/**
 * Reaches the records by whatever road there is: the service named by --url, the one that holds the directory, or else the database itself,
 * with the service in this process.
 */
export async function connect(values: PlaceValues, terminal: Terminal): Promise<Connection> {
  const { PRMKIT_SECRET_KEY: secretKey, PRMKIT_OPERATOR_TOKEN: operatorToken } = terminal.env;
  if (values.url) {
    if (values.data || values['database-url']) throw new UsageError('Name a running service or a database, not both.');
    const token = operatorToken ?? secretKey;
    if (!token) throw new UsageError('A running service needs a token: set PRMKIT_OPERATOR_TOKEN, or PRMKIT_SECRET_KEY for one programme.');
    return overHttp(values.url, token, operatorToken ? 'operator' : 'secret_key');
  }
  const place = databasePlace(values, terminal);
  if ('directory' in place) {
    const { holderOf } = await import('../server/database/open-directory.js');
    const holder = holderOf(place.directory);
    if (holder?.url && holder.operatorToken) return overHttp(holder.url, holder.operatorToken, 'operator');
  }
  return inProcess(place);
}

function overHttp(baseUrl: string, token: string, as: Connection['as']): Connection {
  return {
    client: createPortalClient({ baseUrl, token }), as,
    withKey: (secretKey) => createPortalClient({ baseUrl, secretKey }),
    close: async () => undefined,
  };
}

async function inProcess(place: DatabasePlace): Promise<Connection> {
  const { createService, openDatabase } = await import('../server/index.js');
  if ('directory' in place) await refuseNowhere(place.directory);
  const database = await openDatabase(place);
  const token = randomBytes(24).toString('base64url');
  const limits = { perSession: Number.MAX_SAFE_INTEGER, perKey: Number.MAX_SAFE_INTEGER };
  const service = await createService({ database, operatorToken: token, jobs: false, limits, log: () => undefined }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const options = { baseUrl: 'http://prmkit.invalid', fetch: service.fetch };
  return {
    client: createPortalClient({ ...options, token }), as: 'operator',
    withKey: (secretKey) => createPortalClient({ ...options, secretKey }),
    async close() {
      await service.close();
      await database.close();
    },
  };
}

/** A misspelt directory must not become a new, empty database. */
async function refuseNowhere(directory: string): Promise<void> {
  const { existsSync } = await import('node:fs');
  if (existsSync(directory)) return;
  throw new CommandError(`There is no database in ${resolve(directory)}. Make one with: prmkit migrate --data ${directory}`);
}

/** The programme that is meant, by id or name; the only one where none is named. */
export async function findProgramme(client: PortalClient, named: string | undefined): Promise<{ id: string; name: string }> {
  const { data } = await client.programmes.list();
  const found = named ? data.filter(({ id, name }) => id === named || name === named) : data;
  if (found.length === 1) return found[0]!;
  const known = data.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  if (!data.length) throw new CommandError('There is no programme yet. Make one with: prmkit programme create NAME');
  if (!named) throw new UsageError(`Say which programme, by name or id, with --programme:\n${known}`);
  throw new CommandError(found.length ? `Several programmes are called ${named}. Name one by its id:\n${known}` : `There is no programme ${named}. There are:\n${known}`);
}
