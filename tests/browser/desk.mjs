import { randomBytes, randomUUID } from 'node:crypto';

/** An expected failure with its wire name. */
class Refusal extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

const now = () => new Date().toISOString();
const hasText = (text) => typeof text === 'string' && text.trim() && [...text].length <= 4000;

/**
 * The rules of a desk in memory, as far as the widget's tests need them: what the real server does behind its wire.
 * `publish(rooms, name, argument)` hears the events.
 */
export class Desk {
  visitors = new Map(); // by token
  operators = new Map(); // by e-mail
  chats = new Map();
  /** What strangers see; tests set more of it. */
  front = {
    open: true,
    team: [],
    form: [{ id: 'name', kind: 'name' }, { id: 'email', kind: 'email' }, { id: 'question', kind: 'question', required: true }],
    departments: [],
    look: {},
  };
  addresses = [];
  calls = []; // names of the requests, in order
  refuseNext = new Map(); // name → code: the next such request fails
  afterNext = new Map(); // name → what happens after the next such request, before its answer

  constructor(publish) {
    this.publish = publish;
    this.addOperator('anna@shop.example', 'Anna Lindqvist', 'correct horse');
  }

  addOperator(email, name, password) {
    this.operators.set(email, { id: randomUUID(), email, name, password, token: randomUUID(), role: 'operator' });
  }

  newVisitor({ name, email, page } = {}) {
    const visitor = { kind: 'visitor', id: randomUUID(), token: randomBytes(24).toString('base64url'), name, email, page };
    this.visitors.set(visitor.token, visitor);
    return visitor;
  }

  operatorBy(token) {
    return [...this.operators.values()].find((operator) => operator.token === token);
  }

  call(caller, name, argument) {
    this.calls.push(name);
    const refusal = this.refuseNext.get(name);
    this.refuseNext.delete(name);
    if (refusal) throw new Refusal(refusal);
    const handler = handlers[name];
    if (!handler) throw new Refusal('unknown_operation');
    const answer = handler(this, caller, argument);
    const then = this.afterNext.get(name);
    this.afterNext.delete(name);
    then?.();
    return answer;
  }

  chatOf(caller, id) {
    const chat = this.chats.get(id);
    if (!chat) throw new Refusal('chat_not_found');
    if (caller.kind === 'visitor' && chat.wire.visitorId !== caller.id) throw new Refusal('chat_not_found');
    return chat;
  }

  rooms({ wire }) {
    return [`visitor:${wire.visitorId}`, wire.operatorId ? `operator:${wire.operatorId}` : 'operators'];
  }

  append(chat, sender, text, clientId, replyToSeq) {
    const known = clientId && chat.messages.find((one) => one.clientId === clientId && one.senderId === sender.id);
    if (known) return { ...known, duplicate: true };
    if (chat.wire.status === 'ended') throw new Refusal('chat_ended');
    if (!hasText(text)) throw new Refusal('invalid_request');
    const message = {
      id: randomUUID(),
      chatId: chat.wire.id,
      seq: chat.messages.length + 1,
      senderId: sender.id,
      senderType: sender.kind ?? 'operator',
      senderName: sender.name ?? 'Visitor',
      text,
      clientId,
      replyToSeq,
      createdAt: now(),
    };
    chat.messages.push(message);
    Object.assign(chat.wire, { lastSeq: message.seq, lastMessage: message });
    this.publish(this.rooms(chat), 'message.sent', { message });
    return message;
  }

  /** An author gives a message another text, or none. */
  change(caller, chatId, seq, fields, event) {
    const chat = this.chatOf(caller, chatId);
    const message = chat.messages[seq - 1];
    if (message.senderId !== caller.id || chat.wire.status === 'ended') throw new Refusal('forbidden');
    chat.wire.lastChange = (chat.wire.lastChange ?? 0) + 1;
    Object.assign(message, fields, { change: chat.wire.lastChange });
    this.publish(this.rooms(chat), event, { message });
    return message;
  }

  /** One side has come this far. */
  receipt(caller, { chatId, seq }, event) {
    const chat = this.chatOf(caller, chatId);
    const side = caller.kind ?? 'operator';
    chat.wire[`${side}${event === 'message.read' ? 'Read' : 'Delivered'}Seq`] = seq;
    this.publish(this.rooms(chat), event, { chatId, seq, side, byId: caller.id });
    return {};
  }

  /** Moves the chat on and tells everybody. */
  advance(chat, fields, event) {
    Object.assign(chat.wire, fields, { version: chat.wire.version + 1 });
    this.publish(['operators', `visitor:${chat.wire.visitorId}`], event, { chat: { ...chat.wire } });
    return { ...chat.wire };
  }
}

