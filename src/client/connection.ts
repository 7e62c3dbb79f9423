/** Whether the service answers: it does, or not any more, or it answers nobody since no session can be had, or it is somebody else's now. */
export type ConnectionState = 'answers' | 'away' | 'signed-out' | 'other-person';

export type ConnectionCallback = (state: ConnectionState, error?: unknown) => void;

/** Calls in a row without an answer until the service is taken for away: one alone is lost on any line. */
const enough = 2;

/** What a gateway says in place of a service that is not there. */
const forNobody = new Set([502, 503, 504]);

/** How the calls of a client end, told to those who show it when it changes. */
export class Connection {
  readonly #watchers = new Set<ConnectionCallback>();
  #state: ConnectionState = 'answers';
  #unanswered = 0;

  watch(callback: ConnectionCallback): () => void {
    this.#watchers.add(callback);
    return () => { this.#watchers.delete(callback); };
  }

  /** How a call ended: with the service's answer, whatever it was, or without. */
  heard(error?: unknown): void {
    const { name, status, code } = (error ?? {}) as { name?: string; status?: number; code?: string };
    this.#unanswered = name === 'ConnectionError' || forNobody.has(status!) ? this.#unanswered + 1 : 0;
    // One call alone without an answer says nothing new.
    if (this.#unanswered > 0 && this.#unanswered < enough) return;
    const state = this.#unanswered > 0 ? 'away' : name !== 'AuthenticationError' ? 'answers' : code === 'other_person' ? 'other-person' : 'signed-out';
    if (state === this.#state) return;
    this.#state = state;
    for (const tell of [...this.#watchers]) tell(state, error);
  }

  clear(): void {
    this.#watchers.clear();
  }
}
