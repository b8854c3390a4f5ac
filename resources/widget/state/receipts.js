/** Tells the server how far this side of the chat has come: what has arrived, and what has been read. */
export class Receipts {
  #told = {};

  constructor(request, conversation) {
    Object.assign(this, { request, conversation });
  }

  arrived() {
    this.#tell('message.delivered');
  }

  read() {
    this.#tell('message.read');
  }

  /** Up to the last message; once for each, and again after a connection that did not bring it over. */
  #tell(name) {
    const { chat, last } = this.conversation;
    if (!chat || !last || this.#told[name] === `${chat.id} ${last}`) return;
    this.#told[name] = `${chat.id} ${last}`;
    this.request(name, { chatId: chat.id, seq: last }).catch(() => (this.#told[name] = undefined));
  }
}
