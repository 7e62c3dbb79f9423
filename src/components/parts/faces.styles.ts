import { css } from 'lit';

export const faceStyles = css`
  .face {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: calc(var(--_unit) * 1);
    min-block-size: calc(var(--_unit) * 50);
    padding: calc(var(--_unit) * 8) calc(var(--_unit) * 4);
    text-align: center;
  }

  .face > .icon {
    inline-size: 1.7143em;
    block-size: 1.7143em;
    margin-block-end: var(--_unit);
    color: var(--_muted);
    stroke-width: 1.5;
  }

  .face > p {
    max-inline-size: 44ch;
    color: var(--_muted);
    text-wrap: balance;
  }

  .face > button {
    margin-block-start: calc(var(--_unit) * 3);
  }

  .face > small {
    margin-block-start: calc(var(--_unit) * 2);
    overflow-wrap: anywhere;
    user-select: all;
  }

  .notice {
    display: flex;
    align-items: center;
    gap: calc(var(--_unit) * 2);
    min-block-size: calc(var(--_unit) * 9);
    padding: var(--_unit) calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
    background: var(--_sunken);
    font-size: var(--_size-small);
  }

  .notice > .icon {
    color: var(--_warning-text);
  }

  .notice > span {
    flex: 1;
  }

  /* Skeletons: the final shape without words. */
  .skeleton {
    display: block;
    inline-size: 60%;
    block-size: 0.8571em;
    margin-block: 0.2857em;
    border-radius: calc(var(--_radius) / 2);
    background: color-mix(in oklab, var(--_text) 9%, var(--_bg));
  }

  /* A widget to come breathes as a whole: an animation for each of its lines would cost more than the widget. */
  .skeleton,
  .widget[aria-busy='true'] > * {
    animation: prm-breathe 1.6s ease-in-out infinite alternate;
  }
  .widget[aria-busy='true'] .skeleton {
    animation: none;
  }

  .skeleton-bar {
    display: grid;
    align-items: center;
    block-size: calc(var(--_control) + var(--_unit) * 6 + 1px);
    padding-inline: calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
  }

  .skeleton-list {
    block-size: var(--prm-list-height, calc(var(--_unit) * 130));
    overflow: hidden;
  }

  .skeleton-row {
    display: grid;
    align-items: center;
    block-size: var(--_row);
    padding-inline: calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
  }

  .skeleton-row > .skeleton {
    max-inline-size: calc(var(--_unit) * 80);
  }

  .skeleton-fields {
    display: grid;
    gap: calc(var(--_unit) * 4);
    max-inline-size: calc(var(--_unit) * 190);
    padding-block: calc(var(--_unit) * 6);
  }

  .skeleton.control-to-come {
    inline-size: 100%;
    block-size: var(--_control);
    border-radius: var(--_radius);
  }

  .skeleton.w20 { inline-size: 20%; }
  .skeleton.w40 { inline-size: 40%; }
  .skeleton.w80 { inline-size: 80%; }
  .skeleton.w100 { inline-size: 100%; }

  @keyframes prm-breathe {
    to {
      opacity: 0.5;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton,
    .widget[aria-busy='true'] > * {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;
