const REPEAT_MS = 3000;
const IDLE_MS = 4000;
const FORGET_MS = 7000;

/** Our own typing, told at most every few seconds and taken back when the hands rest. */
export class TypingOut {
  #told = 0;
  #timer;

  constructor(tell) {
    this.tell = tell;
  }

  typed() {
    const now = Date.now();
    if (now - this.#told > REPEAT_MS) {
      this.#told = now;
      this.tell(true);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rest(), IDLE_MS);
  }

  /** After sending, emptying the field, or a pause. */
  rest() {
    clearTimeout(this.#timer);
    if (this.#told) this.tell(false);
    this.#told = 0;
  }
}

/** The operator's typing, forgotten by itself when the end of it is never told. */
export class TypingIn {
  active = false;
  #timer;

  constructor(changed) {
    this.changed = changed;
  }

  set(active) {
    clearTimeout(this.#timer);
    if (active) this.#timer = setTimeout(() => this.set(false), FORGET_MS);
    if (active === this.active) return;
    this.active = active;
    this.changed();
  }
}
