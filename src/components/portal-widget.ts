import { ContextConsumer } from '@lit/context';
import { LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PortalClient, Programme, Resource, SessionInfo } from '../client/index.js';
import { DraftStore } from './drafts/draft-store.js';
import { LoadController } from './load-controller.js';
import type { Catalogue, CatalogueSource } from './locale/catalogue.js';
import { errorSentence } from './locale/error-sentences.js';
import { formatsFor, type Formats } from './locale/format.js';
import { isolated, languageIn } from './locale/language.js';
import { localText, type LocalText } from './locale/local-text.js';
import type { TranslateShared, TranslateWidget } from './locale/shared-words.js';
import { Speech } from './locale/speech.js';
import { supportedLocale } from './locale/zone.js';
import { buttonStyles } from './parts/button.styles.js';
import { errorFace, faceOf, notice, type Face } from './parts/faces.js';
import { faceStyles } from './parts/faces.styles.js';
import type { Icons } from './parts/icon.js';
import { keepTyping } from './parts/keep-typing.js';
import type { Outcome } from './parts/outcome.js';
import { widgetFrame } from './parts/widget-frame.js';
import { announce } from './portal/announce.js';
import { portalAround } from './portal/portal-around.js';
import { portalContext, type Portal } from './portal/portal-context.js';
import { ownerOf, PortalFollower } from './portal/portal-follower.js';
import { base } from './theme/base.styles.js';
import { registerTokens } from './theme/registered-tokens.js';
import { tokens } from './theme/tokens.styles.js';

/**
 * What the widgets share: they take what the portal gives, load once, and show every face. A widget says what to load
 * and how it looks when it is there; waiting, failing, being offline, signed out or not allowed is done here.
 */
export abstract class PortalWidget<Data, Words extends Catalogue = Record<never, string>> extends LitElement {
  static override styles: CSSResultGroup = [tokens, base, buttonStyles, faceStyles];

  @state() private portal?: Portal;
  @state() private online = globalThis.navigator?.onLine !== false;
  /** The change that is under way, by the name given to `change`. */
  @state() protected busy?: string;
  /** How the last change ended; show it with `outcomeNote`. */
  @state() protected outcome?: Outcome;

