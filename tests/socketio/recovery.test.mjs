// Connection state recovery, with the stock client and with raw frames.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { io } from 'socket.io-client';
import { Frames, sleep, useFixture } from '../support/wire/fixture.mjs';

const fixture = useFixture('recovery');

async function connected(options = {}) {
  const socket = io(fixture.origin, { forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 100, ...options });
  fixture.sockets.push(socket);
  const [recovered] = await once(socket, 'hello');
  assert.equal(recovered, false);
  return socket;
}

/** Loses the connection as a network would, without a word to the server. */
function cut(socket) {
  const { engine } = socket.io;
  if (engine.transport.name === 'websocket') engine.transport.ws.terminate();
  else engine.close();
}

for (const transports of [['websocket'], ['polling'], ['polling', 'websocket']]) {
  test(`${transports}: what was missed comes, once and in order`, async () => {
    const socket = await connected({ transports });
    await socket.emitWithAck('join', 'room');
    const id = socket.id;
    const heard = [];
    const complete = new Promise((done) => {
      socket.on('ev', (value) => { heard.push(value); if (value === 'last') done(); });
    });
    await socket.emitWithAck('later', 20, 'room', [1, 2, 3]);
    await socket.emitWithAck('later', 20, 'other room', ['not for us']);
    await socket.emitWithAck('later', 400, '', ['last']);
    cut(socket);
    const [again] = await once(socket, 'hello');
    assert.equal(again, true);
    assert.ok(socket.recovered);
    assert.equal(socket.id, id);
    await complete;
    assert.deepEqual(heard, [1, 2, 3, 'last']);
    const next = once(socket, 'ev'); // it may come together with the ack
    await socket.emitWithAck('later', 1, 'room', ['room is back']);
    assert.equal((await next)[0], 'room is back');
    socket.disconnect();
  });
}

test('who stays away too long begins afresh', async () => {
  const socket = await connected({ transports: ['websocket'], reconnectionDelay: 5000, reconnectionDelayMax: 5000, randomizationFactor: 0 });
  const id = socket.id;
  cut(socket);
  assert.equal((await once(socket, 'hello'))[0], false);
  assert.ok(!socket.recovered);
  assert.notEqual(socket.id, id);
  socket.disconnect();
});

test('who left is forgotten', async () => {
  const socket = await connected({ transports: ['websocket'] });
  socket.disconnect().connect();
  assert.equal((await once(socket, 'hello'))[0], false);
  socket.disconnect();
});

/** Joins with raw frames: `{ sid, pid, before }`, with what came before the answer. */
async function join(auth) {
  const frames = await Frames.handshaken(fixture.endpoint);
  frames.send(`40${auth ? JSON.stringify(auth) : ''}`);
  const before = [];
  for (;;) {
    const message = await frames.nextData();
    if (message.startsWith('40')) return { frames, before, ...JSON.parse(message.slice(2)) };
    before.push(message);
  }
}

const offsetOf = (message) => JSON.parse(message.slice(2)).at(-1);

test('missed events come before the answer, with rising offsets', async () => {
  const first = await join();
  const offset = offsetOf(await first.frames.nextData());
  first.frames.send('421["later",30,"",[1,2]]');
  await first.frames.nextData();
  first.frames.socket.terminate();
  await sleep(60);
  const second = await join({ pid: first.pid, offset });
  assert.deepEqual([second.sid, second.pid], [first.sid, first.pid]);
  assert.deepEqual(second.before.map((each) => JSON.parse(each.slice(2))[1]), [1, 2]);
  assert.equal(new Set([offset, ...second.before.map(offsetOf)]).size, 3);
  await second.frames.close();
});

test('without an offset everything since the beginning counts as missed', async () => {
  const first = await join();
  await first.frames.close();
  const second = await join({ pid: first.pid });
  assert.equal(second.sid, first.sid);
  assert.equal(JSON.parse(second.before[0].slice(2))[0], 'hello');
  await second.frames.close();
});

test('a session is restored once: the half-dead connection goes first', async () => {
  const first = await join();
  const offset = offsetOf(await first.frames.nextData());
  const second = await join({ pid: first.pid, offset });
  assert.equal(second.sid, first.sid);
  await first.frames.closed;
  await second.frames.close();
});

for (const [name, change] of [
  ['a foreign secret', ({ offset }) => ({ pid: 'AAAAAAAAAAAAAAAAAAAA', offset })],
  ['an offset of an earlier run', ({ pid }) => ({ pid, offset: 'AAAAAA.1' })],
  ['an offset from the future', ({ pid, offset }) => ({ pid, offset: `${offset.slice(0, 7)}zzzzzz` })],
  ['an offset that is no number', ({ pid, offset }) => ({ pid, offset: `${offset.slice(0, 7)}-1` })],
  ['a secret that is no text', ({ offset }) => ({ pid: 1, offset })],
  ['an offset that is no text', ({ pid }) => ({ pid, offset: 1 })],
]) {
  test(`${name} connects as anybody`, async () => {
    const first = await join();
    const offset = offsetOf(await first.frames.nextData());
    await first.frames.close();
    const second = await join(change({ pid: first.pid, offset }));
    assert.notEqual(second.sid, first.sid);
    assert.deepEqual(second.before, []);
    await second.frames.close();
  });
}
