import type { Resource } from '../contract/operation.js';

interface TabMessage {
  resources: Resource[];
  recordIds: string[];
}

/**
 * The same person's other tabs, over a BroadcastChannel. The channel's name holds service and person, so that somebody
 * else signed in in the next tab does not hear. Outside of a page there are no tabs and nothing happens.
 */
export class OtherTabs {
  #baseUrl: string;
  #subject: () => string | undefined;
  #hear: (message: TabMessage) => void;
  #channel: BroadcastChannel | undefined;

  constructor(baseUrl: string, subject: () => string | undefined, hear: (message: TabMessage) => void) {
    this.#baseUrl = baseUrl;
    this.#subject = subject;
    this.#hear = hear;
  }

  /** Begins to listen, as soon as it is known for whom; to be called again when that may have become known, or changed. */
  join(): void {
    if (typeof document === 'undefined' || typeof BroadcastChannel === 'undefined') return;
    const subject = this.#subject();
    const name = `prmkit ${this.#baseUrl} ${subject}`;
    if (subject === undefined || this.#channel?.name === name) return;
    this.leave();
    try {
      this.#channel = new BroadcastChannel(name);
    } catch {
      return; // forbidden with all other storage: then every tab asks for itself
    }
    this.#channel.onmessage = ({ data }: MessageEvent<TabMessage>) => this.#hear(data);
  }

  tell(message: TabMessage): void {
    this.join();
    this.#channel?.postMessage(message);
  }

  leave(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}
