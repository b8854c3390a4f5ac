import { Emitter } from './emitter.js';
import { Polling } from './polling.js';
import { Socketed } from './websocket.js';

const transports = { websocket: Socketed, polling: Polling };

/** How long a transport may take for its first packet: a proxy can swallow a WebSocket without a word. */
const OPEN_LIMIT_MS = { websocket: 5000, polling: 15000 };

/**
 * One Engine.IO v4 session: tries the transports in order until one opens, answers pings, notices silence.
 * Emits `open` (transport name), `message` (text) and, exactly once, `close` (reason).
 */
export class Engine extends Emitter {
  #transport;
  #timer;
  #state = 'opening';
  #silence = 45000;
  #deadline = Infinity;

  constructor(server, order) {
    super();
    this.url = `${server}/socket.io/?EIO=4`;
    this.#try([...order]);
  }

  send(message) {
    if (this.#state === 'open') this.#transport.send(`4${message}`);
  }

  close(reason = 'client close') {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    clearTimeout(this.#timer);
    this.#transport.close();
    this.emit('close', reason);
  }

  /** Timers stand still while a laptop sleeps: called when it may have woken. */
  check() {
    if (Date.now() > this.#deadline) this.close('ping timeout');
  }

  #try([name, ...others]) {
    const failed = (reason) => {
      clearTimeout(this.#timer);
      if (this.#state !== 'opening' || !others.length) return this.close(reason);
      this.#transport.close();
      return this.#try(others);
    };
    const transport = new transports[name](this.url, {
      packet: (text) => transport === this.#transport && this.#receive(text, name),
      lost: (reason) => transport === this.#transport && failed(reason),
    });
    this.#transport = transport;
    this.#timer = setTimeout(() => failed('open timeout'), OPEN_LIMIT_MS[name]);
    transport.open();
  }

  #receive(text, name) {
    if (this.#state === 'closed') return;
    switch (text[0]) {
      case '0':
        this.#open(JSON.parse(text.slice(1)), name);
        break;
      case '1':
        this.close('transport close');
        break;
      case '2':
        this.#transport.send(`3${text.slice(1)}`);
        this.#listen();
        break;
      case '4':
        this.emit('message', text.slice(1));
        break;
      case '6':
      case 'b': // Attachments are not part of the visitor's namespace.
        break;
      default:
        this.close('parse error');
    }
  }

  #open(handshake, name) {
    clearTimeout(this.#timer);
    this.#silence = handshake.pingInterval + handshake.pingTimeout;
    this.#transport.handshake(handshake);
    this.#state = 'open';
    this.#listen();
    this.emit('open', name);
  }

  #listen() {
    this.#deadline = Date.now() + this.#silence;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close('ping timeout'), this.#silence);
  }
}
