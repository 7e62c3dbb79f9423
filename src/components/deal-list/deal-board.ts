import { html, nothing, type LitElement, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Deal, DealRow, PortalClient, Programme } from '../../client/index.js';
import { protectionBar, reviewMark, stageWord, type Label } from '../deal/deal-marks.js';
import type { Formats } from '../locale/format.js';
import { adoptLater } from '../parts/adopt-later.js';
import { andSmall } from '../parts/and-small.js';
import { button } from '../parts/button.js';
import { menu } from '../parts/menu.js';
import { BoardColumns, type Column } from './board-columns.js';
import { dealBoardStyles } from './deal-board.styles.js';
import { stages, type DealQuery } from './deal-query.js';
import type { ListTranslate } from './deal-steps.js';
import { reachable } from './step-form.js';

/** What the board is given by the list that it stands in. */
export interface BoardHost {
  t: () => ListTranslate;
  format: () => Formats;
  label: Label;
  programme: () => Programme;
  client: () => PortalClient;
  announce: (text: string) => void;
  open: (row: DealRow) => void;
  /** Takes a deal to another stage, asking for what that needs; answers with the deal once it is there. */
  move: (row: DealRow, stage: string) => Promise<Deal | undefined>;
}

/**
 * Deals by stage. A card is taken to another column by dragging it, from its menu, or with the keyboard: M lifts it, left
 * and right choose the column, Enter drops and Escape puts it back; each of these is spoken.
 */
export class DealBoard {
  readonly #host: ReactiveControllerHost & LitElement;
  readonly #given: BoardHost;
  readonly #columns: BoardColumns;
  /** The card that Tab reaches; arrows move it. */
  #active: string | undefined;
  #dragged: DealRow | undefined;
  #over: string | undefined;
  #lifted: { row: DealRow; to: string } | undefined;
  #moving: { row: DealRow; to: string } | undefined;

  constructor(host: ReactiveControllerHost & LitElement, given: BoardHost) {
    this.#host = host;
    this.#given = given;
    this.#columns = new BoardColumns(given.client, () => host.requestUpdate());
    adoptLater(host, dealBoardStyles);
  }

  /** How many deals there are in all columns. */
  get total(): number {
    return this.#columns.all.reduce((sum, { total }) => sum + total, 0);
  }

  load(query: DealQuery, signal: AbortSignal): Promise<void> {
    return this.#columns.load(query, signal);
  }

  render(): TemplateResult {
    const { t } = this.#given;
    return html`
      <p class="visually-hidden" id="board-keys">${t()('board.keys')}</p>
      <div class="board" part="board" role="group" aria-label=${t()('board.label')} @keydown=${this.#key}>
        ${this.#columns.all.map((column) => this.#renderColumn(column))}
      </div>
    `;
  }

