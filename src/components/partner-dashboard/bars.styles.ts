import { css } from 'lit';

/** Bars that lie, named at their beginning and valued at their end: in one grid whatever their words, so that they begin on one line. */
export const barsStyles = css`
  .bars {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 4fr) minmax(max-content, 2fr);
    gap: calc(var(--_unit) * 2.5) calc(var(--_unit) * 3);
    align-items: center;
  }
  .bars > li {
    display: contents;
  }
  .bar-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bars svg {
    inline-size: 100%;
    block-size: 8px;
    fill: var(--_accent);
  }
  .bars .quiet > svg {
    fill: var(--_control-line);
  }
  .bars .number {
    text-align: end;
  }

  [dir='rtl'] .bars svg {
    transform: scaleX(-1);
  }

  @container (inline-size < 34em) {
    .bars {
      grid-template-columns: minmax(0, 1fr);
    }
    .bars > li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: calc(var(--_unit) * 1) calc(var(--_unit) * 3);
    }
    .bars svg {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .bars svg {
      fill: CanvasText;
    }
  }
`;