const handlers = {
  'chat.start'(desk, visitor, { name, email, text, page, clientId }) {
    const running = [...desk.chats.values()].find((c) => c.wire.visitorId === visitor.id && c.wire.status !== 'ended');
    if (running) return { chat: { ...running.wire } };
    Object.assign(visitor, { name: name ?? visitor.name, email: email ?? visitor.email });
    const wire = { id: randomUUID(), status: 'waiting', visitorId: visitor.id, visitorName: visitor.name ?? 'Visitor' };
    if (visitor.email) wire.visitorEmail = visitor.email;
    Object.assign(wire, { visitorOnline: true, page, version: 0, lastSeq: 0, createdAt: now() });
    const chat = { wire, messages: [] };
    if (text !== undefined && !hasText(text)) throw new Refusal('invalid_request');
    desk.chats.set(wire.id, chat);
    desk.advance(chat, {}, 'chat.started');
    if (text) desk.append(chat, visitor, text, clientId);
    return { chat: { ...chat.wire } };
  },

  'chat.list': (desk, caller, { scope }) => ({
    chats: [...desk.chats.values()]
      .map(({ wire }) => wire)
      .filter((wire) => caller.kind !== 'visitor' || wire.visitorId === caller.id)
      .filter(({ status }) => (scope === 'queue' ? status === 'waiting' : scope !== 'ended' || status === 'ended')),
  }),

  'chat.get': (desk, caller, { chatId }) => desk.chatOf(caller, chatId).wire,

  'chat.claim'(desk, operator, { chatId }) {
    const chat = desk.chatOf(operator, chatId);
    if (chat.wire.status !== 'waiting') throw new Refusal('chat_already_claimed');
    const fields = { status: 'active', operatorId: operator.id, operatorName: operator.name, claimedAt: now() };
    return desk.advance(chat, fields, 'chat.claimed');
  },

  'chat.end'(desk, caller, { chatId, reason }) {
    const chat = desk.chatOf(caller, chatId);
    if (chat.wire.status === 'ended') return chat.wire;
    return desk.advance(chat, { status: 'ended', endedAt: now(), endReason: reason }, 'chat.ended');
  },

  'message.send': (desk, caller, { chatId, text, clientId, replyToSeq }) =>
    desk.append(desk.chatOf(caller, chatId), caller, text, clientId, replyToSeq),

  'message.list'(desk, caller, { chatId, after = 0, before = Infinity, limit = 50 }) {
    const all = desk.chatOf(caller, chatId).messages.filter(({ seq }) => seq > after && seq < before);
    const messages = before === Infinity ? all.slice(0, limit) : all.slice(-limit);
    return { messages, more: all.length > messages.length };
  },

  'message.edit': (desk, caller, { chatId, seq, text }) => desk.change(caller, chatId, seq, { text, editedAt: now() }, 'message.edited'),

  'message.delete': (desk, caller, { chatId, seq }) =>
    desk.change(caller, chatId, seq, { text: '', deletedAt: now() }, 'message.deleted'),

  'message.delivered': (desk, caller, argument) => desk.receipt(caller, argument, 'message.delivered'),
  'message.read': (desk, caller, argument) => desk.receipt(caller, argument, 'message.read'),

  'chat.rate'(desk, visitor, { chatId, score, comment }) {
    const chat = desk.chatOf(visitor, chatId);
    return desk.advance(chat, { rating: { score, comment, createdAt: now() } }, 'chat.updated');
  },

  'typing.set'(desk, caller, { chatId, typing, text }) {
    const chat = desk.chatOf(caller, chatId);
    const senderType = caller.kind ?? 'operator';
    const room = senderType === 'visitor' ? `operator:${chat.wire.operatorId}` : `visitor:${chat.wire.visitorId}`;
    desk.publish([room], 'typing.changed', { chatId, senderId: caller.id, senderType, typing, text: desk.front.typingPreview ? text : undefined });
    return {};
  },

  'session.resume'(desk, caller, { chats }) {
    const mine = [...desk.chats.values()].filter(({ wire }) => wire.visitorId === caller.id);
    const seqOf = new Map(chats.map(({ chatId, seq }) => [chatId, seq]));
    for (const chatId of seqOf.keys()) desk.chatOf(caller, chatId);
    const wanted = mine.filter(({ wire }) => wire.status !== 'ended' || seqOf.has(wire.id));
    const changeOf = new Map(chats.map(({ chatId, change }) => [chatId, change ?? 0]));
    const changed = ({ change }, { id }) => seqOf.has(id) && change > changeOf.get(id);
    const rest = wanted.map(({ wire, messages }) => messages.filter(({ seq }) => seq > (seqOf.get(wire.id) ?? 0)));
    return {
      chats: wanted.map(({ wire }) => wire),
      changes: wanted.flatMap(({ wire, messages }) => messages.filter((message) => changed(message, wire))),
      messages: rest.flatMap((messages) => messages.slice(0, 200)),
      more: rest.some((messages) => messages.length > 200),
    };
  },

  'operator.login'(desk, caller, { email, password }) {
    const operator = desk.operators.get(email);
    if (operator?.password !== password) throw new Refusal('invalid_credentials');
    const { id, name, token, role } = operator;
    return { token, operator: { id, email, name, role, status: 'online', capacity: 5, disabled: false } };
  },
};
