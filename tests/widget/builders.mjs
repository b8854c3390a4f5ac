import { Emitter } from '../../resources/widget/wire/emitter.js';
import { Session } from '../../resources/widget/state/session.js';
import { Storage, memory } from '../../resources/widget/state/storage.js';

export const chatOf = (fields = {}) => ({
  id: 'c1',
  status: 'waiting',
  visitorId: 'v1',
  version: 1,
  lastSeq: 0,
  createdAt: '2026-03-02T09:00:00.000Z',
  ...fields,
});

export const messageOf = (seq, fields = {}) => ({
  id: `m${seq}`,
  chatId: 'c1',
  seq,
  senderId: 'o1',
  senderType: 'operator',
  senderName: 'Anna',
  text: `message ${seq}`,
  createdAt: new Date(Date.UTC(2026, 2, 2, 9, seq)).toISOString(),
  ...fields,
});

export const newStorage = (area = memory()) => new Storage('http://desk', area);

/** Everything that is waiting to be done is done. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A socket whose server is the test: `answers[name](argument)` gives the answer or throws. */
export class FakeSocket extends Emitter {
  connected = false;
  requests = [];
  answers = {};
  dropped = [];

  connect() {
    this.wanted = true;
  }

  open() {
    this.connected = true;
    this.greeting = this.auth();
    this.emit('connect');
    return settled();
  }

  lose() {
    this.connected = false;
    this.emit('disconnect', 'transport close', 500);
    return settled();
  }

  close() {
    this.wanted = false;
    this.connected = false;
  }

  drop(reason) {
    this.dropped.push(reason);
  }

  say(name, argument) {
    this.emit('event', name, argument);
    return settled();
  }

  async request(name, argument) {
    if (!this.connected) throw Object.assign(new Error('offline'), { code: 'offline' });
    this.requests.push([name, argument]);
    return this.answers[name]?.(argument) ?? {};
  }

  /** The arguments of all requests of this name. */
  asked = (name) => this.requests.filter(([one]) => one === name).map(([, argument]) => argument);
}

export const refusal = (code) => Object.assign(new Error(code), { code });

/** A session of a visitor who is known, or of a stranger. */
export function newSession({ area = memory(), stranger = false } = {}) {
  const storage = newStorage(area);
  const socket = new FakeSocket();
  if (!stranger) storage.set('me', { visitorId: 'v1', token: 'secret' });
  socket.answers['session.resume'] = () => ({ chats: [], messages: [], more: false });
  return { session: new Session({ storage, socket }), socket, storage };
}
