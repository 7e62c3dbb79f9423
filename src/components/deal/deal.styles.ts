import { css } from 'lit';

/** Clocks, timeline and conversation. They stand on `markStyles`, `fieldStyles` and `buttonStyles`. */
export const dealStyles = css`
  .clocks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(var(--_unit) * 50)), 1fr));
    gap: calc(var(--_unit) * 3) calc(var(--_unit) * 6);
    padding-block: calc(var(--_unit) * 3);
    border-block: 1px solid var(--_line);
  }
  .clocks dt {
    margin-block-end: calc(var(--_unit) * 0.5);
    color: var(--_muted);
    font-size: var(--_size-small);
  }

  .timeline,
  .talk {
    display: grid;
    gap: calc(var(--_unit) * 3);
    list-style: none;
  }
  .timeline > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    gap: calc(var(--_unit) * 3);
    white-space: normal;
  }
  .timeline > li > .mark {
    margin-block-start: 0.42em;
  }
  .timeline time,
  .talk time {
    margin-inline-start: calc(var(--_unit) * 1);
    font-size: var(--_size-small);
  }
  .timeline blockquote {
    margin: var(--_unit) 0 0;
    padding-inline-start: calc(var(--_unit) * 3);
    border-inline-start: 2px solid var(--_line);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .talk > li {
    justify-self: start;
    max-inline-size: 85%;
  }
  .talk > .own {
    justify-self: end;
  }
  .talk > .own > .muted {
    text-align: end;
  }
  .said {
    padding: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
    border-radius: var(--_radius);
    background: var(--_hover);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .own > .said {
    background: var(--_selected);
  }
  .write {
    display: grid;
    gap: calc(var(--_unit) * 2);
    justify-items: start;
    margin-block-start: calc(var(--_unit) * 2);
  }
  .write > .field {
    inline-size: 100%;
  }

  @media (forced-colors: active) {
    .said {
      border: 1px solid CanvasText;
    }
  }
`;
