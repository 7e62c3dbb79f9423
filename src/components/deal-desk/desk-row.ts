import { html, type TemplateResult } from 'lit';
import type { ReviewRow } from '../../client/index.js';
import type { Formats } from '../locale/format.js';
import { dueBar, rowMark } from './desk-marks.js';
import type { DeskTranslate } from './desk-words.js';

/** One registration in the queue: whose it is, what it is worth, what was found, and when it is due. */
export function renderRowCells(t: DeskTranslate, format: Formats, row: ReviewRow | undefined, chosen: boolean, choose: (row: ReviewRow) => void): TemplateResult {
  if (!row) return html`<span role="gridcell"></span><span role="gridcell"></span><span role="gridcell"></span>`;
  const { name, partner, customer, value } = row;
  return html`
    <span role="gridcell" class="choice"
      ><label><input type="checkbox" tabindex="-1" aria-label=${t('mark', { name })} .checked=${chosen} @change=${() => choose(row)}
    /></label></span>
    <span role="gridcell" class="name" title=${customer ? `${name} · ${customer.name}` : name}
      ><strong>${name}</strong><small>${[value && format.money(value, 'whole'), partner.name].filter(Boolean).join(' · ')}</small></span
    >
    <span role="gridcell" class="state">${rowMark(t, format, row)}${row.pending ? '' : dueBar(t, format, row)}</span>
  `;
}
