import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Dashboard, PortalClient, Results } from '../../client/index.js';
import { words } from '../locale/catalogue.js';
import { codeWord } from '../locale/code-word.js';
import { button } from '../parts/button.js';
import { notice } from '../parts/faces.js';
import { markStyles } from '../parts/marks.styles.js';
import { segmented } from '../parts/segmented.js';
import { skeletonBar, skeletonLine } from '../parts/skeleton.js';
import { tableStyles } from '../parts/table.styles.js';
import { toolbar } from '../parts/toolbar.js';
import { toolbarStyles } from '../parts/toolbar.styles.js';
import { PortalWidget } from '../portal-widget.js';
import { AttentionEvent } from './attention-event.js';
import { barsStyles } from './bars.styles.js';
import { renderFunnel, renderMonths, renderTop } from './charts.js';
import type en from './en.js';
import { renderFigures } from './figures.js';
import { figuresStyles } from './figures.styles.js';
import { monthsStyles } from './months.styles.js';
import { partnerDashboardStyles } from './partner-dashboard.styles.js';
import { periodOf, type PeriodName } from './period.js';

interface DashboardData {
  dashboard: Dashboard;
  /** The strongest partners or products; the rest is worth showing without them. */
  top: Results | undefined;
}

const attentionShown = 6;

/**
 * What came of a seller's, a company's or the whole programme's work: key figures with their definitions, months, pipeline, and
 * what needs attention now.
 *
 * @element prm-partner-dashboard
 * @csspart widget - the whole widget
 * @csspart toolbar - title and period
 * @fires prm-attention - somebody chose what needs attention; lead them to the record
 */
export class PartnerDashboardElement extends PortalWidget<DashboardData, typeof en> {
  static override styles: CSSResultGroup = [PortalWidget.styles, toolbarStyles, markStyles, tableStyles, partnerDashboardStyles, figuresStyles, monthsStyles, barsStyles];

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
  protected override readonly resources = ['dashboard', 'deals', 'leads'] as const;

  @state() private period: PeriodName = 'year';
  @state() private allAttention = false;
  @state() private monthsInFigures = false;

  protected override async load(client: PortalClient, signal: AbortSignal): Promise<DashboardData> {
    const period = periodOf(this.period, this.programme.today);
    const by = this.session.partner ? 'product' : 'partner';
    const [dashboard, top] = await Promise.all([
      client.dashboard.read(period, { signal }),
      client.dashboard.results({ ...period, by }, { signal }).catch(() => undefined),
    ]);
    return { dashboard, top };
  }

  protected override renderSkeleton(): unknown {
    const lines = html`<div class="skeleton-lines"></div>`;
    return html`
      ${skeletonBar()}
      <ul class="figures">${Array.from({ length: 7 }, () => html`<li class="skeleton-lines"></li>`)}</ul>
      <div class="sections">
        <section class="wide">${skeletonLine(20)}<span class="skeleton w100 chart"></span></section>
        <section>${lines}</section>
        <section>${lines}</section>
      </div>
    `;
  }

  protected override renderData({ dashboard, top }: DashboardData): unknown {
    const { t, format } = this;
    const { outdated } = this.loading;
    return html`
      ${toolbar({
        title: t('title'),
        ...(!outdated && { count: t('period.range', { from: format.month(dashboard.from), to: format.month(dashboard.to) }) }),
        tools: segmented({ name: 'period', label: t('period.label'), value: this.period, options: this.#periods(), change: (period) => this.#choose(period) }),
      })}
      ${outdated ? this.renderFailed() : this.#renderResults(dashboard, top)}
    `;
  }

  #renderResults(dashboard: Dashboard, top: Results | undefined): TemplateResult {
    const { t, format } = this;
    const by = this.session.partner ? 'top.product' : 'top.partner';
    return html`
      ${top ? nothing : notice(t, 'partial', () => this.refresh())}
      ${renderFigures(t, format, dashboard)}
      <div class="sections">
        <section class="wide"><h3>${t('months.title')}</h3>${renderMonths(t, format, dashboard, { open: this.monthsInFigures, toggle: (open) => (this.monthsInFigures = open) })}</section>
        <section><h3>${t('attention.title')}</h3>${this.#renderAttention(dashboard)}</section>
        <section><h3>${t('funnel.title')}</h3>${renderFunnel(t, format, dashboard, (stage) => this.label(this.programme.settings.stageLabels[stage]))}</section>
        ${top && top.data.length > 0 ? html`<section class="wide"><h3>${t(by)}</h3>${renderTop(t, format, top)}</section>` : nothing}
      </div>
    `;
  }

  #renderAttention({ attention, attentionTotal }: Dashboard): TemplateResult {
    const { t, format } = this;
    if (attention.length === 0) return html`<p class="muted">${t('attention.none')}</p>`;
    const shown = this.allAttention ? attention : attention.slice(0, attentionShown);
    return html`
      <ul class="attention">
        ${shown.map(({ kind, recordId, title, dueAt, dueOn }) => {
          const due = dueAt ?? dueOn;
          const days = due ? format.daysUntil(due) : 1;
          return html`<li>
            <button type="button" @click=${() => this.dispatchEvent(new AttentionEvent(kind, recordId))}>
              <span class="title">${title}</span>
              <small>${codeWord(t, 'attention', kind)}</small>
              ${due ? html`<time class=${days < 0 ? 'due over' : days === 0 ? 'due soon' : 'due'} datetime=${due} title=${dueAt ? format.dateTime(due) : format.date(due)}>${format.relativeDay(due)}</time>` : nothing}
            </button>
          </li>`;
        })}
      </ul>
      ${attention.length > shown.length ? button({ label: t('attention.show', { count: attention.length - shown.length }), kind: 'plain', press: () => this.#showAttention() }) : nothing}
      ${this.allAttention && attentionTotal > attention.length ? html`<p class="muted">${t('attention.more', { count: attentionTotal - attention.length })}</p>` : nothing}
    `;
  }

  /** The button goes, so the focus moves on to the first that was hidden. */
  async #showAttention(): Promise<void> {
    this.allAttention = true;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.attention button')[attentionShown]?.focus();
  }

  #periods() {
    const year = Number(this.programme.today.slice(0, 4));
    const calendar = (value: PeriodName, of: number) => ({ value, label: this.t('period.calendar', { year: this.format.year(of) }) });
    return [
      { value: 'year' as const, label: this.t('period.year') },
      { value: 'quarter' as const, label: this.t('period.quarter') },
      calendar('this', year),
      calendar('last', year - 1),
    ];
  }

  #choose(period: PeriodName): void {
    this.period = period;
    void this.loading.run({ anew: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-partner-dashboard': PartnerDashboardElement;
  }
}
