import { css } from 'lit';

/** Status marks, time bars, facts, keys: the small things inside rows and panes. */
export const markStyles = css`
  .status {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_unit) * 1.5);
    min-inline-size: 0;
    vertical-align: top;
    white-space: nowrap;
    --tone: var(--_muted);
  }

  .status.active {
    --tone: var(--_accent);
  }
  .status.success {
    --tone: var(--_success-text);
  }
  .status.warning {
    --tone: var(--_warning-text);
  }
  .status.danger {
    --tone: var(--_danger-text);
  }

  /* neutral: ring · active: dot · success: full square, rounded · warning: diamond · danger: triangle */
  .mark {
    flex: none;
    inline-size: 0.5714em;
    block-size: 0.5714em;
    border: 1.5px solid var(--tone);
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .status:not(.neutral) > .mark {
    background: var(--tone);
  }
  .status.success > .mark {
    border-radius: 30%;
  }
  .status.warning > .mark {
    border-radius: 1px;
    rotate: 45deg;
  }
  .status.danger > .mark {
    border-radius: 0;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }

  .time-bar {
    display: inline-grid;
    grid-template-columns: minmax(calc(var(--_unit) * 2), calc(var(--_unit) * 14)) auto;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    max-inline-size: 100%;
    vertical-align: top;
    white-space: nowrap;
  }
  .time-bar > svg {
    inline-size: 100%;
    block-size: 4px;
  }
  .time-bar .track {
    fill: var(--_line);
  }
  .time-bar .left {
    fill: var(--_muted);
  }
  .time-bar.warning .left {
    fill: var(--_warning-text);
  }
  .time-bar.danger .left {
    fill: var(--_danger-text);
  }
  .time-bar.danger > span {
    color: var(--_danger-text);
  }
  [dir='rtl'] .time-bar > svg {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .time-bar .track {
      fill: GrayText;
    }
    .time-bar .left {
      fill: CanvasText;
    }
  }

  .facts {
    display: grid;
    grid-template-columns: fit-content(40%) minmax(0, 1fr);
    gap: calc(var(--_unit) * 2) calc(var(--_unit) * 4);
  }
  .facts > dt {
    color: var(--_muted);
  }
  .facts > dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  @container (inline-size < 27em) {
    .facts {
      grid-template-columns: 1fr;
      gap: 0;
    }
    .facts > dd {
      margin-block-end: calc(var(--_unit) * 2);
    }
  }

  kbd {
    padding-inline: 0.35em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    color: var(--_muted);
    font: inherit;
    font-size: var(--_size-small);
  }
`;
