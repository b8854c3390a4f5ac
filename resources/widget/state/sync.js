const PAGE = 50;
const MOST = 200;

/** The server does not know the chat that we remember: its data was reset, or it was never ours. */
const STRANGE = new Set(['chat_not_found', 'not_found', 'forbidden']);

/** Brings a conversation to the server's state: after a reconnect, after a gap, and backwards on request. */
export class Sync {
  #filling;
  #older;

  constructor(request, conversation) {
    this.request = request;
    this.conversation = conversation;
  }

  /** Says how far we are and takes exactly the rest. */
  async resume() {
    const { conversation } = this;
    const known = conversation.chat;
    let answer;
    try {
      answer = await this.request('session.resume', { chats: known ? [{ chatId: known.id, seq: conversation.last, change: conversation.change }] : [] });
    } catch (error) {
      if (!known || !STRANGE.has(error.code)) throw error;
      conversation.forget();
      return this.resume();
    }
    const chat = choose(answer.chats, known);
    if (!chat) return;
    conversation.update(chat);
    // A long chat that is new to this browser begins at its end; what came before is fetched when it is looked for.
    if (chat.id === known?.id || !answer.more)
      for (const message of answer.messages) if (message.chatId === chat.id) conversation.take(message);
    for (const message of answer.changes ?? []) if (message.chatId === chat.id) conversation.replace(message);
    if (answer.moreChanges) return this.resume();
    await this.fill();
  }

  /** Fetches what is missing at the end; calls at the same time share one walk. */
  fill() {
    this.#filling ??= this.#walk().finally(() => (this.#filling = undefined));
    return this.#filling;
  }

  async #walk() {
    const { conversation } = this;
    while (conversation.chat && conversation.last < conversation.chat.lastSeq) {
      const { id, lastSeq } = conversation.chat;
      const before = conversation.last;
      if (before === 0) {
        const page = await this.request('message.list', { chatId: id, before: lastSeq + 1, limit: PAGE });
        if (conversation.chat?.id === id && conversation.last === 0) conversation.begin(page.messages);
      } else {
        const page = await this.request('message.list', { chatId: id, after: before, limit: MOST });
        if (conversation.chat?.id === id) page.messages.forEach((message) => conversation.take(message));
      }
      if (conversation.last === before) return; // The server has no more after all.
    }
  }

  get hasOlder() {
    return this.conversation.first > 1;
  }

  /** One page of earlier messages. */
  older() {
    if (this.hasOlder) this.#older ??= this.#back().finally(() => (this.#older = undefined));
    return this.#older ?? Promise.resolve();
  }

  async #back() {
    const { conversation } = this;
    const { id } = conversation.chat;
    const page = await this.request('message.list', { chatId: id, before: conversation.first, limit: PAGE });
    if (conversation.chat?.id === id) page.messages.reverse().forEach((message) => conversation.take(message));
  }
}

/** The visitor's running chat, whichever tab began it; otherwise the one that we know. */
function choose(chats, known) {
  const running = chats.filter((chat) => chat.status !== 'ended').sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return running[0] ?? chats.find((chat) => chat.id === known?.id);
}
