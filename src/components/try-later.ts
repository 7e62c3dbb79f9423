/** Milliseconds: the first pause is at most so long, the longest so, and the one after the network's return so. */
const first = 20_000;
const longest = 300_000;
const afterReturn = 5_000;

/**
 * Does again what failed for a reason that may pass, without being asked: after a random part of a pause that doubles, and soon
 * after the network is back. At random, so that all who lost the service together do not come back together.
 */
export class TryLater {
  readonly #work: () => void;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: () => void) {
    this.#work = work;
  }

  failed(error: unknown): void {
    const { name, retryable } = error as { name?: string; retryable?: boolean };
    // Who is not signed in is asked to, and nothing comes of trying.
    if (!retryable || name === 'AuthenticationError') return this.stop();
    this.#wait(Math.min(first * 2 ** this.#failures++, longest));
    addEventListener('online', this.#online);
  }

  /** It worked, or nobody wants it any more. */
  stop(): void {
    clearTimeout(this.#timer);
    removeEventListener('online', this.#online);
    this.#failures = 0;
  }

  readonly #online = (): void => {
    this.#failures = 0;
    this.#wait(afterReturn);
  };

  #wait(most: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#work, Math.random() * most);
  }
}
