import { css } from 'lit';

/** The widgets in the look that is being made, in both schemes. */
export const studioPreviewStyles = css`
  .preview {
    position: sticky;
    inset-block-start: 0;
    display: grid;
    gap: calc(var(--_unit) * 3);
    min-inline-size: 0;
    padding-block: calc(var(--_unit) * 4);
    padding-inline: calc(var(--_unit) * 5) calc(var(--_unit) * 3);
    border-inline-start: 1px solid var(--_line);
  }
  .preview-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_unit) * 2) calc(var(--_unit) * 3);
  }
  .preview-head > h3 {
    flex: 1 1 auto;
  }
  .preview-head small {
    font-weight: 400;
  }
  .frames {
    display: grid;
    gap: calc(var(--_unit) * 5) calc(var(--_unit) * 4);
  }
  .frames.phone {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 360px));
  }
  figcaption {
    margin-block-end: var(--_unit);
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .frame {
    --prm-list-height: calc(var(--_unit) * 72);
    max-block-size: calc(var(--_unit) * 110);
    padding: calc(var(--_unit) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: Canvas;
    color: CanvasText;
    overflow: hidden;
  }
  .logo {
    display: block;
    max-inline-size: 100%;
    block-size: calc(var(--_unit) * 8);
    margin-block-end: calc(var(--_unit) * 2);
    object-fit: contain;
  }
  .frame.light {
    color-scheme: light;
  }
  .frame.dark {
    color-scheme: dark;
  }

  @container (inline-size < 720px) {
    .preview {
      position: static;
      padding-inline: calc(var(--_unit) * 3);
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }
  }
`;
