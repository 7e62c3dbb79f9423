import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PortalClient } from '../../client/index.js';
import { button } from '../parts/button.js';
import { textField } from '../parts/field.js';
import type { Named } from './rules-names.js';
import type { EditorTranslate } from './rules-sentences.js';

const pause = 200;

/** Finds accounts by the beginnings of their words: a vendor has too many to list. */
export class AccountPicker {
  /** The names of those that were added. */
  readonly added = new Map<string, string>();
  readonly #host: ReactiveControllerHost;
  readonly #client: () => PortalClient;
  #search = '';
  #found: readonly Named[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: AbortController | undefined;

  constructor(host: ReactiveControllerHost, client: () => PortalClient) {
    this.#host = host;
    this.#client = client;
  }

  render({ t, chosen, add }: { t: EditorTranslate; chosen: readonly string[]; add: (id: string) => void }): TemplateResult {
    const found = this.#found.filter(({ id }) => !chosen.includes(id));
    return html`
      ${textField({ id: 'account-search', label: t('field.findAccount'), type: 'search', value: this.#search, maxLength: 100, input: (text) => this.#typed(text) })}
      ${found.length > 0
        ? html`<ul class="found">${found.map(({ id, name }) => html`<li>${button({ label: name, kind: 'plain', press: () => this.#add(id, name, add) })}</li>`)}</ul>`
        : nothing}
    `;
  }

  #add(id: string, name: string, add: (id: string) => void): void {
    this.added.set(id, name);
    this.#search = '';
    this.#found = [];
    add(id);
  }

  #typed(text: string): void {
    this.#search = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#find(), pause);
    this.#host.requestUpdate();
  }

  async #find(): Promise<void> {
    this.#flight?.abort();
    const flight = (this.#flight = new AbortController());
    try {
      const { data } = this.#search.trim() ? await this.#client().accounts.list({ search: this.#search.trim(), limit: 8 }, { signal: flight.signal }) : { data: [] };
      this.#found = data;
    } catch {
      // Offline: nothing is found until the next letter.
      if (flight.signal.aborted) return;
      this.#found = [];
    }
    this.#host.requestUpdate();
  }
}
