import { css } from 'lit';

/** Columns that give way as the place narrows: first the stage, then the protection (for the vendor the other way round), then all but two lines. */
export const dealListStyles = css`
  /* Two lines to a row. */
  :host {
    --_row: max(calc(var(--_unit) * 13), 3.7142em);
  }
  .row {
    grid-template-columns: minmax(0, 2.4fr) minmax(0, 1.1fr) minmax(0, 1.1fr) minmax(0, 0.9fr) minmax(0, 1.2fr);
  }
  .vendor .row {
    grid-template-columns: minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1.15fr) minmax(0, 1fr) minmax(0, 0.8fr) minmax(0, 1.5fr);
  }

  .name {
    display: grid;
    line-height: 1.35;
  }
  .name > * {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .name > small {
    color: var(--_muted);
  }
  .name > strong {
    font-weight: var(--_strong);
  }
  .row > .number {
    text-align: end;
  }
  .row > .decide {
    display: flex;
    gap: calc(var(--_unit) * 2);
    overflow: visible;
  }

  .axes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 5);
  }
  h3 {
    margin-block: calc(var(--_unit) * 2) calc(var(--_unit) * -2);
    font-size: var(--_size);
    font-weight: var(--_strong);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2) calc(var(--_unit) * 1.5) 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    font-weight: inherit;
  }
  th {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  th.number,
  td.number {
    text-align: end;
    white-space: nowrap;
  }
  .history {
    display: grid;
    gap: calc(var(--_unit) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .history > li {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_unit) * 4);
  }
  .history time {
    color: var(--_muted);
    white-space: nowrap;
  }
  .step {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }

  @container (inline-size < 54em) {
    .row {
      grid-template-columns: minmax(0, 2.2fr) minmax(0, 1.2fr) minmax(0, 0.9fr) minmax(0, 1.3fr);
    }
    .vendor .row {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1.1fr) minmax(0, 0.9fr);
    }
    .stage,
    .vendor :is(.protection, .decide) {
      display: none;
    }
  }
  @container (inline-size < 44em) {
    .row,
    .vendor .row {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 1fr);
    }
    .partner,
    .protection {
      display: none;
    }
  }
  @container (inline-size < 31em) {
    .row,
    .vendor .row {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    }
    .row > .value {
      display: none;
    }
  }
`;
