import { css } from 'lit';

/** What is chosen on one side, what it looks like on the other. */
export const themeStudioStyles = css`
  .studio {
    display: grid;
    grid-template-columns: minmax(calc(var(--_unit) * 76), 1fr) minmax(0, 2.6fr);
    align-items: start;
  }
  .look {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_unit) * 5);
    min-inline-size: 0;
    padding-block: calc(var(--_unit) * 4);
    padding-inline: calc(var(--_unit) * 3) calc(var(--_unit) * 5);
  }
  .look > section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_unit) * 3);
    min-inline-size: 0;
    padding-block-start: calc(var(--_unit) * 4);
    border-block-start: 1px solid var(--_line);
  }
  h3 {
    font-size: var(--_size-large);
  }
  .look > section > .field {
    margin-block-start: var(--_unit);
  }

  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    border-radius: var(--_radius);
    color: var(--_accent);
    font-weight: var(--_strong);
    cursor: pointer;
  }
  .choice {
    display: grid;
    justify-items: start;
    gap: var(--_unit);
    font-weight: var(--_strong);
  }
  .choice .segmented {
    font-weight: 400;
  }
  .code-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(var(--_unit) * 2);
    margin-block: calc(var(--_unit) * 2);
  }
  pre {
    max-block-size: calc(var(--_unit) * 60);
    margin: 0;
    padding: calc(var(--_unit) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
    font-family: ui-monospace, monospace;
    font-size: var(--_size-small);
    line-height: 1.6;
    overflow: auto;
    user-select: all;
  }

  .saving {
    position: sticky;
    inset-block-end: 0;
    justify-content: flex-end;
    padding: calc(var(--_unit) * 3);
    border-block-start: 1px solid var(--_line);
    background: var(--_raised);
  }
  .saving > small {
    margin-inline-end: auto;
  }

  @container (inline-size < 720px) {
    .studio {
      grid-template-columns: minmax(0, 1fr);
    }
    .look {
      padding-inline: calc(var(--_unit) * 3);
    }
  }
`;