  #renderColumn(column: Column): TemplateResult {
    const { t, format } = this.#given;
    const { stage, total, sum, currency, complete } = column;
    const target = this.#lifted?.to === stage || this.#over === stage;
    const amount = currency ? format().money({ amount: sum, currency }, 'compact') : '';
    const rows = this.#rowsOf(column);
    return html`<section
      class=${target ? 'column target' : 'column'} aria-labelledby="column-${stage}" data-stage=${stage}
      @dragover=${(event: DragEvent) => this.#dragOver(event, stage)} @dragleave=${() => this.#setOver(undefined)} @drop=${(event: DragEvent) => this.#drop(event, stage)}
    >
      <header>
        <h3 id="column-${stage}">${andSmall(this.#stage(stage), format().number(total))}</h3>
        <small class="number">${amount && !complete ? t()('board.atLeast', { amount }) : amount}</small>
      </header>
      ${this.#lifted?.to === stage && this.#lifted.row.stage !== stage ? html`<p class="landing">${this.#lifted.row.name}</p>` : nothing}
      <ul>${repeat(rows, ({ id }) => id, (row) => this.#renderCard(row))}</ul>
      ${rows.length < total ? button({ label: t()('board.more'), kind: 'plain', press: () => this.#columns.showMore(stage) }) : nothing}
    </section>`;
  }

  #renderCard(row: DealRow): TemplateResult {
    const { t, format } = this.#given;
    const movable = row.actions.includes('moveStage');
    const active = row.id === this.#activeId;
    const lifted = this.#lifted?.row.id === row.id;
    const left = protectionBar(t(), row);
    const step = row.nextStep && t().has(`next.${row.nextStep.code}`) ? t()(`next.${row.nextStep.code}` as 'next.submit') : '';
    return html`<li
      class=${lifted ? 'card lifted' : 'card'} draggable=${movable ? 'true' : 'false'} aria-busy=${this.#moving?.row.id === row.id ? 'true' : nothing}
      @dragstart=${(event: DragEvent) => this.#dragStart(event, row)} @dragend=${() => this.#dragEnd()} @focusin=${() => this.#activate(row.id)}
    >
      <button type="button" class="open" data-id=${row.id} tabindex=${active ? '0' : '-1'} aria-describedby="board-keys" @click=${() => this.#press(row)}><strong>${row.name || t()('unnamed')}</strong></button>
      ${movable ? html`<span class="card-menu">${menu({ id: `move-${row.id}`, label: t()('board.moveOf', { name: row.name }), items: () => this.#menuItems(row) })}</span>` : nothing}
      <small>${row.customer?.name}</small>
      <p>${reviewMark(t(), row.review)} ${row.value ? html`<span class="number">${format().money(row.value, 'whole')}</span>` : nothing}</p>
      ${left ? html`<p>${left}</p>` : nothing}
      ${step ? html`<small>${step}${row.nextStep!.dueOn ? html` · ${format().relativeDay(row.nextStep!.dueOn)}` : nothing}</small>` : nothing}
    </li>`;
  }

  #menuItems(row: DealRow) {
    const possible: readonly string[] = reachable(row);
    return stages.filter((stage) => stage !== row.stage).map((stage) => ({
      label: this.#stage(stage), choose: () => void this.#move(row, stage), ...(possible.includes(stage) ? {} : { reason: this.#given.t()(row.stage.startsWith('closed') ? `reason.stage_${row.stage as 'closed_won'}` : 'reason.win_needs_approval') }),
    }));
  }

  #stage = (stage: string): string => stageWord(this.#given.t(), this.#given.programme().settings, this.#given.label, stage);

  /** A column's cards, the one that is on its way where it goes to. */
  #rowsOf({ stage, rows }: Column): readonly DealRow[] {
    const moving = this.#moving;
    if (!moving) return rows;
    const rest = rows.filter(({ id }) => id !== moving.row.id);
    return moving.to === stage ? [moving.row, ...rest] : rest;
  }

  get #activeId(): string | undefined {
    const rows = this.#columns.all.flatMap(({ rows }) => rows);
    return rows.some(({ id }) => id === this.#active) ? this.#active : rows[0]?.id;
  }

  #activate(id: string): void {
    if (this.#active === id) return;
    this.#active = id;
    this.#host.requestUpdate();
  }

  #press(row: DealRow): void {
    if (!this.#lifted) return this.#given.open(row);
    const { to } = this.#lifted;
    this.#lifted = undefined;
    this.#host.requestUpdate();
    if (to === row.stage) return this.#given.announce(this.#given.t()('board.putBack', { name: row.name }));
    void this.#move(row, to);
  }

  async #move(row: DealRow, to: string): Promise<void> {
    if (this.#moving || to === row.stage) return;
    // Won and lost ask for more first: the card stays until that is given.
    const asks = to.startsWith('closed');
    if (!asks) this.#moving = { row, to };
    this.#host.requestUpdate();
    const deal = await this.#given.move(row, to);
    this.#moving = undefined;
    if (deal) this.#columns.place(row, deal);
    this.#host.requestUpdate();
    if (!asks) await this.#focus(row.id);
  }

  async #focus(id: string): Promise<void> {
    this.#active = id;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`.board [data-id="${id}"]`)?.focus();
  }

  // ——— Keys ———

  readonly #key = (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).dataset['id'];
    if (!id || event.altKey || event.ctrlKey || event.metaKey) return;
    const handled = this.#lifted ? this.#liftedKey(event.key) : this.#cardKey(event.key, id);
    if (handled) event.preventDefault();
  };

  #cardKey(key: string, id: string): boolean {
    const columns = this.#columns.all;
    const at = columns.findIndex(({ rows }) => rows.some((row) => row.id === id));
    const column = columns[at]!;
    const index = column.rows.findIndex((row) => row.id === id);
    if (key === 'm' || key === 'M') return this.#lift(column.rows[index]!);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = column.rows[index + (key === 'ArrowDown' ? 1 : -1)];
      if (next) void this.#focus(next.id);
      return true;
    }
    if (key === 'Home' || key === 'End') {
      void this.#focus(column.rows.at(key === 'Home' ? 0 : -1)!.id);
      return true;
    }
    const step = this.#sideways(key);
    if (step === 0) return false;
    for (let to = at + step; columns[to]; to += step) {
      const { rows } = columns[to]!;
      if (rows.length === 0) continue;
      void this.#focus(rows[Math.min(index, rows.length - 1)]!.id);
      break;
    }
    return true;
  }

  #lift(row: DealRow): boolean {
    const { t, announce } = this.#given;
    if (!row.actions.includes('moveStage')) announce(t()('board.fixed', { name: row.name }));
    else {
      this.#lifted = { row, to: row.stage };
      announce(t()('board.lifted', { name: row.name, stage: this.#stage(row.stage) }));
      this.#host.requestUpdate();
    }
    return true;
  }

  #liftedKey(key: string): boolean {
    const { t, announce } = this.#given;
    const { row, to } = this.#lifted!;
    if (key === 'Escape' || key === 'Tab') {
      this.#lifted = undefined;
      announce(t()('board.putBack', { name: row.name }));
      this.#host.requestUpdate();
      return key === 'Escape';
    }
    const step = this.#sideways(key);
    if (step === 0) return key.startsWith('Arrow');
    const shown = this.#columns.all.map(({ stage }) => stage);
    const possible = shown.filter((stage) => stage === row.stage || (reachable(row) as readonly string[]).includes(stage));
    const next = possible[possible.indexOf(to) + step];
    if (!next) return true;
    this.#lifted = { row, to: next };
    announce(t()('board.over', { stage: this.#stage(next), at: shown.indexOf(next) + 1, of: shown.length }));
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector(`.column[data-stage="${next}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    return true;
  }

  /** One column on or back; where the text runs from right to left, left is on. */
  #sideways(key: string): -1 | 0 | 1 {
    const forward = this.#host.renderRoot.querySelector('.board')!.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    return key === forward ? 1 : key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : 0;
  }

  // ——— Dragging ———

  #dragStart(event: DragEvent, row: DealRow): void {
    this.#dragged = row;
    event.dataTransfer?.setData('text/plain', row.name);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  }

  #dragOver(event: DragEvent, stage: string): void {
    const row = this.#dragged;
    if (!row || (stage !== row.stage && !(reachable(row) as readonly string[]).includes(stage))) return;
    event.preventDefault();
    this.#setOver(stage);
  }

  #drop(event: DragEvent, stage: string): void {
    event.preventDefault();
    const row = this.#dragged;
    this.#dragEnd();
    if (row) void this.#move(row, stage);
  }

  #dragEnd(): void {
    this.#dragged = undefined;
    this.#setOver(undefined);
  }

  #setOver(stage: string | undefined): void {
    if (this.#over === stage) return;
    this.#over = stage;
    this.#host.requestUpdate();
  }
}
