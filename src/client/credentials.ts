import { abortable } from './abortable.js';
import { isPrmError } from './error-guards.js';
import { AuthenticationError, ConnectionError, type PrmError } from './errors.js';

/** Why a session is asked for: none yet, the last one ends soon, or the service refused it. */
export type SessionReason = 'initial' | 'expiring' | 'rejected';

/** What the host's back end answers: a session token, and in how many seconds it ends. */
export interface SessionGrant {
  token: string;
  expiresIn: number;
}

/** The host's way to a session, usually a fetch to its own back end. `signal` is aborted when nobody waits any more. */
export type SessionCallback = (request: { reason: SessionReason; signal: AbortSignal }) => Promise<SessionGrant>;

/** What stands in a request's Authorization header. */
export interface Credentials {
  /** The token to send now: at once where there is one. */
  token(): string | Promise<string>;
  /** Another token in place of one that the service refused; none where there cannot be another. */
  replace?(rejected: string): Promise<string>;
  /** Whom the token speaks for, as far as can be told: people who share a browser do not hear each other. */
  readonly subject?: string | undefined;
}

/** A secret key or an operator's token: it does not change. */
export const fixedCredentials = (token: string): Credentials => ({ token: () => token });

/** How long before its end a token is replaced, and how long before it counts as ended, in ms. */
const refreshLead = 60_000;
const endMargin = 5_000;
const callbackTimeout = 30_000;
/** After a refresh ahead of time has failed, the host is left alone for so long. */
const refreshPause = 10_000;

interface Session {
  token: string;
  subject: string | undefined;
  lifetime: number;
  age: () => number;
}

/**
 * Session tokens, in memory alone. Their age is counted here, from their receipt, so that a wrong clock does no harm: by
 * the monotonic clock, which stands still in some sleeping machines, and by the wall clock, which can be set; the older wins.
 */
export class SessionCredentials implements Credentials {
  #ask: SessionCallback;
  #closed: AbortSignal;
  #tell: (error: PrmError) => void;
  #session: Session | undefined;
  #flight: Promise<string> | undefined;
  #pausedUntil = 0;

  /** `tell` is called when the callback answers with somebody else's session than before. */
  constructor(ask: SessionCallback, closed: AbortSignal, tell: (error: PrmError) => void) {
    this.#ask = ask;
    this.#closed = closed;
    this.#tell = tell;
  }

  get subject(): string | undefined {
    return this.#session?.subject;
  }

  token(): string | Promise<string> {
    const session = this.#session;
    if (!session) return this.#renew('initial');
    const left = session.lifetime - session.age();
    if (left <= endMargin) return this.#renew('expiring');
    if (left <= Math.min(refreshLead, session.lifetime / 4) && now() >= this.#pausedUntil) {
      // The old token still serves: nobody waits, and a failure is tried again later.
      this.#renew('expiring').catch(() => { this.#pausedUntil = now() + refreshPause; });
    }
    return session.token;
  }

  replace(rejected: string): Promise<string> {
    const session = this.#session;
    return session && session.token !== rejected ? Promise.resolve(session.token) : this.#renew('rejected');
  }

  #renew(reason: SessionReason): Promise<string> {
    this.#flight ??= this.#open(reason).finally(() => { this.#flight = undefined; });
    return this.#flight;
  }

  async #open(reason: SessionReason): Promise<string> {
    const patience = new AbortController();
    const giveUp = () => patience.abort(this.#closed.aborted ? this.#closed.reason : new ConnectionError('The session callback did not answer within 30 s.', { code: 'timeout', retryable: true }));
    const timer = setTimeout(giveUp, callbackTimeout);
    this.#closed.addEventListener('abort', giveUp, { once: true });
    try {
      const given = await abortable(Promise.resolve(this.#ask({ reason, signal: patience.signal })), patience.signal);
      const before = this.subject;
      this.#session = received(given);
      if (before && before !== this.subject) {
        // What waits for this token was asked by the person before: it must not be done in the name of this one.
        const error = otherPerson();
        this.#tell(error);
        throw error;
      }
      return this.#session.token;
    } catch (error) {
      throw sessionError(error);
    } finally {
      clearTimeout(timer);
      this.#closed.removeEventListener('abort', giveUp);
    }
  }
}

/** The tokens of one call, of however many attempts: all of the person who asked, for what it does must not be done in another's name. */
export class CallCredentials implements Credentials {
  readonly #all: Credentials;
  #subject: string | undefined;
  readonly replace?: (rejected: string) => Promise<string>;

  constructor(all: Credentials) {
    this.#all = all;
    this.#subject = all.subject;
    if (all.replace) this.replace = async (rejected) => this.#checked(await all.replace!(rejected));
  }

  token(): string | Promise<string> {
    const token = this.#all.token();
    return typeof token === 'string' ? this.#checked(token) : token.then((given) => this.#checked(given));
  }

  /** Throws where somebody else is signed in by now. */
  check(): void {
    const { subject } = this.#all;
    if (this.#subject && subject !== this.#subject) throw otherPerson();
    this.#subject = subject;
  }

  #checked(token: string): string {
    this.check();
    return token;
  }
}

/** The calls of somebody who is gone end with it. */
const otherPerson = () => new AuthenticationError('Somebody else is signed in now.', { code: 'other_person', status: 401, retryable: false });

const now = () => globalThis.performance?.now() ?? Date.now();

function received(grant: SessionGrant): Session {
  if (typeof grant?.token !== 'string' || !grant.token || !(grant.expiresIn > 0)) {
    throw new TypeError('The session callback must answer { token, expiresIn }, expiresIn in seconds.');
  }
  const [monotonic, wall] = [now(), Date.now()];
  return { token: grant.token, subject: subjectOf(grant.token), lifetime: grant.expiresIn * 1000, age: () => Math.max(now() - monotonic, Date.now() - wall) };
}

/** A host that cannot be reached is a matter of connection; one that says no, of authentication. */
function sessionError(error: unknown): PrmError {
  if (isPrmError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof TypeError && /fetch|network|load failed/i.test(message)) {
    return new ConnectionError(`The session endpoint could not be reached: ${message}`, { code: 'unreachable', retryable: true, cause: error });
  }
  return new AuthenticationError(`No session could be opened: ${message}`, { code: 'session_unavailable', status: 401, retryable: true, cause: error });
}

/** The `sub` of a JWT; `undefined` for any other token. Only ever used to tell people apart, never to trust. */
function subjectOf(token: string): string | undefined {
  try {
    const payload = JSON.parse(atob(token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof payload.sub === 'string' ? payload.sub : undefined;
  } catch {
    return undefined;
  }
}
