import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PortalClient } from '../../client/index.js';
import { button } from '../parts/button.js';
import { statusMark } from '../parts/status.js';
import type { DealValues } from './deal-values.js';
import type { RegistrationTranslate } from './registration-fields.js';

interface Asking {
  readonly t: RegistrationTranslate;
  /** The customer that the form names now. */
  readonly customerId: string;
  readonly busy: boolean;
  readonly check: () => void;
}

/** Whether a customer is taken, where the programme tells before a registration. */
export class CustomerAvailability {
  readonly #host: ReactiveControllerHost;
  #known: { customerId: string; state: string; left: number } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  render({ t, customerId, busy, check }: Asking): TemplateResult {
    const known = this.#known?.customerId === customerId ? this.#known : undefined;
    return html`<p class="availability" role="status">
      ${known
        ? html`${statusMark(t(wordOf(known.state)), known.state === 'free' ? 'success' : 'warning')} <small>${t('availability.left', { count: known.left })}</small>`
        : button({ label: t('availability.check'), busy, press: check })}
    </p>`;
  }

  /** Asks the service, and answers with the word for what it said. */
  async check(client: PortalClient, { customerId, lines, project }: DealValues): Promise<ReturnType<typeof wordOf>> {
    const productIds = lines.flatMap(({ productId }) => productId || []);
    const known = { customerId, ...(await client.availability.check({ customerId, ...(productIds.length > 0 && { productIds }), ...(project.trim() && { project: project.trim() }) })) };
    this.#known = known;
    this.#host.requestUpdate();
    return wordOf(known.state);
  }

  forget(): void {
    this.#known = undefined;
  }
}

const wordOf = (state: string) => (state === 'free' ? 'availability.free' : 'availability.taken');
