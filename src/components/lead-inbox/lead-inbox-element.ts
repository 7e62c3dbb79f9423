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
import { leadInboxStyles } from './lead-inbox.styles.js';
import { leadMark } from './lead-marks.js';
import { renderLead } from './lead-reading.js';
import { asks, emptyInput, neededBy, renderStep, takeStep, type StepForm, type StepInput } from './lead-steps.js';

type Filter = 'open' | 'accepted' | 'waiting' | 'all';
type State = 'new' | 'offered' | 'accepted' | 'declined' | 'expired';
const statesOf: Record<Filter, readonly State[] | undefined> = { open: ['offered'], accepted: ['accepted'], waiting: ['new', 'declined', 'expired'], all: undefined };

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

  protected override readonly words = words({ en: () => import('./en.js'), de: () => import('./de.js') });
  protected override readonly resources = ['leads'] as const;

  @state() private filter?: Filter;
  @state() private search = '';
  @state() private lead?: Lead;
  @state() private step?: LeadStep;
  @state() private input: StepInput = emptyInput;
  @state() private missing: ReadonlySet<string> = new Set();
  @state() private partners: readonly PartnerRow[] = [];

  readonly #source = new PagedSource<LeadRow>({
    fetch: (query, signal) => this.client.leads.list({ ...query, ...(this.search && { search: this.search }), ...this.#states() }, { signal }),
    changed: () => this.#list.rowsChanged(),
    failing: () => this.requestUpdate(),
  });
  readonly #list = new VirtualList<LeadRow>(this, {
    source: this.#source,
    row: (row) => this.#renderCells(row),
    activate: (row) => void this.#read(row.id, true),
    isSelected: (row) => row.id === this.lead?.id,
  });
  #narrowed = false;
  #opened: string | undefined;

  protected override async load(_client: PortalClient, signal: AbortSignal): Promise<PagedSource<LeadRow>> {
    const keep = !this.#narrowed;
    await this.#source.load(signal, { keep });
    this.#narrowed = false;
    if (!keep) this.#list.scrollToStart();
    return this.#source;
  }

  protected override refresh(): void {
    super.refresh();
    if (this.lead && !this.busy) void this.#read(this.lead.id);
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
        count: this.t('count', { count: source.length }),
        tools: html`
          ${searchField({ label: this.t('find'), value: this.search, search: (text) => this.#narrow({ search: text }) })}
          ${segmented({ name: 'filter', label: this.t('filter.label'), value: this.#filter, options: this.#filters(), change: (filter) => this.#narrow({ filter }) })}
        `,
      })}
      ${outcomeNote(this.t, this.outcome, () => (this.outcome = undefined))}
      ${source.error ? notice(this.t, 'partial', () => source.retry()) : nothing}
      ${source.length === 0 && !this.lead
        ? this.#renderEmpty()
        : html`<div class=${this.lead ? 'panes reading' : 'panes'}>
            <div class="rows">${this.#list.render({ label: this.t('title') })}</div>
            <section class="pane" part="pane" aria-label=${this.lead?.subject ?? this.t('head.lead')} tabindex="-1">${this.#renderPane()}</section>
          </div>`}
    `;
  }

  #renderEmpty(): TemplateResult {
    if (!this.search && (this.#filter === 'open' || this.#filter === 'waiting')) {
      return emptyFace({ title: this.t('empty.title'), text: this.t(this.#isVendor ? 'empty.vendor' : 'empty.text'), action: this.#showAll() });
    }
    if (!this.search && this.#filter === 'all') return emptyFace({ title: this.t('empty.title'), text: this.t(this.#isVendor ? 'empty.vendor' : 'empty.text') });
    return emptyFace({ icon: iconSearch, title: this.t('empty.filter'), text: this.t('empty.filter.text'), action: this.#showAll() });
  }

  #showAll = (): TemplateResult => button({ label: this.t('empty.filter.action'), press: () => this.#narrow({ filter: 'all', search: '' }) });

  #renderCells(row: LeadRow | undefined): TemplateResult {
    if (!row) return html`<span role="gridcell"></span><span role="gridcell"></span>`;
    return html`
      <span role="gridcell" class="name" title=${row.subject}><strong>${row.subject}</strong><small>${row.company}${row.city ? ` · ${row.city}` : ''}</small></span>
      <span role="gridcell">${leadMark(this.t, this.format, row)}</span>
    `;
  }

  #renderPane(): unknown {
    const { lead, step, t } = this;
    if (!lead) return html`<p class="none">${t('pane.none')}</p>`;
    const content = { t, format: this.format, label: this.label, programme: this.programme };
    return html`
      <div class="back">${button({ label: t('back'), icon: iconArrowLeft, kind: 'plain', press: () => this.#leave() })}</div>
      ${renderLead({ ...content, lead, steps: step && asks.includes(step) ? this.#renderStep(step, content) : this.#renderSteps(lead) })}
    `;
  }

  #renderStep(step: LeadStep, content: Pick<StepForm, 't' | 'label' | 'programme'>): TemplateResult {
    const { t, partners, input, missing } = this;
    return html`<div class="asked">
      ${renderStep(step, { ...content, partners, input, missing, set: (change) => (this.input = { ...this.input, ...change }) })}
      <div class="steps">
        ${button({ label: t(`do.${step}`), kind: step === 'offer' ? 'primary' : 'danger', busy: this.busy === step, press: () => void this.#take(step) })}
        ${button({ label: t('cancel'), press: () => this.#cancel() })}
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
    return this.filter ?? (this.#isVendor ? 'waiting' : 'open');
  }

  #filters() {
    const names: readonly Filter[] = this.#isVendor ? ['waiting', 'open', 'accepted', 'all'] : ['open', 'accepted', 'all'];
    return names.map((value) => ({ value, label: this.#isVendor && value === 'open' ? this.t('state.offered') : this.t(`filter.${value}`) }));
  }

  #states() {
    const states = statesOf[this.#filter];
    return states && { state: [...states] };
  }

  #allowed = (lead: Lead): LeadStep[] => stepOrder.filter((name) => lead.actions.some((action) => action.name === name && action.allowed));

  #narrow(change: { filter?: Filter; search?: string }): void {
    Object.assign(this, change);
    this.#narrowed = true;
    void this.loading.run();
  }

  async #read(id: string, byHand = false): Promise<void> {
    if (byHand) {
      this.outcome = undefined;
      this.step = undefined;
    }
    try {
      this.lead = await this.client.leads.read(id);
    } catch (error) {
      // A lead that went to somebody else is simply gone; anything else is said.
      this.lead = undefined;
      if (byHand) await this.change('read', () => Promise.reject(error as Error));
      return;
    }
    if (byHand) await this.#focusOn();
  }

  #leave(): void {
    this.lead = this.step = undefined;
    void this.#focusOn();
  }

  /** The focus was on what is gone now: it moves to what is read, or back to the list. */
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

  #cancel(): void {
    this.step = undefined;
    void this.#focusOn();
  }

  async #take(step: LeadStep): Promise<void> {
    const { lead, input } = this;
    if (!lead) return;
    this.missing = new Set(neededBy(step).filter((field) => !input[field]));
    if (this.missing.size > 0) return this.#focusField();
    if (!this.dispatchEvent(new LeadStepEvent(lead.id, step))) return;
    const taken = await this.change(step, async (client) => ({ after: (await takeStep(client, step, lead, input)) || undefined }), this.t(`done.${step}`, { name: lead.subject }));
    if (!taken) return;
    this.step = undefined;
    this.lead = taken.after;
    void this.#focusOn();
    this.dispatchEvent(new LeadSteppedEvent(lead.id, step, taken.after?.dealId ?? null));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-lead-inbox': LeadInboxElement;
  }
}
