import { html, nothing, type TemplateResult } from 'lit';
import type { DealRow, Programme, SessionInfo } from '../../client/index.js';
import { protectionBar, reviewMark, stageWord, type Label } from '../deal/deal-marks.js';
import type { Formats } from '../locale/format.js';
import { chosenOf } from '../parts/chosen.js';
import { icon } from '../parts/icon.js';
import { iconArrowDown } from '../parts/icons.js';
import type { ListTranslate } from './deal-steps.js';

/** What a row of the list shows: two lines, a number, or a word. */
const columns = { name: 'two', partner: '', review: 'two', stage: 'two', value: 'number', protection: '' } as const;
export type DealColumn = keyof typeof columns;

/** What the columns are drawn with: in whose words, for whom, and which a page chose. */
export interface ColumnParts {
  readonly t: ListTranslate;
  readonly format: Formats;
  readonly label: Label;
  readonly programme: Programme;
  readonly session: SessionInfo;
  readonly chosen: readonly DealColumn[] | undefined;
}

/** The orders that a column's head offers. */
const sorts: Partial<Record<DealColumn, string>> = { name: 'name', value: '-value' };

function columnsOf({ session, chosen }: ColumnParts): readonly DealColumn[] {
  const all = Object.keys(columns) as DealColumn[];
  return chosenOf(!session.partner || chosen ? all : all.filter((name) => name !== 'partner'), chosen);
}

/** Columns give way by their names where a place is narrow; those that a page chose, from the end. */
const classOf = (column: DealColumn, { chosen }: ColumnParts): string => `${columns[column]} ${chosen ? '' : column}`;

export function renderHead(parts: ColumnParts, order: string, sortBy: (order: string) => void): unknown {
  const { t, chosen } = parts;
  return columnsOf(parts).map((column) => {
    const sort = sorts[column];
    const on = sort === order;
    const word = t(`head.${column}`);
    return html`<span role="columnheader" class=${column === 'value' ? classOf(column, parts) : chosen ? nothing : column} aria-sort=${on ? (column === 'value' ? 'descending' : 'ascending') : nothing}>${sort
      ? html`<button type="button" title=${t('sort.by', { column: word })} @click=${() => sortBy(on ? '-updatedAt' : sort)}>${word}${on ? icon(iconArrowDown) : nothing}</button>`
      : word}</span>`;
  });
}

export const renderCells = (parts: ColumnParts, row: DealRow | undefined): TemplateResult => html`${columnsOf(parts).map(
  (column) => html`<span role="gridcell" class=${classOf(column, parts)} title=${(column === 'name' ? row?.name : column === 'partner' && row?.partner.name) || nothing}>${row && renderCell(column, parts, row)}</span>`,
)}`;

function renderCell(column: DealColumn, { t, format, label, programme, session }: ColumnParts, row: DealRow): unknown {
  switch (column) {
    case 'name':
      return html`<strong>${row.name || t('unnamed')}</strong><small>${[row.customer?.name, session.member.role === 'partner_admin' && row.member?.name].filter(Boolean).join(' · ')}</small>`;
    case 'partner':
      return row.partner.name;
    case 'review':
      return html`${reviewMark(t, row.review)}<small>${row.nextStep && t.has(`next.${row.nextStep.code}`) ? t(`next.${row.nextStep.code}` as 'next.submit') : ''}</small>`;
    case 'stage':
      return html`<span>${stageWord(t, programme.settings, label, row.stage)}</span>${renderClose(t, format, row)}`;
    case 'value':
      return row.value ? format.money(row.value, 'whole') : nothing;
    case 'protection':
      return protectionBar(t, row) ?? t('protection.none');
  }
}

/** When it closes or was closed: with its word where there is room, else the day, which must not be cut off. */
function renderClose(t: ListTranslate, format: Formats, { closedOn, closeOn }: DealRow): unknown {
  const day = closedOn ?? closeOn;
  if (!day) return nothing;
  const date = format.date(day);
  const sentence = t(closedOn ? 'close.was' : 'close.expected', { date });
  return html`<small class="roomy">${sentence}</small><small class="tight" title=${sentence}>${date}</small>`;
}
