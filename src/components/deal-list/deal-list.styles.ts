import { css } from 'lit';

/** Columns that give way as the place narrows: first the stage, then the protection (for the vendor the other way round), then all but two lines. */
export const dealListStyles = css`
  /* Two lines to a row. */
  :host {
    --_row: max(calc(var(--_unit) * 13), 3.7142em);
  }
  .row {
    grid-template-columns: minmax(0, 2.4fr) minmax(0, 1.2fr) minmax(0, 1.2fr) minmax(0, 0.9fr) minmax(0, 1.2fr);
  }
  .vendor .row {
    grid-template-columns: minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1.15fr) minmax(0, 1.15fr) minmax(0, 0.8fr) minmax(0, 1.3fr);
  }
  .two {
    display: grid;
    line-height: 1.35;
  }
  .two > * {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row > .number {
    text-align: end;
  }
  [role='columnheader'] > button {
    display: inline-flex;
    align-items: center;
    gap: var(--_unit);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .dialog {
    inline-size: min(calc(100vi - var(--_unit) * 6), calc(var(--_unit) * 180));
  }
  /* A deal stands still, whichever of its sides is shown. */
  .dialog:not(:has(.step, prm-deal-registration)) {
    block-size: min(100dvb - var(--_unit) * 6, var(--_unit) * 200);
  }
  /* In a dialog, which has the title, an edge and a ground of its own. */
  prm-deal-registration::part(widget) {
    padding-inline: 0;
    background: none;
  }
  prm-deal-registration::part(toolbar) {
    display: none;
  }

  @container (inline-size >= 72em) {
    .tight {
      display: none;
    }
  }
  @container (inline-size < 72em) {
    .roomy {
      display: none;
    }
  }
  @container (inline-size < 54em) {
    .row {
      grid-template-columns: minmax(0, 2.2fr) minmax(0, 1.3fr) minmax(0, 0.9fr) minmax(0, 1.3fr);
    }
    .vendor .row {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1.1fr) minmax(0, 0.9fr);
    }
    .row > .stage,
    .vendor .protection {
      display: none;
    }
  }
  @container (inline-size < 44em) {
    .row,
    .vendor .row {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1fr);
    }
    .partner,
    .protection {
      display: none;
    }
  }
  @container (inline-size < 31em) {
    .row,
    .vendor .row {
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
    }
    .row > .value {
      display: none;
    }
  }
`;
