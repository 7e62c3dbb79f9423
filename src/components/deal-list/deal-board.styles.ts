import { css } from 'lit';

/** The board: loaded with it. Columns keep a width that can be read and scroll sideways where there is no room for all. */
export const dealBoardStyles = css`
  .board {
    display: grid;
    grid-auto-columns: minmax(calc(var(--_unit) * 56), 1fr);
    grid-auto-flow: column;
    gap: calc(var(--_unit) * 2);
    max-block-size: var(--prm-list-height, calc(var(--_unit) * 150));
    padding: calc(var(--_unit) * 3);
    overflow: auto;
    overscroll-behavior-inline: contain;
    scroll-snap-type: inline proximity;
    scroll-padding: calc(var(--_unit) * 3);
  }
  .column {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    align-content: start;
    min-inline-size: 0;
    border-radius: var(--_radius);
    background: var(--_sunken);
    scroll-snap-align: start;
  }
  .column.target {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    background: var(--_selected);
  }
  .column > header {
    position: sticky;
    inset-block-start: calc(var(--_unit) * -3);
    z-index: 1;
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    border-radius: inherit;
    background: inherit;
  }
  .column > header > h3 {
    min-inline-size: 0;
  }
  .column > header > .number {
    white-space: nowrap;
  }
  .column > ul {
    display: grid;
    grid-row: 3;
    align-content: start;
    gap: calc(var(--_unit) * 2);
    min-block-size: calc(var(--_unit) * 16);
    padding: 0 calc(var(--_unit) * 2) calc(var(--_unit) * 2);
  }
  .column > .button {
    grid-row: 4;
    justify-self: start;
  }
  .landing {
    grid-row: 2;
    margin: 0 calc(var(--_unit) * 2) calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    border: 1px dashed var(--_accent);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }

  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_unit) * 0.5) var(--_unit);
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .card[draggable='true'] {
    cursor: grab;
  }
  .card.lifted {
    border-color: var(--_accent);
    box-shadow: var(--_shadow);
  }
  .card[aria-busy] {
    opacity: 0.6;
  }
  .card > :not(.open, .card-menu) {
    grid-column: 1 / -1;
  }
  .card > .open {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    overflow-wrap: anywhere;
    text-align: start;
    cursor: pointer;
  }
  .card-menu {
    margin-block: calc(var(--_unit) * -1.5);
    margin-inline-end: calc(var(--_unit) * -2);
  }
  .card-menu > .button {
    border-color: transparent;
    background: none;
  }
  .card > p {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(var(--_unit) * 2);
  }
`;
