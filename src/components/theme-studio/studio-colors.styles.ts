import { css } from 'lit';

/** Colours in pairs for light and dark, what is to be said of them, and those of an image. */
export const studioColorsStyles = css`
  .color-name {
    font-weight: var(--_strong);
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
  /* A colour is written from left to right in every language: #ffffff would end in its sign. */
  .swatch-field > [type='text'] {
    direction: ltr;
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
`;
