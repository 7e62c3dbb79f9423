import { html, type TemplateResult } from 'lit';

/**
 * What is left of a time, as a short bar with words. `left` is the share of 1 that remains: grey above a quarter, amber
 * below, red below a tenth or when it is over.
 */
export const timeBar = ({ left, words }: { left: number; words: string }): TemplateResult => {
  const share = Math.min(1, Math.max(0, left));
  const tone = share <= 0.1 ? 'danger' : share <= 0.25 ? 'warning' : 'neutral';
  // An SVG of 100 units needs no style attribute, which a strict content policy would drop.
  return html`<span class="time-bar ${tone}"
    ><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4" rx="2"></rect><rect class="left" width=${Math.round(share * 100)} height="4" rx="2"></rect></svg
    ><span>${words}</span></span
  >`;
};

/** The share of a span of days that is left, where `daysLeft` counts from today to its end. */
export const shareLeft = (daysLeft: number, daysInAll: number): number => (daysInAll > 0 ? daysLeft / daysInAll : 0);
