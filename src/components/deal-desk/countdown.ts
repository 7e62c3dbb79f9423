import { html, type LitElement, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { DeskTranslate } from './desk-words.js';

const secondsUntil = (until: number): number => Math.max(0, Math.ceil((until - Date.now()) / 1_000));

/** Seconds for as long as somebody may hurry; then minutes and hours. */
function words(t: DeskTranslate, seconds: number): string {
  if (seconds <= 120) return t('seconds', { count: seconds });
  return seconds < 7_200 ? t('minutes', { count: Math.round(seconds / 60) }) : t('hours', { count: Math.round(seconds / 3_600) });
}

/** How long until an instant by this device's clock (ms since 1970), which a `Countdown` keeps true. `instant` is what it is known by: a clock that is put right must not end it twice. */
export const countdown = (t: DeskTranslate, until: number, instant = String(until)): TemplateResult =>
  html`<span class="countdown" data-until=${until} data-instant=${instant} .textContent=${words(t, secondsUntil(until))}></span>`;

/**
 * Counts down wherever a widget shows `countdown`: once a second it writes the numbers themselves, so that neither a list nor
 * a form is rendered for them. `over` is told when one has run out.
 */
export class Countdown implements ReactiveController {
  readonly #host: Pick<LitElement, 'renderRoot'>;
  readonly #t: () => DeskTranslate;
  readonly #over: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & Pick<LitElement, 'renderRoot'>, t: () => DeskTranslate, over: () => void) {
    this.#host = host;
    this.#t = t;
    this.#over = over;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#tick(), 1_000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    let over = false;
    for (const element of this.#host.renderRoot?.querySelectorAll<HTMLElement>('.countdown') ?? []) {
      const { until, instant, over: told } = element.dataset;
      const seconds = secondsUntil(Number(until));
      element.textContent = words(this.#t(), seconds);
      if (seconds > 0 || told === instant) continue;
      element.dataset['over'] = instant;
      over = true;
    }
    if (over) this.#over();
  }
}
