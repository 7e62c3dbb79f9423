import type { PortalClient, Programme } from '../../client/index.js';
import { dayFormat, supportedTimeZone } from '../locale/zone.js';

/** Milliseconds between two looks, and the most that a page waits for its new day, so that not all ask at midnight. */
const between = 15_000;
const spread = 300_000;
const wakes = ['focus', 'online', 'pageshow'] as const;

/**
 * Notices that the programme's day is over, by the service's clock: what is counted in days is then old, though nobody changed
 * anything. A page that stayed awake waits a random while before it says so; one that slept through midnight does not.
 */
export class DayTurn {
  readonly #client: PortalClient;
  readonly #programme: () => Programme | undefined;
  readonly #turned: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looked = Date.now();
  #waited = false;

  constructor(client: PortalClient, programme: () => Programme | undefined, turned: () => void) {
    this.#client = client;
    this.#programme = programme;
    this.#turned = turned;
    for (const name of wakes) addEventListener(name, this.#look);
    document.addEventListener('visibilitychange', this.#look);
    this.#lookIn(between);
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const name of wakes) removeEventListener(name, this.#look);
    document.removeEventListener('visibilitychange', this.#look);
  }

  #lookIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, milliseconds);
  }

  readonly #look = (): void => {
    if (document.visibilityState === 'hidden') return this.#lookIn(between);
    const slept = Date.now() - this.#looked > 4 * between;
    this.#looked = Date.now();
    const isOver = this.#isOver();
    if (isOver && !slept && !this.#waited) {
      this.#waited = true;
      return this.#lookIn(Math.random() * spread);
    }
    this.#waited = false;
    if (isOver) this.#turned();
    this.#lookIn(between);
  };

  #isOver(): boolean {
    const programme = this.#programme();
    if (!programme) return false;
    return dayFormat(supportedTimeZone(programme.timeZone)).format(this.#client.now?.() ?? Date.now()) > programme.today;
  }
}