  protected readonly loading = new LoadController<Data>(this, (signal) => this.#load(signal));
  readonly #speech = new Speech<Words>(() => this.words, () => {
    this.sayAgain();
    this.requestUpdate();
  });
  #drafts?: { owner: string; store: DraftStore };
  readonly #follower = new PortalFollower({
    loading: this.loading, resources: () => this.resources, early: () => this.early, refresh: () => this.refresh(), forget: () => this.forget(),
  });
  #outside = false;

  constructor() {
    super();
    for (const kind of ['keydown', 'keypress', 'keyup'] as const) this.addEventListener(kind, keepTyping);
    // A portal that is defined after its widgets hears no request from before: so ask once it is.
    void (this.customElementRegistry ?? customElements).whenDefined('prm-portal').then(() => {
      new ContextConsumer(this, { context: portalContext, subscribe: true, callback: (portal) => (this.portal = portal) });
    });
  }

  // ——— What a widget says ———

  /** The widget's own words. */
  protected abstract readonly words: CatalogueSource<Words>;
  /** Whatever makes this widget's data stale; it then refreshes silently. */
  protected readonly resources: readonly Resource[] = [];
  /** Whether it asks for the same whoever is signed in. It then loads while person and programme are still asked for, and is shown once they are known. */
  protected readonly early: boolean = false;
  /** Fetches all that the first picture needs; what is `early` knows no `session` and no `programme` the first time. */
  protected abstract load(client: PortalClient, signal: AbortSignal): Promise<Data>;
  /** The picture. */
  protected abstract renderData(data: Data): unknown;
  /** Its final shape without words, while the first load is under way. */
  protected abstract renderSkeleton(): unknown;
  /** Data became stale: loads again unless a widget knows better. */
  protected refresh(): void {
    void this.loading.run();
  }

  /** The person is gone: nothing of theirs stays for the next. A widget adds what it keeps beside its data and its dialogs. */
  protected forget(): void {
    // As if it were taken out and put back: what is open closes, and nothing more is saved.
    super.disconnectedCallback();
    super.connectedCallback();
    this.loading.reset();
    this.#follower.stop();
    // But that a change was not made, because somebody else has come, is for whoever waits for it.
    if (!isOtherPerson(this.outcome?.error)) this.outcome = undefined;
  }

  // ——— What a widget is given ———

  /** Says a word of this widget or a shared one; nothing until the words are loaded. */
  protected get t(): TranslateWidget<Words> {
    return this.#speech.t ?? silent;
  }
  protected get client(): PortalClient {
    return this.portal!.client!;
  }
  protected get session(): SessionInfo {
    return this.portal!.session!;
  }
  protected get programme(): Programme {
    return this.portal!.programme!;
  }
  protected get locale(): string {
    return this.portal?.locale ?? supportedLocale(this.closest('[lang]')?.getAttribute('lang') || navigator.language);
  }
  /** The language of its words, and so its direction: whatever those of the page around it are. */
  protected get language(): string {
    return languageIn(this.words, this.locale);
  }
  protected get format(): Formats {
    return formatsFor(this.locale, this.portal?.timeZone ?? 'UTC', this.portal?.client?.now);
  }
  /** The page's icons, for whatever this widget draws. */
  protected get icons(): Icons | undefined {
    return this.portal?.icons;
  }
  /** Where what the user types is kept. */
  protected get drafts(): DraftStore {
    const { session } = this;
    const owner = ownerOf(session);
    // What ends once its person is gone still belongs to theirs.
    if (owner && this.#drafts?.owner !== owner) this.#drafts = { owner, store: new DraftStore({ programmeId: session.programmeId, memberId: session.member.id }) };
    return this.#drafts!.store;
  }
  /** A label of the programme's in the reader's language. */
  protected readonly label = (text: LocalText | undefined, fallback = ''): string => isolated(localText(text, this.locale) ?? fallback, this.language);
  /** Lets `t` say the words of a part that is loaded on use, too; once, however often it is asked. */
  protected learn(source: CatalogueSource<Catalogue>): Promise<void> {
    return this.#speech.learn(source);
  }
  /** The words are other ones now: what was said before, and still stands there, is said in them. */
  protected sayAgain(): void {
    const { outcome } = this;
    if (outcome?.error) this.outcome = { ...outcome, ...errorSentence(this.t, outcome.error) };
  }
  /** Speaks to a screen reader. */
  protected announce(text: string): void {
    announce(text, this, this.language);
  }

  /**
   * Makes a change: `busy` bears its name meanwhile, and how it ended is kept in `outcome` and spoken. Answers undefined
   * where it failed, and where another one is still under way.
   */
  protected async change<Result>(name: string, work: (client: PortalClient) => Promise<Result>, done?: string | ((result: Result) => string)): Promise<Result | undefined> {
    if (this.busy) return undefined;
    this.busy = name;
    this.outcome = undefined;
    const { begun } = this.portal!;
    // Made for somebody who is gone: how it ended is not for the next.
    const isOver = () => begun !== this.portal?.begun;
    try {
      const result = await work(this.client);
      if (isOver()) return undefined;
      const text = typeof done === 'function' ? done(result) : done;
      if (text) this.outcome = { tone: 'success', text };
      return result;
    } catch (error) {
      if ((error as Error).name === 'AuthenticationError') this.portal?.signedOut(error);
      if (!isOver() || isOtherPerson(error)) this.outcome = { tone: 'danger', ...errorSentence(this.t, error), error };
      return undefined;
    } finally {
      this.busy = undefined;
      if (this.outcome) this.announce((this.outcome as Outcome).text);
    }
  }

  // ——— Life ———

  override connectedCallback(): void {
    super.connectedCallback();
    this.#outside = !portalAround(this);
    addEventListener('online', this.#onNetwork);
    addEventListener('offline', this.#onNetwork);
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onNetwork);
    removeEventListener('offline', this.#onNetwork);
    this.#speech.stop();
    this.#follower.stop();
  }

  /** What a server rendered gives way; the first picture follows before anything is drawn. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren();
    registerTokens();
    return super.createRenderRoot();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('portal') || !this.hasUpdated) this.#follow();
    // The service answers again: that it did not is over.
    if ((changed.get('portal') as Portal | undefined)?.away && !this.portal?.away && (this.outcome?.error as Error | undefined)?.name === 'ConnectionError') this.outcome = undefined;
  }

  protected override render(): unknown {
    return widgetFrame(this.language, this.#face() === 'loading', this.#renderFace());
  }

  #face(): 'loading' | 'data' | Face {
    const stuck = faceOf(this.portal, this.#outside);
    const { value, error } = this.loading;
    if (!this.#speech.t) return 'loading';
    // Data that is there stays, with a notice, while the session is renewed or the service is away; but not for a person yet unknown.
    if (value !== undefined && this.portal?.session && (stuck === undefined || stuck === 'signed-out' || stuck === 'unreachable')) return 'data';
    if (stuck) return stuck;
    return error === undefined ? 'loading' : (error as Error).name === 'PermissionDeniedError' ? 'denied' : 'failed';
  }

  #renderFace(): unknown {
    const face = this.#face();
    if (face === 'loading') return this.renderSkeleton();
    if (face === 'data') return [this.#renderNotice(), this.renderData(this.loading.value as Data)];
    if (face === 'failed') return this.renderFailed();
    return errorFace(this.t, face, this.loading.error ?? this.portal?.error, () => this.portal?.reconnect());
  }

  /** That what was asked for did not come, and a way to try again. */
  protected renderFailed(): TemplateResult {
    return errorFace(this.t, 'failed', this.loading.error, () => void this.loading.run());
  }

  #renderNotice(): unknown {
    const { error } = this.loading;
    // Nothing is there that the notice could be about: what stands in its place says why.
    if (this.loading.outdated) return '';
    if (this.portal?.state === 'signed-out') return notice(this.t, 'signed-out', () => this.portal?.reconnect());
    if (!this.online) return notice(this.t, 'offline', () => this.refresh());
    const away = this.portal?.away || this.portal?.state === 'unreachable' || (error as Error | undefined)?.name === 'ConnectionError';
    if (away) return notice(this.t, 'away', () => (this.portal?.state === 'unreachable' ? this.portal.reconnect() : this.refresh()));
    return error ? notice(this.t, 'stale', () => this.refresh()) : '';
  }

  async #load(signal: AbortSignal): Promise<Data> {
    try {
      return await this.load(this.client, signal);
    } catch (error) {
      if ((error as Error).name === 'AuthenticationError') this.portal?.signedOut(error);
      throw error;
    }
  }

  /** Follows the portal: its language, and its person. */
  #follow(): void {
    this.#speech.follow(this.locale, this.portal?.messages);
    this.#follower.follow(this.portal);
  }

  readonly #onNetwork = (): void => {
    this.online = navigator.onLine;
    if (!this.online) this.announce((this.t as unknown as TranslateShared)('notice.offline'));
  };
}

const isOtherPerson = (error: unknown): boolean => (error as { code?: string } | undefined)?.code === 'other_person';

const silent = Object.assign(() => '', { has: () => false }) as unknown as TranslateWidget<never>;
