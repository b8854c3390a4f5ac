import { askDesk } from '../loader/desk.js';

const FRESH_MS = 60000;

/** What everybody sees of the desk: who is there, whether it is open, and what it asks before a chat. */
export class FrontDesk {
  #asked = Date.now();

  constructor(server, config) {
    Object.assign(this, { server, config });
    config.title ??= this.now.name;
    config.welcome ??= this.now.greeting;
  }

  get now() {
    return this.config.desk ?? {};
  }

  /** Out of its opening hours; a desk that nobody has set any is always open. */
  get closed() {
    return this.now.open === false;
  }

  /** Whether operators see what a visitor writes before it is sent. */
  get showsTyping() {
    return Boolean(this.now.typingPreview);
  }

  /** Those who are there, at most three. */
  get team() {
    return this.now.team ?? [];
  }

  get form() {
    return this.now.form ?? [{ kind: 'question', required: true }];
  }

  /** When somebody will be back, in words, as far as that is known. */
  back(say) {
    const { opensAt } = this.now;
    return opensAt && say('opensAt', { time: say.nextTime(opensAt) });
  }

  /** Asks again where the answer is old; true when the form is another one. */
  async refresh() {
    if (Date.now() - this.#asked < FRESH_MS) return false;
    const before = this.#shape;
    this.#asked = Date.now();
    await askDesk(this.server, this.config);
    return this.#shape !== before;
  }

  get #shape() {
    return JSON.stringify([this.closed, this.form, this.now.departments, this.showsTyping]);
  }
}
