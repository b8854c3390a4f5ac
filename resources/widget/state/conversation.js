const KEPT = 60;

/** One chat and an unbroken run of its messages, kept in the storage so that a reload shows it at once. */
export class Conversation {
  chat;
  messages = [];
  /** The last edit or deletion that these messages have in them. */
  change = 0;

  constructor(storage) {
    this.storage = storage;
    this.load();
  }

  /** What this or another tab has kept. */
  load() {
    const { chat, messages, change = 0 } = this.storage.get('chat') ?? {};
    this.chat = chat?.id && Array.isArray(messages) && !this.#isLeft(chat) ? chat : undefined;
    this.messages = this.chat ? messages : [];
    this.change = change;
  }

  get first() {
    return this.messages[0]?.seq ?? 0;
  }

  get last() {
    return this.messages.at(-1)?.seq ?? 0;
  }

  get running() {
    return this.chat !== undefined && this.chat.status !== 'ended';
  }

  /** Takes a newer state of the chat, or another chat in its place; false when it was old news. */
  update(chat) {
    if (chat.id !== this.chat?.id) Object.assign(this, { chat, messages: [], change: chat.lastChange ?? 0 });
    else if (chat.version < this.chat.version) return false;
    const most = (name) => Math.max(chat[name] ?? 0, this.chat[name] ?? 0);
    const [operatorReadSeq, operatorDeliveredSeq] = [most('operatorReadSeq'), most('operatorDeliveredSeq')];
    this.chat = { ...chat, lastSeq: Math.max(chat.lastSeq, this.last), operatorReadSeq, operatorDeliveredSeq };
    return true;
  }

  /** Takes one message: `new`, `known`, or `gap` when some before it are missing (then it is not taken). */
  take(message) {
    if (message.seq <= this.last) {
      if (message.seq !== this.first - 1) return 'known';
      this.messages.unshift(message);
      return 'new';
    }
    this.chat.lastSeq = Math.max(this.chat.lastSeq, message.seq);
    if (message.seq !== this.last + 1) return 'gap';
    this.messages.push(message);
    return 'new';
  }

  /** Takes a message as it is after an edit or a deletion. */
  replace(message) {
    const index = this.messages.findIndex(({ seq }) => seq === message.seq);
    if (index >= 0 && (this.messages[index].change ?? 0) < message.change) this.messages[index] = message;
    this.change = Math.max(this.change, message.change ?? 0);
  }

  /** The other side has come this far. */
  reached(name, seq) {
    this.chat[name] = Math.max(this.chat[name] ?? 0, seq);
  }

  /** Starts the run with the newest page of a long chat. */
  begin(messages) {
    this.messages = [...messages];
  }

  /** No chat any more, in no tab: one that hears of its end only now must not bring it back. */
  forget() {
    if (this.chat) this.storage.set('left', this.chat.id);
    this.chat = undefined;
    this.messages = [];
    this.save();
  }

  #isLeft = (chat) => chat?.status === 'ended' && chat.id === this.storage.get('left');

  save() {
    if (this.#isLeft(this.chat)) return this.forget();
    this.storage.set('chat', this.chat && { chat: this.chat, messages: this.messages.slice(-KEPT), change: this.change });
  }

  /** Messages of others that the visitor has not seen yet. */
  get unread() {
    const read = this.storage.get('read');
    const seq = read?.chatId === this.chat?.id ? (read?.seq ?? 0) : 0;
    return this.messages.filter((message) => message.senderType === 'operator' && message.seq > seq && !message.deletedAt).length;
  }

  markRead() {
    if (!this.chat || !this.unread) return false;
    this.storage.set('read', { chatId: this.chat.id, seq: this.last });
    return true;
  }
}
