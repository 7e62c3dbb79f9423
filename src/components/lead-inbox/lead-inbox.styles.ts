import { css } from 'lit';

/** List and reading pane side by side; where there is room for one, the pane takes the list's place. */
export const leadInboxStyles = css`
  /* Two lines to a row. */
  :host {
    --_row: max(calc(var(--_unit) * 13), 3.7142em);
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    border-block-start: 1px solid var(--_line);
  }
  .panes > .pane {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_unit) * 4);
    min-inline-size: 0;
    padding: calc(var(--_unit) * 4);
    border-inline-start: 1px solid var(--_line);
  }
  .pane > .none {
    margin: auto;
    color: var(--_muted);
  }
  .row {
    grid-template-columns: minmax(0, 1fr) minmax(0, 12.5em);
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
  .name > strong {
    font-weight: var(--_strong);
  }
  .name > small {
    color: var(--_muted);
  }
  h3 {
    margin: 0;
    font-size: var(--_size-large);
    font-weight: var(--_strong);
    text-wrap: balance;
  }
  h4 {
    margin: 0;
    font-size: var(--_size);
    font-weight: var(--_strong);
  }
  .company {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_unit) * 2) calc(var(--_unit) * 4);
    margin: 0;
    color: var(--_muted);
  }
  .message {
    margin: 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--_accent);
  }
  .offers {
    display: grid;
    gap: calc(var(--_unit) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .offers > li {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_unit) * 4);
  }
  .offers time {
    color: var(--_muted);
    white-space: nowrap;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2);
  }
  .asked {
    display: grid;
    gap: calc(var(--_unit) * 4);
    padding-block-end: calc(var(--_unit) * 4);
    border-block-end: 1px solid var(--_line);
  }
  .pane > .back {
    display: none;
    margin-inline-start: calc(var(--_unit) * -3);
  }

  @container (inline-size < 51em) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    .panes > .pane {
      padding-inline: calc(var(--_unit) * 3);
      border-inline-start: 0;
    }
    .panes:not(.reading) > .pane,
    .panes.reading > .rows {
      display: none;
    }
    .pane > .back {
      display: block;
    }
  }

  /* The subject comes before the bar; the words beside it say the same. */
  @container (inline-size < 31em) or (51em <= inline-size < 64em) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .row .time-bar {
      grid-template-columns: auto;
    }
    .row .time-bar > svg {
      display: none;
    }
  }
`;
