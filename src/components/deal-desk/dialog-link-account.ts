import { html, nothing } from 'lit';
import type { Account } from '../../client/index.js';
import { button } from '../parts/button.js';
import { textField } from '../parts/field.js';
import type { DialogContent } from '../parts/modal-dialog.js';
import type { DialogGiven } from './dialog-given.js';

const pause = 200;

/** Links a customer to an account that is not among those that look alike. */
export class LinkAccountDialog {
  readonly #given: DialogGiven;
  #search: string;
  #found: readonly Omit<Account, 'actions'>[] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: AbortController | undefined;

  constructor(given: DialogGiven) {
    this.#given = given;
    this.#search = given.record?.review.customer?.name ?? '';
    void this.#find();
  }

  content(): DialogContent {
    const { t, note, busy } = this.#given;
    return {
      title: t('linkAccount.title'),
      close: t('close'),
      body: html`
        ${note()}
        ${textField({ id: 'account', label: t('linkAccount.find'), type: 'search', value: this.#search, maxLength: 100, input: (text) => this.#typed(text) })}
        <ul class="candidates" aria-busy=${this.#found ? 'false' : 'true'}>
          ${this.#found?.map(({ id, name, city, country, domain }) => html`<li>
            <div><strong>${name}</strong> <small>${[city, country, domain].filter(Boolean).join(' · ')}</small></div>
            ${button({ label: t('account.link', { name }), kind: 'plain', busy: busy() === `link ${id}`, press: () => void this.#take(id, name) })}
          </li>`)}
        </ul>
        ${this.#found?.length === 0 ? html`<p class="muted">${t('linkAccount.none')}</p>` : nothing}
      `,
    };
  }

  #typed(text: string): void {
    this.#search = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#find(), pause);
    this.#given.update();
  }

  async #find(): Promise<void> {
    const { client, update } = this.#given;
    this.#flight?.abort();
    const flight = (this.#flight = new AbortController());
    try {
      const { data } = await client.accounts.list({ search: this.#search.trim(), limit: 20 }, { signal: flight.signal });
      this.#found = data;
    } catch {
      // Offline: nothing is found until the next letter.
      if (flight.signal.aborted) return;
      this.#found = [];
    }
    update();
  }

  async #take(accountId: string, name: string): Promise<void> {
    const { t, change, record, close } = this.#given;
    if (await change(`link ${accountId}`, (client) => client.deals.linkAccount(record!.deal, { accountId }), t('account.linkedTo', { name }))) close();
  }
}
