import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Lead, LeadRow, PartnerRow, PortalClient } from '../../client/index.js';
import { PagedSource } from '../list/paged-source.js';
import { VirtualList } from '../list/virtual-list.js';
import { virtualListStyles } from '../list/virtual-list.styles.js';
import { words } from '../locale/catalogue.js';
import { button } from '../parts/button.js';
import { emptyFace, notice } from '../parts/faces.js';
import { fieldStyles } from '../parts/field.styles.js';
import { iconArrowLeft, iconSearch } from '../parts/icons.js';
import { markStyles } from '../parts/marks.styles.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { segmented } from '../parts/segmented.js';
import { skeletonList } from '../parts/skeleton.js';
import { searchField, toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import type en from './en.js';
import { LeadSteppedEvent, LeadStepEvent, type LeadStep } from './lead-events.js';
import { filtersOf, stateQuery, type Filter } from './lead-filters.js';
import { leadInboxStyles } from './lead-inbox.styles.js';
import type * as LeadPane from './lead-pane.js';
import { renderLeadRow } from './lead-row.js';
import type { StepInput } from './lead-steps.js';

/** The primary step first. */
const stepOrder: readonly LeadStep[] = ['accept', 'convert', 'offer', 'decline', 'takeBack', 'close'];

/**
 * The leads that the vendor hands to a partner, with a pane to read and answer them; for the vendor's people, to hand them out.
 *
 * @element prm-lead-inbox
 * @csspart widget - the whole widget
 * @csspart toolbar - title, search and filter
 * @csspart list - the rows
 * @csspart pane - the lead that is read
 * @cssprop --prm-list-height - the height of the rows' window
 * @fires prm-lead-step - before a step is taken; cancelable
 * @fires prm-lead-stepped - after it was taken
 */
export class LeadInboxElement extends PortalWidget<PagedSource<LeadRow>, typeof en> {
  static override styles: CSSResultGroup = [PortalWidget.styles, toolbarStyles, virtualListStyles, markStyles, fieldStyles, outcomeStyles, leadInboxStyles];

  /** Opens this lead, as a link to it would. */
  @property({ attribute: 'lead-id' }) leadId?: string;

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
  protected override readonly resources = ['leads'] as const;

  @state() private filter?: Filter;
  @state() private search = '';
  @state() private lead?: Lead;
  @state() private step?: LeadStep;
  @state() private input?: StepInput;
  @state() private missing: ReadonlySet<string> = new Set();
  @state() private partners: readonly PartnerRow[] = [];

  readonly #source = new PagedSource<LeadRow>({
    fetch: (query, signal) => this.client.leads.list({ ...query, ...(this.search && { search: this.search }), ...stateQuery(this.#filter) }, { signal }),
    changed: () => this.#list.rowsChanged(),
    failing: () => this.requestUpdate(),
  });
  readonly #list = new VirtualList<LeadRow>(this, {
    source: this.#source,
    rowHeight: 52,
    row: (row) => renderLeadRow(this.t, this.format, row),
    activate: (row) => void this.#read(row.id, true),
    isSelected: (row) => row.id === this.lead?.id,
  });
  #pane: typeof LeadPane | undefined;
  #opened: string | undefined;
  /** The lead that is being read: an answer about another one comes too late. */
  #reading: string | undefined;

  protected override async load(_client: PortalClient, signal: AbortSignal): Promise<PagedSource<LeadRow>> {
    const { anew } = this.loading;
    await this.#source.load(signal, { keep: !anew });
    if (anew) this.#list.scrollToStart();
    return this.#source;
  }

  protected override refresh(): void {
    super.refresh();
    if (this.lead && !this.busy && !this.#reading) void this.#read(this.lead.id);
  }

  protected override forget(): void {
    super.forget();
    this.search = '';
    this.filter = this.lead = this.step = this.input = this.#reading = undefined;
    this.partners = [];
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.loading.value === undefined || this.leadId === this.#opened) return;
    this.#opened = this.leadId;
    if (this.leadId) void this.#read(this.leadId, true);
  }

  protected override renderSkeleton(): unknown {
    return skeletonList();
  }

  protected override renderData(source: PagedSource<LeadRow>): unknown {
    return html`
      ${toolbar({
        title: this.t('title'),
        count: this.loading.outdated ? undefined : this.t('count', { count: source.length }),
        tools: html`
          ${searchField({ label: this.t('find'), value: this.search, search: (text) => this.#narrow({ search: text }) })}
          ${segmented({ name: 'filter', label: this.t('filter.label'), value: this.#filter, options: this.#filters(), change: (filter) => this.#narrow({ filter }) })}
        `,
      })}
      ${outcomeNote(this.t, this.outcome, () => (this.outcome = undefined))}
      ${source.error ? notice(this.t, 'partial', () => source.retry()) : nothing}
      ${this.loading.outdated ? this.renderFailed() : source.length === 0 && !this.lead
        ? this.#renderEmpty()
        : html`<div class=${this.lead ? 'panes reading' : 'panes'}>
            <div class="rows">${this.#list.render({ label: this.t('title') })}</div>
            <section class="pane" part="pane" aria-label=${this.lead?.subject ?? this.t('head.lead')} tabindex="-1">${this.#renderPane()}</section>
          </div>`}
    `;
  }

  #renderEmpty(): TemplateResult {
    if (!this.search && this.#filter !== 'accepted') {
      return emptyFace({ title: this.t('empty.title'), text: this.t(this.#isVendor ? 'empty.vendor' : 'empty.text'), action: this.#filter === 'all' ? nothing : this.#showAll() });
    }
    return emptyFace({ icon: iconSearch, title: this.t('empty.filter'), text: this.t('empty.filter.text'), action: this.#showAll() });
  }

  #showAll = (): TemplateResult => button({ label: this.t('empty.filter.action'), press: () => this.#narrow({ filter: 'all', search: '' }) });

  #renderPane(): unknown {
    const { lead, step, t } = this;
    const pane = this.#pane;
    if (!lead || !pane) return html`<p class="none">${t('pane.none')}</p>`;
    return html`
      <div class="back">${button({ label: t('back'), icon: iconArrowLeft, kind: 'plain', press: () => this.#turnTo(undefined) })}</div>
      ${pane.renderLead({
        t, format: this.format, label: this.label, programme: this.programme, lead,
        steps: step && this.input ? this.#renderStep(step, this.input, pane) : this.#renderSteps(lead),
      })}
    `;
  }

  #renderStep(step: LeadStep, input: StepInput, { renderStep }: typeof LeadPane): TemplateResult {
    const { t, label, programme, partners, missing } = this;
    return html`<div class="asked">
      ${renderStep(step, { t, label, programme, partners, input, missing, set: (change) => (this.input = { ...input, ...change }) })}
      <div class="steps">
        ${button({ label: t(`do.${step}`), kind: step === 'offer' ? 'primary' : 'danger', busy: this.busy === step, press: () => void this.#take(step) })}
        ${button({ label: t('cancel'), press: () => this.#turnTo(this.lead) })}
      </div>
    </div>`;
  }

  #renderSteps(lead: Lead): unknown {
    const allowed = this.#allowed(lead);
    if (allowed.length === 0) return nothing;
    return html`<div class="steps">${allowed.map((name, index) => button({
      label: this.t(`do.${name}`), kind: index === 0 && name !== 'close' && name !== 'takeBack' ? 'primary' : 'quiet', busy: this.busy === name, press: () => void this.#begin(name),
    }))}</div>`;
  }

  get #isVendor(): boolean {
    return this.session.partner === null;
  }

  get #filter(): Filter {
    return this.filter ?? filtersOf(this.#isVendor)[0]!;
  }

  #filters() {
    return filtersOf(this.#isVendor).map((value) => ({ value, label: this.#isVendor && value === 'open' ? this.t('state.offered') : this.t(`filter.${value}`) }));
  }

  #allowed = (lead: Lead): LeadStep[] => stepOrder.filter((name) => lead.actions.some((action) => action.name === name && action.allowed));

  #narrow(change: { filter?: Filter; search?: string }): void {
    Object.assign(this, change);
    void this.loading.run({ anew: true });
  }

  async #read(id: string, byHand = false): Promise<void> {
    if (byHand) {
      this.outcome = undefined;
      this.step = undefined;
    }
    this.#reading = id;
    try {
      const [lead, pane] = await Promise.all([this.client.leads.read(id), this.#pane ?? import('./lead-pane.js')]);
      if (this.#reading !== id) return;
      this.lead = lead;
      this.#pane = pane;
    } catch (error) {
      if (this.#reading !== id) return;
      // A lead that went to somebody else is simply gone; one that cannot be read anew stays, and what is typed about it.
      if (byHand || (error as Error).name === 'NotFoundError') this.lead = undefined;
      if (byHand) await this.change('read', () => Promise.reject(error as Error));
      return;
    } finally {
      if (this.#reading === id) this.#reading = undefined;
    }
    if (byHand) await this.#focusOn();
  }

  /** The focus was on what is gone now: it moves to what is read, or back to the list. */
  #turnTo(lead: Lead | undefined): void {
    this.lead = lead;
    this.step = this.#reading = undefined;
    void this.#focusOn();
  }

  async #focusOn(): Promise<void> {
    await this.updateComplete;
    if (this.lead) this.renderRoot.querySelector<HTMLElement>('.pane')?.focus({ preventScroll: true });
    else this.#list.focusRow(this.#list.activeIndex);
  }

  async #focusField(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.pane [aria-invalid="true"], .pane .control')?.focus();
  }

  async #begin(step: LeadStep): Promise<void> {
    const { asks, emptyInput } = this.#pane!;
    this.input = emptyInput;
    this.missing = new Set();
    if (!asks.includes(step)) return this.#take(step);
    if (step === 'offer' && this.partners.length === 0) {
      const page = await this.change(step, (client) => client.partners.list({ limit: 200, status: 'active' }));
      if (!page) return;
      this.partners = page.data;
    }
    this.step = step;
    await this.#focusField();
  }

  async #take(step: LeadStep): Promise<void> {
    const { lead, input } = this;
    if (!lead || !input) return;
    const { neededBy, takeStep } = this.#pane!;
    this.missing = new Set(neededBy(step).filter((field) => !input[field]));
    if (this.missing.size > 0) return this.#focusField();
    if (!this.dispatchEvent(new LeadStepEvent(lead.id, step))) return;
    const taken = await this.change(step, async (client) => ({ after: (await takeStep(client, step, lead, input)) || undefined }), this.t(`done.${step}`, { name: lead.subject }));
    if (!taken) return;
    this.#turnTo(taken.after);
    this.dispatchEvent(new LeadSteppedEvent(lead.id, step, taken.after?.dealId ?? null));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-lead-inbox': LeadInboxElement;
  }
}
