/** More than these are not remembered: the oldest goes first. */
const most = 50;

/**
 * Idempotency keys of mutations whose answer never came: they may have been done. Whoever makes the very same call again, by pressing
 * the button once more, means the same one, and so it is sent under the same key.
 */
export class Unanswered {
  readonly #keys = new Map<string, string>();

  keyOf(request: string): string | undefined {
    return this.#keys.get(request);
  }

  keep(request: string, key: string): void {
    this.#keys.set(request, key);
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > most) this.#keys.delete(oldest!);
  }

  /** It was done, or refused. */
  forget(request: string): void {
    this.#keys.delete(request);
  }
}
