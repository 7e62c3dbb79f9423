import { css } from 'lit';

/** What narrows the list, in its popover. */
export const dealFilterStyles = css`
  .filters {
    inline-size: min(calc(100vi - var(--_unit) * 4), calc(var(--_unit) * 100));
    max-block-size: calc(100dvb - var(--_unit) * 4);
    padding: 0 calc(var(--_unit) * 4) calc(var(--_unit) * 4);
    overflow: auto;
  }
  .filters-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-inline: calc(var(--_unit) * -4);
    padding-block: calc(var(--_unit) * 2);
    padding-inline: calc(var(--_unit) * 4) calc(var(--_unit) * 2);
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
  }
  .filters:popover-open {
    display: grid;
    gap: calc(var(--_unit) * 4);
  }
  .filters > .button {
    justify-self: start;
  }
  .filters .choices {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .filters .choices > legend {
    margin-block-end: var(--_unit);
    padding: 0;
    font-weight: var(--_strong);
  }
  .filters .choices > div {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(calc(var(--_unit) * 40), 1fr));
    gap: var(--_unit) calc(var(--_unit) * 3);
  }
  .filters .button {
    inline-size: auto;
    font-weight: var(--_strong);
  }
  .save-view,
  .views > li {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_unit) * 2);
  }
  .save-view > .field {
    flex: 1 1 calc(var(--_unit) * 40);
  }
  .views > li {
    align-items: center;
    justify-content: space-between;
  }
`;
