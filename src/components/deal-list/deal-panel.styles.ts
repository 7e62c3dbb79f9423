import { css } from 'lit';

/** One deal in its dialog: loaded with it. */
export const dealPanelStyles = css`
  .dialog:has(.deal, prm-deal-registration) {
    inline-size: min(calc(100vi - var(--_unit) * 6), calc(var(--_unit) * 180));
  }
  .dialog-body > .deal,
  .deal > section,
  .step {
    display: grid;
    align-content: start;
    gap: calc(var(--_unit) * 4);
    min-inline-size: 0;
  }
  .deal > .segmented {
    justify-self: start;
  }
  .axes {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_unit) calc(var(--_unit) * 5);
  }
  .axes > strong {
    margin-inline-start: auto;
  }
  .said-by-vendor {
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    border-inline-start: 3px solid var(--_line);
    background: var(--_sunken);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .said-by-vendor[data-tone='warning'] {
    border-inline-start-color: var(--_warning-text);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding-block: calc(var(--_unit) * 1.5);
    padding-inline: 0 calc(var(--_unit) * 2);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    font-weight: inherit;
  }
  th {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  th.number,
  td.number {
    text-align: end;
    white-space: nowrap;
  }
`;
