import { css } from 'lit';

export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_unit) * 1.5);
    min-block-size: var(--_control);
    padding-block: 0;
    padding-inline: calc(var(--_unit) * 3);
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: var(--_strong);
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--_quick);
  }

  .button:hover {
    background: var(--_hover);
  }

  .button:active {
    background: var(--_pressed);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_primary);
    color: var(--_on-primary);
  }

  .button.primary:hover,
  .button.primary:active {
    background: var(--_primary-strong);
  }

  .button.danger {
    color: var(--_danger-text);
  }

  .button.plain {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }

  .button.plain:hover {
    background: var(--_hover);
  }

  .button.icon-only {
    inline-size: var(--_control);
    padding: 0;
    border-color: transparent;
    background: transparent;
    color: var(--_muted);
  }

  .button.icon-only:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .button[aria-disabled='true'],
  .button:disabled {
    opacity: 0.6;
    cursor: default;
  }

  .button[aria-busy='true'] {
    opacity: 0.85;
    cursor: progress;
  }

  .button[aria-busy='true'] > .icon {
    animation: prm-turn 0.8s linear infinite;
  }

  @keyframes prm-turn {
    to {
      rotate: 1turn;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .button[aria-busy='true'] > .icon {
      animation-duration: 4s;
    }
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    /* The system's own pair, for it would draw a plate behind words on any other ground. */
    .button.primary {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
