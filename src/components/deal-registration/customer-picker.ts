import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CustomerRow, PortalClient } from '../../client/index.js';
import { countries } from '../locale/countries.js';
import { button } from '../parts/button.js';
import { field, selectField, textField, type FieldOptions } from '../parts/field.js';
import { TryLater } from '../try-later.js';
import type { NewCustomer } from './deal-values.js';
import type { RegistrationTranslate } from './registration-fields.js';

/** The customer as it stands in the form: chosen, new, or only a name so far. */
export interface CustomerChoice {
  id: string;
  name: string;
  added: NewCustomer | null;
}

interface PickerParts extends Omit<FieldOptions, 'id'> {
  t: RegistrationTranslate;
  locale: string;
  choice: CustomerChoice;
  /** What is wrong with the new customer: by `/customer/domain` and the like. */
  problems: ReadonlyMap<string, string>;
  change: (choice: CustomerChoice) => void;
  leave: (pointer: string) => void;
}

const pause = 180;
/** How many of the own customers are offered, and how many are hinted at as the same. */
const offered = 8;
const hinted = 3;

/**
 * Finds one of the partner's own customers while its name is typed: an editable combobox with a list, in the form's own shadow root
 * so that label, error and list belong together. A name that is not there becomes a new customer in the same form, and what may be
 * the same company among the own ones is hinted at.
 */
