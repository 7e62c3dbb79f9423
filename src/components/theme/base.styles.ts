import { css } from 'lit';

/**
 * The ground every widget stands on: the host's font, our sizes, one focus ring, and a container to adapt to. On an element
 * of ours, for the page's rules reach the host element, the likes of `*` included. Letter and word spacing that is asked
 * for there goes through: readers ask for it. What changes inside is laid out inside: the page around it is not, nor it with the page.
 */
export const base = css`
  :host {
    display: block;
    letter-spacing: normal;
    word-spacing: normal;
  }

  .widget {
    all: initial;
    display: block;
    container-type: inline-size;
    contain: layout;
    color-scheme: inherit;
    cursor: inherit;
    letter-spacing: inherit;
    pointer-events: inherit;
    visibility: inherit;
    word-spacing: inherit;
    writing-mode: inherit;
    -webkit-font-smoothing: inherit;
    color: var(--_text);
    background: var(--_bg);
    font-family: var(--prm-font-family, var(--prm-programme-font-family, inherit));
    font-size: var(--_size);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    line-height: 1.4286;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  * {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3,
  strong,
  th {
    font-size: inherit;
    font-weight: var(--_strong);
  }

  h2 {
    font-size: var(--_size-large);
    line-height: 1.5;
  }

  small {
    font-size: var(--_size-small);
  }

  small,
  .muted {
    color: var(--_muted);
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .visually-hidden:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .truncate {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /*
   * What somebody called something runs as its letters do, and is cut off at its own end: a Latin name in an Arabic list keeps its
   * beginning and its full stop. It stands where its column begins all the same.
   */
  h2,
  .truncate,
  .row > *,
  .name > *,
  .two > *,
  .title,
  .bar-name,
  .file-name,
  .facts > dd {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .number {
    unicode-bidi: isolate;
    text-align: end;
  }

  /* Where lines are broken between words that have no spaces. */
  .widget:lang(ja) {
    word-break: auto-phrase;
  }

  .icon {
    flex: none;
    inline-size: 1.1429em;
    block-size: 1.1429em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .icon.filled {
    fill: currentcolor;
    stroke: none;
  }

  [dir='rtl'] .icon.directional {
    transform: scaleX(-1);
  }
`;
