/** Takes what the server tells into the session: chats, messages, typing. */
export class Intake {
  constructor(session) {
    this.session = session;
  }

  /** A newer state of our chat, or a chat that another tab has begun. */
  chat(chat) {
    const { conversation, typing } = this.session;
    if (chat.id !== conversation.chat?.id && conversation.running) return;
    if (!conversation.update(chat)) return;
    if (chat.lastMessage) conversation.take(chat.lastMessage);
    if (chat.status === 'ended') typing.set(false);
    this.session.kept();
    if (conversation.last < conversation.chat?.lastSeq) this.#fill();
  }

  message(message) {
    const { conversation, outbox } = this.session;
    if (message.senderType === 'visitor') outbox.remove(message.clientId);
    else if (message.senderType === 'operator') this.typed(false);
    if (message.chatId === conversation.chat?.id && conversation.take(message) === 'gap') this.#fill();
    this.session.kept();
    if (message.senderType === 'operator') this.session.receipts.arrived();
  }

  /** A message as it is after an edit or a deletion. */
  changed(message) {
    const { conversation } = this.session;
    if (message.chatId === conversation.chat?.id) conversation.replace(message);
    this.session.kept();
  }

  receipt(name, { chatId, seq, side }) {
    const { conversation } = this.session;
    if (chatId !== conversation.chat?.id || side !== 'operator') return;
    conversation.reached(name, seq);
    this.session.kept();
  }

  /** An operator who types or writes is there. */
  typed(typing) {
    this.session.operatorOnline = true;
    this.session.typing.set(typing);
  }

  /** Missing messages; when that fails the connection is of no use, and the next one resumes. */
  #fill() {
    const { sync, socket } = this.session;
    sync.fill().then(
      () => this.session.kept(),
      () => socket.drop('fill failed'),
    );
  }
}
