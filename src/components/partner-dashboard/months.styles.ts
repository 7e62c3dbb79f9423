import { css } from 'lit';

/** Columns by month; words stand outside the picture, so that it may be stretched to its place. The same in figures below it. */
export const monthsStyles = css`
  .months {
    padding-block-start: calc(var(--_unit) * 2);
    overflow: clip;
  }
  .skeleton.chart {
    block-size: calc(var(--_unit) * 36);
    margin-block: calc(var(--_unit) * 2) calc(var(--_unit) * 19);
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
    padding-block-start: calc(var(--_unit) * 1.5);
    font-size: var(--_size-small);
  }
  .months li > * {
    display: block;
    text-align: center;
  }
  .months .number {
    margin-block-start: calc(var(--_unit) * 0.5);
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    margin-block-start: calc(var(--_unit) * 2);
    padding-inline-end: calc(var(--_unit) * 1.5);
    border-radius: var(--_radius);
    line-height: 24px;
    color: var(--_muted);
    font-size: var(--_size-small);
    cursor: pointer;
  }
  [dir='rtl'] .months > svg {
    transform: scaleX(-1);
  }

  /* Figures far from their month would be hard to follow; beside it, and a few letters each, they need no bar to scroll. */
  table {
    max-inline-size: calc(var(--_unit) * 130);
  }
  thead .number {
    white-space: normal;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  th[scope='row'] {
    white-space: nowrap;
  }

  /* Where there is no room they are heard and not seen. */
  @container (inline-size < 51em) {
    .months li {
      position: relative;
    }
    .months .number {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container (inline-size < 34em) {
    .months li:not(:nth-child(3n + 1)) > small {
      clip-path: inset(50%);
    }
    td {
      font-size: var(--_size-small);
    }
  }
  @media (forced-colors: active) {
    .months > svg {
      fill: CanvasText;
    }
  }
`;
