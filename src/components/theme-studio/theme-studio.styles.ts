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
    gap: calc(var(--_unit) * 3);
    min-inline-size: 0;
  }
  .look > section {
    grid-template-columns: minmax(0, 1fr);
    padding-block-start: calc(var(--_unit) * 4);
    border-block-start: 1px solid var(--_line);
  }
  h3 {
    font-size: var(--_size-large);
  }
  .color-name {
    font-weight: var(--_strong);
  }
  .look > section > .field {
    margin-block-start: var(--_unit);
  }
  .pair,
  .color,
  .schemes {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: start;
    gap: calc(var(--_unit) * 1.5) calc(var(--_unit) * 3);
  }
  .schemes > span,
  .color-name,
  .findings {
    grid-column: 1 / -1;
  }
  .schemes > span {
    display: none;
  }
  .schemes {
    margin-block-end: calc(var(--_unit) * -2);
  }

  .swatch-field {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_unit);
  }
  [type='color'] {
    inline-size: var(--_control);
    block-size: var(--_control);
    padding: 0;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: none;
    overflow: hidden;
    cursor: pointer;
  }
  [type='color']::-webkit-color-swatch-wrapper {
    padding: 0;
  }
  [type='color']::-webkit-color-swatch {
    border: 0;
  }
  [type='color']::-moz-color-swatch {
    border: 0;
  }
  [type='file'] {
    padding: var(--_unit);
    font-size: var(--_size-small);
  }

  .findings,
  .more {
    display: grid;
    gap: calc(var(--_unit) * 2);
  }
  .more {
    gap: calc(var(--_unit) * 3);
    margin-block-start: calc(var(--_unit) * 3);
  }
  .summary,
  .findings > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_unit) * 1.5);
    color: var(--_muted);
    font-size: var(--_size-small);
    text-wrap: pretty;
  }
  .summary > .icon,
  .findings .icon {
    margin-block-start: 0.15em;
  }
  .summary:not(.trouble) > .icon {
    color: var(--_success-text);
  }
  .summary.trouble,
  .findings > .trouble {
    color: var(--_text);
  }
  .trouble > .icon {
    color: var(--_warning-text);
  }
  .findings .button {
    min-block-size: 24px;
    padding-inline: var(--_unit);
    font-size: inherit;
    vertical-align: baseline;
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
  .swatches {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 2);
    margin-block-start: var(--_unit);
  }
  .swatch {
    inline-size: max(32px, var(--_control));
    block-size: max(32px, var(--_control));
    padding: 0;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    forced-color-adjust: none;
    cursor: pointer;
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

  .preview {
    position: sticky;
    inset-block-start: 0;
    display: grid;
    gap: calc(var(--_unit) * 3);
    min-inline-size: 0;
    padding-block: calc(var(--_unit) * 4);
    padding-inline: calc(var(--_unit) * 5) calc(var(--_unit) * 3);
    border-inline-start: 1px solid var(--_line);
  }
  .preview-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
  }
  .preview-head > h3 {
    flex: 1 1 auto;
  }
  .preview-head small {
    font-weight: 400;
  }
  .frames {
    display: grid;
    gap: calc(var(--_unit) * 5) calc(var(--_unit) * 4);
  }
  .frames.phone {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 360px));
  }
  figcaption {
    margin-block-end: var(--_unit);
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .frame {
    --prm-list-height: calc(var(--_unit) * 72);
    max-block-size: calc(var(--_unit) * 110);
    padding: calc(var(--_unit) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    overflow: hidden;
  }
  .frame.light {
    color-scheme: light;
  }
  .frame.dark {
    color-scheme: dark;
  }

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
    .preview {
      position: static;
      padding-inline: calc(var(--_unit) * 3);
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }
  }
`;
