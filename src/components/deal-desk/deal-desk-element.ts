import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Deal, PortalClient, ReviewRow } from '../../client/index.js';
import { VirtualList } from '../list/virtual-list.js';
import { virtualListStyles } from '../list/virtual-list.styles.js';
import { adoptLater } from '../parts/adopt-later.js';
import { button } from '../parts/button.js';
import { emptyFace, notice } from '../parts/faces.js';
import { fieldStyles } from '../parts/field.styles.js';
import { iconArrowLeft, iconInfo, iconSearch } from '../parts/icons.js';
import { markStyles } from '../parts/marks.styles.js';
import { ModalDialog } from '../parts/modal-dialog.js';
import { outcomeNote, type Outcome } from '../parts/outcome.js';
import { outcomeStyles } from '../parts/outcome.styles.js';
import { segmented } from '../parts/segmented.js';
import { skeletonLines, skeletonList } from '../parts/skeleton.js';
import { searchField, toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import { renderBulk } from './bulk-bar.js';
import { Countdown } from './countdown.js';
import { deskStyles } from './deal-desk.styles.js';
import type { DeskDialog, DialogKind } from './desk-dialogs.js';
import { DeskDecideEvent, type DeskDecision } from './desk-events.js';
import { commandOf } from './desk-keys.js';
import { DeskLooking } from './desk-looking.js';
import type * as DeskPane from './desk-pane.js';
import { renderRowCells } from './desk-row.js';
import { DeskSettling } from './desk-settling.js';
import { deskWords, type PaneTranslate } from './desk-words.js';
import type en from './en.js';
import type { PaneParts } from './pane-parts.js';
import { RegistrationReader, type Selected } from './registration-reader.js';
import { queueFilters, ReviewQueue, type QueueFilter } from './review-queue.js';
import { takenOf } from './undo-bar.js';

/**
 * The vendor's desk: registrations that wait for a decision, the one due first on top, and beside them all that is needed to
 * decide. Decisions wait for a moment, in which they can be undone, before anybody is told.
 *
 * @element prm-deal-desk
 * @csspart widget - the whole widget
 * @csspart toolbar - title, search and filter
 * @csspart list - the queue
 * @csspart pane - the registration that is looked at
 * @csspart undo - the bar that takes a decision back
 * @csspart dialog - what some steps ask for
 * @cssprop --prm-list-height - the height of queue and pane
 * @fires prm-desk-decide - before a decision is taken; cancelable
 * @fires prm-desk-decided - after it was taken; it may still be undone
 */
export class DealDeskElement extends PortalWidget<ReviewQueue, typeof en> {
  static override styles: CSSResultGroup = [
    PortalWidget.styles, toolbarStyles, virtualListStyles, markStyles, fieldStyles, outcomeStyles, deskStyles,
  ];

  /** Switches the single-letter keys off. They only ever work while the focus is inside, and never in a field. */
  @property({ type: Boolean, attribute: 'no-shortcuts' }) noShortcuts = false;

  protected override readonly words = deskWords;
  protected override readonly resources = ['reviews', 'deals'] as const;

  @state() private dialog?: DeskDialog;

  readonly #queue = new ReviewQueue(this, { client: () => this.client, memberId: () => this.session.member.id, changed: () => this.#list.rowsChanged() });
  readonly #list = new VirtualList<ReviewRow>(this, {
    source: this.#queue.source,
    rowHeight: 52,
    row: (row) => renderRowCells(this.t, this.format, row, row !== undefined && this.#queue.chosen.has(row.id), (one) => this.#queue.choose(one)),
    activate: (row) => void this.#looking.select(row, 'pane'),
    isSelected: (row) => row.id === this.#reader.selected?.id,
  });
  readonly #reader = new RegistrationReader(this, {
    client: () => this.client, load: () => this.#loadPane(),
    came: ({ deal }, after) => this.#show(deal, after), failed: (error) => void this.change('read', () => Promise.reject(error)),
  });
  readonly #looking = new DeskLooking(this, { queue: this.#queue, list: this.#list, reader: this.#reader, left: () => this.#deciding?.stop() });
  readonly #modal = new ModalDialog(this, () => (this.dialog = undefined));
  readonly #settling = new DeskSettling(this, {
    t: () => this.t, reader: this.#reader, looking: this.#looking, busy: () => this.busy, keys: () => !this.noShortcuts,
    change: (name, work, done) => this.change(name, work, done), say: (outcome) => this.#say(outcome), announce: (text) => this.announce(text),
  });
  #conversation: DeskPane.DealConversation | undefined;
  #deciding: DeskPane.DeskDeciding | undefined;
  /** What is looked at after the decision that is being taken. */
  #next: Selected | undefined;
  #cameAnew = false;

  constructor() {
    super();
    new Countdown(this, () => this.t, () => (this.requestUpdate(), this.refresh()));
  }

  protected override async load(_client: PortalClient, signal: AbortSignal): Promise<ReviewQueue> {
    const { anew } = this.loading;
    await this.#queue.source.load(signal, { keep: !anew });
    if (anew) this.#list.scrollToStart();
    await this.#looking.lookAtFirst();
    this.#cameAnew = true;
    return this.#queue;
  }

  protected override forget(): void {
    super.forget();
    this.#queue.narrow({ filter: 'open', search: '' });
    void this.#reader.select(undefined);
    this.#deciding?.stop();
  }

  protected override updated(): void {
    if (!this.#cameAnew || !this.renderRoot.querySelector('.panes')) return;
    this.#cameAnew = false;
    this.#looking.moved();
  }

  protected override refresh(): void {
    super.refresh();
    if (!this.busy) void this.#reader.read();
  }

  // ——— The picture ———

  protected override renderSkeleton(): unknown {
    return skeletonList();
  }

  protected override renderData({ source, search, filter, chosen }: ReviewQueue): unknown {
    const { selected } = this.#reader;
    return html`
      <div class="desk" @keydown=${this.#onKey}>
        ${toolbar({
          title: this.t('title'),
          count: this.loading.outdated ? undefined : this.t('count', { count: source.length }),
          tools: html`
            ${searchField({ label: this.t('find'), value: search, search: (text) => this.#narrow({ search: text }) })}
            ${segmented({ name: 'filter', label: this.t('filter.label'), value: filter, options: queueFilters.map((value) => ({ value, label: this.t(`filter.${value}`) })), change: (value) => this.#narrow({ filter: value }) })}
          `,
          actions: this.noShortcuts ? undefined : button({ label: this.t('keys.open'), icon: iconInfo, iconOnly: true, press: () => void this.#openDialog('help') }),
        })}
        ${this.dialog ? nothing : this.#renderOutcome()}
        ${source.error ? notice(this.t, 'partial', () => source.retry()) : nothing}
        ${chosen.size > 0 ? renderBulk(this.t, this.#queue, (decision) => void this.#openDialog('bulk', decision)) : nothing}
        ${this.loading.outdated ? this.renderFailed() : source.length === 0 && !selected
          ? this.#renderEmpty()
          : html`<div class=${selected ? 'panes reading' : 'panes'}>
              <div class="rows" @focusin=${() => this.#looking.follow()}>${this.#list.render({ label: this.t('title') })}</div>
              <section class="pane" part="pane" aria-label=${selected?.name ?? this.t('pane.label')} tabindex="-1" @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && this.#looking.leave()}>${this.#renderPane()}</section>
            </div>`}
        ${this.#settling.render()}
      </div>
      ${this.#modal.render(() => this.dialog?.content() ?? { title: '', close: this.t('close'), body: nothing })}
    `;
  }

  /** What stands in the pane now; that the one before could not be read is over. */
  #show(deal: Deal, after: Error | undefined): void {
    if (after && this.outcome?.error === after) this.outcome = undefined;
    this.#conversation!.open(deal.id);
    this.#deciding!.prepare();
  }

  /** Shows how something ended, and speaks it. */
  #say(outcome: Outcome): void {
    this.outcome = outcome;
    this.announce(outcome.text);
  }

  #renderOutcome = (): unknown => outcomeNote(this.t, this.outcome, () => (this.outcome = undefined));

  #renderEmpty(): TemplateResult {
    if (!this.#queue.search && this.#queue.filter === 'open') return emptyFace({ title: this.t('empty.title'), text: this.t('empty.text') });
    return emptyFace({
      icon: iconSearch, title: this.t('empty.filter'), text: this.t('empty.filter.text'),
      action: button({ label: this.t('empty.filter.action'), press: () => this.#narrow({ filter: 'open', search: '' }) }),
    });
  }

  #renderPane(): unknown {
    const { t } = this;
    const { selected, current } = this.#reader;
    if (!selected) return html`<p class="none">${t('pane.none')}</p>`;
    const parts = this.#paneParts();
    return html`
      <div class="back">${button({ label: t('back'), icon: iconArrowLeft, kind: 'plain', press: () => this.#looking.leave() })}</div>
      <div class="reading-part">
        ${parts && current
          ? current.parts.renderReading({ ...parts, link: (account) => void this.#deciding!.link(account), findOther: () => void this.#openDialog('linkAccount'), conversation: this.#conversation!.render(parts) })
          : html`<header class="pane-head"><h3>${selected.name}</h3></header>${skeletonLines(6)}`}
      </div>
      ${parts ? html`<footer class="pane-foot">${this.#deciding!.render(parts)}</footer>` : nothing}
    `;
  }

  /** The pane is only there once its words are. */
  get #paneT(): PaneTranslate {
    return this.t as unknown as PaneTranslate;
  }

  #paneParts(): PaneParts | undefined {
    const { format, label, programme } = this;
    const record = this.#reader.current?.record;
    return record && { t: this.#paneT, format, label, programme, record };
  }

  #narrow(change: { filter?: QueueFilter; search?: string }): void {
    this.#queue.narrow(change);
    void this.#reader.select(undefined);
    this.#deciding?.stop();
    void this.loading.run({ anew: true });
  }

  // ——— Deciding ———

  /** Loads what the pane is made of: its parts, its words, its looks. */
  async #loadPane(): Promise<typeof DeskPane> {
    const pane = await import('./desk-pane.js');
    await this.learn(pane.paneWords);
    adoptLater(this, ...pane.paneStyles);
    this.#conversation ??= new pane.DealConversation(this, { client: () => this.client, drafts: () => this.drafts, announce: (text) => this.announce(text) });
    this.#deciding ??= new pane.DeskDeciding(this, {
      parts: () => this.#paneParts(), busy: () => this.busy, keys: () => !this.noShortcuts,
      change: (name, work, done) => this.change(name, work, done),
      allow: (ids, decision) => {
        // Before the decision is made: the queue is another one afterwards.
        this.#next = this.#queue.after(ids[0]!);
        return this.dispatchEvent(new DeskDecideEvent(ids, decision));
      },
      decided: (decision, deal) => void this.#settling.goOn(decision, deal, this.#next),
      refused: (text) => this.#say({ tone: 'danger', text }),
      reread: () => void this.#reader.read(), undo: (deal) => void this.#settling.takeBack(takenOf(deal)), open: (dialog) => void this.#openDialog(dialog), leave: () => this.#looking.focusPane(),
    });
    return pane;
  }

  async #openDialog(kind: DialogKind, decision?: DeskDecision): Promise<void> {
    const loaded = await this.change('open', async () => (await this.#loadPane(), import('./desk-dialogs.js')));
    if (!loaded) return;
    const { format, label, programme, client } = this;
    const t = this.#paneT;
    this.#modal.show();
    this.dialog = loaded.createDialog(kind, {
      t, format, label, programme, client, decision, record: this.#reader.current?.record, rows: [...this.#queue.chosen.values()],
      busy: () => this.busy,
      note: this.#renderOutcome,
      update: () => this.requestUpdate(),
      focusField: () => void this.#modal.focusField(),
      change: (name, work, done) => this.change(name, work, done),
      allow: (ids) => this.dispatchEvent(new DeskDecideEvent(ids, decision!)),
      settled: (deals) => (this.#settling.settle(decision!, deals), this.#queue.chooseNone()),
      close: () => (this.#modal.close(), void this.#reader.read()),
    });
    void this.#modal.focusField();
  }

  // ——— Keys ———

  /** Heard before the queue does, in which other letters search. */
  readonly #onKey = { handleEvent: (event: KeyboardEvent): void => this.#command(event), capture: true };

  #command(event: KeyboardEvent): void {
    const command = this.noShortcuts ? undefined : commandOf(event);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    switch (command) {
      case 'next':
        return this.#looking.move(1);
      case 'previous':
        return this.#looking.move(-1);
      case 'undo':
        return void this.#settling.undoLast();
      case 'choose': {
        const row = this.#queue.source.at(this.#queue.indexOf(this.#reader.selected?.id));
        return row && this.#queue.choose(row);
      }
      case 'search':
        return this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
      case 'help':
        return void this.#openDialog('help');
      default:
        return this.#reader.selected && this.#deciding?.begin(command);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-deal-desk': DealDeskElement;
  }
}
