import { css } from 'lit';

export const dealRegistrationStyles = css`
  /* As far in as a list's cells, for the ground may be another than the page's. */
  .widget {
    padding-inline: calc(var(--_unit) * 3);
  }
  .toolbar {
    padding-inline: 0;
  }
  form {
    display: grid;
    gap: calc(var(--_unit) * 6);
    max-inline-size: calc(var(--_unit) * 190);
    padding-block: calc(var(--_unit) * 4);
  }
  .section {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_unit) * 4);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .section > h3 {
    grid-column: 1 / -1;
    padding-block-end: calc(var(--_unit) * 1);
    border-block-end: 1px solid var(--_line);
  }
  .intro,
  .kept {
    color: var(--_muted);
  }
  .asked {
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    border-inline-start: 3px solid var(--_warning-text);
    background: var(--_sunken);
    white-space: pre-line;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    padding-block-start: calc(var(--_unit) * 4);
    border-block-start: 1px solid var(--_line);
  }
  .foot > .kept {
    margin-inline-end: auto;
    font-size: var(--_size-small);
  }

  .meanwhile {
    display: grid;
    gap: calc(var(--_unit) * 3);
    justify-items: start;
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    border-inline-start: 3px solid var(--_accent);
    background: var(--_sunken);
  }
  .meanwhile .check {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .rest > summary {
    padding-block: calc(var(--_unit) * 2);
    font-weight: var(--_strong);
    cursor: pointer;
  }

  .customer {
    display: grid;
    align-content: start;
    gap: calc(var(--_unit) * 3);
    min-inline-size: 0;
  }
  .customer:has(.new-customer) {
    grid-column: 1 / -1;
  }
  .new-customer {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
    margin: 0;
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4) calc(var(--_unit) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .new-customer > legend {
    padding-inline: var(--_unit);
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .new-customer > .button {
    justify-self: start;
  }
  .alike {
    grid-column: 1 / -1;
  }
  .availability {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_unit) calc(var(--_unit) * 3);
  }

  .picker {
    position: relative;
  }
  /* What is offered reaches over the form's end, and over what stands below it. */
  .widget:has([role='combobox'][aria-expanded='true']) {
    contain: none;
  }
  .options {
    position: absolute;
    inset-block-start: calc(100% + var(--_unit));
    inset-inline: 0;
    z-index: 1;
    max-block-size: calc(var(--_unit) * 70);
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .options > li {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 2.5);
    cursor: default;
  }
  .options > li:hover,
  .options > li[aria-selected='true'] {
    background: var(--_selected);
  }
  .options > li:last-child:not(:first-child) {
    border-block-start: 1px solid var(--_line);
  }

  .choices,
  .lines {
    display: grid;
    grid-column: 1 / -1;
    gap: calc(var(--_unit) * 2);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices > legend,
  .lines > legend {
    margin-block-end: var(--_unit);
    padding: 0;
    font-weight: var(--_strong);
  }
  legend > small {
    font-weight: 400;
  }
  .choices > div {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2) calc(var(--_unit) * 6);
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 1fr) minmax(0, 1.6fr) auto;
    align-items: end;
    gap: calc(var(--_unit) * 3);
  }
  .line-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_unit) * 3);
  }

  @container (inline-size < 40em) {
    .section,
    .new-customer {
      grid-template-columns: minmax(0, 1fr);
    }
    .line {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr) auto;
    }
    .line > :first-child {
      grid-column: 1 / -1;
    }
    .foot > .kept {
      flex-basis: 100%;
    }
    .foot > .button.primary {
      flex: 1;
    }
  }
`;
