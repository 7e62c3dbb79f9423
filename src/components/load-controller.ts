import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { TryLater } from './try-later.js';

/**
 * One asynchronous load of an element. A newer run aborts an older one, whose answer is never shown; the last value stays
 * while the next is fetched, so that a refresh is silent and a failed one keeps what there was. One that failed for a reason
 * that may pass is tried again by itself.
 */
export class LoadController<Value> implements ReactiveController {
  /** What was loaded last. */
  value?: Value;
  /** What the last run failed with; the value, if any, is then out of date. */
  error?: unknown;
  /** Whether a run is under way. */
  pending = false;
  /** Something else is asked for than what `value` answers, another search or order, until it came. */
  anew = false;
  /** It was asked for and did not come: `value` is to be shown no more. */
  outdated = false;

  readonly #host: ReactiveControllerHost;
  readonly #work: (signal: AbortSignal) => Promise<Value>;
  #running?: AbortController;
  readonly #again = new TryLater(() => void this.run());

  constructor(host: ReactiveControllerHost, work: (signal: AbortSignal) => Promise<Value>) {
    this.#host = host;
    this.#work = work;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.pending = false;
    this.#again.stop();
  }

  /** Forgets everything: another person's data, say. */
  reset(): void {
    this.hostDisconnected();
    this.value = this.error = undefined;
    this.outdated = false;
    this.anew = true;
    this.#host.requestUpdate();
  }

  async run({ anew = this.anew } = {}): Promise<void> {
    this.anew = anew;
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.pending = true;
    this.#host.requestUpdate();
    try {
      const value = await this.#work(running.signal);
      if (running !== this.#running) return;
      this.value = value;
      this.error = undefined;
      this.anew = this.outdated = false;
      this.#again.stop();
    } catch (error) {
      if (running !== this.#running) return;
      this.error = error;
      this.outdated = this.anew;
      this.#again.failed(error);
    }
    this.pending = false;
    this.#host.requestUpdate();
  }
}
