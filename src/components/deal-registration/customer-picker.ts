import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CustomerRow, PortalClient } from '../../client/index.js';
import type { TranslateWidget } from '../locale/shared-words.js';
import { field, type FieldOptions } from '../parts/field.js';
import type en from './en.js';

type RegistrationTranslate = TranslateWidget<typeof en>;

interface PickerParts extends Omit<FieldOptions, 'id'> {
  t: RegistrationTranslate;
  value: string;
  chosen: boolean;
  /** A name is typed and nobody is chosen yet, or somebody is. */
  change: (customer: { id: string; name: string }) => void;
  /** Adds a customer of this name and answers with it. */
  add: (name: string) => Promise<CustomerRow | undefined>;
}

const pause = 180;

/**
 * Finds one of the partner's own customers while its name is typed, or adds it: an editable combobox with a list, in the form's
 * own shadow root so that label, error and list belong together.
 */
export class CustomerPicker {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => PortalClient;
  readonly #say: (text: string) => void;
  #found: CustomerRow[] | undefined;
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: AbortController | undefined;

  constructor(host: ReactiveControllerHost, client: () => PortalClient, say: (text: string) => void) {
    this.#host = host;
    this.#client = client;
    this.#say = say;
  }

  render(parts: PickerParts): TemplateResult {
    const { t, value, chosen } = parts;
    const open = this.#found !== undefined && !chosen && value.trim() !== '';
    const options = open ? [...this.#found!, undefined] : [];
    return field({ ...parts, id: 'customer', help: parts.help ?? t('customer.help') }, ({ id, describedBy, invalid }) => html`
      <div class="picker">
        <input
          class="control" id=${id} type="text" name="customer" role="combobox" autocomplete="off" maxlength="200"
          aria-autocomplete="list" aria-expanded=${open ? 'true' : 'false'} aria-controls="customer-options"
          aria-activedescendant=${open && this.#active >= 0 ? `customer-option-${this.#active}` : nothing}
          aria-describedby=${describedBy} aria-invalid=${invalid} ?required=${parts.required}
          .value=${live(value)}
          @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value, parts)}
          @keydown=${(event: KeyboardEvent) => this.#key(event, options, parts)}
          @blur=${() => this.#close()}
        />
        <ul class="options" id="customer-options" role="listbox" aria-label=${parts.label} ?hidden=${!open} @mousedown=${(event: Event) => event.preventDefault()}>
          ${options.map((option, index) => html`<li
            role="option" id="customer-option-${index}" aria-selected=${index === this.#active ? 'true' : 'false'}
            @click=${() => void this.#choose(option, parts)}
          >${option ? html`<span>${option.name}</span> <small>${option.city}</small>` : html`<span>${t('customer.add', { name: value.trim() })}</span>`}</li>`)}
        </ul>
      </div>`);
  }

  #typed(name: string, { t, change }: PickerParts): void {
    change({ id: '', name });
    clearTimeout(this.#timer);
    this.#flight?.abort();
    this.#active = -1;
    if (!name.trim()) return this.#close();
    this.#timer = setTimeout(() => void this.#search(name, t), pause);
  }

  async #search(name: string, t: RegistrationTranslate): Promise<void> {
    const flight = (this.#flight = new AbortController());
    try {
      const { data } = await this.#client().customers.list({ search: name.trim(), limit: 8 }, { signal: flight.signal });
      this.#found = data;
      this.#say(data.length > 0 ? t('customer.found', { count: data.length }) : t('customer.none'));
    } catch {
      // Offline: the name can still be added once the connection is back.
      if (flight.signal.aborted) return;
      this.#found = [];
    }
    this.#host.requestUpdate();
  }

  #key(event: KeyboardEvent, options: readonly (CustomerRow | undefined)[], parts: PickerParts): void {
    if (options.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#active = (this.#active + step + options.length) % options.length;
    } else if (event.key === 'Enter' && this.#active >= 0) void this.#choose(options[this.#active], parts);
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#host.requestUpdate();
  }

  async #choose(option: CustomerRow | undefined, { value, change, add }: PickerParts): Promise<void> {
    this.#close();
    const customer = option ?? (await add(value.trim()));
    if (customer) change({ id: customer.id, name: customer.name });
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#found = undefined;
    this.#active = -1;
    this.#host.requestUpdate();
  }
}
