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
    background: var(--_bone);
  }

  .widget {
    --_bone: color-mix(in oklab, var(--_text) 9%, var(--_bg));
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
    block-size: var(--_bar);
    padding-inline: calc(var(--_unit) * 3);
    border-block-end: 1px solid var(--_line);
  }

  /* What is to come in numbers is painted and not laid out: one element for all, or it would cost as much as what comes. */
  .skeleton-rows,
  .skeleton-lines,
  .skeleton-fields {
    --_thick: 0.8571em;
    background-repeat: repeat-y;
    background-origin: content-box;
  }

  .skeleton-rows,
  .skeleton-lines {
    --_start: calc((var(--_pitch) - var(--_thick)) / 2);
    --_end: calc((var(--_pitch) + var(--_thick)) / 2);
    background-image:
      linear-gradient(transparent calc(var(--_pitch) - 1px), var(--_hair) 0),
      linear-gradient(transparent var(--_start), var(--_bone) 0 var(--_end), transparent 0),
      linear-gradient(transparent calc(var(--_pitch) + var(--_start)), var(--_bone) 0 calc(var(--_pitch) + var(--_end)), transparent 0),
      linear-gradient(transparent calc(var(--_pitch) * 2 + var(--_start)), var(--_bone) 0 calc(var(--_pitch) * 2 + var(--_end)), transparent 0);
    background-size: 100% var(--_pitch), min(60%, var(--_unit) * 80) calc(var(--_pitch) * 3), min(40%, var(--_unit) * 60) calc(var(--_pitch) * 3), min(80%, var(--_unit) * 100) calc(var(--_pitch) * 3);
  }

  .skeleton-rows {
    --_pitch: var(--_row);
    --_hair: var(--_line);
    block-size: var(--prm-list-height, calc(var(--_unit) * 130));
    padding-inline: calc(var(--_unit) * 3);
    background-origin: padding-box, content-box, content-box, content-box;
  }

  .skeleton-lines {
    --_pitch: 1.4286em;
    --_hair: transparent;
    block-size: calc(var(--_pitch) * 8);
  }

  .skeleton-fields {
    --_pitch: calc(var(--_thick) + var(--_unit) * 6 + var(--_control));
    --_box: calc(var(--_thick) + var(--_unit) * 2);
    block-size: calc(var(--_pitch) * 8);
    max-inline-size: calc(var(--_unit) * 190);
    margin-block: calc(var(--_unit) * 6);
    background-image:
      linear-gradient(var(--_bone) var(--_thick), transparent 0),
      linear-gradient(transparent var(--_box), var(--_bone) 0 calc(var(--_box) + var(--_control)), transparent 0);
    background-size: 20% var(--_pitch), 100% var(--_pitch);
  }

  :is(.skeleton-rows, .skeleton-lines, .skeleton-fields):dir(rtl) {
    background-position: 100% 0;
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
    .skeleton-rows,
    .skeleton-lines,
    .skeleton-fields {
      --_bone: GrayText;
      forced-color-adjust: none;
    }
    .skeleton-fields {
      background-size: 20% var(--_pitch), 0;
    }
  }
`;
