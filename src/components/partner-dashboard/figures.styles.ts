import { css } from 'lit';

/** Key figures in a row of hairlines, each with what it means. */
export const figuresStyles = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: calc(var(--_unit) * 5) calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 5) calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
  }
  .figures > li {
    display: grid;
    grid-template-rows: subgrid;
    grid-row: span 3;
    gap: calc(var(--_unit) * 0.5);
    min-inline-size: 0;
  }
  .figures > .skeleton-lines {
    display: block;
    grid-row: auto;
    block-size: calc(var(--_pitch) * 3);
  }
  .figures strong {
    font-size: var(--_size-large);
    font-weight: var(--_strong);
  }
  .term {
    --_icon: max(24px, calc(var(--_unit) * 6), 1.7143em);
    padding-inline-end: var(--_icon);
    color: var(--_muted);
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  /* It takes no room in its line, but the end that is kept free: so it never wraps to a line of its own. */
  .term > .button {
    inline-size: var(--_icon);
    min-block-size: var(--_icon);
    margin-inline-end: calc(-1 * var(--_icon));
    vertical-align: middle;
  }
  /* Inside, for it stands close by its word. */
  .term > .button:focus-visible {
    outline-offset: -2px;
  }
  /* As wide as its words: one that shrinks to the room beside its button never looks for more on the other side. */
  .definition {
    inline-size: max-content;
    max-inline-size: min(calc(var(--_unit) * 80), 100vi - var(--_unit) * 4);
    margin: auto;
    padding: calc(var(--_unit) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  /* Below its button, where the browser can place it there; else in the middle. */
  @supports (position-area: block-end) {
    .definition {
      inset: auto;
      margin: var(--_unit);
      position-area: block-end span-inline-end;
      position-try-fallbacks: flip-inline, flip-block;
    }
  }

  @container (inline-size >= 34em) {
    .figures {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @container (inline-size >= 80em) {
    .figures {
      grid-template-columns: repeat(7, minmax(0, auto));
      justify-content: space-between;
    }
  }
  /* Text of twice the size on a phone: a word and its button need the whole line. */
  @container (inline-size < 16em) {
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
