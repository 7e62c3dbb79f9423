/** Does work soon after it is asked for: once for all who ask meanwhile, and never twice at a time. */
export class Soon {
  readonly #work: () => Promise<unknown>;
  readonly #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<unknown> | undefined;
  #again = false;

  /** `work` says itself what it fails of. `delay` in milliseconds. */
  constructor(work: () => Promise<unknown>, delay = 200) {
    this.#work = work;
    this.#delay = delay;
  }

  ask(): void {
    if (this.#running) this.#again = true;
    else this.#timer ??= setTimeout(() => this.#run(), this.#delay);
  }

  /** Takes up nothing more and waits for what runs. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#again = false;
    await this.#running;
  }

  #run(): void {
    this.#timer = undefined;
    this.#running = this.#work().catch(() => undefined).finally(() => {
      this.#running = undefined;
      if (this.#again) this.ask();
      this.#again = false;
    });
  }
}
