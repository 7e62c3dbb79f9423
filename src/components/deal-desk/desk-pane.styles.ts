import { css } from 'lit';

/** The registration: what is read scrolls, what is done with it stands below. */
export const deskPaneStyles = css`
  .pane {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-inline-size: 0;
    block-size: var(--_height);
    border-inline-start: 1px solid var(--_line);
  }
  .pane:focus-visible {
    outline-offset: -2px;
  }
  .pane > .none {
    place-self: center;
    color: var(--_muted);
  }
  .back {
    display: none;
  }
  .reading-part {
    display: grid;
    align-content: start;
    gap: calc(var(--_unit) * 5);
    padding: calc(var(--_unit) * 4);
    overflow: auto;
  }
  .pane-foot {
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    border-block-start: 1px solid var(--_line);
    background: var(--_raised);
  }
  .pane-head {
    display: grid;
    gap: calc(var(--_unit) * 1);
  }
  h3 {
    font-size: var(--_size-large);
    overflow-wrap: anywhere;
  }
  h4 {
    margin: 0 0 calc(var(--_unit) * 2);
    font-size: var(--_size);
    font-weight: var(--_strong);
  }
  .marks,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }
  .marks {
    gap: var(--_unit) calc(var(--_unit) * 4);
  }
  .waiting {
    display: grid;
    gap: var(--_unit);
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    border-inline-start: 3px solid var(--_accent);
    background: var(--_sunken);
  }
  .parts {
    display: grid;
    gap: calc(var(--_unit) * 5) calc(var(--_unit) * 8);
  }
  .parts > div {
    display: grid;
    align-content: start;
    gap: calc(var(--_unit) * 5);
    min-inline-size: 0;
  }
  .part {
    min-inline-size: 0;
  }
  .prose {
    white-space: pre-line;
  }

  .beside th[scope='col'] {
    color: var(--_text);
    font-size: inherit;
    font-weight: var(--_strong);
  }
  .beside th[scope='col'] > small {
    display: block;
    font-weight: 400;
  }
  .beside th[scope='row'],
  .beside thead > tr > td {
    position: sticky;
    inset-inline-start: 0;
    inline-size: 1%;
    background: var(--_bg);
    white-space: nowrap;
  }
  .beside tbody td {
    min-inline-size: calc(var(--_unit) * 36);
    overflow-wrap: anywhere;
  }

  .candidates {
    display: grid;
    gap: calc(var(--_unit) * 3);
  }
  .candidates > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(var(--_unit) * 2);
  }
  .candidates .button {
    max-inline-size: calc(var(--_unit) * 50);
    min-block-size: calc(var(--_unit) * 6);
    white-space: normal;
    text-align: end;
  }
  .candidate-why {
    grid-column: 1 / -1;
  }
  .reasons {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .strength {
    display: inline-grid;
    grid-template-columns: calc(var(--_unit) * 14) auto;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }
  .strength > svg {
    inline-size: 100%;
    block-size: 4px;
  }
  .strength .track {
    fill: var(--_line);
  }
  .strength .full {
    fill: var(--_accent);
  }

  .effects {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0 calc(var(--_unit) * 3);
    font-size: var(--_size-small);
  }
  .effects > dt {
    color: var(--_muted);
  }
  .decision {
    display: grid;
    gap: calc(var(--_unit) * 3);
    max-block-size: calc(var(--_height) * 0.75);
    overflow: auto;
    padding: 2px;
  }
  .choices {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices > legend {
    padding: 0;
    font-weight: var(--_strong);
  }
  .choices > div {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(calc(var(--_unit) * 40), 1fr));
    gap: calc(var(--_unit) * 1.5) calc(var(--_unit) * 4);
    margin-block: calc(var(--_unit) * 1.5) var(--_unit);
  }

  .seller {
    display: grid;
    grid-template-columns: minmax(0, 1fr) calc(var(--_unit) * 24) auto;
    align-items: end;
    gap: calc(var(--_unit) * 2);
  }

  /* Wide enough to read what was entered beside what is known. */
  @container (inline-size >= 1080px) {
    .parts {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container (inline-size < 640px) {
    .pane {
      block-size: auto;
      border-inline-start: 0;
    }
    .back {
      display: block;
      padding-block-start: calc(var(--_unit) * 2);
    }
    .reading-part,
    .pane-foot {
      padding-inline: calc(var(--_unit) * 3);
    }
    .pane-foot {
      position: sticky;
      inset-block-end: 0;
    }
    .effects {
      display: none;
    }
  }
`;
