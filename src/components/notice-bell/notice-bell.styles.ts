import { css } from 'lit';

export const noticeBellStyles = css`
  :host {
    display: inline-block;
  }

  .widget {
    display: inline-flex;
    container-type: normal;
    background: none;
    vertical-align: top;
    align-items: center;
    gap: calc(var(--_unit) * 1);
  }

  .widget > .skeleton {
    inline-size: var(--_control);
    block-size: var(--_control);
    margin: 0;
    border-radius: var(--_radius);
  }

  /* A bell stands in a header: what is in the way is said in a line, and the rest of it to readers. */
  .widget > .face {
    display: flex;
    min-block-size: var(--_control);
    padding: 0;
    text-align: start;
  }

  .widget > .face > .icon {
    inline-size: 1.1429em;
    block-size: 1.1429em;
    margin: 0;
  }

  .widget > .face > p,
  .widget > .face > small,
  .widget > .notice > span {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .widget > .face > button {
    margin: 0;
  }

  .widget > .notice {
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
  }

  .bell {
    position: relative;
  }

  .badge {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-end: 0;
    min-inline-size: 1.4em;
    padding-inline: 0.35em;
    border-radius: 0.7em;
    background: var(--_primary);
    color: var(--_on-primary);
    font-size: max(10px, calc(var(--_size) * 0.72));
    line-height: 1.4;
    text-align: center;
  }

  .panel {
    position: fixed;
    inline-size: min(calc(100vi - 8px), calc(var(--_unit) * 96));
    max-block-size: min(100dvb - var(--_unit) * 16, calc(var(--_unit) * 140));
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overscroll-behavior: contain;
    overflow: auto;
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 1);
    padding-block: calc(var(--_unit) * 2);
    padding-inline: calc(var(--_unit) * 4) calc(var(--_unit) * 2);
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
  }

  .head > h2 {
    flex: 1;
  }

  .item {
    display: grid;
    grid-template-columns: calc(var(--_unit) * 2) 1fr;
    gap: 0 calc(var(--_unit) * 2);
    inline-size: 100%;
    padding: calc(var(--_unit) * 2.5) calc(var(--_unit) * 3);
    border: 0;
    background: none;
    color: var(--_muted);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  li + li > .item {
    border-block-start: 1px solid var(--_line);
  }

  .item:hover {
    background: var(--_hover);
  }

  .item:focus-visible {
    outline-offset: -2px;
  }

  .item.unread {
    color: var(--_text);
  }

  .item > .dot {
    inline-size: 0.5714em;
    block-size: 0.5714em;
    margin-block-start: 0.45em;
    border-radius: 50%;
    forced-color-adjust: none;
  }

  .item.unread > .dot {
    background: var(--_accent);
  }

  .item > .says {
    overflow-wrap: anywhere;
  }

  .item > small {
    grid-column: 2;
  }

  .foot,
  .emails {
    display: grid;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
  }

  .foot {
    border-block-start: 1px solid var(--_line);
  }
`;
