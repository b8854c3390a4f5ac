// A real server of the calling file's own, with the demo desk, and clients that speak to it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { io } from 'socket.io-client';
import { freshDesk, startServer } from '../support/server.mjs';

export const password = 'deskbell'; // of everybody at the demo desk
export const anna = 'anna@demo.deskbell.example';
export const ben = 'ben@demo.deskbell.example';

/** Runs deskbell-server for the tests of the calling file, with the demo desk or with `people` alone. */
export function useServer({ people, ...options } = {}) {
  const server = {};
  before(async () => {
    const data = await freshDesk(people);
    Object.assign(server, await startServer({ data, ...options }));
  });
  after(() => server.stop());
  return server;
}

/** A request to the REST interface: `{ status, body, headers }`, the body decoded. */
export async function rest(server, method, path, { body, token, headers = {} } = {}) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

export async function logIn(server, email = anna) {
  const { status, body } = await rest(server, 'POST', '/api/v1/operators/login', { body: { email, password } });
  assert.equal(status, 200, JSON.stringify(body));
  return body.token;
}

/** A stock socket.io-client in one namespace, whose events can be awaited one by one. */
export class Client {
  #heard = [];
  #waiting = [];

  constructor(url, nsp, options = {}) {
    this.socket = io(`${url}${nsp}`, { forceNew: true, reconnection: false, ...options });
    this.socket.onAny((name, ...args) => this.#take({ name, argument: args[0] }));
    this.connected = new Promise((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
    this.connected.catch(() => {});
    this.disconnected = new Promise((resolve) => {
      this.socket.once('disconnect', resolve);
    });
  }

  /** Joined, and a visitor with its token. */
  static async visitor(server, auth = {}, options = {}) {
    const client = new Client(server.url, '/visitor', { auth, ...options });
    await client.connected;
    if (!auth.token) Object.assign(client, await client.event('identity'));
    return client;
  }

  /** Joined and signed in. */
  static async operator(server, email = anna, options = {}) {
    const client = new Client(server.url, '/operator', options);
    await client.connected;
    client.token = (await client.ask('operator.login', { email, password })).token;
    return client;
  }

  /** The answer; a refusal is thrown, with its `code`. */
  async ask(name, argument = {}) {
    const { ok, error } = await this.socket.timeout(10_000).emitWithAck(name, argument);
    if (error) throw Object.assign(new Error(`${name}: ${error.message}`), error);
    return ok;
  }

  /** The next event of this name that fits, heard already or not; each is given out once. */
  event(name, fits = () => true) {
    const matches = (event) => event.name === name && fits(event.argument);
    const index = this.#heard.findIndex(matches);
    if (index >= 0) return Promise.resolve(this.#heard.splice(index, 1)[0].argument);
    return new Promise((resolve) => {
      this.#waiting.push({ matches, resolve });
    });
  }

  /** The events of this name that came so far and that nobody took. */
  heard(name) {
    return this.#heard.filter((event) => event.name === name).map((event) => event.argument);
  }

  close() {
    this.socket.disconnect();
  }

  /** Ends without a word, as when a laptop is shut: the socket stays open and nothing answers. */
  fallSilent() {
    const { engine } = this.socket.io;
    engine.transport.ws._socket.pause();
  }

  #take(event) {
    const index = this.#waiting.findIndex(({ matches }) => matches(event));
    if (index < 0) this.#heard.push(event);
    else this.#waiting.splice(index, 1)[0].resolve(event.argument);
  }
}

/** A chat of `visitor` that waits. */
export async function startChat(visitor, text = 'Is anybody there?') {
  return (await visitor.ask('chat.start', { name: 'Vera', text })).chat;
}

export const refusedWith = (code) => (error) => {
  assert.equal(error.code, code, error.message);
  return true;
};
