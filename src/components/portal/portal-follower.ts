import type { Resource, SessionInfo } from '../../client/index.js';
import type { LoadController } from '../load-controller.js';
import type { Portal } from './portal-context.js';

/** The widget that follows. */
interface Follower {
  readonly loading: LoadController<unknown>;
  /** What makes its data stale. */
  readonly resources: () => readonly Resource[];
  /** Whether it may load before it is known who is signed in. */
  readonly early: () => boolean;
  readonly refresh: () => void;
  /** Nothing that was loaded, opened or typed stays. */
  readonly forget: () => void;
}

/** A person in a programme, as one word. */
export const ownerOf = (session: SessionInfo | undefined): string | undefined => session && `${session.programmeId}:${session.member.id}`;

/** Has a widget load for whom its portal has signed in, load again when what it shows may be old, and forget all of it for the next person. */
export class PortalFollower {
  readonly #widget: Follower;
  /** What the portal had begun with when the widget loaded, and whom it was for, once that is known. */
  #begun?: object;
  #owner?: string;
  #wasReady = false;
  #day?: string;
  #unwatch?: () => void;

  constructor(widget: Follower) {
    this.#widget = widget;
  }

  follow(portal: Portal | undefined): void {
    const wasReady = this.#wasReady;
    this.#wasReady = portal?.state === 'ready';
    // A portal of an older copy does not tell.
    const begun = portal?.begun ?? portal?.client;
    if (!portal || !begun) return;
    const { loading, early, refresh, forget, resources } = this.#widget;
    const owner = ownerOf(portal.session);
    if (this.#begun && (this.#begun !== begun || (this.#owner !== undefined && this.#owner !== owner))) forget();
    if (!this.#wasReady && !(early() && portal.state === 'connecting')) return;
    const wasKnown = this.#owner !== undefined;
    const day = this.#day;
    this.#owner = owner;
    this.#day = portal.programme?.today;
    if (!this.#begun) {
      this.#begun = begun;
      if (resources().length > 0) this.#unwatch = portal.client!.watch(resources(), refresh);
      return void loading.run();
    }
    // Signed in again, the service is back, or a new day has come: what is shown may have changed meanwhile. Or it did not come, early as it was asked for.
    if (wasKnown ? !wasReady || day !== this.#day : !loading.pending && loading.value === undefined) refresh();
  }

  /** The widget is gone, or its person: it begins anew with the next. */
  stop(): void {
    this.#unwatch?.();
    this.#unwatch = this.#begun = this.#owner = undefined;
  }
}
