import { css } from 'lit';

/** Each part of the rules: what it is for on one side, what holds on the other. */
export const programmeRulesStyles = css`
  .book {
    display: grid;
  }
  .rule-part {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: calc(var(--_unit) * 3) calc(var(--_unit) * 10);
    padding: calc(var(--_unit) * 6) calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
  }
  .why,
  .muted {
    margin-block-start: var(--_unit);
    color: var(--_muted);
    text-wrap: pretty;
  }
  .rule-content {
    display: grid;
    align-content: start;
    justify-items: start;
    gap: calc(var(--_unit) * 4);
    min-inline-size: 0;
  }
  .rule-content > * {
    inline-size: 100%;
  }
  .rule-content > .button {
    inline-size: auto;
  }
  .says {
    display: grid;
    gap: var(--_unit);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--_unit) * 44)), 1fr));
    align-items: start;
    gap: calc(var(--_unit) * 4);
  }
  .rule-list {
    display: grid;
  }
  .rule-list > li {
    padding-block: calc(var(--_unit) * 2);
    border-block-end: 1px solid var(--_line);
  }
  .rule-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_unit);
  }
  .rule-head > p {
    flex: 1 1 100%;
    overflow-wrap: anywhere;
  }
  .rule-head > .button.plain {
    padding-inline: 0 calc(var(--_unit) * 3);
  }
  .rule-head > .button {
    max-inline-size: 100%;
    white-space: normal;
    text-align: start;
  }
  .rule-fields {
    display: grid;
    gap: calc(var(--_unit) * 4);
    margin-block: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    padding-inline-start: calc(var(--_unit) * 4);
    border-inline-start: 2px solid var(--_line);
  }
  .choices {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices > legend {
    padding: 0;
    font-weight: var(--_strong);
  }
  .choices > div {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1.5) calc(var(--_unit) * 4);
    margin-block-start: calc(var(--_unit) * 1.5);
  }
  .chosen {
    display: grid;
    gap: calc(var(--_unit) * 2);
  }
  .chips,
  .found {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1.5);
  }
  .chips > li {
    display: flex;
    align-items: center;
    gap: var(--_unit);
    max-inline-size: 100%;
    padding-inline-start: calc(var(--_unit) * 2);
    border-radius: var(--_radius);
    background: var(--_hover);
  }
  .chips .button {
    inline-size: calc(var(--_unit) * 6);
    min-block-size: calc(var(--_unit) * 7);
  }
  .add-holiday {
    display: flex;
    align-items: end;
    gap: calc(var(--_unit) * 2);
  }

  .saving {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
    gap: calc(var(--_unit) * 3);
    padding: calc(var(--_unit) * 3);
    border-block-start: 1px solid var(--_line);
    background: var(--_raised);
  }
  .versions {
    display: grid;
    gap: calc(var(--_unit) * 5);
  }
  .versions .note {
    display: block;
    color: var(--_muted);
  }
  .changed {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: calc(var(--_unit) * 1) calc(var(--_unit) * 3);
    margin-block-start: calc(var(--_unit) * 1);
  }
  .changed > dt {
    color: var(--_muted);
  }
  .gone {
    color: var(--_muted);
    text-decoration: line-through;
  }

  @container (inline-size < 720px) {
    .rule-part {
      grid-template-columns: minmax(0, 1fr);
    }
    .saving {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
