import { html, type TemplateResult } from 'lit';
import type { Deal } from '../../client/index.js';
import type { Translate } from '../locale/catalogue.js';
import type { Formats } from '../locale/format.js';
import { andSmall } from '../parts/and-small.js';
import type words from './en.js';

/** What a deal is about, product by product; it may be wider than its place. */
export function dealLines(t: Translate<typeof words>, format: Formats, { lines, value }: Deal): TemplateResult {
  const amount = (text: string) => format.number(Number(text), { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('lines.title')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('lines.product')}</th>
          <th scope="col" class="number">${t('lines.quantity')}</th>
          <th scope="col" class="number">${t('lines.price')}</th>
          <th scope="col" class="number">${andSmall(t('lines.amount'), value?.currency)}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => html`<tr>
          <td>${line.product?.name ?? line.description}</td>
          <td class="number">${format.number(Number(line.quantity))}</td>
          <td class="number">${amount(line.unitPrice)}</td>
          <td class="number">${amount(line.amount)}</td>
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}
