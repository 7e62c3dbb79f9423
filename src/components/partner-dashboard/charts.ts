import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Dashboard, Results } from '../../client/index.js';
import { codeWord } from '../locale/code-word.js';
import type { Formats } from '../locale/format.js';
import type { DashboardTranslate } from './figures.js';

/** The share of 100 that a value has of the greatest; what is not zero is always seen. */
const share = (value: number, greatest: number): number => (value <= 0 || greatest <= 0 ? 0 : Math.max(1, (value / greatest) * 100));

/** Whether the months are shown in figures too, and what says so. */
interface MonthsTable {
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
}

/** Won value by month, from zero; on request in exact figures. The picture is stretched to its place, so nothing is measured; words stand outside it. */
export function renderMonths(t: DashboardTranslate, format: Formats, { months, currency }: Dashboard, table: MonthsTable): TemplateResult {
  const greatest = Math.max(0, ...months.map(({ wonValue }) => wonValue));
  if (greatest === 0) return html`<p class="muted">${t('months.empty')}</p>`;
  const money = (amount: number, form: 'full' | 'compact') => format.money({ amount, currency }, form);
  return html`
    <div class="months">
      <svg viewBox="0 0 ${months.length * 10} 100" preserveAspectRatio="none" aria-hidden="true">
        ${months.map(({ wonValue }, index) => {
          const height = share(wonValue, greatest);
          return svg`<rect x=${index * 10 + 2.5} y=${100 - height} width="5" height=${height}></rect>`;
        })}
      </svg>
      <ol>
        ${months.map(({ month, wonValue }) => html`<li title="${format.month(month)}: ${money(wonValue, 'full')}">
          <small>${format.month(month, 'short')}</small><span class="number">${wonValue > 0 ? money(wonValue, 'compact') : nothing}</span>
        </li>`)}
      </ol>
    </div>
    <details ?open=${table.open} @toggle=${(event: Event) => table.toggle((event.target as HTMLDetailsElement).open)}>
      <summary>${t('months.table')}</summary>
      ${table.open ? html`<table>
        <thead><tr><th scope="col">${t('months.month')}</th><th scope="col" class="number">${t('months.value')}</th><th scope="col" class="number">${t('months.count')}</th><th scope="col" class="number">${t('months.registered')}</th></tr></thead>
        <tbody>
          ${months.map(({ month, wonValue, wonCount, registeredCount }) => html`<tr>
            <th scope="row">${format.month(month)}</th><td class="number">${money(wonValue, 'full')}</td><td class="number">${format.number(wonCount)}</td><td class="number">${format.number(registeredCount)}</td>
          </tr>`)}
        </tbody>
      </table>` : nothing}
    </details>
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
