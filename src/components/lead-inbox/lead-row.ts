import { html, type TemplateResult } from 'lit';
import type { LeadRow } from '../../client/index.js';
import type { Formats } from '../locale/format.js';
import { leadMark, type LeadTranslate } from './lead-marks.js';

/** A lead in the list: what it asks for, who asks, and how long it waits. */
export function renderLeadRow(t: LeadTranslate, format: Formats, row: LeadRow | undefined): TemplateResult {
  if (!row) return html`<span role="gridcell"></span><span role="gridcell"></span>`;
  return html`
    <span role="gridcell" class="name" title=${row.subject}><strong>${row.subject}</strong><small>${row.company}${row.city ? ` · ${row.city}` : ''}</small></span>
    <span role="gridcell">${leadMark(t, format, row)}</span>
  `;
}
