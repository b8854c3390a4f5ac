// The official Engine.IO suite's cases against the fixture.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonCases, upgraded } from '../support/wire/enginecases.mjs';
import { Frames, Polling, sleep, useFixture } from '../support/wire/fixture.mjs';

const fixture = useFixture('eio');
commonCases(fixture);

for (const [name, body] of [
  ['8 one message', '4hello'],
  ['9 three messages in one answer', '4test1\x1e4test2\x1e4test3'],
  ['10 text and binary', '4hello\x1ebAQIDBA=='],
]) {
  test(name, async () => {
    const session = await Polling.open(fixture.endpoint);
    const posted = await session.post(body);
    assert.deepEqual([posted.status, posted.body], [200, 'ok']);
    const polled = await session.get();
    assert.deepEqual([polled.status, polled.body], [200, body]);
  });
}

test('11 what is no packet ends the session', async () => {
  const session = await Polling.open(fixture.endpoint);
  assert.equal((await session.post('abc')).status, 400);
  assert.equal((await session.get()).status, 400);
});

test('12 two polls at once end the session', async () => {
  const session = await Polling.open(fixture.endpoint);
  const first = session.get();
  await sleep(5);
  const second = session.get();
  assert.deepEqual([(await first).status, (await first).body], [200, '1']);
  assert.equal((await second).status, 400);
  assert.equal((await session.get()).status, 400);
});

test('13 an aborted poll ends the session', async () => {
  const session = await Polling.open(fixture.endpoint);
  const controller = new AbortController();
  const poll = session.get({ signal: controller.signal });
  await sleep(5);
  controller.abort();
  await assert.rejects(poll);
  await sleep(5);
  assert.equal((await session.get()).status, 400);
});

test('14 and 15 a WebSocket echoes text and binary', async () => {
  const frames = await Frames.handshaken(fixture.endpoint);
  frames.send('4hello', Buffer.from([1, 2, 3, 4]));
  assert.equal(await frames.nextData(), '4hello');
  assert.deepEqual(await frames.nextData(), Buffer.from([1, 2, 3, 4]));
  await frames.close();
});

test('16 what is no packet closes a WebSocket', async () => {
  const frames = await Frames.handshaken(fixture.endpoint);
  frames.send('abc');
  await frames.closed;
});

test('23 the session goes on over the WebSocket', async () => {
  const { frames } = await upgraded(fixture.endpoint);
  frames.send('4hello');
  assert.equal(await frames.nextData(), '4hello');
  await frames.close();
});

test('what waits for a poll is flushed in order after the upgrade', async () => {
  const polling = await Polling.open(fixture.endpoint);
  const frames = await Frames.open(fixture.endpoint, `EIO=4&transport=websocket&sid=${polling.sid}`);
  frames.send('2probe');
  assert.equal(await frames.next(), '3probe');
  await polling.post('4first\x1e4second');
  frames.send('5', '4third');
  assert.deepEqual([await frames.nextData(), await frames.nextData(), await frames.nextData()], ['4first', '4second', '4third']);
  await frames.close();
});

test('b64=1 makes binary leave a WebSocket as text', async () => {
  const frames = await Frames.handshaken(fixture.endpoint, 'EIO=4&transport=websocket&b64=1');
  frames.send(Buffer.from([1, 2, 3, 4]));
  assert.equal(await frames.nextData(), 'bAQIDBA==');
  await frames.close();
});

test('an answer holds at most 16 packets', async () => {
  const session = await Polling.open(fixture.endpoint);
  const sent = Array.from({ length: 20 }, (_, index) => `4m${index}`);
  await session.post(sent.join('\x1e'));
  const first = (await session.get()).body.split('\x1e');
  assert.equal(first.length, 16);
  assert.deepEqual([...first, ...(await session.get()).body.split('\x1e')], sent);
});
