import { css } from 'lit';

export const fileFieldStyles = css`
  .file-field {
    display: grid;
    grid-column: 1 / -1;
    gap: calc(var(--_unit) * 2);
    min-inline-size: 0;
  }
  .file-drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_unit) * 2) calc(var(--_unit) * 4);
    padding: calc(var(--_unit) * 3);
    border: 1px dashed var(--_control-line);
    border-radius: var(--_radius);
    transition: background-color var(--_quick);
  }
  .file-drop > span {
    color: var(--_muted);
  }
  .file-drop[data-over] {
    border-color: var(--_accent);
    border-style: solid;
    background: var(--_selected);
  }
  .file-drop:has([aria-invalid='true']) {
    border-color: var(--_danger-text);
  }
  .file-drop > input {
    min-inline-size: 0;
    max-inline-size: 100%;
    border-radius: var(--_radius);
    color: transparent;
    font: inherit;
  }
  .file-drop > input::file-selector-button {
    min-block-size: var(--_control);
    margin: 0;
    padding-inline: calc(var(--_unit) * 3);
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: var(--_strong);
    cursor: pointer;
  }
  .file-drop > input::file-selector-button:hover {
    background: var(--_hover);
  }
  .files > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto auto;
    align-items: center;
    column-gap: calc(var(--_unit) * 2);
    min-block-size: var(--_row);
    border-block-end: 1px solid var(--_line);
  }
  .files > li > .icon {
    color: var(--_muted);
  }
  .files > li[data-failed] > .icon {
    color: var(--_danger-text);
  }
  .files > li > .button:last-of-type {
    grid-column: 5;
  }
  .file-name {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button.file-name {
    padding: calc(var(--_unit) * 1) 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  button.file-name:hover {
    text-decoration: underline;
  }
  .files > li > .field-error,
  .files > li > progress {
    grid-column: 2 / -1;
    margin-block-end: calc(var(--_unit) * 2);
  }
  progress {
    inline-size: 100%;
    block-size: 4px;
    border: 0;
    border-radius: 2px;
    background: var(--_line);
    accent-color: var(--_accent);
    appearance: none;
  }
  progress::-webkit-progress-bar {
    border-radius: 2px;
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    border-radius: 2px;
    background: var(--_accent);
    transition: inline-size var(--_quick);
  }
  progress::-moz-progress-bar {
    border-radius: 2px;
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid ButtonText;
      forced-color-adjust: none;
    }
  }
`;
