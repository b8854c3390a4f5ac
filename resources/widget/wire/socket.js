import { Backoff } from './backoff.js';
import { Emitter } from './emitter.js';
import { Engine } from './engine.js';
import { ACK, CONNECT, CONNECT_ERROR, DISCONNECT, EVENT, decode, encode } from './packet.js';

const CONNECT_LIMIT_MS = 15000;
const REQUEST_LIMIT_MS = 15000;

/** A connection that lived this long was a good one: the waits between attempts start anew. */
const GOOD_AFTER_MS = 3000;

/** A request that failed; `code` is the server's, or `offline` or `timeout` when no answer came. */
export class RequestError extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/**
 * One Socket.IO namespace that is kept connected: it reconnects by itself until `close`.
 * Emits `connect`, `disconnect` (reason, milliseconds until the next attempt), `refused` (code) and `event` (name, argument).
 */
export class Socket extends Emitter {
  #engine;
  #wanted = false;
  #timer;
  #lastId = 0;
  #requests = new Map();
  #backoff;
  #order;
  #since = Infinity;

  constructor({ server, nsp, auth, backoff, transports = ['websocket', 'polling'] }) {
    super();
    Object.assign(this, { server, nsp, auth, connected: false });
    this.#backoff = new Backoff(backoff);
    this.#order = transports;
  }

  connect() {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#attempt();
  }

  close() {
    this.#wanted = false;
    clearTimeout(this.#timer);
    if (this.connected) this.#engine.send(encode({ type: DISCONNECT, nsp: this.nsp }));
    this.#engine?.close();
  }

  /** Now rather than after the wait; or, while there is a connection, looks whether it is still alive. */
  nudge() {
    if (this.#engine) return this.#engine.check();
    if (this.#wanted) this.#attempt();
  }

  /** Drops a connection that is known to be useless; the next attempt follows by itself. */
  drop(reason) {
    this.#engine?.close(reason);
  }

  /** Emits an event and gives the `ok` of its answer, or throws a RequestError. */
  request(name, argument = {}, limit = REQUEST_LIMIT_MS) {
    if (!this.connected) return Promise.reject(new RequestError('offline'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id, { error: { code: 'timeout' } }), limit);
      this.#requests.set(id, { resolve, reject, timer });
      this.#engine.send(encode({ type: EVENT, nsp: this.nsp, id, data: [name, argument] }));
    });
  }

  #attempt() {
    clearTimeout(this.#timer);
    const engine = new Engine(this.server, this.#order);
    this.#engine = engine;
    engine.on('open', (name) => {
      // What worked goes first the next time; the other stays in reserve.
      this.#order = [name, ...this.#order.filter((other) => other !== name)];
      engine.send(encode({ type: CONNECT, nsp: this.nsp, data: this.auth() }));
      this.#timer = setTimeout(() => engine.close('connect timeout'), CONNECT_LIMIT_MS);
    });
    engine.on('message', (text) => this.#receive(decode(text)));
    engine.on('close', (reason) => this.#lost(reason));
  }

  #receive(packet) {
    if (packet?.nsp !== this.nsp) return;
    switch (packet.type) {
      case CONNECT:
        clearTimeout(this.#timer);
        this.#since = Date.now();
        this.connected = true;
        this.emit('connect');
        break;
      case CONNECT_ERROR:
        this.emit('refused', packet.data?.data?.code ?? packet.data?.message);
        this.#engine.close('refused');
        break;
      case DISCONNECT:
        this.#engine.close('server disconnect');
        break;
      case EVENT:
        this.emit('event', packet.data[0], packet.data[1]);
        break;
      case ACK:
        this.#settle(packet.id, packet.data[0] ?? {});
    }
  }

  #settle(id, answer) {
    const request = this.#requests.get(id);
    if (!request) return;
    this.#requests.delete(id);
    clearTimeout(request.timer);
    if (answer.error) request.reject(new RequestError(answer.error.code, answer.error.message));
    else request.resolve(answer.ok);
  }

  #lost(reason) {
    clearTimeout(this.#timer);
    this.#engine = undefined;
    this.connected = false;
    for (const id of [...this.#requests.keys()]) this.#settle(id, { error: { code: 'offline' } });
    if (Date.now() - this.#since > GOOD_AFTER_MS) this.#backoff.reset();
    this.#since = Infinity;
    const wait = this.#backoff.next();
    if (this.#wanted) this.#timer = setTimeout(() => this.#attempt(), wait);
    this.emit('disconnect', reason, wait);
  }
}
