import { css } from 'lit';

/** Queue and pane side by side, each scrolling by itself; where there is room for one, the pane takes the queue's place. */
export const deskStyles = css`
  /* Two lines to a row. */
  :host {
    --_row: max(calc(var(--_unit) * 13), 3.7142em);
    --_height: var(--prm-list-height, calc(var(--_unit) * 150));
  }
  .desk {
    position: relative;
  }
  .skeleton-rows {
    block-size: var(--_height);
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(calc(var(--_unit) * 72), 2fr) minmax(0, 5fr);
  }
  .panes > .rows {
    min-inline-size: 0;
  }
  .list {
    block-size: var(--_height);
  }
  .row {
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: calc(var(--_unit) * 2);
  }
  .choice > label {
    display: grid;
    place-items: center;
    inline-size: calc(var(--_unit) * 6);
    block-size: calc(var(--_unit) * 6);
  }
  .choice input {
    inline-size: 1.1429em;
    block-size: 1.1429em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .name,
  .state {
    display: grid;
    line-height: 1.35;
  }
  .name > * {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .name > strong {
    font-weight: var(--_strong);
  }
  .state {
    justify-items: end;
    font-size: var(--_size-small);
  }
  .state .time-bar > svg {
    display: none;
  }
  .state .time-bar {
    grid-template-columns: auto;
    color: var(--_muted);
  }
  .countdown {
    color: var(--_muted);
    font-size: var(--_size-small);
  }

  .bulk,
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
    background: var(--_sunken);
  }
  .bulk > span {
    margin-inline-end: auto;
  }
  .undo {
    position: sticky;
    inset-block-end: 0;
    border-block: 1px solid var(--_line);
    background: var(--_raised);
    animation: prm-appear var(--_quick) ease-out;
  }
  .undo > span:first-child {
    flex: 1;
    min-inline-size: 0;
  }

  @container (inline-size < 640px) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    /* No keys where there is no room for both: a telephone. */
    .toolbar > .actions,
    .panes:not(.reading) > .pane,
    .panes.reading > .rows {
      display: none;
    }
  }
`;
