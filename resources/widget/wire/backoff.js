/** Waits between attempts to reconnect, in milliseconds; `jitter` spreads a crowd that lost the same server. */
export const defaults = { first: 500, factor: 2, most: 20000, jitter: 0.5 };

export class Backoff {
  #attempt = 0;

  constructor(options = {}) {
    this.options = { ...defaults, ...options };
  }

  /** The next wait: first · factor^n, at most `most`, plus or minus half of `jitter`. */
  next(random = Math.random) {
    const { first, factor, most, jitter } = this.options;
    const plain = Math.min(most, first * factor ** this.#attempt++);
    return Math.round(plain * (1 - jitter / 2 + jitter * random()));
  }

  reset() {
    this.#attempt = 0;
  }
}
