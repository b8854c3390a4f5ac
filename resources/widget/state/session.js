import { Emitter } from '../wire/emitter.js';
import { Conversation } from './conversation.js';
import { Delivery } from './delivery.js';
import { Draft } from './draft.js';
import { listen } from './hearing.js';
import { Intake } from './intake.js';
import { Outbox } from './outbox.js';
import { Receipts } from './receipts.js';
import { Sync } from './sync.js';
import { TypingIn, TypingOut } from './typing.js';
import { Visitor } from './visitor.js';

/**
 * The visitor's side of the desk: one truth for the views, made of what the server said and what waits in the outbox.
 * Emits `change` whenever `link`, `conversation`, `outbox`, `typing` or `operatorOnline` may have changed.
 */
export class Session extends Emitter {
  link = 'idle'; // idle → connecting → online ⇄ offline
  since = 0;
  retryAt = 0;
  operatorOnline; // undefined while nobody has said
  position; // in the queue, as far as the server has said
  turnAt; // when it is likely to be our turn, if the server has said

  /** `socket` is a Socket on /visitor and gets its `auth` here; `page` gives the address of the page; `showsTyping` is the desk's. */
  constructor({ storage, socket, page = () => undefined, showsTyping }) {
    super();
    const changed = () => this.changed();
    const request = socket.request.bind(socket);
    Object.assign(this, { storage, socket });
    this.visitor = new Visitor(storage, page);
    this.conversation = new Conversation(storage);
    this.outbox = new Outbox(storage);
    this.sync = new Sync(request, this.conversation);
    this.draft = new Draft(storage);
    this.receipts = new Receipts(request, this.conversation);
    this.typing = new TypingIn(changed);
    this.intake = new Intake(this);
    this.delivery = new Delivery(request, this.outbox, page, {
      chatStarted: (chat) => this.intake.chat(chat),
      messageSent: (message) => this.intake.message(message),
      changed,
    });
    this.ownTyping = new TypingOut((typing, text) => {
      if (this.conversation.running) request('typing.set', { chatId: this.conversation.chat.id, typing, text }).catch(() => {});
    }, showsTyping);
    socket.auth = () => this.visitor.auth();
    listen(this);
  }

  /** form, waiting, active or ended: what the panel shows. */
  get phase() {
    if (this.conversation.chat) return this.conversation.chat.status;
    return this.outbox.next()?.start ? 'waiting' : 'form';
  }

  get entries() {
    const { chat } = this.conversation;
    return this.outbox.all().filter((entry) => entry.start || entry.chatId === chat?.id);
  }

  connect() {
    if (this.link !== 'idle') return;
    this.link = 'connecting';
    this.socket.connect();
    this.changed();
  }

  /** Lets go of the connection when nothing is going on. */
  rest() {
    if (this.link === 'idle' || this.conversation.running || this.outbox.next()) return;
    this.socket.close();
    this.link = 'idle';
    this.changed();
  }

  start({ text, ...start }) {
    this.visitor.change({ name: start.name, email: start.email });
    this.draft.set('');
    this.outbox.all().forEach(({ clientId }) => this.outbox.remove(clientId));
    this.outbox.add({ text, start });
    this.connect();
    this.deliver();
  }

  send(text, attachments) {
    this.ownTyping.rest();
    this.outbox.add({ text, attachments, chatId: this.conversation.chat?.id, start: this.conversation.chat ? undefined : {} });
    this.deliver();
  }

  retry(clientId) {
    this.outbox.change(clientId, { failed: undefined });
    this.deliver();
  }

  async end() {
    if (this.conversation.running) this.intake.chat(await this.#ask('chat.end'));
  }

  /** Another text for an own message, or none any more. */
  edit = async (seq, text) => this.intake.changed(await this.#ask('message.edit', { seq, text }));
  remove = async (seq) => this.intake.changed(await this.#ask('message.delete', { seq }));
  rate = async (score, comment) => this.intake.chat(await this.#ask('chat.rate', { score, comment: comment || undefined }));

  #ask = (name, fields) => this.socket.request(name, { chatId: this.conversation.chat.id, ...fields });

  /** Back to the form; the ended chat stays with the desk, and what never reached it is the next question's beginning. */
  newChat() {
    this.draft.set([...this.outbox.all().map(({ text }) => text), this.draft.get()].filter(Boolean).join('\n\n'));
    this.outbox.all().forEach(({ clientId }) => this.outbox.remove(clientId));
    this.conversation.forget();
    this.position = this.turnAt = undefined;
    this.changed();
  }

  async older() {
    await this.sync.older().catch(() => {});
    this.changed();
  }

  markRead() {
    if (this.conversation.markRead()) this.changed();
    if (this.link === 'online') this.receipts.read();
  }

  changed() {
    const running = this.conversation.running || this.outbox.next() !== undefined;
    if (running !== (this.storage.get('running') ?? false)) this.storage.set('running', running || undefined);
    this.emit('change');
  }

  kept() {
    this.conversation.save();
    this.changed();
  }

  deliver() {
    if (this.link === 'online') this.delivery.run();
    this.changed();
  }
}
