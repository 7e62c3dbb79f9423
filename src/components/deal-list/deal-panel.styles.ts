import { css } from 'lit';

/** One deal in its dialog: loaded with it. */
export const dealPanelStyles = css`
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
`;
