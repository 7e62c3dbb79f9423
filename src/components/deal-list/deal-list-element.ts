import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Deal, DealRow, PortalClient, View } from '../../client/index.js';
import { stageWord } from '../deal/deal-marks.js';
import { namesIn } from '../parts/chosen.js';
import { PagedSource } from '../list/paged-source.js';
import { VirtualList } from '../list/virtual-list.js';
import { virtualListStyles } from '../list/virtual-list.styles.js';
import { words } from '../locale/catalogue.js';
import { button } from '../parts/button.js';
import { emptyFace, notice } from '../parts/faces.js';
import { fieldStyles } from '../parts/field.styles.js';
import { iconDownload, iconHandshake, iconPlus, iconSearch } from '../parts/icons.js';
import { markStyles } from '../parts/marks.styles.js';
import { menu } from '../parts/menu.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { overlayStyles } from '../parts/overlay.styles.js';
import { giveFocusBack, noteFocus, placePopover } from '../parts/popover.js';
import { segmented } from '../parts/segmented.js';
import { skeletonList } from '../parts/skeleton.js';
import { searchField, toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import type { DealBoard } from './deal-board.js';
import { renderCells, renderHead, type ColumnParts, type DealColumn } from './deal-columns.js';
import { DealDialog } from './deal-dialog.js';
import { DealSteppedEvent, DealStepEvent } from './deal-events.js';
import type { ExportFormat } from './deal-export.js';
import type { DealFilters } from './deal-filters.js';
import { dealListStyles } from './deal-list.styles.js';
import { asked, emptyQuery, fromView, isNarrowed, narrowed, presetOf, presets, toView, type DealQuery, type Look, type Preset } from './deal-query.js';
import type en from './en.js';

/**
 * A seller's own deals, a company's, or for the vendor's people all of them: as a list or as a board by stage, with what each may do now.
 *
 * @element prm-deal-list
 * @csspart widget - the whole widget
 * @csspart toolbar - title, search, filters and views
 * @csspart list - the rows
 * @csspart board - the columns
 * @csspart dialog - one deal, or the form
 * @csspart clocks - both clocks of a deal
 * @csspart timeline - what happened to a deal
 * @csspart conversation - the messages about a deal
 * @cssprop --prm-list-height - the height of the rows' window
 * @fires prm-deal-step - before a step is taken; cancelable
 * @fires prm-deal-stepped - after it was taken
 * @fires prm-deal-form - before the form opens in the dialog; cancel it to show your own
 */
export class DealListElement extends PortalWidget<PagedSource<DealRow>, typeof en> {
  static override styles: CSSResultGroup = [
    PortalWidget.styles, toolbarStyles, virtualListStyles, markStyles, fieldStyles, overlayStyles, outcomeStyles, dealListStyles,
  ];

  /** Opens this deal. */
  @property({ attribute: 'deal-id' }) dealId?: string;
  /** Rows, or columns by stage. */
  @property() look: Look = 'list';
  /** The columns of the list, in this order: `name`, `partner`, `review`, `stage`, `value`, `protection`; all that concern the reader unless said. */
  @property({ type: Array, converter: namesIn }) columns?: readonly DealColumn[];

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
  protected override readonly resources = ['deals', 'views'] as const;
  protected override readonly early = true;

  @state() private query: DealQuery = emptyQuery;
  @state() private views: readonly View[] = [];

  readonly #source = new PagedSource<DealRow>({
    fetch: (page, signal) => this.client.deals.list({ ...page, ...asked(this.query) }, { signal }),
    changed: () => this.#list.rowsChanged(),
    failing: () => this.requestUpdate(),
  });
  readonly #list = new VirtualList<DealRow>(this, { source: this.#source, rowHeight: 52, row: (row) => renderCells(this.#columnParts, row), activate: (row) => void this.#dialog.open(row.id) });
  readonly #dialog = new DealDialog(this, {
    ...this.#shared(), locale: () => this.locale, isVendor: () => this.#isVendor, drafts: () => this.drafts, busy: () => this.busy, learn: (source) => this.learn(source),
    outcome: () => this.outcome, renderOutcome: () => this.#renderOutcome(), forgetOutcome: () => (this.outcome = undefined), change: (name, work, done) => this.change(name, work, done),
  });
  #board: DealBoard | undefined;
  /** The look whose deals are there: another one that was chosen takes its place once its own have come. */
  #shown: Look = 'list';
  #filters: DealFilters | undefined;
  /** The deal that `dealId` opened last. */
  #named: string | undefined;

  protected override async load(client: PortalClient, signal: AbortSignal): Promise<PagedSource<DealRow>> {
    const { look, loading: { anew } } = this;
    if (look === 'board') await (await this.#loadBoard()).load(this.query, signal);
    else await this.#source.load(signal, { keep: !anew });
    // Saved filters are a convenience: the list does not wait for them, and without them it is still the list.
    void client.views.list({ list: 'deals' }, { signal }).then(({ data }) => (this.views = data), () => undefined);
    this.#shown = look;
    if (anew) this.#list.scrollToStart();
    return this.#source;
  }

  protected override refresh(): void {
    super.refresh();
    this.#dialog.refresh();
  }

  protected override forget(): void {
    super.forget();
    this.query = emptyQuery;
    this.views = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.loading.value === undefined) return;
    if (changed.has('look')) void this.loading.run({ anew: true });
    // Whatever was asked for before there was anything to show it in, too.
    if (this.dealId !== this.#named) void ((this.#named = this.dealId) && this.#dialog.open(this.dealId!));
  }

  protected override renderSkeleton(): unknown {
    return skeletonList();
  }

  protected override renderData(source: PagedSource<DealRow>): unknown {
    const { t } = this;
    const board = this.#shown === 'board' ? this.#board : undefined;
    const count = board ? board.total : source.length;
    return html`
      ${toolbar({ title: t('title'), count: this.loading.outdated ? undefined : t('count', { count }), tools: this.#renderLook(), actions: this.#renderTools() })}
      ${this.#dialog.isOpen ? nothing : this.#renderOutcome()}
      ${source.error ? notice(t, 'partial', () => source.retry()) : nothing}
      ${this.loading.outdated ? this.renderFailed() : count === 0 ? this.#renderEmpty() : board ? board.render() : html`<div class=${this.columns ? 'chosen' : this.#isVendor ? 'vendor' : nothing}>${this.#list.render({ label: t('title'), head: renderHead(this.#columnParts, this.query.sort, (sort) => this.#narrow({ sort })) })}</div>`}
      ${this.#dialog.render()}
    `;
  }

  #renderTools(): TemplateResult {
    const { t, query } = this;
    const names: readonly Preset[] = this.#isVendor ? ['all', 'review', 'approved'] : ['all', 'open', 'review', 'approved'];
    const filters = narrowed(query);
    return html`
      ${searchField({ label: t('find'), value: query.search, search: (search) => this.#narrow({ search }) })}
      ${segmented<Preset | ''>({
        name: 'filter', label: t('filter.label'), value: presetOf(query), change: (preset) => preset && this.#narrow({ review: presets[preset] }),
        options: names.map((value) => ({ value, label: t(value === 'review' && !this.#isVendor ? 'filter.waiting' : `filter.${value}`) })),
      })}
      <span class="filter">
        ${button({ label: filters > 0 ? t('filter.some', { count: filters }) : t('filter.more'), opens: 'filters' })}
        <div class="menu filters" id="filters" popover role="group" aria-label=${t('filter.more')} @beforetoggle=${noteFocus} @toggle=${this.#toggleFilters}>${this.#renderFilters()}</div>
      </span>
      ${menu({ id: 'export', label: t('export.label'), icon: iconDownload, items: () => (['csv', 'xlsx'] as const).map((format) => ({ label: t(`export.${format}`), choose: () => void this.#export(format) })) })}
    `;
  }

  #renderFilters = (): unknown => this.#filters?.render({
    t: this.t, label: this.label, settings: this.programme.settings, query: this.query, views: this.views, busy: this.busy === 'view',
    narrow: (change) => this.#narrow(change), clear: () => this.#narrow({ ...emptyQuery, sort: this.query.sort }),
    use: (view) => this.#useView(view), save: (name) => this.#saveView(name), remove: (view) => void this.change('view', (client) => client.views.remove(view), this.t('view.removed', { name: view.name })),
  });

  #renderLook(): TemplateResult {
    const { t } = this;
    return html`
      ${segmented<Look>({ name: 'look', label: t('look.label'), value: this.look, change: (look) => (this.look = look), options: [{ value: 'list', label: t('look.list') }, { value: 'board', label: t('look.board') }] })}
      ${this.#isVendor ? nothing : button({ label: t('register'), icon: iconPlus, kind: 'primary', press: () => void this.#dialog.openForm() })}
    `;
  }

  #renderOutcome = (): unknown => outcomeNote(this.t, this.outcome, () => (this.outcome = undefined));

  #renderEmpty(): TemplateResult {
    if (!isNarrowed(this.query)) return emptyFace({ icon: iconHandshake, title: this.t('empty.title'), text: this.t(this.#isVendor ? 'empty.vendor' : 'empty.text') });
    return emptyFace({
      icon: iconSearch, title: this.t('empty.filter'), text: this.t('empty.filter.text'),
      action: button({ label: this.t('empty.filter.action'), press: () => this.#narrow(emptyQuery) }),
    });
  }

  get #columnParts(): ColumnParts {
    const { t, format, label, programme, session, columns: chosen } = this;
    return { t, format, label, programme, session, chosen };
  }

  get #isVendor(): boolean {
    return this.session.partner === null;
  }

  #narrow(change: Partial<DealQuery>): void {
    this.query = { ...this.query, ...change };
    void this.loading.run({ anew: true });
  }

  readonly #toggleFilters = async (event: Event): Promise<void> => {
    const popover = event.currentTarget as HTMLElement;
    if ((event as ToggleEvent).newState !== 'open') return giveFocusBack(popover);
    this.#filters ??= new (await import('./deal-filters.js')).DealFilters(this);
    this.requestUpdate();
    await this.updateComplete;
    placePopover(popover);
    popover.querySelector<HTMLElement>('.control')?.focus();
  };

  #useView(view: View): void {
    const { query, look } = fromView(view.query);
    this.look = look;
    this.#narrow(query);
  }

  async #saveView(name: string): Promise<boolean> {
    return Boolean(await this.change('view', (client) => client.views.save({ list: 'deals', name, query: toView(this.query, this.look) }), this.t('view.saved', { name })));
  }

  async #export(format: ExportFormat): Promise<void> {
    await this.change('export', async (client) => (await import('./deal-export.js')).exportDeals(client, this.query, format, this.locale, this.t('title')), this.t('export.done'));
  }

  async #loadBoard(): Promise<DealBoard> {
    return (this.#board ??= new (await import('./deal-board.js')).DealBoard(this, {
      ...this.#shared(), open: (row) => void this.#dialog.open(row.id), move: (row, stage) => this.#move(row, stage),
    }));
  }

  /** What the parts that are loaded on use ask of the widget. */
  #shared() {
    return { t: () => this.t, format: () => this.format, label: this.label, programme: () => this.programme, client: () => this.client, announce: (text: string) => this.announce(text) };
  }

  async #move(row: DealRow, stage: string): Promise<Deal | undefined> {
    if (stage.startsWith('closed')) {
      await this.#dialog.open(row.id, stage);
      return undefined;
    }
    if (!this.dispatchEvent(new DealStepEvent(row.id, 'moveStage'))) return undefined;
    const to = stageWord(this.t, this.programme.settings, this.label, stage);
    const deal = await this.change('moveStage', (client) => client.deals.moveStage(row, { stage: stage as 'prospect' }), this.t('board.moved', { name: row.name, stage: to }));
    if (deal) this.dispatchEvent(new DealSteppedEvent(deal.id, 'moveStage'));
    return deal;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-deal-list': DealListElement;
  }
}
