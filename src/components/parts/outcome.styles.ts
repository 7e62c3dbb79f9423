import { css } from 'lit';

export const outcomeStyles = css`
  .outcome {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    padding-block: var(--_unit);
    padding-inline: calc(var(--_unit) * 3) var(--_unit);
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_success-text);
    border-radius: var(--_radius);
    background: var(--_raised);
    animation: prm-appear var(--_quick) ease-out;
  }

  .widget > .outcome {
    margin-block: calc(var(--_unit) * 3);
  }

  .outcome.danger {
    border-inline-start-color: var(--_danger-text);
  }

  .outcome > .icon {
    color: var(--_success-text);
  }

  .outcome.danger > .icon {
    color: var(--_danger-text);
  }

  .outcome > span {
    flex: 1;
    min-inline-size: 0;
  }

  @keyframes prm-appear {
    from {
      opacity: 0;
    }
  }
`;
