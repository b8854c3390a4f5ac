// The cases that the official suites of Engine.IO and Socket.IO share. Their numbers are those of the Engine.IO suite.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frames, Polling, request, sleep } from './fixture.mjs';

const keys = ['maxPayload', 'pingInterval', 'pingTimeout', 'sid', 'upgrades'];

function checkHandshake(handshake, upgrades) {
  assert.deepEqual(Object.keys(handshake).sort(), keys);
  assert.match(handshake.sid, /^[A-Za-z0-9_-]{20}$/);
  assert.deepEqual(handshake.upgrades, upgrades);
  assert.equal(handshake.pingInterval, 300);
  assert.equal(handshake.pingTimeout, 200);
  assert.equal(handshake.maxPayload, 1000000);
}

async function refused(endpoint, query) {
  await new Frames(`${endpoint}?${query}`).closed;
}

async function upgraded(endpoint) {
  const polling = await Polling.open(endpoint);
  const frames = await Frames.open(endpoint, `EIO=4&transport=websocket&sid=${polling.sid}`);
  frames.send('2probe');
  assert.equal(await frames.next(), '3probe');
  frames.send('5');
  return { polling, frames };
}

function handshakes(fixture) {
  test('1 polling handshake', async () => {
    const { status, body } = await request(`${fixture.endpoint}?EIO=4&transport=polling`);
    assert.equal(status, 200);
    assert.equal(body[0], '0');
    checkHandshake(JSON.parse(body.slice(1)), ['websocket']);
  });

  for (const [name, query, method] of [
    ['2 polling without EIO', 'transport=polling'],
    ['2 polling with EIO=abc', 'EIO=abc&transport=polling'],
    ['3 polling without transport', 'EIO=4'],
    ['3 polling with transport=abc', 'EIO=4&transport=abc'],
    ['4 handshake by POST', 'EIO=4&transport=polling', 'POST'],
    ['4 handshake by PUT', 'EIO=4&transport=polling', 'PUT'],
  ]) {
    test(name, async () => {
      assert.equal((await request(`${fixture.endpoint}?${query}`, { method: method ?? 'GET' })).status, 400);
    });
  }

  test('5 WebSocket handshake', async () => {
    const frames = await Frames.open(fixture.endpoint);
    const message = await frames.next();
    assert.equal(message[0], '0');
    checkHandshake(JSON.parse(message.slice(1)), []);
    await frames.close();
  });

  for (const [name, query] of [
    ['6 WebSocket without EIO', 'transport=websocket'],
    ['6 WebSocket with EIO=abc', 'EIO=abc&transport=websocket'],
    ['7 WebSocket without transport', 'EIO=4'],
    ['7 WebSocket with transport=abc', 'EIO=4&transport=abc'],
  ]) {
    test(name, () => refused(fixture.endpoint, query));
  }
}

function heartbeats(fixture) {
  test('17 polling heartbeat', async () => {
    const session = await Polling.open(fixture.endpoint);
    for (let round = 0; round < 3; round += 1) {
      assert.equal((await session.get()).body, '2');
      assert.equal((await session.post('3')).status, 200);
    }
  });

  test('18 a client that does not poll is gone', async () => {
    const session = await Polling.open(fixture.endpoint);
    await sleep(500);
    assert.equal((await session.get()).status, 400);
  });

  test('19 WebSocket heartbeat', async () => {
    const frames = await Frames.handshaken(fixture.endpoint);
    for (let round = 0; round < 3; round += 1) {
      assert.equal(await frames.next(), '2');
      frames.send('3');
    }
    await frames.close();
  });

  test('20 a WebSocket without pong is closed', async () => {
    await (await Frames.handshaken(fixture.endpoint)).closed;
  });
}

function closing(fixture) {
  test('21 a poll is released when the client closes', async () => {
    const session = await Polling.open(fixture.endpoint);
    const poll = session.get();
    await sleep(5);
    assert.equal((await session.post('1')).body, 'ok');
    assert.deepEqual([(await poll).status, (await poll).body], [200, '6']);
    assert.equal((await session.get()).status, 400);
  });

  test('22 a WebSocket is closed at the close packet', async () => {
    const frames = await Frames.handshaken(fixture.endpoint);
    frames.send('1');
    await frames.closed;
  });
}

function upgrades(fixture) {
  test('23 upgrade', async () => {
    const polling = await Polling.open(fixture.endpoint);
    const frames = await Frames.open(fixture.endpoint, `EIO=4&transport=websocket&sid=${polling.sid}`);
    frames.send('2probe');
    assert.equal(await frames.next(), '3probe');
    const poll = await polling.get();
    assert.deepEqual([poll.status, poll.body], [200, '6']);
    frames.send('5');
    assert.equal(await frames.next(), '2');
    await frames.close();
  });

  test('24 no polling after the upgrade', async () => {
    const { polling, frames } = await upgraded(fixture.endpoint);
    frames.stayAlive();
    await sleep(20);
    assert.equal((await polling.get()).status, 400);
    assert.equal(await frames.next(), '2');
    await frames.close();
  });

  test('25 no second WebSocket after the upgrade', async () => {
    const { polling, frames } = await upgraded(fixture.endpoint);
    frames.stayAlive();
    await refused(fixture.endpoint, `EIO=4&transport=websocket&sid=${polling.sid}`);
    assert.equal(await frames.next(), '2');
    await frames.close();
  });
}

/** 16 cases in both suites. */
export function commonCases(fixture) {
  handshakes(fixture);
  heartbeats(fixture);
  closing(fixture);
  upgrades(fixture);
}

export { upgraded };
