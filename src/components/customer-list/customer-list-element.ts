import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Customer, CustomerRow, PortalClient } from '../../client/index.js';
import { namesIn, chosenOf } from '../parts/chosen.js';
import { PagedSource } from '../list/paged-source.js';
import { VirtualList } from '../list/virtual-list.js';
import { virtualListStyles } from '../list/virtual-list.styles.js';
import { words } from '../locale/catalogue.js';
import { codeWord } from '../locale/code-word.js';
import { button } from '../parts/button.js';
import { emptyFace, notice } from '../parts/faces.js';
import { selectField } from '../parts/field.js';
import { fieldStyles } from '../parts/field.styles.js';
import { icon } from '../parts/icon.js';
import { iconArrowDown, iconArrowUp, iconBuilding2, iconPlus, iconSearch } from '../parts/icons.js';
import { markStyles } from '../parts/marks.styles.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { outcomeNote } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { overlayStyles } from '../parts/overlay.styles.js';
import { skeletonLines, skeletonList } from '../parts/skeleton.js';
import { searchField, toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import type * as CustomerDialog from './customer-dialog.js';
import type { CustomerEditor } from './customer-editor.js';
import { CustomerSavedEvent } from './customer-events.js';
import { customerListStyles } from './customer-list.styles.js';
import { lifecycles } from './lifecycles.js';
import type en from './en.js';

const columns = ['name', 'city', 'lifecycle', 'owner', 'updated'] as const;
export type CustomerColumn = (typeof columns)[number];
type SortName = 'name' | 'city' | 'updatedAt';
type Sort = SortName | `-${SortName}`;
/** The columns that can be sorted by, under the service's names for them. */
const sortNames: Partial<Record<CustomerColumn, SortName>> = { name: 'name', city: 'city', updated: 'updatedAt' };
type Lifecycle = (typeof lifecycles)[number];

/**
 * A partner's customers: 100,000 scroll like 100. Searched by the beginnings of words, sorted, filtered, read, added and changed.
 *
 * @element prm-customer-list
 * @csspart widget - the whole widget
 * @csspart toolbar - title, search, filter and the button to add
 * @csspart list - the rows
 * @csspart dialog - one customer, or its form
 * @cssprop --prm-list-height - the height of the rows' window
 * @fires prm-customer-saved - after a customer was added or changed
 */
export class CustomerListElement extends PortalWidget<PagedSource<CustomerRow>, typeof en> {
  static override styles: CSSResultGroup = [
    PortalWidget.styles, toolbarStyles, virtualListStyles, markStyles, fieldStyles, overlayStyles, outcomeStyles, customerListStyles,
  ];

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
  protected override readonly resources = ['customers'] as const;
  protected override readonly early = true;

  /** The columns, in this order: `name`, `city`, `lifecycle`, `owner` (for the vendor: the partner), `updated`; all unless said. */
  @property({ type: Array, converter: namesIn }) columns?: readonly CustomerColumn[];

  @state() private search = '';
  @state() private sort: Sort = 'name';
  @state() private lifecycle = '';
  @state() private customer?: Customer;
  @state() private editing = false;

  readonly #source = new PagedSource<CustomerRow>({
    fetch: (query, signal) => this.client.customers.list({
      ...query, sort: this.sort, ...(this.search && { search: this.search }), ...(this.lifecycle && { lifecycle: [this.lifecycle as Lifecycle] }),
    }, { signal }),
    changed: () => this.#list.rowsChanged(),
    failing: () => this.requestUpdate(),
  });
  readonly #list = new VirtualList<CustomerRow>(this, { source: this.#source, rowHeight: 40, row: (row) => this.#renderCells(row), activate: (row) => void this.#open(row.id) });
  readonly #dialog = new ModalDialog(this, () => {
    this.customer = undefined;
    this.editing = false;
  });
  #dialogParts: typeof CustomerDialog | undefined;
  #editor: CustomerEditor | undefined;
  /** The customer that is being read: an answer about another one comes too late. */
  #reading: string | undefined;

  protected override async load(_client: PortalClient, signal: AbortSignal): Promise<PagedSource<CustomerRow>> {
    const { anew } = this.loading;
    await this.#source.load(signal, { keep: !anew });
    if (anew) this.#list.scrollToStart();
    return this.#source;
  }

  protected override forget(): void {
    super.forget();
    this.search = this.lifecycle = '';
  }

  protected override sayAgain(): void {
    super.sayAgain();
    void this.#editor?.sayAgain(this.t, this.outcome?.error);
  }

  protected override renderSkeleton(): unknown {
    return skeletonList();
  }

  protected override renderData(source: PagedSource<CustomerRow>): unknown {
    const { t } = this;
    return html`
      ${toolbar({
        title: t('title'),
        count: this.loading.outdated ? undefined : t('count', { count: source.length }),
        tools: html`
          ${searchField({ label: t('find'), value: this.search, search: (search) => this.#narrow({ search }) })}
          ${selectField({
            id: 'lifecycle', label: t('filter.label'), labelHidden: true, value: this.lifecycle, placeholder: t('filter.all'),
            options: lifecycles.map((value) => ({ value, label: codeWord(t, 'lifecycle', value) })), change: (lifecycle) => this.#narrow({ lifecycle }),
          })}
        `,
        actions: this.session.partner ? button({ label: t('add'), icon: iconPlus, kind: 'primary', press: () => void this.#edit() }) : undefined,
      })}
      ${this.#dialog.open ? nothing : this.#renderOutcome()}
      ${source.error ? notice(t, 'partial', () => source.retry()) : nothing}
      ${this.loading.outdated ? this.renderFailed() : source.length === 0 ? this.#renderEmpty() : html`<div class=${this.columns ? 'chosen' : nothing}>${this.#list.render({ label: t('title'), head: this.#renderHead() })}</div>`}
      ${this.#dialog.render(() => (this.editing && this.#editor ? this.#renderEditor(this.#editor) : this.#renderCustomer()))}
    `;
  }

  #renderOutcome = (): unknown => outcomeNote(this.t, this.outcome, () => (this.outcome = undefined));

  #renderEmpty(): TemplateResult {
    if (this.search || this.lifecycle) {
      return emptyFace({
        icon: iconSearch, title: this.t('empty.filter'), text: this.t('empty.filter.text'),
        action: button({ label: this.t('empty.filter.action'), press: () => this.#narrow({ search: '', lifecycle: '' }) }),
      });
    }
    return emptyFace({ icon: iconBuilding2, title: this.t('empty.title'), text: this.t('empty.text') });
  }

  #renderHead(): unknown {
    return chosenOf(columns, this.columns).map((column) => {
      const word = this.t(column === 'owner' && !this.session.partner ? 'head.partner' : `head.${column}`);
      const sort = sortNames[column];
      const down = this.sort === `-${sort}`;
      const sorted = down || this.sort === sort;
      // A date's first order is the newest first.
      const next = sorted ? (down ? sort : `-${sort}`) : sort === 'updatedAt' ? '-updatedAt' : sort;
      return html`<span role="columnheader" class=${this.columns ? nothing : column} aria-sort=${sorted ? (down ? 'descending' : 'ascending') : nothing}>${sort
        ? html`<button type="button" title=${this.t('sort.by', { column: word })} @click=${() => this.#narrow({ sort: next as Sort })}>${word}${sorted ? icon(down ? iconArrowDown : iconArrowUp) : nothing}</button>`
        : word}</span>`;
    });
  }

  /** One template for the usual columns, as quick as rows must be; where a page chose its own, one for each cell. */
  #renderCells(row: CustomerRow | undefined): TemplateResult {
    const cell = (column: CustomerColumn) => (row ? this.#renderCell(column, row) : undefined);
    if (this.columns) return html`${chosenOf(columns, this.columns).map((column) => html`<span role="gridcell">${cell(column)}</span>`)}`;
    return html`<span role="gridcell" title=${row?.name ?? nothing}><strong>${row?.name}</strong></span><span role="gridcell">${cell('city')}</span><span
        role="gridcell" class="lifecycle">${cell('lifecycle')}</span><span role="gridcell" class="owner">${cell('owner')}</span><span
        role="gridcell" class="updated">${cell('updated')}</span>`;
  }

  #renderCell(column: CustomerColumn, row: CustomerRow): unknown {
    switch (column) {
      case 'name':
        return html`<strong title=${row.name}>${row.name}</strong>`;
      case 'city':
        return row.city;
      case 'lifecycle':
        return codeWord(this.t, 'lifecycle', row.lifecycle);
      case 'owner':
        return this.session.partner ? row.owner?.name : row.partner.name;
      case 'updated':
        return this.format.relativeDay(row.updatedAt);
    }
  }

  #renderCustomer() {
    const { customer, t } = this;
    const parts = this.#dialogParts;
    if (!customer || !parts) return { title: '', close: t('close'), body: skeletonLines(4) };
    const mayChange = customer.actions.some(({ name, allowed }) => name === 'change' && allowed);
    return {
      title: customer.name, close: t('close'), body: html`${this.#renderOutcome()}${parts.renderDetail(t, this.locale, customer)}`,
      actions: mayChange ? button({ label: t('edit'), kind: 'primary', press: () => void this.#edit(customer) }) : undefined,
    };
  }

  #renderEditor(editor: CustomerEditor) {
    const { t } = this;
    return {
      title: editor.isNew ? t('form.new') : t('form.edit', { name: this.customer?.name ?? '' }),
      close: t('close'),
      body: html`
        ${editor.conflict ? nothing : this.#renderOutcome()}
        ${editor.conflict ? html`<p class="kept conflict" role="alert">${t('form.conflict')}</p>` : nothing}
        ${editor.restored ? html`<p class="kept">${t('form.restored')} ${button({ label: t('form.discard'), kind: 'plain', press: () => editor.discard() })}</p>` : nothing}
        ${editor.unsaved ? html`<p class="kept">${t('draft.unsaved')}</p>` : nothing}
        <form id="customer-form" novalidate @submit=${(event: Event) => void this.#save(event)}>
          ${this.#dialogParts!.renderForm({ t, locale: this.locale, values: editor.values, problems: editor.problems, set: editor.set })}
          <button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true"></button>
        </form>
      `,
      actions: [
        button({ label: t('cancel'), press: () => this.#dialog.close() }),
        button({ label: t(editor.isNew ? 'form.create' : 'save'), kind: 'primary', busy: this.busy === 'save', press: () => void this.#save() }),
      ],
    };
  }

  #narrow(change: { search?: string; sort?: Sort; lifecycle?: string }): void {
    Object.assign(this, change);
    void this.loading.run({ anew: true });
  }

  async #open(id: string): Promise<void> {
    this.outcome = undefined;
    this.#dialog.show();
    this.#reading = id;
    const isWanted = () => this.#reading === id && this.#dialog.open;
    try {
      const [customer] = await Promise.all([this.client.customers.read(id), this.#loadDialog()]);
      if (isWanted()) this.customer = customer;
    } catch (error) {
      if (!isWanted()) return;
      await this.change('open', () => Promise.reject(error as Error));
      this.#dialog.close();
    }
  }

  async #edit(customer?: Customer): Promise<void> {
    this.outcome = undefined;
    this.customer = customer;
    this.#dialog.show();
    const parts = await this.change('open', () => this.#loadDialog());
    if (!parts || !this.#dialog.open) return this.#dialog.close();
    this.#editor ??= new parts.CustomerEditor(this);
    this.#editor.open(this.drafts, customer);
    this.editing = true;
    await this.#dialog.focusField();
  }

  async #loadDialog() {
    return (this.#dialogParts ??= await import('./customer-dialog.js'));
  }

  async #save(event?: Event): Promise<void> {
    event?.preventDefault();
    const editor = this.#editor!;
    if (!(await editor.check(this.t))) return this.#dialog.focusField();
    const done = editor.isNew ? 'form.done.create' : 'form.done.change';
    const { isNew } = editor;
    const saved = await this.change('save', (client) => editor.save(client, this.t), (customer) => this.t(done, { name: customer.name }));
    if (!saved) return this.#dialog.focusField();
    this.#dialog.close();
    this.dispatchEvent(new CustomerSavedEvent(saved, isNew));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-customer-list': CustomerListElement;
  }
}
