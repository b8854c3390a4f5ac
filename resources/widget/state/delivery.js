import { Backoff } from '../wire/backoff.js';

/** Failures that pass by themselves; everything else is final and shown at the message. */
const PASSING = new Set(['timeout', 'too_many_requests', 'busy', 'internal', 'storage_full', 'shutting_down']);

/** Sends the outbox in order, one entry at a time, each until the server has acknowledged or refused it. */
export class Delivery {
  #running = false;
  #timer;
  #backoff = new Backoff({ first: 2000, most: 30000 });

  /** `hooks`: chatStarted(chat), messageSent(message), changed(). */
  constructor(request, outbox, page, hooks) {
    Object.assign(this, { request, outbox, page, hooks });
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async run() {
    if (this.#running) return;
    this.#running = true;
    clearTimeout(this.#timer);
    for (let entry = this.outbox.next(); entry; entry = this.outbox.next()) {
      const code = await this.#attempt(entry);
      if (code === 'offline') break; // The next connection calls again.
      if (PASSING.has(code)) {
        this.#timer = setTimeout(() => this.run(), this.#backoff.next());
        break;
      }
      if (code) this.outbox.change(entry.clientId, { failed: code });
      else this.#backoff.reset();
      this.hooks.changed();
    }
    this.#running = false;
  }

  /** Undefined when the server took it, otherwise the error's code. */
  async #attempt(entry) {
    try {
      await (entry.start ? this.#start(entry) : this.#send(entry));
    } catch (error) {
      return error.code ?? 'internal';
    }
  }

  async #start({ start, text, clientId }) {
    const { chat } = await this.request('chat.start', { ...start, text, page: this.page(), clientId });
    // Another tab's chat may be running; then that is the answer and the question goes there as a message.
    this.outbox.change(clientId, { start: undefined, chatId: chat.id });
    this.hooks.chatStarted(chat);
    const first = chat.lastMessage;
    if (first?.clientId === clientId) this.#done(first);
  }

  async #send({ chatId, text, clientId, attachments }) {
    const ids = attachments?.map(({ id }) => id);
    this.#done(await this.request('message.send', { chatId, text, clientId, attachments: ids }));
  }

  #done(message) {
    this.outbox.remove(message.clientId);
    this.hooks.messageSent(message);
  }
}
