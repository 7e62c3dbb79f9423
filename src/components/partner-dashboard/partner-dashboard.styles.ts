import { css } from 'lit';

/** Figures in a row of hairlines, charts below side by side where there is room. */
export const partnerDashboardStyles = css`
  /* The three sizes of this widget: small, body, and the figures, which are what it is opened for. */
  :host {
    --_size-large: calc(var(--_size) * 1.4286);
  }
  .toolbar > h2 {
    font-size: var(--_size);
  }
  .figures,
  .attention {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_unit) * 5) calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 5) calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
  }
  .figures > li {
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 3;
    gap: calc(var(--_unit) * 0.5);
    min-inline-size: 0;
  }
  .figures > .skeleton-lines {
    display: block;
    grid-row: auto;
    block-size: calc(var(--_pitch) * 3);
  }
  .figures strong {
    font-size: var(--_size-large);
    font-weight: var(--_strong);
    font-variant-numeric: tabular-nums;
  }
  .figures small,
  .muted {
    color: var(--_muted);
  }
  .term {
    --_icon: max(24px, calc(var(--_unit) * 6), 1.7143em);
    padding-inline-end: var(--_icon);
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  /* It takes no room in its line, but the end that is kept free: so it never wraps to a line of its own. */
  .term > .button {
    inline-size: var(--_icon);
    min-block-size: var(--_icon);
    margin-inline-end: calc(-1 * var(--_icon));
    vertical-align: middle;
  }
  .definition {
    max-inline-size: calc(var(--_unit) * 80);
    margin: auto;
    padding: calc(var(--_unit) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  /* Below its button, where the browser can place it there; else in the middle. */
  @supports (position-area: block-end) {
    .definition {
      inset: auto;
      margin: var(--_unit) 0;
      position-area: block-end span-inline-end;
      position-try-fallbacks: flip-inline, flip-block;
    }
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
  .attention small {
    color: var(--_muted);
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

  @container (inline-size >= 34em) {
    .figures {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @container (inline-size >= 64em) {
    .figures {
      grid-template-columns: repeat(7, minmax(0, auto));
      justify-content: space-between;
    }
  }
  @container (inline-size < 51em) {
    .sections {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  /* Text of twice the size on a phone: a word and its button need the whole line. */
  @container (inline-size < 16em) {
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
