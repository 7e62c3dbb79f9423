// The wall clock, put ahead or back; timers and the monotonic clock go on as if nothing were, as they do in a machine that slept.
(() => {
  const Real = Date;
  let ahead = 0;
  globalThis.Date = class Date extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [Real.now() + ahead] : given));
    }
    static now() {
      return Real.now() + ahead;
    }
    static [Symbol.hasInstance](one) {
      return Real.prototype.isPrototypeOf(one);
    }
  };
  globalThis.setClockAhead = (milliseconds) => { ahead = milliseconds; };
  // In a page, pauses of seconds and more pass so many times faster; what a request or a session may take stays as it is.
  if (!globalThis.document) return;
  const { setTimeout } = globalThis;
  const patience = [20_000, 30_000];
  let pace = 1;
  globalThis.setPace = (factor) => { pace = factor; };
  globalThis.setTimeout = (work, milliseconds, ...given) => setTimeout(work, milliseconds >= 1_000 && !patience.includes(milliseconds) ? milliseconds / pace : milliseconds, ...given);
})();
