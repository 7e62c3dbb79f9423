import { html, type TemplateResult } from 'lit';

/** One line of text to come, in per cent of its place. */
export const skeletonLine = (width: 20 | 40 | 60 | 80 | 100 = 60): TemplateResult => html`<span class="skeleton w${width}"></span>`;

/** Rows to come, uneven as rows are. Put each in the row's own shape by `row`. */
export function skeletonRows(count: number, row: (line: TemplateResult, index: number) => unknown = (line) => html`<div class="skeleton-row">${line}</div>`): unknown[] {
  const widths = [60, 40, 80, 60, 40] as const;
  return Array.from({ length: count }, (_, index) => row(skeletonLine(widths[index % widths.length]), index));
}
