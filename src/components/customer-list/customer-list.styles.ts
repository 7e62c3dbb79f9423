import { css } from 'lit';

export const customerListStyles = css`
  .row {
    grid-template-columns: minmax(0, 2.4fr) minmax(0, 1.3fr) minmax(0, 1fr) minmax(0, 1.3fr) minmax(0, 0.9fr);
  }
  .row > :last-child:not(:first-child) {
    text-align: end;
  }
  .row strong {
    font-weight: var(--_strong);
  }
  .list-head button {
    display: inline-flex;
    align-items: center;
    gap: var(--_unit);
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .list-head button:hover,
  .list-head [aria-sort] > button {
    color: var(--_text);
  }

  .form {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_unit) * 4);
  }
  .contacts {
    display: grid;
    grid-column: 1 / -1;
    gap: calc(var(--_unit) * 4);
    justify-items: start;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .contacts > legend {
    margin-block-end: calc(var(--_unit) * 3);
    padding: 0;
    font-weight: var(--_strong);
  }
  .contact {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr)) auto;
    gap: calc(var(--_unit) * 3);
    inline-size: 100%;
    padding-block-end: calc(var(--_unit) * 4);
    border-block-end: 1px solid var(--_line);
  }
  .contact > .button {
    grid-row: 1;
    grid-column: 3;
    margin-block-start: calc(var(--_unit) * 6);
  }
  .people {
    display: grid;
    gap: calc(var(--_unit) * 3);
  }
  .people > li {
    display: grid;
  }
  .people span {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_unit) * 4);
  }
  .people a {
    display: inline-flex;
    align-items: center;
    min-block-size: max(24px, calc(var(--_unit) * 6));
  }
  .note {
    white-space: pre-line;
  }
  a {
    color: var(--_accent);
  }
  h3 {
    margin-block: calc(var(--_unit) * 2) calc(var(--_unit) * -2);
  }
  .kept {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    margin-block-end: calc(var(--_unit) * 4);
    color: var(--_muted);
  }
  .conflict {
    color: var(--_warning-text);
  }

  @container (inline-size < 54em) {
    .row {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 1fr);
    }
    .owner,
    .updated {
      display: none;
    }
  }
  @container (inline-size < 31em) {
    .row {
      grid-template-columns: minmax(0, 1.8fr) minmax(0, 1fr);
    }
    .lifecycle {
      display: none;
    }
    .form,
    .contact {
      grid-template-columns: minmax(0, 1fr);
    }
    .contact > .button {
      grid-row: auto;
      grid-column: 1;
      margin-block-start: 0;
    }
  }
`;
