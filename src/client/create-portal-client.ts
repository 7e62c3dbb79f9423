import type { Resource, Route } from '../contract/operation.js';
import { routes } from '../contract/routes.gen.js';
import { ChangePoll, type Changes } from './change-poll.js';
import { Connection, type ConnectionCallback } from './connection.js';
import { CallCredentials, fixedCredentials, SessionCredentials, type Credentials, type SessionCallback } from './credentials.js';
import { PrmError } from './errors.js';
import type { Fetch } from './fetch.js';
import { operationMethod, type Caller } from './operation-call.js';
import type { OperationMethods } from './operation-methods.js';
import { OtherTabs } from './other-tabs.js';
import { ServiceClock } from './service-clock.js';
import { send } from './transport.js';
import { Unanswered } from './unanswered.js';
import { Watchers, type ChangeCallback, type ChangeNotice } from './watchers.js';

export interface CommonOptions {
  /** Where the service is: `https://prm.example.com`, or `/prm` where it is mounted in the same site. */
  baseUrl: string;
  /** In place of the platform's: for tests, or a service in the same process. */
  fetch?: Fetch | undefined;
  /** Milliseconds that a whole call may take, retries and waits included; 60,000 unless said. */
  timeout?: number | undefined;
  /** Milliseconds between two questions after other people's changes, while something is watched; 20,000 unless said, 0 for none. */
  pollInterval?: number | undefined;
}

/** Who calls. A browser has `session`; only a server may hold a key or an operator's token. */
export type PortalClientOptions = CommonOptions &
  (
    | { session: SessionCallback; secretKey?: undefined; token?: undefined }
    | { secretKey: string; session?: undefined; token?: undefined }
    | { token: string; session?: undefined; secretKey?: undefined }
  );

/** The service, as methods: `client.deals.list({ stage: 'committed' })`. */
export interface PortalClient extends OperationMethods {
  /** The service's address, absolute where that can be told, without a slash at its end. */
  readonly baseUrl: string;
  /** The service's time, in ms since 1970, as its answers tell it; this device's until one came. */
  readonly now: () => number;
  /**
   * Calls back whenever something of these resources changed: at once through this client, soon through other tabs and
   * people. Watch before loading, and nothing slips between. Returns what ends it.
   */
  watch(resources: Iterable<Resource>, callback: ChangeCallback): () => void;
  /** Calls back when the service does not answer any more, no session can be had, or only somebody else's, and when it answers again. Returns what ends it. */
  watchConnection(callback: ConnectionCallback): () => void;
  /** Forgets the session and all watchers; a call made later fails, and so does a read that is under way. A change that is may finish. */
  close(): void;
}

const defaultTimeout = 60_000;
const defaultPollInterval = 20_000;

/** Resources that are no records of their own but views on others, and so never listed among the changes: which of those feed each. */
const views = (['dashboard', 'reviews'] as const).map((view) => [view, new Set(
  Object.entries<Record<string, Route>>(routes)
    .filter(([, operations]) => Object.values(operations).some(({ changes }) => changes?.includes(view)))
    .map(([resource]) => resource),
)] as const);

/** Makes a client. It opens nothing by itself: the session is asked for with the first call. */
export function createPortalClient(options: PortalClientOptions): PortalClient {
  const closed = new AbortController();
  const baseUrl = absoluteUrl(options.baseUrl);
  const connection = new Connection();
  const credentials = credentialsOf(options, closed.signal, (error) => connection.heard(error));
  const clock = new ServiceClock();
  const transport = { baseUrl, clock, fetch: options.fetch, timeout: options.timeout ?? defaultTimeout };
  const interval = options.pollInterval ?? defaultPollInterval;

  const watchers = new Watchers();
  const tabs = new OtherTabs(baseUrl, () => credentials.subject, (message) => watchers.tell({ ...message, source: 'tab' }));
  const poll = new ChangePoll({
    interval,
    now: clock.now,
    ask: (since) => client.changes.list({ since }, { retries: 0 }),
    tell: (entries) => (entries ? watchers.tell(noticeOf(entries)) : watchers.tellAll('service')),
  });

  const caller: Caller = {
    send: async (call) => {
      closed.signal.throwIfAborted();
      const own = new CallCredentials(credentials);
      const answer = await send({ ...transport, credentials: own }, call).catch((error: unknown) => {
        // That somebody else is signed in was told when it was found.
        if (!call.signal?.aborted && (error as PrmError).code !== 'other_person') connection.heard(error);
        throw error;
      });
      connection.heard();
      // Only now it may be known who is signed in, or it is somebody else.
      if (watchers.size > 0) tabs.join();
      if (call.method === 'GET') {
        // What was read for somebody who is gone meanwhile is not for the next.
        closed.signal.throwIfAborted();
        own.check();
      }
      return answer;
    },
    unanswered: new Unanswered(),
    changed: (resources, recordIds) => {
      watchers.tell({ resources, recordIds, source: 'here' });
      tabs.tell({ resources, recordIds });
    },
  };

  const client: PortalClient = {
    ...operationMethods(caller),
    baseUrl,
    now: clock.now,
    watchConnection: (callback) => connection.watch(callback),
    watch(resources, callback) {
      const leave = watchers.add(resources, callback);
      tabs.join();
      if (interval > 0) poll.start();
      return () => {
        leave();
        if (watchers.size === 0) poll.stop();
      };
    },
    close() {
      closed.abort(new PrmError('The client is closed.', { code: 'client_closed' }));
      watchers.clear();
      connection.clear();
      poll.stop();
      tabs.leave();
    },
  };
  return client;
}

/** The route table as methods; their types are the contract's. */
function operationMethods(caller: Caller): OperationMethods {
  const resources = Object.entries<Record<string, Route>>(routes).map(([resource, operations]) => {
    const methods = Object.entries(operations).map(([name, route]) => [name, operationMethod(caller, resource, name, route)]);
    return [resource, Object.fromEntries(methods)];
  });
  return Object.fromEntries(resources);
}

function noticeOf(entries: Changes['data']): ChangeNotice {
  const resources = new Set(entries.map(({ resource }) => resource));
  for (const [view, feeds] of views) if ([...resources].some((resource) => feeds.has(resource))) resources.add(view);
  // A service newer than this client may name others; nobody watches those.
  return { resources: [...resources] as Resource[], recordIds: [...new Set(entries.map(({ recordId }) => recordId))], source: 'service' };
}

function credentialsOf(options: PortalClientOptions, closed: AbortSignal, tell: (error: PrmError) => void): Credentials {
  const { session, secretKey, token } = options;
  if (session) return new SessionCredentials(session, closed, tell);
  const fixed = secretKey ?? token;
  if (!fixed) throw new TypeError('createPortalClient needs `session`, a callback; on a server, `secretKey` or `token`.' + ('secretKey' in options ? ' The `secretKey` that was given is empty: is its environment variable set?' : ''));
  if (typeof window !== 'undefined' && typeof document !== 'undefined') {
    throw new PrmError('A secret key must not reach a browser. Revoke this one, and give the client a `session` callback that asks your back end.', {
      code: 'secret_key_in_browser',
    });
  }
  return fixedCredentials(fixed);
}

function absoluteUrl(baseUrl: string): string {
  let url: URL;
  try {
    url = new URL(baseUrl, globalThis.document?.baseURI ?? globalThis.location?.href);
  } catch {
    throw new TypeError(`createPortalClient needs the service's address as \`baseUrl\`, such as https://prm.example.com; this is none: ${baseUrl}`);
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}
