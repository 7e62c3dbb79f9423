import { css } from 'lit';

/**
 * The list's own geometry. A widget gives `.row` its columns: `.row { grid-template-columns: 2fr 1fr … }`, head included,
 * and may set `--prm-list-height`.
 */
export const virtualListStyles = css`
  .list {
    position: relative;
    block-size: var(--prm-list-height, calc(var(--_unit) * 130));
    overflow: auto;
    overflow-x: hidden;
    contain: strict;
    overflow-anchor: none;
  }

  .list-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_bg);
    color: var(--_muted);
    font-size: var(--_size-small);
  }

  .list-head > .row {
    block-size: max(calc(var(--_unit) * 9), 3em);
    box-shadow: inset 0 -1px var(--_line);
  }

  .list-head button {
    min-inline-size: 24px;
    min-block-size: 24px;
  }

  .list-body {
    position: relative;
    min-block-size: 1px;
  }

  .list-ruler {
    position: absolute;
    inset-block-start: 0;
    inline-size: 0;
    block-size: var(--_row);
    visibility: hidden;
    pointer-events: none;
  }

  .row {
    display: grid;
    align-items: center;
    gap: calc(var(--_unit) * 4);
    inline-size: 100%;
    block-size: var(--_row);
    padding-inline: calc(var(--_unit) * 3);
    contain: strict;
  }

  .list-body > .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    box-shadow: inset 0 -1px var(--_line);
    cursor: default;
  }

  .list-body > .row:hover {
    background: var(--_hover);
  }

  .list-body > .row[aria-selected='true'] {
    background: var(--_selected);
  }

  .list-body > .row:focus-visible {
    outline-offset: -2px;
  }

  .row > * {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* Columns that a page chose: the first is the widest, and the last give way. */
  .chosen .row {
    grid-template-columns: minmax(0, 1.8fr);
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
  }
  @container (inline-size < 54em) {
    .chosen .row > :nth-child(n + 4) {
      display: none;
    }
  }
  @container (inline-size < 31em) {
    .chosen .row > :nth-child(n + 3) {
      display: none;
    }
  }

  /* A row on its way: grey where words will be. */
  .row[aria-busy] > *::before {
    content: '';
    display: block;
    inline-size: 60%;
    block-size: 0.8571em;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_hover);
  }

  @media (forced-colors: active) {
    .list-body > .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
