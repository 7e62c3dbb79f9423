import { css } from 'lit';

/** What floats in the top layer: dialogs and menus. */
export const overlayStyles = css`
  .dialog {
    inline-size: min(calc(100vi - var(--_unit) * 6), calc(var(--_unit) * 130));
    max-block-size: min(100dvb - var(--_unit) * 6, calc(var(--_unit) * 200));
    padding: 0;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overscroll-behavior: contain;
  }

  .dialog[open] {
    display: grid;
    grid-template-rows: auto 1fr auto;
    animation: prm-rise var(--_quick) ease-out;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 0.35);
  }

  .dialog > .dialog-head,
  .dialog > .dialog-foot {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    padding: calc(var(--_unit) * 3) calc(var(--_unit) * 4);
  }

  .dialog > .dialog-head {
    justify-content: space-between;
    border-block-end: 1px solid var(--_line);
  }

  .dialog > .dialog-foot {
    flex-wrap: wrap;
    justify-content: flex-end;
    border-block-start: 1px solid var(--_line);
  }

  .dialog-body {
    display: grid;
    /* Else a part that scrolls by itself would be squeezed to nothing in a dialog that is full. */
    grid-auto-rows: max-content;
    align-content: start;
    gap: calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 4);
    overflow: auto;
  }

  .menu {
    position: fixed;
    min-inline-size: calc(var(--_unit) * 40);
    margin: 0;
    padding: var(--_unit);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .menu:popover-open {
    animation: prm-rise var(--_quick) ease-out;
  }

  .menu > button {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    inline-size: 100%;
    min-block-size: var(--_control);
    padding-inline: calc(var(--_unit) * 2);
    border: 0;
    border-radius: calc(var(--_radius) / 1.5);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .menu > button:hover,
  .menu > button:focus-visible {
    background: var(--_hover);
  }

  .menu > button.danger {
    color: var(--_danger-text);
  }

  .menu > button[aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }

  @keyframes prm-rise {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }
`;
