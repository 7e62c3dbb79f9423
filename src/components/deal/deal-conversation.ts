import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Message, PortalClient } from '../../client/index.js';
import type { DraftStore } from '../drafts/draft-store.js';
import { errorSentence, fieldSentences } from '../locale/error-sentences.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import { button } from '../parts/button.js';
import { textArea } from '../parts/field.js';
import type { DealTranslate } from './deal-marks.js';

/** What a conversation is given by the widget that it stands in. */
export interface ConversationHost {
  client: () => PortalClient;
  /** Where what is typed is kept until it is sent. */
  drafts: () => DraftStore;
  /** Speaks to a screen reader. */
  announce: (text: string) => void;
}

const pageSize = 20;

/**
 * The messages between a partner and the vendor about one deal, and the one being typed: kept on the device until it was
 * sent, whatever comes between. It hears new messages through the client.
 */
export class DealConversation implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #given: ConversationHost;
  /** Newest first; undefined until they came. */
  #messages: readonly Message[] | undefined;
  #cursor: string | null = null;
  #dealId: string | undefined;
  #text = '';
  #error: unknown;
  #busy: 'send' | 'earlier' | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, given: ConversationHost) {
    this.#host = host;
    this.#given = given;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** How many messages are known; undefined until they came. */
  get count(): number | undefined {
    return this.#messages?.length;
  }

  /** Opens a deal's conversation; the one that is open already is read again. */
  open(dealId: string): void {
    if (this.#dealId !== dealId) {
      this.close();
      this.#dealId = dealId;
      this.#text = this.#given.drafts().read<string>(this.#draft)?.value ?? '';
      this.#unwatch = this.#given.client().watch(['messages'], () => void this.#load());
    }
    void this.#load();
  }

  close(): void {
    this.#unwatch?.();
    this.#dealId = this.#messages = this.#unwatch = this.#error = this.#busy = undefined;
    this.#text = '';
  }

  /** `closed` says why nothing can be written any more. */
  render({ t, format, closed }: { t: DealTranslate; format: Formats; closed?: string | undefined }): TemplateResult {
    const messages = this.#messages;
    const problem = this.#error === undefined ? undefined : (fieldSentences(t, this.#error).get('/text') ?? errorSentence(t, this.#error).text);
    return html`
      ${messages === undefined
        ? this.#error === undefined ? html`<p class="muted">${t('loading')}</p>` : html`<p role="alert">${t('talk.failed')} ${button({ label: t('retry'), kind: 'plain', press: () => void this.#load() })}</p>`
        : messages.length === 0 ? html`<p class="muted">${t('talk.empty')}</p>` : nothing}
      ${this.#cursor ? button({ label: t('talk.earlier'), kind: 'plain', busy: this.#busy === 'earlier', press: () => void this.#loadEarlier() }) : nothing}
      <ol class="talk" part="conversation">
        ${(messages ?? []).toReversed().map((message) => html`<li class=${message.own ? 'own' : nothing}>
          <p class="muted"><strong>${message.own ? t('talk.you') : (message.by ?? codeWord(t, 'talk.side', message.side))}</strong>
            <time datetime=${message.at} title=${format.dateTime(message.at)}>${format.relativeDay(message.at)}</time></p>
          <p class="said">${message.text}</p>
        </li>`)}
      </ol>
      ${closed
        ? html`<p class="muted">${closed}</p>`
        : html`<form class="write" novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#send(t); }} @keydown=${this.#key}>
            ${textArea({ id: 'talk-text', label: t('talk.write'), value: this.#text, maxLength: 4_000, rows: 2, error: messages === undefined ? undefined : problem, input: (text) => this.#type(text) })}
            ${button({ label: t('talk.send'), type: 'submit', busy: this.#busy === 'send', disabled: !this.#text.trim() })}
          </form>`}
    `;
  }

  get #draft(): string {
    return `message:${this.#dealId}`;
  }

  #type(text: string): void {
    this.#text = text;
    if (text) this.#given.drafts().write(this.#draft, text);
    else this.#given.drafts().remove(this.#draft);
    this.#host.requestUpdate();
  }

  /** Ctrl or Cmd with Enter sends, as in mail. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (event.currentTarget as HTMLFormElement).requestSubmit();
  };

  async #load(): Promise<void> {
    const dealId = this.#dealId;
    if (!dealId) return;
    try {
      const page = await this.#given.client().messages.list({ dealId, limit: pageSize });
      if (dealId !== this.#dealId) return;
      // What was read earlier stays above what is new.
      const earlier = (this.#messages ?? []).filter(({ id }) => !page.data.some((message) => message.id === id) && id < (page.data.at(-1)?.id ?? ''));
      this.#messages = [...page.data, ...earlier];
      if (earlier.length === 0) this.#cursor = page.nextCursor;
      this.#error = undefined;
    } catch (error) {
      if (dealId === this.#dealId) this.#error = error;
    }
    this.#host.requestUpdate();
  }

  async #loadEarlier(): Promise<void> {
    const dealId = this.#dealId;
    if (this.#busy || !dealId || !this.#cursor) return;
    await this.#during('earlier', async () => {
      const page = await this.#given.client().messages.list({ dealId, limit: pageSize, cursor: this.#cursor! });
      if (dealId !== this.#dealId) return;
      this.#messages = [...(this.#messages ?? []), ...page.data];
      this.#cursor = page.nextCursor;
    });
  }

  async #send(t: DealTranslate): Promise<void> {
    const text = this.#text.trim();
    const dealId = this.#dealId;
    if (!text || !dealId || this.#busy) return;
    await this.#during('send', async () => {
      await this.#given.client().messages.send({ dealId, text });
      // What was typed meanwhile is the next message: only what was sent goes.
      const drafts = this.#given.drafts();
      if (drafts.read<string>(`message:${dealId}`)?.value.trim() === text) drafts.remove(`message:${dealId}`);
      if (dealId === this.#dealId && this.#text.trim() === text) this.#text = '';
      this.#given.announce(t('talk.sent'));
    });
    if (dealId === this.#dealId && this.#error !== undefined) this.#given.announce(errorSentence(t, this.#error).text);
  }

  async #during(busy: 'send' | 'earlier', work: () => Promise<void>): Promise<void> {
    const dealId = this.#dealId;
    this.#busy = busy;
    this.#error = undefined;
    this.#host.requestUpdate();
    const error: unknown = await work().then(() => undefined, (reason: unknown) => reason);
    // Another deal is open by now, and what became of this one is not said under it.
    if (dealId !== this.#dealId) return;
    this.#error = error;
    this.#busy = undefined;
    this.#host.requestUpdate();
  }
}
