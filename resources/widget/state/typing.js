const REPEAT_MS = 3000;
const SHOW_MS = 600;
const IDLE_MS = 4000;
const FORGET_MS = 7000;
const MOST = 1000; // code points

/** Our own typing, told at most every few seconds and taken back when the hands rest; where the desk shows it, with the text. */
export class TypingOut {
  #told = 0;
  #text;
  #next;
  #timer;

  /** `tell(typing, text)`; `shows()` says whether the desk shows what is written. */
  constructor(tell, shows = () => false) {
    Object.assign(this, { tell, shows });
  }

  typed(text) {
    const shown = this.shows() && text !== undefined;
    this.#text = shown ? [...text].slice(0, MOST).join('') : undefined;
    const wait = this.#told + (shown ? SHOW_MS : REPEAT_MS) - Date.now();
    if (wait <= 0) this.#say();
    else if (shown) this.#next ??= setTimeout(() => this.#say(), wait);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rest(), IDLE_MS);
  }

  #say() {
    this.#hush();
    this.#told = Date.now();
    this.tell(true, this.#text);
  }

  #hush() {
    clearTimeout(this.#next);
    this.#next = undefined;
  }

  /** After sending, emptying the field, or a pause. */
  rest() {
    this.#hush();
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
