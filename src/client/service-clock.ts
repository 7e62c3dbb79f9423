/** Below this, in ms, two clocks are taken for the same: the service tells whole seconds, and an answer takes its time. */
const alike = 10_000;

/** What time it is at the service, told by its answers: what is due and for how long counts by its clock, and this device's may be hours off. */
export class ServiceClock {
  #ahead = 0;

  /** ms since 1970. */
  readonly now = (): number => Date.now() + this.#ahead;

  heard(headers: Headers): void {
    const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
    if (!Number.isNaN(ahead)) this.#ahead = Math.abs(ahead) < alike ? 0 : ahead;
  }
}
