import { ContextEvent } from '@lit/context';
import { html, type LitElement, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { portalContext } from '../portal/portal-context.js';
import type { DeskTranslate } from './desk-words.js';

type Host = Pick<LitElement, 'renderRoot' | 'dispatchEvent'> & HTMLElement;

const secondsUntil = (until: number, now: number): number => Math.max(0, Math.ceil((until - now) / 1_000));

/** Seconds for as long as somebody may hurry; then minutes and hours. */
function words(t: DeskTranslate, seconds: number): string {
  if (seconds <= 120) return t('seconds', { count: seconds });
  return seconds < 7_200 ? t('minutes', { count: Math.round(seconds / 60) }) : t('hours', { count: Math.round(seconds / 3_600) });
}

/** How long until an instant by this device's clock (ms since 1970), which a `Countdown` keeps true. */
export const countdown = (t: DeskTranslate, until: number): TemplateResult =>
  html`<span class="countdown" data-until=${until} .textContent=${words(t, secondsUntil(until, Date.now()))}></span>`;

/** The same until an instant that the service named. It counts by the service's clock, and so the `Countdown` writes it from the first. */
export const serviceCountdown = (instant: string): TemplateResult =>
  html`<span class="countdown" data-clock="service" data-until=${Date.parse(instant)}></span>`;

/**
 * Counts down wherever a widget shows `countdown`: once a second it writes the numbers themselves, so that neither a list nor
 * a form is rendered for them. `over` is told when one has run out.
 */
export class Countdown implements ReactiveController {
  readonly #host: Host;
  readonly #t: () => DeskTranslate;
  readonly #over: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & Host, t: () => DeskTranslate, over: () => void) {
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

  hostUpdated(): void {
    this.#write();
  }

  #tick(): void {
    let over = false;
    for (const { element, seconds } of this.#write()) {
      const { until, over: told } = element.dataset;
      if (seconds > 0 || told === until) continue;
      element.dataset['over'] = until;
      over = true;
    }
    if (over) this.#over();
  }

  /** Writes what is left, and tells it. */
  #write(): { element: HTMLElement; seconds: number }[] {
    const elements = [...(this.#host.renderRoot?.querySelectorAll<HTMLElement>('.countdown') ?? [])];
    const serviceNow = elements.some(({ dataset }) => dataset['clock']) ? this.#serviceNow() : 0;
    return elements.map((element) => {
      const { until, clock } = element.dataset;
      const seconds = secondsUntil(Number(until), clock ? serviceNow : Date.now());
      element.textContent = words(this.#t(), seconds);
      return { element, seconds };
    });
  }

  /** What time it is at the service, as the portal around knows it: this device's clock may be hours off. */
  #serviceNow(): number {
    let now = () => Date.now();
    this.#host.dispatchEvent(new ContextEvent(portalContext, this.#host, (portal) => (now = portal.client?.now ?? now)));
    return now();
  }
}
