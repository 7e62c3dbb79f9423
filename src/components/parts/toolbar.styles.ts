import { css } from 'lit';

export const toolbarStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    /* As high with a button as without: what comes later moves nothing. */
    min-block-size: var(--_bar);
    padding: calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
  }

  .toolbar > h2 {
    flex: 1 1 auto;
  }

  .toolbar > h2 > small {
    font-weight: 400;
  }

  .tools,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    min-inline-size: 0;
  }

  /* One after the other, each as wide as it must be. */
  @container (inline-size < 34em) {
    .toolbar > .tools {
      display: contents;
    }
    .toolbar:has(.search) > h2,
    .toolbar .search {
      flex-basis: 100%;
    }
  }

  .search {
    position: relative;
    flex: 1 1 calc(var(--_unit) * 36);
    max-inline-size: 100%;
  }

  .search > .icon {
    position: absolute;
    inset-block-start: calc((var(--_control) - 1.1429em) / 2);
    inset-inline-start: calc(var(--_unit) * 2);
    color: var(--_muted);
    pointer-events: none;
  }

  .search > .control {
    padding-inline-start: max(calc(var(--_unit) * 8), 2em);
  }

  .segmented {
    display: flex;
    flex-wrap: wrap;
    min-inline-size: 0;
    margin: 0;
    padding: 2px;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_hover);
  }

  .segmented > label {
    position: relative;
    cursor: pointer;
  }

  .segmented > label > input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .segmented > label > span {
    display: block;
    padding: calc((var(--_control) - 4px - 1.4286em) / 2) calc(var(--_unit) * 2.5);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_muted);
    white-space: nowrap;
  }

  .segmented > label:hover > span {
    color: var(--_text);
  }

  .segmented :checked + span {
    background: var(--_raised);
    box-shadow: 0 0 0 1px var(--_line);
    color: var(--_text);
  }

  .segmented :focus-visible + span {
    outline: 2px solid var(--_accent);
  }

  @media (forced-colors: active) {
    .segmented :checked + span {
      outline: 2px solid Highlight;
    }
  }
`;
