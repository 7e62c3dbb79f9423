import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Dashboard, Results } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import type { DashboardTranslate } from './figures.js';

/** The share of 100 that a value has of the greatest; what is not zero is always seen. */
const share = (value: number, greatest: number): number => (value <= 0 || greatest <= 0 ? 0 : Math.max(1, (value / greatest) * 100));

/**
 * Won value by month, from zero. The picture is stretched to its place, so nothing is measured; words stand outside it.
 * Readers get the table, in a box that hides it: a table itself grows as wide as its words, and the page with it.
 */
export function renderMonths(t: DashboardTranslate, format: Formats, { months, currency }: Dashboard): TemplateResult {
  const greatest = Math.max(0, ...months.map(({ wonValue }) => wonValue));
  if (greatest === 0) return html`<p class="muted">${t('months.empty')}</p>`;
  const money = (amount: number) => format.money({ amount, currency }, 'compact');
  return html`
    <div class="months" aria-hidden="true">
      <svg viewBox="0 0 ${months.length * 10} 100" preserveAspectRatio="none">
        ${months.map(({ wonValue }, index) => {
          const height = share(wonValue, greatest);
          return svg`<rect x=${index * 10 + 2.5} y=${100 - height} width="5" height=${height}></rect>`;
        })}
      </svg>
      <ol>
        ${months.map(({ month, wonValue }) => html`<li title="${format.month(month)}: ${format.money({ amount: wonValue, currency })}">
          <span class="number">${wonValue > 0 ? money(wonValue) : nothing}</span><small>${format.month(month, 'short')}</small>
        </li>`)}
      </ol>
    </div>
    <div class="visually-hidden">
      <table>
        <caption>${t('months.title')}</caption>
        <thead><tr><th scope="col">${t('months.month')}</th><th scope="col">${t('months.value')}</th><th scope="col">${t('months.count')}</th><th scope="col">${t('months.registered')}</th></tr></thead>
        <tbody>
          ${months.map(({ month, wonValue, wonCount, registeredCount }) => html`<tr>
            <th scope="row">${format.month(month)}</th><td>${format.money({ amount: wonValue, currency })}</td><td>${format.number(wonCount)}</td><td>${format.number(registeredCount)}</td>
          </tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

interface Bar {
  name: string;
  value: number;
  words: string;
  note?: string | undefined;
  /** Not what the others are about: a lost deal, the rest. */
  quiet?: boolean;
}

/** Bars that lie, named at their beginning and valued at their end. */
const renderBars = (bars: readonly Bar[]): TemplateResult => {
  const greatest = Math.max(0, ...bars.map(({ value }) => value));
  return html`<ul class="bars">
    ${bars.map(({ name, value, words, note, quiet }) => html`<li class=${quiet ? 'quiet' : nothing}>
      <span class="bar-name" title=${name}>${name}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width=${share(value, greatest)} height="8"></rect></svg>
      <span class="number">${words}${note ? html` <small>${note}</small>` : nothing}</span>
    </li>`)}
  </ul>`;
};

/** Approved deals by the stage they stand in. */
export const renderFunnel = (t: DashboardTranslate, format: Formats, { funnel, currency }: Dashboard, stageLabel: (stage: string) => string): TemplateResult =>
  renderBars(funnel.map(({ stage, count, value }) => ({
    name: stageLabel(stage) || codeWord(t, 'stage', stage), value,
    words: format.money({ amount: value, currency }, 'compact'), note: t('funnel.row', { count }), quiet: stage === 'closed_lost',
  })));

/** The strongest partners or products of the period. */
export const renderTop = (t: DashboardTranslate, format: Formats, { data }: Results): TemplateResult =>
  renderBars(data.slice(0, 6).map(({ partner, product, value }) => ({
    name: partner?.name ?? product?.name ?? t('top.other'), value: value.amount, words: format.money(value, 'compact'), quiet: !partner && !product,
  })));
