// The widget's own client against the official server library.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, afterEach, before, test } from 'node:test';
import { Server } from 'socket.io';
import { WebSocket, WebSocketServer } from 'ws';
import { Socket } from '../../resources/widget/wire/socket.js';

/** As in a browser, where a connection that fails throws nothing. */
globalThis.WebSocket = class extends WebSocket {
  constructor(url) {
    super(url);
    this.onerror = () => {};
  }
};
let http;
let io;
const open = [];

before(async () => {
  http = createServer();
  io = new Server(http, { maxHttpBufferSize: 200 });
  io.of('/visitor').use((socket, next) => {
    next(socket.handshake.auth.token === 'bad' ? Object.assign(new Error('No'), { data: { code: 'invalid_token' } }) : undefined);
  });
  io.of('/visitor').on('connection', (socket) => {
    socket.on('echo', (argument, ack) => ack({ ok: argument }));
    socket.on('refuse', (_, ack) => ack({ error: { code: 'forbidden', message: 'Not you' } }));
    socket.on('silence', () => {});
    socket.on('hang up', () => socket.conn.close());
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});
afterEach(() => open.splice(0).forEach((socket) => socket.close()));
after(() => io.close());

function connect(options = {}) {
  const socket = new Socket({
    server: `http://127.0.0.1:${http.address().port}`,
    nsp: '/visitor',
    auth: () => ({ token: options.token }),
    backoff: { first: 1, most: 1, jitter: 0 },
    ...options,
  });
  open.push(socket);
  const heard = (name) => new Promise((resolve) => socket.on(name, (...args) => resolve(args)));
  const connected = heard('connect');
  socket.connect();
  return { socket, heard, connected };
}

for (const transports of [['websocket'], ['polling'], ['websocket', 'polling']]) {
  test(`requests and events over ${transports.join(' or ')}`, async () => {
    const { socket, heard, connected } = connect({ transports });
    await connected;
    const answers = await Promise.all([1, 2, 3].map((n) => socket.request('echo', { n, text: 'ä🙂\n' })));
    assert.deepEqual(answers, [1, 2, 3].map((n) => ({ n, text: 'ä🙂\n' })));
    await assert.rejects(socket.request('refuse'), { code: 'forbidden', message: 'Not you' });
    const event = heard('event');
    io.of('/visitor').emit('news', { of: 'the day' });
    assert.deepEqual(await event, ['news', { of: 'the day' }]);
  });
}

test('where a WebSocket does not open, polling does it', async () => {
  const refuse = (request, socket) => socket.destroy();
  const listeners = http.listeners('upgrade');
  http.removeAllListeners('upgrade').on('upgrade', refuse);
  const { socket, connected } = connect();
  await connected;
  http.removeAllListeners('upgrade');
  listeners.forEach((listener) => http.on('upgrade', listener));
  assert.deepEqual(await socket.request('echo', { n: 1 }), { n: 1 });
});

test('after a loss it reconnects, and what was asked meanwhile fails as offline', async () => {
  const { socket, heard, connected } = connect();
  await connected;
  const lost = heard('disconnect');
  const unanswered = assert.rejects(socket.request('silence'), { code: 'offline' });
  const again = heard('connect');
  socket.request('hang up').catch(() => {});
  const [, wait] = await lost;
  assert.equal(wait, 1);
  await unanswered;
  await assert.rejects(socket.request('echo'), { code: 'offline' });
  await again;
  assert.deepEqual(await socket.request('echo', { n: 2 }), { n: 2 });
});

test('a request without an answer ends after its limit', async () => {
  const { socket, connected } = connect();
  await connected;
  await assert.rejects(socket.request('silence', {}, 20), { code: 'timeout' });
});

test('a refused token is told by its code', async () => {
  const { socket, heard } = connect({ token: 'bad' });
  assert.deepEqual(await heard('refused'), ['invalid_token']);
  socket.auth = () => ({ token: 'good' });
  await heard('connect');
});

test('over polling a large request is not broken by the size of one body', async () => {
  const { socket, connected } = connect({ transports: ['polling'] });
  await connected;
  const asked = Array.from({ length: 8 }, (_, n) => socket.request('echo', { n, text: 'x'.repeat(60) }));
  assert.deepEqual((await Promise.all(asked)).map(({ n }) => n), [0, 1, 2, 3, 4, 5, 6, 7]);
});

test('a wait can be cut short', async () => {
  const { socket, heard, connected } = connect({ backoff: { first: 3_600_000, most: 3_600_000, jitter: 0 } });
  await connected;
  const lost = heard('disconnect');
  socket.request('hang up').catch(() => {});
  assert.equal((await lost)[1], 3_600_000);
  const again = heard('connect');
  socket.nudge();
  await again;
});

test('a server that falls silent is left', async () => {
  const silent = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(silent, 'listening');
  silent.on('connection', (peer) => {
    peer.send('0{"sid":"s","upgrades":[],"pingInterval":20,"pingTimeout":20,"maxPayload":1000}');
    peer.on('message', () => peer.send('40/visitor,{"sid":"s"}'));
  });
  const server = `http://127.0.0.1:${silent.address().port}`;
  const { heard, connected } = connect({ server, transports: ['websocket'] });
  const lost = heard('disconnect');
  await connected;
  assert.equal((await lost)[0], 'ping timeout');
  silent.close();
});
