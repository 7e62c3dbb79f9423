import { css } from 'lit';

/** Columns by month, and bars that lie; words stand outside the picture, so that it may be stretched to its place. */
export const chartStyles = css`
  .bars,
  .months > ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .months {
    position: relative;
    padding-block-start: calc(var(--_unit) * 2);
    overflow: clip;
  }
  .skeleton.chart {
    block-size: calc(var(--_unit) * 36);
    margin-block: calc(var(--_unit) * 2) calc(var(--_unit) * 11);
  }
  .months > svg {
    display: block;
    inline-size: 100%;
    block-size: calc(var(--_unit) * 36);
    border-block-end: 1px solid var(--_control-line);
    fill: var(--_accent);
  }
  .months > ol {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    text-align: center;
    white-space: nowrap;
  }
  .months li {
    display: grid;
    gap: calc(var(--_unit) * 0.5);
    padding-block-start: calc(var(--_unit) * 1.5);
    font-size: var(--_size-small);
  }
  .months .number {
    text-align: center;
  }
  .months small {
    order: -1;
    color: var(--_muted);
  }
  [dir='rtl'] .months > svg,
  [dir='rtl'] .bars svg {
    transform: scaleX(-1);
  }

  /* One track for all bars, whatever their words: they begin on one line. */
  .bars {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 4fr) minmax(max-content, 2fr);
    gap: calc(var(--_unit) * 2.5) calc(var(--_unit) * 3);
  }
  .bars > li {
    display: grid;
    grid-template-columns: subgrid;
    grid-column: 1 / -1;
    align-items: center;
  }
  .bar-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bars svg {
    inline-size: 100%;
    block-size: 8px;
    fill: var(--_accent);
  }
  .bars .quiet > svg {
    fill: var(--_control-line);
  }
  .bars .number {
    text-align: end;
  }
  .bars small {
    color: var(--_muted);
  }

  @container (inline-size < 51em) {
    .months .number {
      display: none;
    }
  }
  @container (inline-size < 34em) {
    .months li:not(:nth-child(3n + 1)) > small {
      visibility: hidden;
    }
    .bars {
      grid-template-columns: minmax(0, 1fr);
    }
    .bars > li {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--_unit) * 1) calc(var(--_unit) * 3);
    }
    .bars svg {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .months > svg,
    .bars svg {
      fill: CanvasText;
    }
  }
`;
