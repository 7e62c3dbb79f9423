import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CustomerRow, Deal, DealRow, FormField, PortalClient, Product, Territory } from '../../client/index.js';
import { words } from '../locale/catalogue.js';
import { errorSentence, fieldSentences } from '../locale/error-sentences.js';
import { button } from '../parts/button.js';
import { emptyFace } from '../parts/faces.js';
import { fieldStyles } from '../parts/field.styles.js';
import { iconCircleCheck, iconPencil } from '../parts/icons.js';
import { menu } from '../parts/menu.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { overlayStyles } from '../parts/overlay.styles.js';
import { skeletonFields } from '../parts/skeleton.js';
import { toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import { CustomerPicker } from './customer-picker.js';
import { DealDraft } from './deal-draft.js';
import { dealRegistrationStyles } from './deal-registration.styles.js';
import { askedFields, inputOf, isAsked, type DealValues, type Problems, type Typing } from './deal-values.js';
import type en from './en.js';
import { DealSubmitEvent, DealSubmittedEvent } from './registration-events.js';
import { renderField, type FieldParts } from './registration-fields.js';

interface FormData {
  products: readonly Pick<Product, 'id' | 'name' | 'listPrice'>[];
  territories: readonly Pick<Territory, 'id' | 'name'>[];
  drafts: readonly DealRow[];
}

/**
 * Registers a deal: the programme's own form, a draft that saves itself, submission, and what happened.
 *
 * @element prm-deal-registration
 * @csspart widget - the whole widget
 * @csspart toolbar - title and drafts
 * @csspart field - one field with its label
 * @fires prm-deal-submit - before a deal is submitted; cancelable
 * @fires prm-deal-submitted - after it was submitted
 */
export class DealRegistrationElement extends PortalWidget<FormData, typeof en> {
  static override styles: CSSResultGroup = [PortalWidget.styles, toolbarStyles, fieldStyles, overlayStyles, outcomeStyles, dealRegistrationStyles];

  /** Opens this draft, or a deal to which the vendor asked for more, in place of a new one. */
  @property({ attribute: 'deal-id' }) dealId?: string;

  protected override readonly words = words({ en: () => import('./en.js'), de: () => import('./de.js') });

  @state() private problems: ReadonlyMap<string, string> = new Map();
  @state() private submitted?: Deal;

  readonly #draft = new DealDraft(this);
  readonly #picker = new CustomerPicker(this, () => this.client, (text) => this.announce(text));

  protected override async load(client: PortalClient, signal: AbortSignal): Promise<FormData> {
    const asked = new Set(askedFields(this.#typing).map(({ key }) => key));
    const none = Promise.resolve({ data: [] });
    const [products, territories, drafts] = await Promise.all([
      asked.has('lines') ? client.products.list({ limit: 200, status: 'active' }, { signal }) : none,
      asked.has('territoryId') ? client.territories.list({ limit: 200 }, { signal }) : none,
      client.deals.list({ limit: 10, review: ['draft', 'action_required'] }, { signal }),
      this.#draft.open(client, this.drafts, this.#typing, this.dealId || undefined, signal),
    ]);
    return { products: products.data, territories: territories.data, drafts: drafts.data };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('dealId') && this.loading.value) this.#start(this.dealId);
  }

  protected override renderSkeleton(): unknown {
    return skeletonFields(7);
  }

  protected override renderData({ products, territories, drafts }: FormData): unknown {
    const { t } = this;
    if (this.submitted) return this.#renderDone(this.submitted);
    const { deal, values } = this.#draft;
    if (deal && !deal.actions.some(({ name, allowed }) => name === 'submit' && allowed)) return this.#renderDone(deal);
    const answering = deal?.review === 'action_required';
    const parts: FieldParts = {
      t, locale: this.locale, format: this.format, label: this.label, programme: this.programme, products, territories, values, problems: this.problems,
      set: this.#set, picker: (field) => this.#renderPicker(field),
    };
    return html`
      ${toolbar({ title: t(answering ? 'title.answer' : deal ? 'title.edit' : 'title'), actions: this.#renderDrafts(drafts) })}
      <form novalidate @submit=${(event: Event) => void this.#submit(event)}>
        ${answering && deal.decisionNote
          ? html`<p class="asked"><strong>${t('asked.title')}</strong> ${deal.decisionNote}</p>`
          : html`<p class="intro">${t('intro', { days: this.programme.settings.protection.days })}</p>`}
        ${this.#draft.changedElsewhere ? html`<p class="asked" role="status">${t('draft.other')}</p>` : nothing}
        ${this.programme.settings.dealForm.sections.map((section) => {
          const fields = section.fields.filter((field) => isAsked(field, this.#typing.kind));
          return fields.length === 0 ? nothing : html`<div class="section" role="group" aria-label=${this.label(section.label)}>
            <h3>${this.label(section.label)}</h3>
            ${fields.map((field) => renderField(field, parts))}
          </div>`;
        })}
        ${outcomeNote(t, this.outcome, () => (this.outcome = undefined))}
        <div class="foot">
          <span class="kept">${this.#keptWord()}</span>
          ${this.#draft.kept === 'empty' || deal ? nothing : button({ label: t('draft.clear'), kind: 'plain', press: () => this.#clear() })}
          ${button({ label: t(answering ? 'submit.again' : 'submit'), kind: 'primary', type: 'submit', busy: this.busy === 'submit' })}
        </div>
      </form>
    `;
  }

  #renderDone(deal: Deal): TemplateResult {
    const { t } = this;
    const waiting = deal.review === 'submitted' || deal.review === 'in_review';
    return emptyFace({
      icon: iconCircleCheck,
      title: t('done.title', { name: deal.name }),
      text: waiting && deal.reviewDueOn ? t('done.text', { date: this.format.date(deal.reviewDueOn, 'long') }) : t('done.open'),
      action: button({ label: t('done.another'), press: () => this.#start(undefined) }),
    });
  }

  #renderDrafts(drafts: readonly DealRow[]): unknown {
    const others = drafts.filter(({ id }) => id !== this.#draft.deal?.id);
    if (others.length === 0) return nothing;
    return html`<small>${this.t('drafts.open', { count: others.length })}</small>
      ${menu({
        id: 'drafts', label: this.t('drafts.label'), icon: iconPencil,
        items: [
          ...(this.#draft.deal ? [{ label: this.t('drafts.new'), choose: () => this.#start(undefined) }] : []),
          ...others.map(({ id, name }) => ({ label: name, choose: () => this.#start(id) })),
        ],
      })}`;
  }

  #renderPicker(field: FormField): TemplateResult {
    const { values } = this.#draft;
    return this.#picker.render({
      t: this.t, label: this.label(field.label), help: this.label(field.help) || undefined, required: field.required, optional: this.t('optional'),
      error: this.problems.get('/customerId'), value: values.customerName, chosen: values.customerId !== '',
      change: ({ id, name }) => this.#set({ customerId: id, customerName: name }),
      add: (name) => this.change('customer', (client) => client.customers.create({ name })) as Promise<CustomerRow | undefined>,
    });
  }

  get #typing(): Typing {
    return { locale: this.locale, programme: this.programme, kind: this.session.partner?.kind ?? '' };
  }

  #keptWord(): string {
    const { kept } = this.#draft;
    const says = { empty: '', saving: this.t('draft.saving'), service: this.t('draft.service'), device: this.t('draft.device'), none: this.t('draft.none') };
    return says[kept];
  }

  readonly #set = (change: Partial<DealValues>): void => {
    this.#draft.set(change);
    const touched = Object.keys(change).map((key) => `/${key === 'customerName' ? 'customerId' : key}`);
    this.problems = new Map([...this.problems].filter(([pointer]) => !touched.some((key) => pointer === key || pointer.startsWith(`${key}/`))));
  };

  #start(dealId: string | undefined): void {
    this.submitted = this.outcome = undefined;
    this.problems = new Map();
    this.dealId = dealId;
    void this.loading.run();
  }

  #clear(): void {
    this.#draft.forget();
    this.#start(undefined);
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { problems } = inputOf(this.#draft.values, this.#typing, true);
    this.problems = this.#sentences(problems);
    if (problems.size > 0) return this.#focusProblem();
    const deal = await this.change('submit', async (client) => {
      const draft = await this.#draft.save();
      return this.dispatchEvent(new DealSubmitEvent(draft.id)) ? client.deals.submit(draft) : undefined;
    });
    if (deal) {
      this.#draft.forget();
      this.submitted = deal;
      this.announce(this.t('done.title', { name: deal.name }));
      this.dispatchEvent(new DealSubmittedEvent(deal));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.face > .button')?.focus();
    } else if (this.outcome?.error) {
      this.problems = fieldSentences(this.t, this.outcome.error);
      this.outcome = { tone: 'danger', ...errorSentence(this.t, this.outcome.error), error: this.outcome.error };
      void this.#focusProblem();
    }
  }

  #sentences(problems: Problems): Map<string, string> {
    const example = this.format.number(12_500.5, { minimumFractionDigits: 2 });
    const sentence = {
      required: this.t('field.required'), money: this.t('field.money', { example }), number: this.t('field.number'),
      consent: this.t('field.consent'), customer: this.t('customer.choose'),
    };
    return new Map([...problems].map(([pointer, code]) => [pointer, sentence[code]]));
  }

  async #focusProblem(): Promise<void> {
    await this.updateComplete;
    const first = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], .choices:has(.field-error) input');
    first?.focus();
    if (this.problems.size > 0) this.announce(this.t('error.validation_failed'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-deal-registration': DealRegistrationElement;
  }
}
