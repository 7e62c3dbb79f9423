import { css } from 'lit';

export const fieldStyles = css`
  .field {
    display: grid;
    align-content: start;
    gap: var(--_unit);
    min-inline-size: 0;
  }

  .field.wide {
    grid-column: 1 / -1;
  }

  .field > label:not(.check) {
    font-weight: var(--_strong);
  }

  .field > label > small {
    font-weight: 400;
  }

  .control {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    margin: 0;
    padding: calc(var(--_unit) * 1) calc(var(--_unit) * 2.5);
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_text);
    accent-color: var(--_accent);
    font: inherit;
    /* A Latin name, an address or a telephone number is typed as it is read, at the side where its label begins. */
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    transition: border-color var(--_quick);
  }

  .control:focus {
    border-color: var(--_accent);
    outline: 2px solid color-mix(in oklab, var(--_accent) 45%, transparent);
    outline-offset: 0;
  }

  .control[aria-invalid='true'] {
    border-color: var(--_danger-text);
  }

  .control::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  textarea.control {
    field-sizing: content;
    min-block-size: calc(var(--_unit) * 18);
    resize: vertical;
  }

  .control:disabled,
  .control:read-only:not(select) {
    background: var(--_sunken);
  }

  .field-error {
    display: flex;
    gap: var(--_unit);
    color: var(--_danger-text);
    font-size: var(--_size-small);
  }

  .field-error > .icon {
    margin-block-start: 0.15em;
  }

  .with-unit {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: calc(var(--_unit) * 2);
  }

  .with-unit > :last-child {
    color: var(--_muted);
  }

  .check {
    display: flex;
    gap: calc(var(--_unit) * 2);
    align-items: start;
    min-block-size: max(24px, calc(var(--_unit) * 6));
  }

  .check > input,
  .choices input {
    flex: none;
    inline-size: 1.1429em;
    block-size: 1.1429em;
    margin: 0.14em 0 0;
    accent-color: var(--_accent);
  }
`;
