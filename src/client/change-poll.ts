/** What the service answers to "what changed since …?". */
export interface Changes {
  data: { id: string; resource: string; recordId: string }[];
  now: string;
  truncated: boolean;
}

export interface ChangePollSettings {
  ask(since: string): Promise<Changes>;
  /** What is new; `undefined` when more changed than was listed. */
  tell(entries: Changes['data'] | undefined): void;
  /** Milliseconds between two questions; for 0, or without end, none is ever asked. */
  interval: number;
  /** The service's clock, in ms since 1970. */
  now(): number;
}

const longestPause = 300_000;
/** In ms: a timer that is set for more goes off at once. */
const longestTimer = 2 ** 31 - 1;
const jitter = 0.2;
/** Milliseconds by which the service's clock may be known wrong. */
const clockError = 10_000;

const isHidden = () => typeof document !== 'undefined' && document.visibilityState === 'hidden';
/** Widgets' hosts may have a `document` with no `window` events, and servers neither. */
const listening = (target: EventTarget | undefined, type: string, listener: () => void) => {
  target?.addEventListener?.(type, listener);
  return () => target?.removeEventListener?.(type, listener);
};

/**
 * Asks the service again and again what other people changed. Silent in a hidden tab and back at once when it is shown. An error
 * makes the pauses longer, each a random part of what it may be, as does the network's return: a thousand clients that lost the
 * service together do not come back together.
 */
export class ChangePoll {
  #settings: ChangePollSettings;
  /** By this device's clock: whoever watches loads then, and no question is needed to begin with. */
  #began = 0;
  #since: string | undefined;
  /** Entries of the last answer: the service repeats those of its last seconds, so that none slips between two answers. */
  #seen = new Set<string>();
  #failures = 0;
  /** Milliseconds that the service asked to be left alone for. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;
  #stopListening: (() => void)[] | undefined;

  constructor(settings: ChangePollSettings) {
    this.#settings = settings;
  }

  start(): void {
    const { interval } = this.#settings;
    if (this.#stopListening || !(interval > 0 && interval < Infinity)) return;
    const shown = () => {
      this.#failures = 0;
      if (isHidden()) this.#pause();
      else void this.#poll();
    };
    const online = () => {
      this.#failures = 0;
      if (!isHidden()) this.#wait(Math.random() * this.#settings.interval);
    };
    this.#stopListening = [
      listening(globalThis.document, 'visibilitychange', shown),
      listening(globalThis as unknown as EventTarget, 'online', online),
    ];
    this.#began = Date.now();
    this.#wait(this.#delay());
  }

  /** Forgets where it was: whoever watches next loads afresh. */
  stop(): void {
    this.#stopListening?.forEach((stop) => stop());
    this.#stopListening = undefined;
    this.#since = undefined;
    this.#seen.clear();
    this.#pause();
  }

  #pause(): void {
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number): void {
    this.#pause();
    this.#timer = setTimeout(() => void this.#poll(), Math.min(milliseconds, longestTimer));
  }

  async #poll(): Promise<void> {
    this.#pause();
    if (this.#asking || isHidden()) return;
    this.#asking = true;
    const round = this.#stopListening;
    try {
      const { ask, now } = this.#settings;
      const changes = await ask(this.#since ?? new Date(this.#began + now() - Date.now() - clockError).toISOString());
      if (round === this.#stopListening) this.#take(changes);
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      this.#asked = ((error as { retryAfter?: number }).retryAfter ?? 0) * 1_000;
    }
    this.#asking = false;
    if (!this.#stopListening || isHidden()) return;
    // Stopped and started anew meanwhile: what came back was for those before.
    if (round === this.#stopListening) this.#wait(this.#delay());
    else void this.#poll();
  }

  #take({ data, now, truncated }: Changes): void {
    const news = data.filter(({ id }) => !this.#seen.has(id));
    if (truncated) this.#settings.tell(undefined);
    else if (news.length > 0) this.#settings.tell(news);
    this.#seen = new Set(data.map(({ id }) => id));
    this.#since = now;
  }

  #delay(): number {
    const { interval } = this.#settings;
    if (this.#failures === 0) return interval * (1 - jitter + Math.random() * 2 * jitter);
    return this.#asked + Math.random() * Math.min(interval * 2 ** this.#failures, longestPause);
  }
}
