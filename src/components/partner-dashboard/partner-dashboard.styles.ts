import { css } from 'lit';

/** Charts side by side where there is room, and what needs attention. */
export const partnerDashboardStyles = css`
  /* The three sizes of this widget: small, body, and the figures, which are what it is opened for. */
  :host {
    --_size-large: calc(var(--_size) * 1.4286);
  }
  .toolbar > h2 {
    font-size: var(--_size);
  }
  .sections {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_unit) * 8);
    padding: calc(var(--_unit) * 6) calc(var(--_unit) * 3);
  }
  .sections > .wide {
    grid-column: 1 / -1;
  }
  h3 {
    margin: 0 0 calc(var(--_unit) * 4);
    font-size: var(--_size);
    font-weight: var(--_strong);
  }

  .attention {
    display: grid;
  }
  .attention button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_unit) * 4);
    inline-size: 100%;
    padding: calc(var(--_unit) * 2.5) 0;
    border: 0;
    border-block-end: 1px solid var(--_line);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .attention button:hover {
    background: var(--_hover);
  }
  .attention .title,
  .attention small {
    grid-column: 1;
  }
  .attention .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .attention + .button {
    margin-block-start: calc(var(--_unit) * 2);
    margin-inline-start: calc(var(--_unit) * -3);
  }
  .attention .due {
    grid-row: 1 / span 2;
    grid-column: 2;
    align-self: center;
  }
  .due.soon {
    color: var(--_warning-text);
  }
  .due.over {
    color: var(--_danger-text);
  }

  @container (inline-size < 51em) {
    .sections {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
