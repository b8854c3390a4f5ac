// Starts the conformance fixture for a test file, and speaks to it in raw requests and frames.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before } from 'node:test';
import { WebSocket } from 'ws';

const program = process.env.SOCKETIO_FIXTURE;

/**
 * Runs `socketio-fixture` in this mode for the tests of the calling file. `origin` is set once they run. Stock clients
 * in `sockets` are put to rest at the end, lest one that a failed test left behind tries to come back for ever.
 */
export function useFixture(mode) {
  const fixture = { origin: '', endpoint: '', sockets: [] };
  let child;
  before(async () => {
    child = spawn(program, ['--port', '0', '--mode', mode], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    fixture.origin = line.match(/http:\/\/\S+$/)[0];
    fixture.endpoint = `${fixture.origin}/${mode === 'eio' ? 'engine.io' : 'socket.io'}/`;
  });
  after(() => {
    for (const socket of fixture.sockets) {
      socket.io.reconnection(false);
      socket.disconnect();
    }
    child.kill();
  });
  return fixture;
}

export const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** A polling session. Requests answer `{ status, body, headers }`. */
export class Polling {
  constructor(endpoint) {
    this.endpoint = endpoint;
  }

  static async open(endpoint) {
    const session = new Polling(endpoint);
    session.handshake = JSON.parse((await session.get()).body.slice(1));
    session.sid = session.handshake.sid;
    return session;
  }

  url() {
    return `${this.endpoint}?EIO=4&transport=polling${this.sid ? `&sid=${this.sid}` : ''}`;
  }

  get(options = {}) {
    return request(this.url(), options);
  }

  post(body, options = {}) {
    return request(this.url(), { method: 'POST', body, ...options });
  }
}

export async function request(url, options = {}) {
  const response = await fetch(url, options);
  return { status: response.status, body: await response.text(), headers: response.headers };
}

/** A WebSocket whose messages can be awaited one by one: text as strings, binary as Buffers. */
export class Frames {
  constructor(url, options = {}) {
    this.messages = [];
    this.waiting = [];
    this.socket = new WebSocket(url.replace('http', 'ws'), options);
    this.socket.on('message', (data, isBinary) => this.#take(isBinary ? data : data.toString()));
    this.socket.on('error', () => {});
    this.closed = new Promise((done) => {
      this.socket.on('close', (code, reason) => done({ code, reason: reason.toString() }));
    });
    this.opened = once(this.socket, 'open');
    this.opened.catch(() => {});
  }

  static async open(endpoint, query = 'EIO=4&transport=websocket') {
    const frames = new Frames(`${endpoint}?${query}`);
    await frames.opened;
    return frames;
  }

  /** Opens a session and takes its handshake. */
  static async handshaken(endpoint, query) {
    const frames = await Frames.open(endpoint, query);
    frames.handshake = JSON.parse((await frames.next()).slice(1));
    return frames;
  }

  #take(message) {
    const waiter = this.waiting.shift();
    if (waiter) waiter(message);
    else this.messages.push(message);
  }

  next() {
    if (this.messages.length > 0) return Promise.resolve(this.messages.shift());
    return new Promise((done) => { this.waiting.push(done); });
  }

  /** The next message that is no ping; pings are answered. */
  async nextData() {
    for (;;) {
      const message = await this.next();
      if (message !== '2') return message;
      this.send('3');
    }
  }

  /** Answers pings until something else happens to the session. */
  stayAlive() {
    this.socket.on('message', (data) => { if (data.toString() === '2') this.send('3'); });
  }

  send(...messages) {
    for (const message of messages) this.socket.send(message);
  }

  close() {
    this.socket.close();
    return this.closed;
  }
}
