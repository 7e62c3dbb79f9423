import { ContextProvider } from '@lit/context';
import { LitElement, css, html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { createPortalClient, type PortalClient, type Programme, type SessionCallback } from '../../client/index.js';
import type { Messages } from '../locale/catalogue.js';
import { supportedLocale } from '../locale/zone.js';
import type { Icons } from '../parts/icon.js';
import { propertiesOf, setProperties, type Appearance, type Properties } from '../theme/appearance.js';
import { TryLater } from '../try-later.js';
import { DayTurn } from './day-turn.js';
import { portalContext, type Portal } from './portal-context.js';
import { PortalReadyEvent, PortalSignedOutEvent } from './portal-events.js';
import { sessionEndpoint } from './session-endpoint.js';

/**
 * Gives the widgets inside it their service, session, language and look.
 *
 * @element prm-portal
 * @slot - The widgets, and whatever else the page puts around them.
 * @cssprop --prm-color-primary - The brand: primary buttons, links, focus. See `Appearance` for all of them.
 * @fires prm-ready - Somebody is signed in and the programme is known.
 * @fires prm-signed-out - The session has ended and no new one could be had.
 */
export class PortalElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
      color-scheme: var(--prm-color-scheme, var(--prm-programme-color-scheme, inherit));
    }
  `;

  /** Where the service is: `https://partners.example.com`. */
  @property({ attribute: 'service-url' }) serviceUrl = '';
  /** The site's own endpoint that opens a session: POST, with its cookies, answered by `{ token, expiresIn }`. */
  @property({ attribute: 'session-url' }) sessionUrl = '';
  /** Opens a session; wins over `session-url`. */
  @property({ attribute: false }) session?: SessionCallback;
  /** A ready client, for pages that share one with their own code; wins over all of the above. */
  @property({ attribute: false }) client?: PortalClient;
  /** Language and region of words and formats; else the nearest `lang`, else the browser's. */
  @property() locale = '';
  /** IANA time zone of instants; else the programme's. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** `light`, `dark` or `auto` (as the system); else the appearance's, else the page's own `color-scheme`. */
  @property({ attribute: 'color-scheme', reflect: true }) colorScheme?: Appearance['colorScheme'];
  /** Colours, font, spacing: what is named here wins over what the programme saved. */
  @property({ attribute: false }) appearance: Appearance = {};
  /** The host's own words. */
  @property({ attribute: false }) messages: Messages = {};
  /** The host's own icons, by name. */
  @property({ attribute: false }) icons: Icons = {};

  #client: PortalClient | undefined;
  #ownsClient = false;
  #closing: AbortController | undefined;
  #looking = false;
  #hinted: string | undefined;
  readonly #again = new TryLater(() => this.reconnect());
  #worn: Properties = [];
  readonly #provider = new ContextProvider(this, { context: portalContext, initialValue: this.#initial() });
  readonly #languages = new MutationObserver(() => this.requestUpdate());

  /** What the widgets are given now. */
  get portal(): Portal {
    return this.#provider.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    addEventListener('focus', this.#lookForSession);
    document.addEventListener('visibilitychange', this.#lookForSession);
    if (!this.hasUpdated) return;
    // What happened meanwhile was not heard.
    this.#give({ away: false });
    this.reconnect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languages.disconnect();
    removeEventListener('focus', this.#lookForSession);
    document.removeEventListener('visibilitychange', this.#lookForSession);
    this.#closing?.abort();
    this.#again.stop();
  }

  protected override willUpdate(changed: PropertyValues<PortalElement>): void {
    if (changed.has('appearance') || changed.has('colorScheme')) this.#wear(this.portal.programme);
    const isNew = (['serviceUrl', 'sessionUrl', 'session', 'client'] as const).some((name) => changed.has(name));
    if (isNew || !this.hasUpdated) this.#setUp();
    else this.#give({});
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  /** Asks again for a session and reads who it is for: after a new sign-in, or when the service is back. */
  reconnect(): void {
    const client = this.#client;
    if (!client) return;
    this.#closing?.abort();
    const { signal } = (this.#closing = new AbortController());
    this.#give({ state: 'connecting', client, error: undefined });
    // A host's own client may be of an older copy, and not tell.
    const unwatch = client.watchConnection?.((state, error) => {
      this.#give({ away: state === 'away' });
      if (state === 'other-person') this.#setUp();
      if (state === 'signed-out' && this.portal.state === 'ready') this.#signOut(error);
    });
    signal.addEventListener('abort', () => unwatch?.());
    void this.#connect(client, signal);
  }

  /** Makes the client anew; whoever was signed in before is forgotten. */
  #setUp(): void {
    this.#closing?.abort();
    // A client that nobody uses would go on asking for changes; the host's own is the host's to close.
    if (this.#ownsClient) this.#client?.close();
    const session = this.session ?? (this.sessionUrl ? sessionEndpoint(this.sessionUrl) : undefined);
    this.#ownsClient = !this.client;
    this.#client = this.client ?? (this.serviceUrl && session ? createPortalClient({ baseUrl: this.serviceUrl, session }) : undefined);
    this.#give({ begun: {}, client: this.#client, session: undefined, programme: undefined, error: undefined, away: false, state: this.#client ? 'connecting' : 'unconfigured' });
    this.reconnect();
  }

  async #connect(client: PortalClient, signal: AbortSignal): Promise<void> {
    try {
      // A host's own client may be of an older copy, and ask for the session alone.
      const { programme = await client.programme.read({ signal }), ...session } = await client.sessions.read({ include: 'programme' }, { signal });
      if (signal.aborted) return;
      this.#again.stop();
      this.#give({ state: 'ready', session, programme });
      const readAgain = () => void client.programme.read({ signal }).then((programme) => this.#give({ programme }), () => {});
      // Its labels and its look may be changed while people work with them, and its day ends.
      const day = new DayTurn(client, () => this.portal.programme, readAgain);
      const unwatch = client.watch(['programme'], readAgain);
      signal.addEventListener('abort', () => (unwatch(), day.stop()));
      this.dispatchEvent(new PortalReadyEvent(session, programme));
    } catch (error) {
      if (signal.aborted) return;
      this.#again.failed(error);
      this.#hint(error);
      const { name } = error as Error;
      if (name === 'AuthenticationError') this.#signOut(error);
      else this.#give({ state: name === 'PermissionDeniedError' ? 'denied' : 'unreachable', error });
    }
  }

  #signOut(error: unknown): void {
    // Of somebody who is gone, when another is there already.
    if (this.portal.state === 'signed-out' || (error as { code?: string }).code === 'other_person') return;
    this.#give({ state: 'signed-out', error });
    this.dispatchEvent(new PortalSignedOutEvent(error));
  }

  /** For whoever puts the page together: what a reader of it is not told. */
  #hint(error: unknown): void {
    const { code, message } = error as { code?: string; message: string };
    const hint = code === 'origin_forbidden'
      ? `this page is at ${location.origin}, and its session was opened for other origins. Name it in \`origins\` where your back end opens sessions.`
      : code !== 'session_unavailable' && message;
    if (!hint || hint === this.#hinted) return;
    this.#hinted = hint;
    console.warn(`<prm-portal>: ${hint}`);
  }

  /** Somebody comes back to the page, perhaps from signing in elsewhere. */
  readonly #lookForSession = (): void => {
    if (this.portal.state !== 'signed-out' || this.#looking || document.visibilityState === 'hidden') return;
    this.#looking = true;
    void this.#client?.sessions.read({}, { retries: 0 }).then(() => this.reconnect(), () => {}).finally(() => (this.#looking = false));
  };

  /** The programme's own look, and over it what the page says. */
  #wear({ settings }: Partial<Programme> = {}): void {
    const worn = [...propertiesOf({ ...settings?.brand, ...settings?.appearance }, '--prm-programme-'), ...propertiesOf({ ...this.appearance, ...(this.colorScheme && { colorScheme: this.colorScheme }) })];
    setProperties(this, worn, this.#worn);
    this.#worn = worn;
  }

  #initial(): Portal {
    return {
      state: 'connecting',
      locale: 'en',
      timeZone: 'UTC',
      messages: {},
      icons: {},
      reconnect: () => this.reconnect(),
      signedOut: (error) => this.#signOut(error),
    };
  }

  /** Hands out a new portal, unless nothing about it is new. */
  #give(change: Partial<Portal>): void {
    const before = this.portal;
    const next: Portal = {
      ...before,
      ...change,
      messages: this.messages ?? {},
      icons: this.icons ?? {},
      locale: supportedLocale(this.locale || this.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || navigator.language),
      timeZone: this.timeZone || (change.programme ?? before.programme)?.timeZone || 'UTC',
    };
    if (next.programme !== before.programme) this.#wear(next.programme);
    const keys = Object.keys(next) as (keyof Portal)[];
    if (keys.some((key) => next[key] !== before[key])) this.#provider.setValue(next);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-portal': PortalElement;
  }
}
