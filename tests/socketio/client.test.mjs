// The stock npm client in its three ways of connecting.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { io } from 'socket.io-client';
import { useFixture } from '../support/wire/fixture.mjs';

const fixture = useFixture('sio');

async function connected(nsp, options) {
  const socket = io(`${fixture.origin}${nsp}`, { forceNew: true, reconnectionDelay: 50, ...options });
  fixture.sockets.push(socket);
  const auth = once(socket, 'auth');
  await once(socket, 'connect');
  return { socket, auth: (await auth)[0] };
}

const engineOf = (socket) => socket.io.engine;

for (const [name, options] of [
  ['by default', {}],
  ['polling only', { transports: ['polling'] }],
  ['WebSocket only', { transports: ['websocket'] }],
  ['WebSocket with base64', { transports: ['websocket'], forceBase64: true }],
]) {
  test(`${name}: events both ways`, async () => {
    const { socket } = await connected('/', options);
    socket.emit('message', 1, '2', { 3: [true, null] }, 'h\u00e9\u{1f514}');
    assert.deepEqual(await once(socket, 'message-back'), [1, '2', { 3: [true, null] }, 'h\u00e9\u{1f514}']);
    socket.disconnect();
  });

  test(`${name}: acks`, async () => {
    const { socket } = await connected('/', options);
    assert.equal(await socket.emitWithAck('message-with-ack', 'only one argument comes back'), 'only one argument comes back');
    const answers = await Promise.all([1, 2, 3].map((each) => socket.timeout(2000).emitWithAck('message-with-ack', each)));
    assert.deepEqual(answers, [1, 2, 3]);
    await assert.rejects(socket.timeout(50).emitWithAck('message', 'has no ack'));
    socket.disconnect();
  });

  test(`${name}: binary`, async () => {
    const { socket } = await connected('/', options);
    const bytes = Buffer.from([0, 1, 254, 255]);
    socket.emit('message', bytes, { nested: [bytes, Buffer.alloc(0)] });
    const [first, second] = await once(socket, 'message-back');
    assert.deepEqual(Buffer.from(first), bytes);
    assert.deepEqual(Buffer.from(second.nested[0]), bytes);
    assert.equal(second.nested[1].length, 0);
    assert.deepEqual(Buffer.from(await socket.emitWithAck('message-with-ack', bytes)), bytes);
    socket.disconnect();
  });

  test(`${name}: many events in one turn keep their order`, async () => {
    const { socket } = await connected('/', options);
    const received = [];
    const complete = new Promise((done) => {
      socket.on('message-back', (value) => { if (received.push(value) === 200) done(); });
    });
    for (let value = 0; value < 200; value += 1) socket.emit('message', value);
    await complete;
    assert.deepEqual(received, Array.from({ length: 200 }, (_, index) => index));
    socket.disconnect();
  });

  test(`${name}: auth`, async () => {
    const { socket, auth } = await connected('/custom', { ...options, auth: { token: 'abc' } });
    assert.deepEqual(auth, { token: 'abc' });
    socket.disconnect();
  });

  test(`${name}: an unknown namespace is a connect_error`, async () => {
    const socket = io(`${fixture.origin}/nowhere`, { forceNew: true, ...options });
    const [error] = await once(socket, 'connect_error');
    assert.equal(error.message, 'Invalid namespace');
    socket.disconnect();
  });

  test(`${name}: two namespaces share a connection`, async () => {
    const { socket: main } = await connected('/', options);
    const custom = main.io.socket('/custom');
    custom.connect();
    await once(custom, 'auth');
    assert.notEqual(custom.id, main.id);
    main.disconnect();
    assert.ok(custom.connected, 'leaving one namespace does not touch the other');
    custom.disconnect();
  });

  test(`${name}: heartbeats keep it, and a lost connection comes back`, async () => {
    const { socket } = await connected('/', options);
    const heard = [];
    socket.on('disconnect', (reason) => heard.push(reason));
    await once(socket.io, 'ping');
    await once(socket.io, 'ping');
    assert.deepEqual(heard, []);
    const before = socket.id;
    engineOf(socket).close();
    await once(socket, 'connect');
    assert.deepEqual(heard, ['forced close']);
    assert.notEqual(socket.id, before);
    socket.disconnect();
  });
}

test('by default the client upgrades, and nothing is lost meanwhile', async () => {
  const socket = io(fixture.origin, { forceNew: true });
  fixture.sockets.push(socket);
  assert.equal(engineOf(socket).transport.name, 'polling');
  const received = [];
  socket.on('message-back', (value) => received.push(value));
  let sent = 0;
  const timer = setInterval(() => socket.emit('message', sent++), 1);
  await once(engineOf(socket), 'upgrade');
  assert.equal(engineOf(socket).transport.name, 'websocket');
  clearInterval(timer);
  await socket.emitWithAck('message-with-ack', null);
  assert.deepEqual(received, Array.from({ length: sent }, (_, index) => index));
  socket.disconnect();
});

test('ten attachments pass, eleven end the connection', async () => {
  const { socket } = await connected('/', { transports: ['websocket'] });
  const bytes = Array.from({ length: 10 }, (_, index) => Buffer.from([index]));
  socket.emit('message', ...bytes);
  assert.equal((await once(socket, 'message-back')).length, 10);
  const lost = once(socket, 'disconnect');
  socket.emit('message', ...bytes, Buffer.from([10]));
  assert.equal((await lost)[0], 'transport close');
  socket.disconnect();
});

test('where nobody speaks Socket.IO, a WebSocket client hears so at once', async () => {
  const socket = io(fixture.origin, { path: '/elsewhere/', forceNew: true, transports: ['websocket'], reconnection: false });
  const [error] = await once(socket, 'connect_error');
  assert.equal(error.message, 'websocket error');
});
