import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Deal, DealRow, HistoryEntry, PortalClient } from '../../client/index.js';
import { PagedSource } from '../list/paged-source.js';
import { VirtualList } from '../list/virtual-list.js';
import { virtualListStyles } from '../list/virtual-list.styles.js';
import { words } from '../locale/catalogue.js';
import { button } from '../parts/button.js';
import { emptyFace, notice } from '../parts/faces.js';
import { fieldStyles } from '../parts/field.styles.js';
import { iconHandshake, iconSearch } from '../parts/icons.js';
import { markStyles } from '../parts/marks.styles.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { overlayStyles } from '../parts/overlay.styles.js';
import { segmented } from '../parts/segmented.js';
import { skeletonLines, skeletonList } from '../parts/skeleton.js';
import { searchField, toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import type * as DealDialog from './deal-dialog.js';
import { DealSteppedEvent, DealStepEvent, type DealStep } from './deal-events.js';
import { filtersOf, reviewQuery, type Filter } from './deal-filters.js';
import { dealListStyles } from './deal-list.styles.js';
import { protectionBar, reviewMark, stageWord } from './deal-marks.js';
import type { StepInput } from './deal-steps.js';
import type en from './en.js';

/** What stands in the dialog's foot, the primary last. */
const stepOrder: readonly DealStep[] = ['withdraw', 'reject', 'requestAction', 'startReview', 'moveStage', 'confirmWin', 'submit', 'approve'];

/**
 * A seller's own deals, a company's, or for the vendor's people all of them, with what each may do now.
 *
 * @element prm-deal-list
 * @csspart widget - the whole widget
 * @csspart toolbar - title, search and filter
 * @csspart list - the rows
 * @csspart dialog - one deal
 * @cssprop --prm-list-height - the height of the rows' window
 * @fires prm-deal-step - before a step is taken; cancelable
 * @fires prm-deal-stepped - after it was taken
 */
export class DealListElement extends PortalWidget<PagedSource<DealRow>, typeof en> {
  static override styles: CSSResultGroup = [
    PortalWidget.styles, toolbarStyles, virtualListStyles, markStyles, fieldStyles, overlayStyles, outcomeStyles, dealListStyles,
  ];

  /** Opens this deal, as a link to it would. */
  @property({ attribute: 'deal-id' }) dealId?: string;

  protected override readonly words = words({ en: () => import('./en.js'), de: () => import('./de.js') });
  protected override readonly resources = ['deals'] as const;

  @state() private filter: Filter = 'all';
  @state() private search = '';
  @state() private deal?: Deal;
  @state() private history?: readonly HistoryEntry[];
  @state() private step?: DealStep;
  @state() private input?: StepInput;
  @state() private missing: ReadonlySet<string> = new Set();

  readonly #source = new PagedSource<DealRow>({
    fetch: (query, signal) => this.client.deals.list({ ...query, ...(this.search && { search: this.search }), ...reviewQuery(this.filter) }, { signal }),
    changed: () => this.#list.rowsChanged(),
    failing: () => this.requestUpdate(),
  });
  readonly #list = new VirtualList<DealRow>(this, { source: this.#source, row: (row) => this.#renderCells(row), activate: (row) => void this.#open(row.id) });
  readonly #dialog = new ModalDialog(this, () => (this.deal = this.history = this.step = undefined));
  #dialogParts: typeof DealDialog | undefined;
  #narrowed = false;
  #opened: string | undefined;

  protected override async load(_client: PortalClient, signal: AbortSignal): Promise<PagedSource<DealRow>> {
    const keep = !this.#narrowed;
    await this.#source.load(signal, { keep });
    this.#narrowed = false;
    if (!keep) this.#list.scrollToStart();
    return this.#source;
  }

  protected override refresh(): void {
    super.refresh();
    if (this.deal && !this.busy) void this.#show(this.deal.id);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.loading.value === undefined || this.dealId === this.#opened) return;
    this.#opened = this.dealId;
    if (this.dealId) void this.#open(this.dealId);
  }

  protected override renderSkeleton(): unknown {
    return skeletonList();
  }

  protected override renderData(source: PagedSource<DealRow>): unknown {
    const empty = source.length === 0;
    return html`
      ${toolbar({
        title: this.t('title'),
        count: this.t('count', { count: source.length }),
        tools: html`
          ${searchField({ label: this.t('find'), value: this.search, search: (text) => this.#narrow({ search: text }) })}
          ${segmented({ name: 'filter', label: this.t('filter.label'), value: this.filter, options: this.#filters(), change: (filter) => this.#narrow({ filter }) })}
        `,
      })}
      ${this.deal ? nothing : this.#renderOutcome()}
      ${source.error ? notice(this.t, 'partial', () => source.retry()) : nothing}
      ${empty ? this.#renderEmpty() : html`<div class=${this.#isVendor ? 'vendor' : nothing}>${this.#list.render({ label: this.t('title'), head: this.#renderHead() })}</div>`}
      ${this.#dialog.render(() => this.#renderDialog())}
    `;
  }

  #renderOutcome = (): unknown => outcomeNote(this.t, this.outcome, () => (this.outcome = undefined));

  #renderEmpty(): TemplateResult {
    if (!this.search && this.filter === 'all') {
      return emptyFace({ icon: iconHandshake, title: this.t('empty.title'), text: this.t(this.#isVendor ? 'empty.vendor' : 'empty.text') });
    }
    return emptyFace({
      icon: iconSearch, title: this.t('empty.filter'), text: this.t('empty.filter.text'),
      action: button({ label: this.t('empty.filter.action'), press: () => this.#narrow({ filter: 'all', search: '' }) }),
    });
  }

  #renderHead(): unknown {
    const head = (key: 'name' | 'partner' | 'review' | 'stage' | 'value' | 'protection', cell: string) =>
      html`<span role="columnheader" class=${cell}>${this.t(`head.${key}`)}</span>`;
    return [
      head('name', ''), this.#isVendor ? head('partner', 'partner') : nothing, head('review', ''), head('stage', 'stage'), head('value', 'number value'), head('protection', 'protection'),
    ];
  }

  #renderCells(row: DealRow | undefined): TemplateResult {
    const vendor = this.#isVendor;
    if (!row) return html`<span role="gridcell"></span>${vendor ? html`<span role="gridcell" class="partner"></span>` : nothing}<span role="gridcell"></span><span role="gridcell" class="stage"></span><span role="gridcell" class="value"></span><span role="gridcell" class="protection"></span>`;
    const decide = row.actions.includes('approve');
    return html`
      <span role="gridcell" class="name" title=${row.name}><strong>${row.name}</strong><small>${row.customer?.name ?? ''}</small></span>
      ${vendor ? html`<span role="gridcell" class="partner" title=${row.partner.name}>${row.partner.name}</span>` : nothing}
      <span role="gridcell">${reviewMark(this.t, row.review)}</span>
      <span role="gridcell" class="stage">${stageWord(this.t, this.programme.settings, this.label, row.stage)}</span>
      <span role="gridcell" class="number value">${row.value ? this.format.money(row.value, 'whole') : nothing}</span>
      ${decide
        ? html`<span role="gridcell" class="decide">${this.#decideButton(row, 'approve')}${this.#decideButton(row, 'reject')}</span>`
        : html`<span role="gridcell" class="protection">${protectionBar(this.t, row)}</span>`}
    `;
  }

  #decideButton = (row: DealRow, step: 'approve' | 'reject'): TemplateResult =>
    button({ label: this.t(`do.${step}`), press: () => void this.#open(row.id, step) });

  #renderDialog() {
    const { deal, step, t } = this;
    const parts = this.#dialogParts;
    if (!deal || !parts) return { title: '', close: t('close'), body: skeletonLines(4) };
    const content = { t, format: this.format, label: this.label, programme: this.programme, deal };
    return {
      title: step ? t('step.title', { step: t(`do.${step}`), name: deal.name }) : deal.name,
      close: t('close'),
      body: html`
        ${this.#renderOutcome()}
        ${step && this.input
          ? html`<div class="step">${parts.renderStep(step, { ...content, input: this.input, missing: this.missing, set: (change) => (this.input = { ...this.input!, ...change }) })}</div>`
          : parts.renderDetail({ ...content, history: this.history })}
      `,
      actions: step
        ? [
            button({ label: t('back'), press: () => (this.step = undefined) }),
            button({ label: t(`do.${step}`), kind: step === 'reject' || step === 'withdraw' ? 'danger' : 'primary', busy: this.busy === step, press: () => void this.#take(step) }),
          ]
        : stepOrder.filter((name) => deal.actions.some((action) => action.name === name && action.allowed))
            .map((name) => button({ label: t(`do.${name}`), kind: name === 'approve' || name === 'submit' ? 'primary' : 'quiet', busy: this.busy === name, press: () => this.#begin(name) })),
    };
  }

  get #isVendor(): boolean {
    return this.session.partner === null;
  }

  #filters() {
    return filtersOf(this.#isVendor).map((value) => ({ value, label: this.t(value === 'review' && !this.#isVendor ? 'filter.waiting' : `filter.${value}`) }));
  }

  #narrow(change: { filter?: Filter; search?: string }): void {
    Object.assign(this, change);
    this.#narrowed = true;
    void this.loading.run();
  }

  async #open(id: string, step?: DealStep): Promise<void> {
    this.outcome = undefined;
    this.#dialog.show();
    await this.#show(id);
    if (step && this.deal) this.#begin(step);
  }

  async #show(id: string): Promise<void> {
    const deal = await this.#read(id).catch((error: unknown) => this.change<Deal>('open', () => Promise.reject(error as Error)));
    if (!deal || !this.#dialog.open) return this.#dialog.close();
    this.deal = deal;
    // The history is told beside: a deal without it is still worth reading.
    this.history = await this.client.history.list({ recordId: id, limit: 20 }).then(({ data }) => data, () => undefined);
  }

  async #read(id: string): Promise<Deal> {
    const [deal, parts] = await Promise.all([this.client.deals.read(id), this.#dialogParts ?? import('./deal-dialog.js')]);
    this.#dialogParts = parts;
    return deal;
  }

  #begin(step: DealStep): void {
    const { emptyInput, asks } = this.#dialogParts!;
    this.input = emptyInput(this.programme);
    this.missing = new Set();
    if (!asks.includes(step)) return void this.#take(step);
    this.step = step;
    void this.#dialog.focusField();
  }

  async #take(step: DealStep): Promise<void> {
    const { deal, input } = this;
    if (!deal || !input) return;
    const { neededBy, takeStep } = this.#dialogParts!;
    this.missing = new Set(neededBy(step, input).filter((field) => !input[field].trim()));
    if (this.missing.size > 0) return this.#dialog.focusField();
    if (!this.dispatchEvent(new DealStepEvent(deal.id, step))) return;
    const after = await this.change(step, (client) => takeStep(client, step, deal, input), this.t(`done.${step}`, { name: deal.name }));
    if (!after) return;
    this.step = undefined;
    this.#dialog.close();
    this.dispatchEvent(new DealSteppedEvent(deal.id, step));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-deal-list': DealListElement;
  }
}
