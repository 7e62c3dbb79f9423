import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Deal, DealRow, FormField, PortalClient, Product, Territory } from '../../client/index.js';
import { namesIn } from '../parts/chosen.js';
import { words } from '../locale/catalogue.js';
import { errorSentence, fieldSentences } from '../locale/error-sentences.js';
import { button } from '../parts/button.js';
import { emptyFace } from '../parts/faces.js';
import type { FieldOptions } from '../parts/field.js';
import { fieldStyles } from '../parts/field.styles.js';
import type { FileFields } from './file-fields.js';
import { iconCircleCheck } from '../parts/icons.js';
import { markStyles } from '../parts/marks.styles.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { overlayStyles } from '../parts/overlay.styles.js';
import { skeletonFields } from '../parts/skeleton.js';
import { toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import { CustomerAvailability } from './customer-availability.js';
import { CustomerPicker } from './customer-picker.js';
import { DealDraft, isOpen } from './deal-draft.js';
import { dealRegistrationStyles } from './deal-registration.styles.js';
import { askedFields, type DealValues, type Typing } from './deal-values.js';
import { renderMeanwhile } from './draft-meanwhile.js';
import { findDeal, nameOf, type DraftPlace } from './draft-place.js';
import { draftsMenu } from './drafts-menu.js';
import type en from './en.js';
import { checkForm, serviceProblems } from './form-check.js';
import { FormProblems } from './form-problems.js';
import { addCustomer } from './new-customer.js';
import { DealSubmitEvent, DealSubmittedEvent } from './registration-events.js';
import type { FieldParts } from './registration-fields.js';
import { renderSections } from './registration-form.js';

interface FormData {
  products: readonly Pick<Product, 'id' | 'name' | 'listPrice'>[];
  territories: readonly Pick<Territory, 'id' | 'name'>[];
}

/**
 * Registers a deal: the programme's own form, a draft that saves itself, what the vendor asked for, submission, and what happened.
 * With the attribute `autofocus` its first field takes the focus once the form is there.
 *
 * @element prm-deal-registration
 * @csspart widget - the whole widget
 * @csspart toolbar - title and drafts
 * @csspart field - one field with its label
 * @fires prm-deal-submit - before a deal is submitted; cancelable
 * @fires prm-deal-submitted - after it was submitted
 */
export class DealRegistrationElement extends PortalWidget<FormData, typeof en> {
  static override styles: CSSResultGroup = [PortalWidget.styles, toolbarStyles, fieldStyles, markStyles, overlayStyles, outcomeStyles, dealRegistrationStyles];

  /** Opens this draft, or a deal to which the vendor asked for more, in place of a new one. */
  @property({ attribute: 'deal-id' }) dealId?: string;
  /** The fields, by key and in this order: `name value closeOn`. Others are left out, unless the programme needs them or they hold something; all of them, as the programme orders them, unless said. */
  @property({ type: Array, converter: namesIn }) fields?: readonly string[];

  protected override readonly words = words({
    en: () => import('./en.js'),
    de: () => import('./de.js'),
    fr: () => import('./fr.js'),
    es: () => import('./es.js'),
    pt: () => import('./pt.js'),
    ja: () => import('./ja.js'),
    zh: () => import('./zh.js'),
    ar: () => import('./ar.js'),
  });
  protected override readonly resources = ['deals'] as const;

  @state() private submitted?: Deal;
  @state() private choices: ReadonlyMap<string, 'mine' | 'theirs'> = new Map();
  /** Drafts, and what the vendor asked more of. */
  @state() private waiting: readonly DealRow[] = [];

  /** What stands in the form, once something does. */
  #draft!: DealDraft;
  // A field that is taken away with its form is left, too: then there is nothing to check.
  readonly #problems = new FormProblems(this, (complete, schemas) => (this.loading.value ? checkForm({ t: this.t, format: this.format, typing: this.#draft.typing, values: this.#draft.values, schemas, complete }) : new Map()));
  readonly #picker = new CustomerPicker(this, () => this.client, (text) => this.announce(text));
  readonly #availability = new CustomerAvailability(this);
  #files: FileFields | undefined;
  #filesOf: ((draft: string) => FileFields) | undefined;
  /** The deal that the form was begun with last. */
  #started: string | undefined;
  #wasDrawn = false;

  protected override async load(client: PortalClient, signal: AbortSignal): Promise<FormData> {
    const asked = new Set(askedFields(this.#typing).map(({ key }) => key));
    if (askedFields(this.#typing).some(({ key, type }) => type === 'file' || (type === 'standard' && key === 'attachments'))) {
      const parts = await import('./file-fields.js');
      this.#filesOf = (draft) => new parts.FileFields(this, () => this.client, (text) => this.announce(text), () => this.drafts, draft);
    }
    const place = this.#place;
    const dealId = this.dealId || undefined;
    const isThere = this.#draft?.is(place, dealId);
    const none = Promise.resolve({ data: [] });
    const [products, territories, deal] = await Promise.all([
      asked.has('lines') ? client.products.list({ limit: 200, status: 'active' }, { signal }) : none,
      asked.has('territoryId') ? client.territories.list({ limit: 200 }, { signal }) : none,
      isThere ? undefined : findDeal(place, dealId, signal),
    ]);
    // Only now: what was typed while the deal came belongs to what stood here. And another one may have been asked for meanwhile.
    signal.throwIfAborted();
    if (isThere) void this.#draft.catchUp();
    else this.#show(place, dealId, deal);
    this.#problems.readSchemas();
    // What waits to be gone on with is another form: this one does not wait for it.
    void client.deals.list({ limit: 10, review: ['draft', 'action_required'] }, { signal }).then(({ data }) => (this.waiting = data), () => undefined);
    return { products: products.data, territories: territories.data };
  }

  protected override forget(): void {
    super.forget();
    // A save that is still under way ends in the draft of its own person.
    this.#draft?.end();
    this.#files = undefined;
    this.waiting = [];
    this.#begin(this.dealId === this.#started ? undefined : this.dealId);
  }

  /** What stands in the form stays; what changed elsewhere comes to it. */
  protected override refresh(): void {
    if (this.loading.value === undefined || this.loading.error !== undefined) return super.refresh();
    void this.#draft.catchUp();
  }

  protected override sayAgain(): void {
    super.sayAgain();
    this.#problems.sayAgain(serviceProblems(fieldSentences(this.t, this.outcome?.error)));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('dealId') && this.dealId !== this.#started && this.loading.value) this.#start(this.dealId);
  }

  protected override updated(): void {
    if (!this.autofocus || this.#wasDrawn) return;
    const first = this.renderRoot.querySelector<HTMLElement>('form .control');
    if (!first) return;
    this.#wasDrawn = true;
    // Who types somewhere by now is left there.
    if (!(this.getRootNode() as Document | ShadowRoot).activeElement?.matches('input, select, textarea')) first.focus();
  }

  protected override renderSkeleton(): unknown {
    return skeletonFields();
  }

  protected override renderData(data: FormData): unknown {
    const { t } = this;
    if (this.submitted) return this.#renderDone(this.submitted);
    const { deal, values, base, meanwhile } = this.#draft;
    if (deal && !isOpen(deal)) return this.#renderDone(deal);
    const answering = deal?.review === 'action_required';
    const parts: FieldParts = {
      t, locale: this.locale, format: this.format, label: this.label, programme: this.programme, products: data.products, territories: data.territories, values, problems: this.#problems.said,
      set: this.#set, leave: this.#problems.left, picker: (field) => this.#renderPicker(field),
      files: (options: FieldOptions, files, change) => this.#files?.render({ ...options, t, format: this.format, files, change }),
    };
    return html`
      ${guard([t, answering, this.waiting, deal?.id], () => toolbar({ title: t(answering ? 'title.answer' : 'title'), actions: draftsMenu(t, this.waiting, deal?.id, (id) => this.#start(id)) }))}
      <form novalidate @submit=${(event: Event) => void this.#submit(event)}>
        ${answering && deal.decisionNote
          ? html`<p class="asked"><strong>${t('asked.title')}</strong> ${deal.decisionNote}</p>`
          : html`<p class="intro">${t('intro', { days: this.programme.settings.protection.days })}</p>`}
        ${meanwhile
          ? renderMeanwhile({
            ...parts, meanwhile, fields: askedFields(this.#typing), isSelf: meanwhile.by === this.session.member.name, choices: this.choices,
            choose: (field, side) => (this.choices = new Map([...this.choices, [field, side]])), resolve: () => this.#resolve(), acknowledge: () => this.#draft.acknowledge(),
          })
          : nothing}
        ${renderSections({ ...parts, kind: this.#typing.kind, deal, base, chosen: this.fields })}
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
      // Its answer may have been lost, and then it is still kept here.
      action: button({ label: t('done.another'), press: () => this.#clear() }),
    });
  }

  #renderPicker(field: FormField): TemplateResult {
    const { t } = this;
    const draft = this.#draft;
    const { customerId: id, customerName: name, newCustomer: added } = draft.values;
    return html`<div class="customer">
      ${this.#picker.render({
        t, locale: this.locale, label: this.label(field.label), help: this.label(field.help) || undefined, required: field.required, optional: t('optional'),
        error: this.#problems.said.get('/customerId'), problems: this.#problems.said, choice: { id, name, added }, leave: this.#problems.left,
        // What is found late is for the draft that it was looked for.
        change: (choice) => this.#setIn(draft, { customerId: choice.id, customerName: choice.name, newCustomer: choice.added }),
      })}
      ${this.programme.settings.disclosure?.mode === 'taken_or_free' && (id || added)
        ? this.#availability.render({ t, customerId: id, busy: this.busy === 'availability', check: () => void this.#checkAvailability() })
        : nothing}
    </div>`;
  }

  get #typing(): Typing {
    return { locale: this.locale, programme: this.programme, kind: this.session.partner?.kind ?? '' };
  }

  get #place(): DraftPlace {
    return { client: this.client, drafts: this.drafts, typing: this.#typing };
  }

  #keptWord(): string {
    const { kept } = this.#draft;
    const says = { empty: '', saving: this.t('draft.saving'), service: this.t('draft.service'), device: this.t('draft.device'), none: this.t('draft.none') };
    return says[kept];
  }

  readonly #set: FieldParts['set'] = (given): void => this.#setIn(this.#draft, typeof given === 'function' ? given(this.#draft.values) : given);

  #setIn(draft: DealDraft, change: Partial<DealValues>): void {
    draft.set(change);
    if (draft === this.#draft) this.#problems.changed(Object.keys(change));
  }

  #start(dealId: string | undefined): void {
    this.outcome = undefined;
    this.#begin(dealId);
    void this.loading.run();
  }

  #begin(dealId: string | undefined): void {
    this.submitted = undefined;
    this.choices = new Map();
    this.#availability.forget();
    this.#problems.say(new Map());
    this.dealId = this.#started = dealId;
  }

  /** Puts a draft into the form, in place of the one there. */
  #show(place: DraftPlace, dealId?: string, deal?: Deal): void {
    this.#draft?.leave();
    this.#files?.leave();
    this.#draft = new DealDraft(this, place, dealId, deal);
    this.#files = this.#filesOf?.(this.#draft.name);
    this.requestUpdate();
  }

  #clear(): void {
    const { name } = this.#draft;
    this.#draft.forget();
    this.#files?.clear();
    // Nobody types in what is thrown away. Where a new one waits that was begun before, it must be read first.
    if (name === nameOf()) this.#show(this.#place);
    else this.loading.reset();
    this.#start(undefined);
  }

  #resolve(): void {
    this.#draft.resolve(this.choices);
    this.choices = new Map();
  }

  async #checkAvailability(): Promise<void> {
    const draft = this.#draft;
    const isShown = () => draft.life === 'shown';
    await this.change('availability', async (client) => {
      await this.#addCustomer(client, draft);
      const word = isShown() && await this.#availability.check(client, draft.values);
      if (word && isShown()) this.announce(this.t(word));
    });
    this.#showServiceProblems(draft);
  }

  /** A new customer is added first: a deal is of one that exists. */
  async #addCustomer(client: PortalClient, draft: DealDraft): Promise<void> {
    const customer = await addCustomer(client, draft.values);
    if (customer) this.#setIn(draft, { customerId: customer.id, customerName: customer.name, newCustomer: null });
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.#problems.sayAll((this.#files?.busy ?? []).map((pointer) => [pointer, this.t('files.busy')] as const));
    if (this.#problems.said.size > 0 || this.#draft.meanwhile?.clashes.length) return this.#focusProblem();
    const [draft, files] = [this.#draft, this.#files];
    const deal = await this.change('submit', async (client) => {
      await this.#addCustomer(client, draft);
      const saved = await draft.save();
      // Who has opened another one meanwhile has not seen this one through, and still finds it among the drafts.
      return draft.life === 'shown' && this.dispatchEvent(new DealSubmitEvent(saved.id)) ? client.deals.submit(saved) : undefined;
    });
    if (!deal) return this.#showServiceProblems(draft);
    const isShown = draft.life === 'shown';
    draft.forget();
    if (!isShown) return void this.dispatchEvent(new DealSubmittedEvent(deal));
    files?.clear();
    this.submitted = deal;
    this.announce(this.t('done.title', { name: deal.name }));
    this.dispatchEvent(new DealSubmittedEvent(deal));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.face > .button')?.focus();
  }

  #showServiceProblems(draft: DealDraft): void {
    // Of another one than stands here now.
    if (draft.life === 'left') this.outcome = undefined;
    const error = this.outcome?.error;
    if (!error) return;
    this.#problems.say(serviceProblems(fieldSentences(this.t, error)));
    this.outcome = { tone: 'danger', ...errorSentence(this.t, error), error };
    void this.#focusProblem();
  }

  async #focusProblem(): Promise<void> {
    await this.updateComplete;
    const first = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], .choices:has(.field-error) input, .meanwhile:has(fieldset)');
    first?.focus();
    if (this.#problems.said.size > 0) this.announce(this.t('error.validation_failed'));
    else if (this.#draft.meanwhile?.clashes.length) this.announce(this.t('error.draft_clash'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-deal-registration': DealRegistrationElement;
  }
}
