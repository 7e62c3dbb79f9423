import { css } from 'lit';

/** What somebody else saved meanwhile, with the choice of what stays. */
export const staleStyles = css`
  .stale {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_unit) * 3);
    padding: calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_warning-text);
    background: var(--_sunken);
  }

  .stale > .icon {
    margin-block-start: 0.14em;
    color: var(--_warning-text);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .stale .buttons {
    margin-block-start: calc(var(--_unit) * 2);
  }
`;
