import { css } from 'lit';

/** Figures by row and column between hairlines; in a `.scroll` where it may be wider than its place. */
export const tableStyles = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding-block: calc(var(--_unit) * 1.5);
    padding-inline: 0 calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: baseline;
    font-weight: inherit;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  thead > tr > th,
  tbody > tr > th {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  th.number,
  td.number {
    text-align: end;
    white-space: nowrap;
  }
`;