export class CustomerPicker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => PortalClient;
  readonly #say: (text: string) => void;
  #found: CustomerRow[] | undefined;
  #alike: CustomerRow[] = [];
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: AbortController | undefined;
  #asked: { name: string; t: RegistrationTranslate } | undefined;
  #isLooking = false;
  /** Enter was pressed before the answer came. */
  #ahead: PickerParts | undefined;
  readonly #again = new TryLater(() => void (this.#asked && this.#search(this.#asked.name, this.#asked.t)));

  constructor(host: ReactiveControllerHost, client: () => PortalClient, say: (text: string) => void) {
    this.#host = host;
    this.#client = client;
    this.#say = say;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#flight?.abort();
    this.#alike = [];
    this.#close();
  }

  render(parts: PickerParts): TemplateResult {
    const { t, choice } = parts;
    const open = this.#found !== undefined && !choice.id && !choice.added && choice.name.trim() !== '';
    const options = open ? [...this.#found!, undefined] : [];
    return html`
      ${field({ ...parts, id: 'customer', help: parts.help ?? t('customer.help') }, ({ id, describedBy, invalid }) => html`
        <div class="picker">
          <input
            class="control" id=${id} type="text" name="customer" role="combobox" autocomplete="off"
            aria-autocomplete="list" aria-expanded=${open ? 'true' : 'false'} aria-controls="customer-options"
            aria-activedescendant=${open && this.#active >= 0 ? `customer-option-${this.#active}` : nothing}
            aria-describedby=${describedBy} aria-invalid=${invalid} ?required=${parts.required}
            .value=${live(choice.name)}
            @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value, parts)}
            @keydown=${(event: KeyboardEvent) => this.#key(event, options, parts)}
            @blur=${() => this.#left(parts)}
          />
          <ul class="options" id="customer-options" role="listbox" aria-label=${parts.label} ?hidden=${!open} @mousedown=${(event: Event) => event.preventDefault()}>
            ${options.map((option, index) => html`<li
              role="option" id="customer-option-${index}" aria-selected=${index === this.#active ? 'true' : 'false'}
              @click=${() => this.#choose(option, parts)}
            >${option ? html`<span>${option.name}</span> <small>${option.city}</small>` : html`<span>${t('customer.add', { name: choice.name.trim() })}</span>`}</li>`)}
          </ul>
        </div>`)}
      ${choice.added ? this.#renderNew(choice.added, parts) : nothing}
    `;
  }

  /** What is asked of a customer that is not there yet, beside the name above. */
  #renderNew(added: NewCustomer, parts: PickerParts): TemplateResult {
    const { t, locale, choice, problems, change, leave } = parts;
    const set = (more: Partial<NewCustomer>) => change({ ...choice, added: { ...added, ...more } });
    return html`<fieldset class="new-customer">
      <legend>${t('customer.new', { name: choice.name.trim() })}</legend>
      ${textField({
        id: 'customer-domain', label: t('customer.domain'), optional: t('optional'), help: t('customer.domain.help'), value: added.domain, inputMode: 'url', error: problems.get('/customer/domain'),
        input: (domain) => { set({ domain }); this.#lookForAlike(choice.name, domain); }, leave: () => leave('/customer/domain'),
      })}
      ${selectField({
        id: 'customer-country', label: t('customer.country'), optional: t('optional'), value: added.country, placeholder: t('choose'), error: problems.get('/customer/country'),
        options: countries(locale), change: (country) => set({ country }),
      })}
      ${this.#alike.length > 0 ? html`<div class="alike" role="group" aria-label=${t('customer.alike')}>
        <strong>${t('customer.alike')}</strong>
        ${this.#alike.map((one) => html`<p>${one.name} <small>${[one.domain, one.city].filter(Boolean).join(' · ')}</small>
          ${button({ label: t('customer.take', { name: one.name }), kind: 'plain', press: () => this.#choose(one, parts) })}</p>`)}
      </div>` : nothing}
      ${button({ label: t('customer.clear'), kind: 'plain', press: () => this.#clear(parts) })}
    </fieldset>`;
  }

  #typed(name: string, { t, choice, change }: PickerParts): void {
    change({ id: '', name, added: choice.added });
    this.#rest();
    this.#flight?.abort();
    this.#flight = undefined;
    if (choice.added) return this.#lookForAlike(name, choice.added.domain);
    this.#active = -1;
    if (!name.trim()) return this.#close();
    this.#isLooking = true;
    this.#timer = setTimeout(() => void this.#search(name, t), pause);
  }

  async #search(name: string, t: RegistrationTranslate): Promise<void> {
    this.#asked = { name, t };
    try {
      const found = await this.#ask(name, offered);
      if (!found) return;
      this.#again.stop();
      const ahead = this.#ahead;
      this.#looked();
      if (ahead && found.length > 0) return this.#choose(found[0], ahead);
      this.#found = found;
      // The first is chosen by Enter, so that a name that was found takes one key.
      this.#active = 0;
      this.#say(found.length > 0 ? t('customer.found', { count: found.length }) : t('customer.none'));
    } catch (error) {
      // It may be there or not: it can be added by hand, but not by Enter, and is looked for again.
      this.#looked();
      this.#found = [];
      this.#active = -1;
      this.#again.failed(error);
    }
    this.#host.requestUpdate();
  }

  /** Own customers that have the longest word of the name, or the domain. */
  #lookForAlike(name: string, domain: string): void {
    clearTimeout(this.#timer);
    const [longest = ''] = name.trim().split(/\s+/).sort((one, other) => other.length - one.length);
    const asked = [longest, domain.trim().replace(/^(https?:\/\/)?(www\.)?/, '').split('/')[0]!].filter((words) => words.length > 2);
    this.#timer = setTimeout(() => {
      void Promise.all(asked.map((words) => this.#ask(words, hinted).catch(() => []))).then((answers) => {
        const all = answers.flatMap((found) => found ?? []);
        this.#alike = all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index).slice(0, hinted);
        this.#host.requestUpdate();
      });
    }, pause);
  }

  /** Own customers by the beginnings of words; undefined where another question came between. */
  async #ask(words: string, limit: number): Promise<CustomerRow[] | undefined> {
    const flight = (this.#flight ??= new AbortController());
    try {
      return (await this.#client().customers.list({ search: words.trim(), limit }, { signal: flight.signal })).data;
    } catch (error) {
      if (flight.signal.aborted) return undefined;
      throw error;
    } finally {
      if (this.#flight === flight) this.#flight = undefined;
    }
  }

  #key(event: KeyboardEvent, options: readonly (CustomerRow | undefined)[], parts: PickerParts): void {
    const isAhead = event.key === 'Enter' && this.#isLooking;
    if (options.length === 0 && !isAhead) return;
    // Who types a name and Enter in one go means the first that is found, and not the whole form.
    if (isAhead) this.#ahead = parts;
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#active = (this.#active + step + options.length) % options.length;
    } else if (event.key === 'Enter' && this.#active >= 0) this.#choose(options[this.#active], parts);
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#host.requestUpdate();
  }

  #choose(option: CustomerRow | undefined, { choice, change }: PickerParts): void {
    this.#close();
    this.#alike = [];
    if (option) return change({ id: option.id, name: option.name, added: null });
    change({ id: '', name: choice.name.trim(), added: { domain: '', country: '' } });
    this.#lookForAlike(choice.name, '');
  }

  #clear({ change }: PickerParts): void {
    this.#alike = [];
    change({ id: '', name: '', added: null });
  }

  /** A name that is one of those found, letter by letter, was meant. */
  #left({ choice, change, leave }: PickerParts): void {
    const same = choice.id || choice.added ? undefined : this.#found?.filter(({ name }) => name.toLowerCase() === choice.name.trim().toLowerCase());
    this.#close();
    if (same?.length === 1) change({ id: same[0]!.id, name: same[0]!.name, added: null });
    else leave('/customerId');
  }

  #looked(): void {
    this.#isLooking = false;
    this.#ahead = undefined;
  }

  /** Nothing is looked for until somebody types again. */
  #rest(): void {
    clearTimeout(this.#timer);
    this.#looked();
    this.#again.stop();
  }

  #close(): void {
    this.#rest();
    this.#found = undefined;
    this.#active = -1;
    this.#host.requestUpdate();
  }
}
