import { html, type TemplateResult } from 'lit';

/** One line of text to come, in per cent of its place. */
export const skeletonLine = (width: 20 | 40 | 60 | 80 | 100 = 60): TemplateResult => html`<span class="skeleton w${width}"></span>`;

const widths = [60, 40, 80, 60, 40] as const;

/** Lines to come, uneven as lines are. */
export const skeletonLines = (count: number): TemplateResult[] => Array.from({ length: count }, (_, index) => skeletonLine(widths[index % widths.length]));

/** A toolbar to come, as high as the real one. */
export const skeletonBar = (): TemplateResult => html`<div class="skeleton-bar">${skeletonLine(20)}</div>`;

/** A list to come: its toolbar, and rows of their height in a window of its height, so that nothing moves when they are there. */
export const skeletonList = (): TemplateResult => html`${skeletonBar()}<div class="skeleton-rows"></div>`;

/** Fields to come. */
export const skeletonFields = (): TemplateResult => html`${skeletonBar()}<div class="skeleton-fields"></div>`;
